import { errorStatus } from "../../model/errors.ts";
import {
  healthRoute,
  neighboursRoute,
  nodeRoute,
  nodesRoute,
  pathsRoute,
  schemaRoute,
  searchRoute,
  sourcesRoute,
  subgraphRoute,
} from "../../model/explore.ts";
import { health, nodesOf, schema, sourcesOf, subgraph } from "../explore.ts";
import type { GraphStore } from "../graph/store.ts";
import { neighbours } from "../neighbours.ts";
import { nodeDetail } from "../node.ts";
import { paths } from "../paths.ts";
import { search } from "../search.ts";
import { serve, type ZodPlugin } from "./plugin.ts";

const tag = "Explore";

/** What a person explores: search, nodes, neighbours, paths, sources, and what there is at all. */
export const exploreApi: ZodPlugin<{ store: GraphStore }> = async (app, { store }) => {
  serve(app, healthRoute, tag, async ({ reply }) => {
    const state = await health(store);
    if (state.status !== "ok") reply.code(errorStatus.STORE_UNAVAILABLE).header("retry-after", 5);
    reply.header("cache-control", "no-store");
    return state;
  });
  serve(app, schemaRoute, tag, () => schema(store));
  serve(app, searchRoute, tag, ({ query }) => search(store, query));
  serve(app, nodesRoute, tag, async ({ query }) => ({ nodes: await nodesOf(store, query.kinds, query.limit) }));
  serve(app, nodeRoute, tag, ({ params, query }) => nodeDetail(store, params.id, query.limit));
  serve(app, neighboursRoute, tag, ({ params, query }) => neighbours(store, params.id, query));
  serve(app, subgraphRoute, tag, ({ query }) => subgraph(store, query.ids));
  serve(app, pathsRoute, tag, async ({ query }) => ({ paths: await paths(store, query.from, query.to, query.limit) }));
  serve(app, sourcesRoute, tag, async ({ query }) => ({ sources: await sourcesOf(store, query.ids) }));
};
