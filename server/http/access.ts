import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../../model/errors.ts";
import { type Actor, anybody, mayDo, type Role } from "../../model/roles.ts";

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor;
  }
  interface FastifyContextConfig {
    /** Who may ask for a route; everybody when it does not say. */
    needs?: Role;
  }
}

/** How requests are told apart by who makes them. */
export interface Access {
  /** @throws AppError when a request says who makes it, and that is not so */
  readonly identify: (request: FastifyRequest) => Promise<Actor>;
  /** Whether there is anybody who may do more than read. */
  readonly canSignIn: boolean;
}

/** Lets each request do what whoever makes it may, before its body is read. To be called before any route. */
export function holdToRoles(app: FastifyInstance, { identify, canSignIn }: Access): void {
  app.decorateRequest("actor");
  app.addHook("onRequest", async (request, reply) => {
    request.actor = anybody;
    request.actor = await identify(request).catch((error: unknown) => {
      throw challenged(error, reply);
    });
    const { needs = "reader" } = request.routeOptions.config;
    if (!mayDo(request.actor.role, needs)) throw challenged(refusal(needs, canSignIn), reply);
  });
}

/** Says who could. */
function refusal(needed: Role, canSignIn: boolean): AppError {
  if (!canSignIn)
    return new AppError(
      "NOT_ALLOWED",
      `Nobody may do this on this server, an ${needed} could: whoever runs it lets editors in by the setting ADMIN_TOKEN`,
    );
  return new AppError(
    "SIGN_IN_NEEDED",
    `Only an ${needed} may do this: sign in on the page /aanmelden, or send the server's token as a Bearer token`,
  );
}

/** An answer 401 names the way to say who one is. */
function challenged(error: unknown, reply: FastifyReply): unknown {
  if (error instanceof AppError && error.code === "SIGN_IN_NEEDED") reply.header("www-authenticate", 'Bearer realm="Overlap"');
  return error;
}
