import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { AppError } from "../../model/errors.ts";
import { isApi, isPage, pathOf } from "./paths.ts";

/**
 * Lets one address make `most` requests in a minute to the API, and to whatever is not there; 0 for no limit. Pages and their files
 * do not count. An IPv6 client counts by its network, since it has more addresses than could be counted.
 */
export async function limitRate(app: FastifyInstance, most: number): Promise<void> {
  await app.register(rateLimit, {
    global: most > 0,
    max: most,
    timeWindow: "1 minute",
    allowList: ({ url, is404 }) => !isApi(pathOf(url)) && !(is404 && !isPage(pathOf(url))),
    errorResponseBuilder: (_, { after }) => new AppError("TOO_MANY_REQUESTS", `Too many requests. Try again in ${after}`),
  });
}

/** Options of the not-found handler, before which the limiter does not stand by itself. To be called after `limitRate`. */
export const countsUnknown = (app: FastifyInstance, most: number) => (most > 0 ? { preHandler: app.rateLimit() } : {});
