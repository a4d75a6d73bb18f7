import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";

/** The id of a request: a caller's own when it is harmless, so that it can be followed through several logs. */
export const requestId = (given: string | string[] | undefined): string =>
  typeof given === "string" && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();

/** Names every answer, and logs it without what was asked for: a search may hold anything. */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    const route = request.routeOptions.url ?? "(none)";
    request.log.info({ method: request.method, route, status: reply.statusCode, milliseconds }, "answered");
  });
}
