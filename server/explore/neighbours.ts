import type { NeighbourChoice, Neighbours } from "../../model/explore.ts";
import type { NodeId, NodeSummary } from "../../model/graph.ts";
import { type NeighbourFilter, neighboursLeft, nextNeighbours } from "../queries/neighbours.ts";
import { byId, notFound } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";

type LeftCount = Neighbours["leftPerKind"][number];

/**
 * The next neighbours of a node: those that a source states before those that were derived, then the best connected first (or the
 * least), then by id. Asked again with what it gave as `seen`, it gives each neighbour exactly once. One read, and a second one only where
 * more may be left.
 *
 * @throws AppError NODE_NOT_FOUND
 */
export async function neighbours(
  store: GraphStore,
  id: NodeId,
  query: NeighbourChoice & { readonly seen: readonly NodeId[] },
): Promise<Neighbours> {
  const { kinds = null, linkKinds = null, limit, order } = query;
  const filter = { id, kinds, linkKinds, seen: [...new Set([id, ...query.seen])] };
  const [next] = await store.read(nextNeighbours, { ...filter, limit, sign: order === "least" ? -1 : 1 });
  if (!next) throw notFound([id]);
  const { nodes, links } = next;
  const left = nodes.length < limit ? { left: 0, leftPerKind: [] } : await leftBeside(store, filter, nodes);
  return { nodes, links: links.sort(byId), ...left };
}

async function leftBeside(store: GraphStore, filter: NeighbourFilter, nodes: readonly NodeSummary[]) {
  const seen = [...filter.seen, ...nodes.map(({ id }) => id)];
  const rows: { left?: number; group?: LeftCount }[] = await store.read(neighboursLeft, { ...filter, seen });
  return {
    left: rows.find(({ left }) => left !== undefined)?.left ?? 0,
    leftPerKind: rows.flatMap(({ group }) => group ?? []).sort(byCount),
  };
}

const nameOf = ({ linkKind, direction, kind }: LeftCount) => `${linkKind} ${direction} ${kind}`;

const byCount = (one: LeftCount, other: LeftCount) => other.count - one.count || (nameOf(one) < nameOf(other) ? -1 : 1);
