import { AppError } from "../model/errors.ts";
import type { Health, Schema } from "../model/explore.ts";
import type { NodeId, NodeSummary, Source, SourceId, Subgraph } from "../model/graph.ts";
import { linkKindNames, linkKinds, type NodeKind, nodeKindNames, nodeKinds } from "../model/kinds.ts";
import type { GraphStore } from "./graph/store.ts";
import { keptPerVersion } from "./kept.ts";
import { allSources, graphSize, kindCounts, linkKindCounts, nodesById, nodesOfKinds, sourcesById } from "./queries/explore.ts";
import { linksAmong } from "./queries/neighbours.ts";
import { versionOf } from "./version.ts";

/** By id: an order that no engine has a say in. */
export const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);

/** Names the nodes that are not there. */
export const notFound = (ids: readonly string[]) => new AppError("NODE_NOT_FOUND", `No item ${ids.join(", ")}`);

/** How large the graph is: counted once for each state of it, since counting a large graph takes longer than asking how it does. */
const sizes = keptPerVersion(async (store) => {
  const counts = await store.read(graphSize, {});
  const sizeOf = (what: "nodes" | "links") => counts.find((size) => size.what === what)?.count ?? 0;
  return { nodes: sizeOf("nodes"), links: sizeOf("links") };
});

/** Whether the graph can be read. Never throws: a store that is away is an answer too. */
export async function health(store: GraphStore): Promise<Health> {
  const { engine, version, reachable } = await store.health();
  const unavailable: Health = { status: "unavailable", engine, version, nodes: 0, links: 0, datasetVersion: "" };
  if (!reachable) return unavailable;
  try {
    return { status: "ok", engine, version, ...(await sizes(store)), datasetVersion: await versionOf(store) };
  } catch (error) {
    if (error instanceof AppError) return unavailable;
    throw error;
  }
}

/** Every kind of node and link with how many there are; kinds without any count 0. */
export const schema = keptPerVersion(async (store): Promise<Schema> => {
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
});

/** The first `limit` nodes of some kinds, by name as Dutch sorts it. */
export async function nodesOf(store: GraphStore, kinds: readonly NodeKind[], limit: number): Promise<NodeSummary[]> {
  const nodes = await store.read(nodesOfKinds, { kinds, limit }, { rows: limit });
  return nodes.sort((one, other) => dutch.compare(one.name, other.name) || byId(one, other));
}

const dutch = new Intl.Collator("nl", { numeric: true });

/** Sources by id, each once; all of them when no ids are named. Unknown ids are left out. */
export async function sourcesOf(store: GraphStore, ids?: readonly SourceId[]): Promise<Source[]> {
  if (ids?.length === 0) return [];
  const rows = { rows: 1_000_000 };
  const found = ids ? await store.read(sourcesById, { ids: [...new Set(ids)] }, rows) : await store.read(allSources, {}, rows);
  return found.sort(byId);
}

/** The named nodes that exist, in the order of `ids`, with every link among them. */
export async function subgraph(store: GraphStore, ids: readonly NodeId[]): Promise<Subgraph & { missing: NodeId[] }> {
  const wanted = [...new Set(ids)];
  const [found, links] = await Promise.all([
    store.read(nodesById, { ids: wanted }),
    store.read(linksAmong, { all: wanted, some: wanted }, { rows: 1_000_000 }),
  ]);
  const nodes = new Map(found.map((node) => [node.id, node]));
  return {
    nodes: wanted.flatMap((id) => nodes.get(id) ?? []),
    links: links.sort(byId),
    missing: wanted.filter((id) => !nodes.has(id)),
  };
}
