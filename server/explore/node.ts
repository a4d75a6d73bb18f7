import type { z } from "zod";
import type { LinkGroup, NodeDetail } from "../../model/explore.ts";
import type { NodeId } from "../../model/graph.ts";
import { linkKindNames } from "../../model/kinds.ts";
import { linkGroupItems, linkGroups, linksOf, nodeById } from "../queries/explore.ts";
import { byId, notFound, sourcesOf } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";

/** A link of the node, and what is at its other end. */
type Around = z.output<typeof linksOf.row>;

/** A node with more links than this is a hub. Reading all links of any other node is faster than having the engine group them. */
const mostLinksAtOnce = 300;

/**
 * A node with the first `limit` links of each kind and direction: those that a source states first, then to the best connected
 * node, then by id.
 *
 * @param hub the number of links above which the engine does the grouping; the answer is the same
 * @throws AppError NODE_NOT_FOUND
 */
export async function nodeDetail(store: GraphStore, id: NodeId, limit: number, hub = mostLinksAtOnce): Promise<NodeDetail> {
  const [[node], around] = await Promise.all([
    store.read(nodeById, { id }),
    store.read(linksOf, { id, most: hub + 1 }, { rows: hub + 1 }),
  ]);
  if (!node) throw notFound([id]);
  const groups = around.length > hub ? await groupedByEngine(store, id, limit) : grouped(id, around, limit);
  const links = groups.sort((one, other) => rankOf(one) - rankOf(other));
  const evidence = [node, ...links.flatMap(({ items }) => items.map(({ link }) => link))].flatMap((one) => one.evidence);
  const used = [...evidence, ...node.claims].map(({ source }) => source);
  return { node, links, sources: await sourcesOf(store, used) };
}

/** Kinds in the order of the model, outwards before inwards. */
const rankOf = ({ kind, direction }: LinkGroup) => linkKindNames.indexOf(kind) * 2 + (direction === "out" ? 0 : 1);

async function groupedByEngine(store: GraphStore, id: NodeId, limit: number): Promise<LinkGroup[]> {
  const [counts, found] = await Promise.all([
    store.read(linkGroups, { id }),
    store.read(linkGroupItems, { id, limit }, { rows: limit * linkKindNames.length * 2 }),
  ]);
  return counts.map((group) => ({
    ...group,
    items: found
      .filter(({ direction, link }) => direction === group.direction && link.kind === group.kind)
      .map(({ link, node }) => ({ link, node })),
  }));
}

function grouped(id: NodeId, around: readonly Around[], limit: number): LinkGroup[] {
  const groups = new Map<string, LinkGroup>();
  for (const item of [...around].sort(byUse)) {
    const { kind, from } = item.link;
    const direction = from === id ? "out" : "in";
    const group = groups.get(`${kind} ${direction}`) ?? { kind, direction, count: 0, items: [] };
    const items = group.items.length < limit ? [...group.items, item] : group.items;
    groups.set(`${kind} ${direction}`, { ...group, count: group.count + 1, items });
  }
  return [...groups.values()];
}

const byUse = (one: Around, other: Around) =>
  Number(other.link.basis === "stated") - Number(one.link.basis === "stated") ||
  other.node.degree - one.node.degree ||
  byId(one.node, other.node);
