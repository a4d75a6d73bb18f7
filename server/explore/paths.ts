import type { z } from "zod";
import type { Path, PathsAnswer, pathsRoute } from "../../model/explore.ts";
import { kindOf, type Link, type NodeId, type NodeSummary } from "../../model/graph.ts";
import type { NodeIndex } from "../analysis/graph/indices.ts";
import { besideOf, findPaths, hubDegree, type PathRule } from "../analysis/paths/find-paths.ts";
import { oncePer } from "../cache/once-per.ts";
import { type LinkedNodes, linkedNodes } from "../dataset/linked-nodes.ts";
import { nodesById } from "../queries/explore.ts";
import { notFound, subgraph } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";

/** Links on the longest path that is looked for. */
const longest = 8;

/** What is asked of every path, made once for each state of the graph. */
const indexOf = oncePer(({ ids, from, to }: LinkedNodes) => {
  const beside = besideOf(ids.length, from, to);
  return { beside, hub: hubDegree(beside), at: new Map(ids.map((id, index) => [id, index as NodeIndex])) };
});

/**
 * The ways between two nodes, the shortest first. Among equally long ones, those over the least connected nodes come first, since what
 * hangs together through a hub says little; then by id.
 *
 * @throws AppError NODE_NOT_FOUND, naming which
 */
export async function paths(
  store: GraphStore,
  query: z.output<typeof pathsRoute.query>,
  signal?: AbortSignal,
): Promise<PathsAnswer> {
  const { from, to } = query;
  const ends = await subgraph(store, [from, to]);
  if (ends.missing.length > 0) throw notFound(ends.missing);
  if (from === to) return { paths: [{ nodes: ends.nodes, links: [] }] };
  const graph = await linkedNodes(store);
  const { beside, hub, at } = indexOf(graph);
  const [first, last] = [at.get(from), at.get(to)];
  if (first === undefined || last === undefined) throw notFound([from, to]);
  const found = async (rule: Pick<PathRule, "longer" | "mayPass">) =>
    inTurns(findPaths(beside, { from: first, to: last, longest, ...rule }), signal);
  const isAllowed = allowedBy(query, graph);
  const isHub = (node: NodeIndex) => beside.degreeOf(node) >= hub;
  const avoids = query.hubs === "avoid";
  const ways = await found({ longer: query.longer, mayPass: avoids ? (node) => isAllowed(node) && !isHub(node) : isAllowed });
  const throughHubs = avoids ? await found({ longer: 0, mayPass: isAllowed }) : [];
  const shortest = (some: readonly NodeIndex[][]) => (some[0]?.length ?? Number.POSITIVE_INFINITY) - 1;
  return {
    paths: await told(store, best(ways, graph, (node) => beside.degreeOf(node)).slice(0, query.limit)),
    ...(shortest(throughHubs) < shortest(ways) && { throughHubs: shortest(throughHubs) }),
  };
}

function allowedBy({ without, kinds }: z.output<typeof pathsRoute.query>, { ids }: LinkedNodes): (node: NodeIndex) => boolean {
  const [gone, passable] = [new Set(without), kinds && new Set(kinds)];
  return (node) => {
    const id = ids[node];
    return id !== undefined && !gone.has(id) && (!passable || passable.has(kindOf(id)));
  };
}

/** The shorter before the longer, the quieter before the busier, then by id. */
function best(ways: readonly NodeIndex[][], { ids }: LinkedNodes, degreeOf: (node: NodeIndex) => number): NodeId[][] {
  const idsOn = (way: readonly NodeIndex[]) => way.flatMap((node) => ids[node] ?? []);
  // As a product, so that one hub weighs more than several ordinary nodes.
  const busyness = (way: readonly NodeIndex[]) => way.slice(1, -1).reduce((sum, node) => sum + Math.log(degreeOf(node)), 0);
  return ways
    .map((way) => ({ ids: idsOn(way), busyness: busyness(way) }))
    .sort(
      (one, other) =>
        one.ids.length - other.ids.length || one.busyness - other.busyness || (one.ids.join(" ") < other.ids.join(" ") ? -1 : 1),
    )
    .map((way) => way.ids);
}

async function told(store: GraphStore, ways: readonly NodeId[][]): Promise<Path[]> {
  if (ways.length === 0) return [];
  const onAny = [...new Set(ways.flat())];
  const nodes = new Map((await store.read(nodesById, { ids: onAny }, { rows: onAny.length })).map((node) => [node.id, node]));
  const { links } = await subgraph(store, onAny);
  return ways.map((way) => {
    const along = way.flatMap((id) => nodes.get(id) ?? []);
    return { nodes: along, links: linksAlong(along, links) };
  });
}

/** One link for each step: where there are several, one that a source states, then the first by id. */
function linksAlong(path: readonly NodeSummary[], links: readonly Link[]): Link[] {
  return path.slice(1).flatMap(({ id }, step) => {
    const before = path[step]?.id;
    const between = links.filter(({ from, to }) => (from === before && to === id) || (from === id && to === before));
    return between.find(({ basis }) => basis === "stated") ?? between.slice(0, 1);
  });
}
