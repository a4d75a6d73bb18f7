import { AppError } from "../model/errors.ts";
import type { NodeId, NodeSummary, Source, SourceId, Subgraph } from "../model/graph.ts";
import type { NodeKind } from "../model/kinds.ts";
import { allSources, nodesById, nodesOfKinds, sourcesById } from "./queries/explore.ts";
import { linksAmong } from "./queries/neighbours.ts";
import type { GraphStore } from "./store/store.ts";

/** By id: an order that no engine has a say in. */
export const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);

/** Names the nodes that are not there. */
export const notFound = (ids: readonly string[]) => new AppError("NODE_NOT_FOUND", `No item ${ids.join(", ")}`);

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
