import cookie from "@fastify/cookie";
import type { FastifyInstance } from "fastify";
import { type Session, sessionRoute, signInRoute, signOutRoute } from "../../model/accounts.ts";
import { AppError } from "../../model/errors.ts";
import { holdToRoles } from "../http/access.ts";
import { serve, type ZodPlugin } from "../http/serve.ts";
import { type Credentials, checkToken, identify } from "./identify.ts";
import { Sessions, type Signed, signingKey } from "./sessions.ts";
import { WrongTries } from "./wrong-tries.ts";

const tag = "Accounts";

export interface Tokens {
  /** Signs editors in; without it nobody can. */
  readonly adminToken: string | undefined;
  /** Lets the programs on this machine write that can read it; see docs/operation.md. */
  readonly localToken: string | undefined;
}

/** Lets every route be asked for by those alone whom it needs. To be called after `limitRate` and before any route. */
export async function letEditorsIn(app: FastifyInstance, { adminToken, localToken }: Tokens, basePath: string) {
  const count = app.createRateLimit({ max: Number.MAX_SAFE_INTEGER, timeWindow: "1 minute" });
  const credentials: Credentials = {
    tokens: [adminToken, localToken].filter((token) => token !== undefined),
    sessions: new Sessions(basePath),
    wrongTries: new WrongTries(),
    clientOf: async (request) => (await count(request)).key,
  };
  // Without a token nobody has a session: then nothing is ever signed by this key.
  await app.register(cookie, { secret: signingKey(adminToken ?? crypto.randomUUID()) });
  holdToRoles(app, { identify: (request) => identify(request, credentials), canSignIn: adminToken !== undefined });
  return { credentials, adminToken };
}

/** Signing in and out. */
export const accountsApi: ZodPlugin<Awaited<ReturnType<typeof letEditorsIn>>> = async (app, { credentials, adminToken }) => {
  const { sessions } = credentials;
  const told = (signed: Signed | undefined): Session => ({
    role: signed ? "editor" : "reader",
    initials: signed?.initials ?? "",
    canSignIn: adminToken !== undefined,
    ...(signed && { until: signed.until }),
  });
  serve(app, sessionRoute, tag, ({ reply }) => {
    reply.header("cache-control", "no-store");
    return told(sessions.of(reply.request));
  });
  serve(app, signInRoute, tag, async ({ body, reply }) => {
    if (adminToken === undefined)
      throw new AppError("NOT_ALLOWED", "Nobody can sign in on this server: whoever runs it can set ADMIN_TOKEN");
    await checkToken(body.token, reply.request, { ...credentials, tokens: [adminToken] });
    return told(sessions.begin(reply, body.initials));
  });
  serve(app, signOutRoute, tag, ({ reply }) => {
    sessions.end(sessions.of(reply.request), reply);
    return told(undefined);
  });
};
