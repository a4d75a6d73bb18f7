import type { z } from "zod";
import { AppError } from "../model/errors.ts";
import type { Health, LinkGroup, Neighbours, NodeDetail, neighboursRoute, Schema } from "../model/explore.ts";
import type { Link, NodeId, NodeSummary, Source, SourceId, Subgraph } from "../model/graph.ts";
import { linkKindNames, linkKinds, type NodeKind, nodeKindNames, nodeKinds } from "../model/kinds.ts";
import { versionOf } from "./dataset.ts";
import type { GraphStore } from "./graph/store.ts";
import {
  allSources,
  aroundNeighbours,
  graphSize,
  kindCounts,
  linkGroupItems,
  linkGroups,
  linkKindCounts,
  linksAmong,
  nextNeighbours,
  nodeById,
  nodesById,
  nodesOfKinds,
  sourcesById,
} from "./queries/explore.ts";

const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);

/** Names the nodes that are not there. */
export const notFound = (ids: readonly string[]) => new AppError("NODE_NOT_FOUND", `No item ${ids.join(", ")}`);

/** Whether the graph can be read. Never throws: a store that is away is an answer too. */
export async function health(store: GraphStore): Promise<Health> {
  const { engine, version, reachable } = await store.health();
  const unavailable: Health = { status: "unavailable", engine, version, nodes: 0, links: 0, datasetVersion: "" };
  if (!reachable) return unavailable;
  try {
    const [sizes, datasetVersion] = await Promise.all([store.read(graphSize, {}), versionOf(store)]);
    const sizeOf = (what: "nodes" | "links") => sizes.find((size) => size.what === what)?.count ?? 0;
    return { status: "ok", engine, version, nodes: sizeOf("nodes"), links: sizeOf("links"), datasetVersion };
  } catch (error) {
    if (error instanceof AppError) return unavailable;
    throw error;
  }
}

/** Every kind of node and link with how many there are; kinds without any count 0. */
export async function schema(store: GraphStore): Promise<Schema> {
  const [kinds, ends, datasetVersion] = await Promise.all([
    store.read(kindCounts, {}),
    store.read(linkKindCounts, {}),
    versionOf(store),
  ]);
  const countOf = (kind: string) => kinds.find((row) => row.kind === kind)?.count ?? 0;
  return {
    nodeKinds: nodeKindNames.map((kind) => {
      const { label, nl, en } = nodeKinds[kind];
      return { kind, label, name: { nl: nl.many, en: en.many }, count: countOf(kind) };
    }),
    linkKinds: linkKindNames.map((kind) => {
      const joined = ends.filter((row) => row.kind === kind).map(({ from, to, count }) => ({ from, to, count }));
      const { nl, en } = linkKinds[kind];
      return {
        kind,
        name: { nl: nl.out, en: en.out },
        count: joined.reduce((sum, { count }) => sum + count, 0),
        ends: joined.sort((a, b) => b.count - a.count || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1)),
      };
    }),
    sources: countOf("source"),
    datasetVersion,
  };
}

/** The first `limit` nodes of some kinds, by name as Dutch sorts it. */
export async function nodesOf(store: GraphStore, kinds: readonly NodeKind[], limit: number): Promise<NodeSummary[]> {
  const nodes = await store.read(nodesOfKinds, { kinds, limit }, { rows: limit });
  return nodes.sort((one, other) => dutch.compare(one.name, other.name) || byId(one, other));
}

const dutch = new Intl.Collator("nl", { numeric: true });

/** A node with the first `limit` links of each kind and direction. @throws AppError NODE_NOT_FOUND */
export async function nodeDetail(store: GraphStore, id: NodeId, limit: number): Promise<NodeDetail> {
  const [[node], counts, items] = await Promise.all([
    store.read(nodeById, { id }),
    store.read(linkGroups, { id }),
    store.read(linkGroupItems, { id, limit }, { rows: limit * linkKindNames.length * 2 }),
  ]);
  if (!node) throw notFound([id]);
  const place = ({ kind, direction }: Pick<LinkGroup, "kind" | "direction">) =>
    linkKindNames.indexOf(kind) * 2 + (direction === "out" ? 0 : 1);
  const links = counts
    .sort((one, other) => place(one) - place(other))
    .map(
      (group): LinkGroup => ({
        ...group,
        items: items
          .filter(({ direction, link }) => direction === group.direction && link.kind === group.kind)
          .map(({ link, node }) => ({ link, node })),
      }),
    );
  const evidence = [node, ...links.flatMap(({ items }) => items.map(({ link }) => link))].flatMap((one) => one.evidence);
  const used = [...evidence, ...node.claims].map(({ source }) => source);
  return { node, links, sources: await sourcesOf(store, used) };
}

/** Sources by id, each once; all of them when no ids are named. Unknown ids are left out. */
export async function sourcesOf(store: GraphStore, ids?: readonly SourceId[]): Promise<Source[]> {
  if (ids?.length === 0) return [];
  const rows = { rows: 1_000_000 };
  const found = ids ? await store.read(sourcesById, { ids: [...new Set(ids)] }, rows) : await store.read(allSources, {}, rows);
  return found.sort(byId);
}

/** What a row says of the surroundings: one of these. */
interface Around {
  readonly self?: true;
  readonly left?: number;
  readonly group?: Neighbours["leftPerKind"][number];
  readonly link?: Link;
}

type NeighboursQuery = z.output<typeof neighboursRoute.query>;

/**
 * The next neighbours of a node: those that a source states before those that were derived, then the best connected first, then
 * by id. Asked again with what it gave as `seen`, it gives each neighbour exactly once. Always two reads.
 *
 * @throws AppError NODE_NOT_FOUND
 */
export async function neighbours(
  store: GraphStore,
  id: NodeId,
  { kinds = nodeKindNames, linkKinds = linkKindNames, limit, seen }: NeighboursQuery,
): Promise<Neighbours> {
  const filter = { id, kinds, linkKinds };
  const known = [...new Set([id, ...seen])];
  const nodes = await store.read(nextNeighbours, { ...filter, seen: known, limit }, { rows: limit });
  const shown = nodes.map((node) => node.id);
  const around: Around[] = await store.read(
    aroundNeighbours,
    { ...filter, seen: [...known, ...shown], shown, known },
    { rows: 1_000_000 },
  );
  if (!around.some(({ self }) => self)) throw notFound([id]);
  return {
    nodes,
    links: around.flatMap(({ link }) => link ?? []).sort(byId),
    left: around.find((row) => row.left !== undefined)?.left ?? 0,
    leftPerKind: around
      .flatMap(({ group }) => group ?? [])
      .sort((a, b) => b.count - a.count || (groupName(a) < groupName(b) ? -1 : 1)),
  };
}

const groupName = ({ linkKind, direction, kind }: Neighbours["leftPerKind"][number]) => `${linkKind} ${direction} ${kind}`;

/** The named nodes that exist, in the order of `ids`, with every link among them. */
export async function subgraph(store: GraphStore, ids: readonly NodeId[]): Promise<Subgraph & { missing: NodeId[] }> {
  const wanted = [...new Set(ids)];
  const [found, links] = await Promise.all([
    store.read(nodesById, { ids: wanted }),
    store.read(linksAmong, { ids: wanted }, { rows: 1_000_000 }),
  ]);
  const nodes = new Map(found.map((node) => [node.id, node]));
  return {
    nodes: wanted.flatMap((id) => nodes.get(id) ?? []),
    links: links.sort(byId),
    missing: wanted.filter((id) => !nodes.has(id)),
  };
}
