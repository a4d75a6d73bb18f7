import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import {
  allOpportunitiesRoute,
  gapsRoute,
  matchRoute,
  opportunitiesRoute,
  overlapRoute,
  peersRoute,
  portraitRoute,
  whyNotRoute,
} from "../../model/discovery.ts";
import type { Route } from "../../model/route.ts";
import { keptAnswer } from "../answers.ts";
import { gaps, overlap, portrait } from "../compare.ts";
import { peers, whyNot } from "../discover.ts";
import type { GraphStore } from "../graph/store.ts";
import { match } from "../match.ts";
import { allOpportunities, opportunities } from "../opportunities.ts";
import { type Asked, serve, type ZodPlugin } from "./plugin.ts";

const tag = "Discover";

/** Who is alike, what can be learnt from whom, and what is missing. */
export const discoveryApi: ZodPlugin<{ store: GraphStore }> = async (app, { store }) => {
  serveKept(app, store, peersRoute, ({ params, query }) => peers(store, params.id, query));
  serveKept(app, store, whyNotRoute, ({ params, query }) => whyNot(store, params.id, params.other, query));
  serveKept(app, store, opportunitiesRoute, ({ params, query }) => opportunities(store, params.id, query));
  serveKept(app, store, allOpportunitiesRoute, ({ query }) => allOpportunities(store, query));
  serveKept(app, store, portraitRoute, ({ params }) => portrait(store, params.id));
  serveKept(app, store, overlapRoute, ({ query }) => overlap(store, query));
  serveKept(app, store, gapsRoute, () => gaps(store));
  serve(app, matchRoute, tag, ({ body }) => match(store, body));
};

/**
 * Answers a route whose answer depends on the address and the graph's state alone. It is sent as it was kept: checking each of
 * thousands of links against its shape again takes longer than making them, and the tests do that.
 */
function serveKept<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  app: FastifyInstance,
  store: GraphStore,
  route: Route<P, Q, B, R>,
  answer: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.output<R>>,
): void {
  serve(app, route, tag, async (asked) => {
    const key = JSON.stringify([route.url, asked.params, asked.query]);
    const text = await keptAnswer(store, key, () => answer(asked));
    asked.reply.type("application/json; charset=utf-8");
    // A text is sent as it is.
    return text as z.output<R>;
  });
}
