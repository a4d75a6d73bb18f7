import {
  allOpportunitiesRoute,
  opportunitiesRoute,
  overlapRoute,
  peersRoute,
  portraitRoute,
  whyNotRoute,
} from "../../model/discovery.ts";
import { gapsRoute } from "../../model/gaps.ts";
import { matchRoute } from "../../model/match.ts";
import { scaleRoute } from "../../model/scale.ts";
import { serve, serveCached, type ZodPlugin } from "../http/serve.ts";
import type { GraphStore } from "../store/store.ts";
import { gaps } from "./gaps.ts";
import { match } from "./match.ts";
import { allOpportunities, opportunities } from "./opportunities.ts";
import { overlap } from "./overlap.ts";
import { peers } from "./peers.ts";
import { portrait } from "./portrait.ts";
import { scale } from "./scale.ts";
import { whyNot } from "./why-not.ts";

const tag = "Discover";

/** Who is alike, what can be learnt from whom, and what is missing. */
export const discoveryApi: ZodPlugin<{ store: GraphStore }> = async (app, { store }) => {
  const cached = serveCached(app, store, tag);
  cached(peersRoute, ({ store, params, query }) => peers(store, params.id, query));
  cached(whyNotRoute, ({ store, params, query }) => whyNot(store, params.id, params.other, query));
  cached(opportunitiesRoute, ({ store, params, query, signal }) => opportunities(store, params.id, query, signal));
  cached(allOpportunitiesRoute, ({ store, query, signal }) => allOpportunities(store, query, signal));
  cached(portraitRoute, ({ store, params, query }) => portrait(store, params.id, query));
  cached(overlapRoute, ({ store, query }) => overlap(store, query));
  cached(scaleRoute, ({ store }) => scale(store));
  cached(gapsRoute, ({ store }) => gaps(store));
  serve(app, matchRoute, tag, ({ body, signal }) => match(store, body, signal));
};
