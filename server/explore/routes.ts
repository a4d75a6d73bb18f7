import { errorStatus } from "../../model/errors.ts";
import {
  healthRoute,
  neighboursBesideRoute,
  neighboursRoute,
  nodeRoute,
  nodesRoute,
  pathsRoute,
  schemaRoute,
  searchRoute,
  sourcesRoute,
  subgraphPartRoute,
  subgraphRoute,
} from "../../model/explore.ts";
import { serve, serveCached, type ZodPlugin } from "../http/serve.ts";
import { nodesOf, sourcesOf, subgraph, subgraphPart } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";
import { neighbours } from "./neighbours.ts";
import { nodeDetail } from "./node.ts";
import { health, schema } from "./overview.ts";
import { paths } from "./paths.ts";
import { search } from "./search.ts";

const tag = "Explore";

/** What a person explores: search, nodes, neighbours, paths, sources, and what there is at all. */
export const exploreApi: ZodPlugin<{ store: GraphStore }> = async (app, { store }) => {
  const cached = serveCached(app, store, tag);
  serve(app, healthRoute, tag, async ({ reply }) => {
    const state = await health(store);
    if (state.status !== "ok") reply.code(errorStatus.STORE_UNAVAILABLE).header("retry-after", 5);
    reply.header("cache-control", "no-store");
    return state;
  });
  serve(app, schemaRoute, tag, () => schema(store));
  cached(searchRoute, ({ store, query, signal }) => search(store, query, signal));
  cached(nodesRoute, async ({ store, query }) => ({ nodes: await nodesOf(store, query.kinds, query.limit) }));
  cached(nodeRoute, ({ store, params, query }) => nodeDetail(store, params.id, query.limit));
  cached(
    neighboursRoute,
    ({ store, params, query }) => neighbours(store, params.id, query),
    // What one person has in view, in the order in which it came there, is asked for once.
    ({ query }) => query.seen.length === 0,
  );
  cached(
    neighboursBesideRoute,
    ({ store, params, query, body }) => neighbours(store, params.id, { ...query, seen: body.seen }),
    () => false,
  );
  cached(subgraphRoute, ({ store, query }) => subgraph(store, query.ids));
  cached(
    subgraphPartRoute,
    ({ store, body }) => subgraphPart(store, body.ids, body.part),
    () => false,
  );
  cached(pathsRoute, ({ store, query, signal }) => paths(store, query, signal));
  cached(sourcesRoute, async ({ store, query }) => ({ sources: await sourcesOf(store, query.ids) }));
};
