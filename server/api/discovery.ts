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
import { gaps, overlap, portrait } from "../compare.ts";
import { peers, whyNot } from "../discover.ts";
import type { GraphStore } from "../graph/store.ts";
import { match } from "../match.ts";
import { allOpportunities, opportunities } from "../opportunities.ts";
import { serve, type ZodPlugin } from "./plugin.ts";

const tag = "Discover";

/** Who is alike, what can be learnt from whom, and what is missing. */
export const discoveryApi: ZodPlugin<{ store: GraphStore }> = async (app, { store }) => {
  serve(app, peersRoute, tag, ({ params, query }) => peers(store, params.id, query));
  serve(app, whyNotRoute, tag, ({ params, query }) => whyNot(store, params.id, params.other, query));
  serve(app, opportunitiesRoute, tag, ({ params, query }) => opportunities(store, params.id, query));
  serve(app, allOpportunitiesRoute, tag, ({ query }) => allOpportunities(store, query));
  serve(app, portraitRoute, tag, ({ params }) => portrait(store, params.id));
  serve(app, overlapRoute, tag, ({ query }) => overlap(store, query));
  serve(app, gapsRoute, tag, () => gaps(store));
  serve(app, matchRoute, tag, ({ body }) => match(store, body));
};
