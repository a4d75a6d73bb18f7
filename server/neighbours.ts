import type { z } from "zod";
import type { Neighbours, neighboursRoute } from "../model/explore.ts";
import type { Link, NodeId, NodeSummary } from "../model/graph.ts";
import { linkKindNames, nodeKindNames } from "../model/kinds.ts";
import { byId, notFound } from "./explore.ts";
import type { GraphStore } from "./graph/store.ts";
import { nodesById } from "./queries/explore.ts";
import { linksAmong, linksOf, neighboursLeft, nextNeighbours } from "./queries/neighbours.ts";

type LeftCount = Neighbours["leftPerKind"][number];

interface Asked {
  readonly id: NodeId;
  readonly kinds: readonly string[];
  readonly linkKinds: readonly string[];
  readonly limit: number;
  /** What was seen, and the node itself. */
  readonly seen: readonly NodeId[];
}

interface Around {
  readonly node: NodeSummary;
  readonly link: Link;
}

/** A node with more links than this is a hub. Reading all links of any other node is faster than having the engine choose. */
const mostLinksAtOnce = 300;

/**
 * The next neighbours of a node: those that a source states before those that were derived, then the best connected first, then
 * by id. Asked again with what it gave as `seen`, it gives each neighbour exactly once. It takes two reads, and for a hub one or
 * two more, however large it is.
 *
 * @param hub the number of links above which the engine does the choosing; the answer is the same
 * @throws AppError NODE_NOT_FOUND
 */
export async function neighbours(
  store: GraphStore,
  id: NodeId,
  query: z.output<typeof neighboursRoute.query>,
  hub = mostLinksAtOnce,
): Promise<Neighbours> {
  const { kinds = nodeKindNames, linkKinds = linkKindNames, limit } = query;
  const asked: Asked = { id, kinds, linkKinds, limit, seen: [...new Set([id, ...query.seen])] };
  const around = await store.read(linksOf, { id, most: hub + 1 }, { rows: hub + 1 });
  if (around.length === 0 && (await store.read(nodesById, { ids: [id] })).length === 0) throw notFound([id]);
  const chosen = around.length > hub ? await chosenByEngine(store, asked) : choose(asked, around);
  const shown = chosen.nodes.map((node) => node.id);
  const own = new Set<string>(shown);
  const ownLinks = around.length > hub ? [] : around.filter(({ node }) => own.has(node.id)).map(({ link }) => link);
  const others = around.length > hub ? asked.seen : asked.seen.slice(1);
  return { ...chosen, links: [...ownLinks, ...(await linksTo(store, shown, others))].sort(byId) };
}

const linksTo = async (store: GraphStore, shown: readonly NodeId[], others: readonly NodeId[]): Promise<Link[]> =>
  shown.length === 0 || shown.length + others.length === 1
    ? []
    : store.read(linksAmong, { all: [...others, ...shown], some: shown }, { rows: 1_000_000 });

type Chosen = Omit<Neighbours, "links">;

async function chosenByEngine(store: GraphStore, { limit, ...filter }: Asked): Promise<Chosen> {
  const nodes = await store.read(nextNeighbours, { ...filter, limit }, { rows: limit });
  const rows: { left?: number; group?: LeftCount }[] = await store.read(neighboursLeft, {
    ...filter,
    seen: [...filter.seen, ...nodes.map(({ id }) => id)],
  });
  return {
    nodes,
    left: rows.find(({ left }) => left !== undefined)?.left ?? 0,
    leftPerKind: rows.flatMap(({ group }) => group ?? []).sort(byCount),
  };
}

function choose({ id, kinds, linkKinds, limit, seen }: Asked, around: readonly Around[]): Chosen {
  const isSeen = new Set(seen);
  const fitting = around.filter(
    ({ node, link }) => kinds.includes(node.kind) && linkKinds.includes(link.kind) && !isSeen.has(node.id),
  );
  const stated = new Set(fitting.filter(({ link }) => link.basis === "stated").map(({ node }) => node.id));
  const rank = (node: NodeSummary) => (stated.has(node.id) ? 0 : 1);
  const nodes = [...new Map(fitting.map(({ node }) => [node.id, node])).values()].sort(
    (one, other) => rank(one) - rank(other) || other.degree - one.degree || byId(one, other),
  );
  const left = new Set(nodes.slice(limit).map((node) => node.id));
  return {
    nodes: nodes.slice(0, limit),
    left: left.size,
    leftPerKind: countLeft(
      id,
      fitting.filter(({ node }) => left.has(node.id)),
    ),
  };
}

/** Between two nodes there is one link of a kind in a direction at most, so that links can be counted for neighbours. */
function countLeft(id: NodeId, left: readonly Around[]): LeftCount[] {
  const counts = new Map<string, LeftCount>();
  for (const { node, link } of left) {
    const group = { linkKind: link.kind, direction: link.from === id ? "out" : "in", kind: node.kind } as const;
    const count = (counts.get(nameOf(group))?.count ?? 0) + 1;
    counts.set(nameOf(group), { ...group, count });
  }
  return [...counts.values()].sort(byCount);
}

const nameOf = ({ linkKind, direction, kind }: Omit<LeftCount, "count">) => `${linkKind} ${direction} ${kind}`;

const byCount = (one: LeftCount, other: LeftCount) => other.count - one.count || (nameOf(one) < nameOf(other) ? -1 : 1);
