import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { Problem } from "../../model/errors.ts";
import type { Route } from "../../model/route.ts";
import { cachedAnswer } from "../cache/answers.ts";
import type { GraphStore } from "../store/store.ts";

/** A part of the API. What it needs comes in as options; it answers by `serve`. */
export type ZodPlugin<Options extends object> = FastifyPluginAsync<Options>;

/** A request that has the shape its route asks for. */
export interface Asked<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Aborts when the client closes the connection before it has its answer. */
  readonly signal: AbortSignal;
  readonly reply: FastifyReply;
}

const problem = {
  description: "What went wrong, as problem details (RFC 9457).",
  content: { "application/problem+json": { schema: Problem } },
};

/** Answers a route of model/ under `tag` in the documentation. Wrong requests never reach `answer`. */
export function serve<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  app: FastifyInstance,
  route: Route<P, Q, B, R>,
  tag: string,
  answer: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.output<R>> | z.output<R>,
): void {
  app.route({
    method: route.method,
    url: route.url,
    schema: {
      summary: route.summary,
      tags: [tag],
      params: route.params,
      querystring: route.query,
      ...(route.method === "POST" && { body: route.body }),
      response: {
        200: { description: "The answer.", content: { "application/json": { schema: route.response } } },
        default: problem,
      },
    },
    handler: (request: FastifyRequest, reply) =>
      answer({
        params: request.params as z.output<P>,
        query: request.query as z.output<Q>,
        body: request.body as z.output<B>,
        get signal() {
          return signalOf(reply);
        },
        reply,
      }),
  });
}

/**
 * A `serve` for routes whose answer depends on the address and the graph's state alone. It is sent as it was cached: checking each of
 * thousands of links against its shape again takes longer than making them, and the tests do that.
 */
export const serveCached =
  (app: FastifyInstance, store: GraphStore, tag: string) =>
  <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    route: Route<P, Q, B, R>,
    answer: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.output<R>>,
  ): void =>
    serve(app, route, tag, async (asked) => {
      const key = JSON.stringify([route.url, asked.params, asked.query]);
      const bytes = await cachedAnswer(store, key, () => answer(asked));
      asked.reply.type("application/json; charset=utf-8");
      // Bytes are sent as they are.
      return bytes as z.output<R>;
    });

/** Fastify's own `request.signal` misses a client that leaves after it has sent its body. */
function signalOf(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
