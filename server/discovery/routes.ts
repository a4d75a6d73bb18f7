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
import { serve, serveKept, type ZodPlugin } from "../http/serve.ts";
import type { GraphStore } from "../store/store.ts";
import { gaps } from "./gaps.ts";
import { match } from "./match.ts";
import { allOpportunities, opportunities } from "./opportunities.ts";
import { overlap } from "./overlap.ts";
import { peers } from "./peers.ts";
import { portrait } from "./portrait.ts";
import { whyNot } from "./why-not.ts";

const tag = "Discover";

/** Who is alike, what can be learnt from whom, and what is missing. */
export const discoveryApi: ZodPlugin<{ store: GraphStore }> = async (app, { store }) => {
  const kept = serveKept(app, store, tag);
  kept(peersRoute, ({ params, query }) => peers(store, params.id, query));
  kept(whyNotRoute, ({ params, query }) => whyNot(store, params.id, params.other, query));
  kept(opportunitiesRoute, ({ params, query }) => opportunities(store, params.id, query));
  kept(allOpportunitiesRoute, ({ query }) => allOpportunities(store, query));
  kept(portraitRoute, ({ params }) => portrait(store, params.id));
  kept(overlapRoute, ({ query }) => overlap(store, query));
  kept(gapsRoute, () => gaps(store));
  serve(app, matchRoute, tag, ({ body }) => match(store, body));
};
