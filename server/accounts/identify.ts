import type { FastifyRequest } from "fastify";
import { AppError } from "../../model/errors.ts";
import { type Actor, anybody } from "../../model/roles.ts";
import { isFromOwnPage } from "./same-site.ts";
import type { Sessions } from "./sessions.ts";
import { isOneOf } from "./tokens.ts";
import type { WrongTries } from "./wrong-tries.ts";

/** What an editor is known by. */
export interface Credentials {
  /** Tokens that make an editor of whoever has one. */
  readonly tokens: readonly string[];
  readonly sessions: Sessions;
  readonly wrongTries: WrongTries;
  /** One text for all addresses that a client can easily have. */
  readonly clientOf: (request: FastifyRequest) => Promise<string>;
}

const onlyReads = (method: string) => method === "GET" || method === "HEAD" || method === "OPTIONS";

/**
 * Who makes a request: by a Bearer token, or by the cookie of a session. A cookie alone counts for no change that another site's
 * page may have asked the browser for.
 *
 * @throws AppError SIGN_IN_NEEDED, TOO_MANY_REQUESTS for a wrong token; NOT_ALLOWED for a change that another site asks for
 */
export async function identify(request: FastifyRequest, credentials: Credentials): Promise<Actor> {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
  if (bearer !== undefined) {
    await checkToken(bearer, request, credentials);
    return { role: "editor", initials: "" };
  }
  const signed = credentials.sessions.of(request);
  if (!signed) return anybody;
  if (!onlyReads(request.method) && !isFromOwnPage(request))
    throw new AppError("NOT_ALLOWED", "Another site's page asked for this with your session. Only pages of this site may");
  return { role: "editor", initials: signed.initials };
}

/** @throws AppError SIGN_IN_NEEDED, TOO_MANY_REQUESTS */
export async function checkToken(given: string, request: FastifyRequest, { tokens, ...credentials }: Credentials): Promise<void> {
  const client = await credentials.clientOf(request);
  credentials.wrongTries.mustBeFew(client);
  if (isOneOf(given, tokens)) return;
  credentials.wrongTries.add(client);
  throw new AppError("SIGN_IN_NEEDED", "This is not the token of this server");
}
