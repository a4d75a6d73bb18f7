import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { AppError } from "../../model/errors.ts";

/** Lets one address make `most` requests to the API in a minute, unknown addresses of the API included; 0 for no limit. */
export async function limitRate(app: FastifyInstance, most: number): Promise<void> {
  if (most === 0) return;
  await app.register(rateLimit, {
    max: most,
    timeWindow: "1 minute",
    allowList: (request) => !request.url.startsWith("/api/"),
    errorResponseBuilder: (_, { after }) => new AppError("TOO_MANY_REQUESTS", `Too many requests. Try again in ${after}`),
  });
}

/**
 * Options of the not-found handler that make unknown addresses count, too: by itself the limiter only stands before routes. To be
 * called after `limitRate`.
 */
export const countsUnknown = (app: FastifyInstance) => (app.hasDecorator("rateLimit") ? { preHandler: app.rateLimit() } : {});
