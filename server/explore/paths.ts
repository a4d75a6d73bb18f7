import type { Path } from "../../model/explore.ts";
import type { Link, NodeId, NodeSummary } from "../../model/graph.ts";
import { nodesById, shortestPaths } from "../queries/explore.ts";
import { notFound, subgraph } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";

/** More shortest paths than this are not compared with each other. */
const mostPathsCompared = 10_000;

/**
 * The shortest ways between two nodes. Among equally long ones, those over the least connected nodes come first, since what
 * hangs together through a hub says little; then by id.
 *
 * @throws AppError NODE_NOT_FOUND, naming which
 */
export async function paths(store: GraphStore, from: NodeId, to: NodeId, limit: number): Promise<Path[]> {
  const ends = await subgraph(store, [from, to]);
  if (ends.missing.length > 0) throw notFound(ends.missing);
  if (from === to) return [{ nodes: ends.nodes, links: [] }];
  const found = await store.read(shortestPaths, { from, to }, { rows: mostPathsCompared });
  const onAny = [...new Set(found.flatMap(({ ids }) => ids))];
  const nodes = new Map((await store.read(nodesById, { ids: onAny }, { rows: onAny.length })).map((node) => [node.id, node]));
  const best = found
    .map(({ ids }) => ids.flatMap((id) => nodes.get(id) ?? []))
    .sort((one, other) => busyness(one) - busyness(other) || (idsOf(one) < idsOf(other) ? -1 : 1))
    .slice(0, limit);
  const { links } = await subgraph(
    store,
    best.flatMap((path) => path.map(({ id }) => id)),
  );
  return best.map((path) => ({ nodes: path, links: linksAlong(path, links) }));
}

const idsOf = (path: readonly NodeSummary[]) => path.map(({ id }) => id).join(" ");

/** How connected the nodes between the ends are, as a product, so that one hub weighs more than several ordinary nodes. */
const busyness = (path: readonly NodeSummary[]) =>
  path.slice(1, -1).reduce((sum, { degree }) => sum + Math.log(Math.max(1, degree)), 0);

/** One link for each step: where there are several, one that a source states, then the first by id. */
function linksAlong(path: readonly NodeSummary[], links: readonly Link[]): Link[] {
  return path.slice(1).flatMap(({ id }, step) => {
    const before = path[step]?.id;
    const between = links.filter(({ from, to }) => (from === before && to === id) || (from === id && to === before));
    return between.find(({ basis }) => basis === "stated") ?? between.slice(0, 1);
  });
}
