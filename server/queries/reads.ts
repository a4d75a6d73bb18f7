import { AppError } from "../../model/errors.ts";
import type { NodeChoice } from "../../model/explore.ts";
import type { NodeId, Source, SourceId, Subgraph } from "../../model/graph.ts";
import { type NodeKind, nodeKindNames } from "../../model/kinds.ts";
import type { GraphStore, ReadLimits } from "../store/store.ts";
import { allSources, nodesById, nodesOfKinds, sourcesById } from "./explore.ts";
import { linksFrom } from "./neighbours.ts";
import { idsOfKind } from "./profiles.ts";

/** For a read of all there is: on a large graph it takes longer than an answer may. */
export const wholeGraph: Partial<ReadLimits> = { timeout: 600_000 };

/** By id: an order that no engine has a say in. */
export const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);

/** Names the nodes that are not there. */
export const notFound = (ids: readonly string[]) =>
  new AppError("NODE_NOT_FOUND", `No item ${ids.join(", ")}`, {
    fields: ids.map((id) => ({ field: id, why: "there is no such item" })),
  });

/** The id of every node, in order: kind after kind, since sorting all of them at once would keep others waiting. */
export async function idsInOrder(store: GraphStore): Promise<NodeId[]> {
  const ids: NodeId[] = [];
  for (const kind of [...nodeKindNames].sort())
    for (const row of await store.read(idsOfKind(kind), {}, wholeGraph)) for (const id of [...row.ids].sort()) ids.push(id);
  return ids;
}

/** Some at a time of many, so that others have their turns in between. */
export function* inPages<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let first = 0; first < items.length; first += size) yield items.slice(first, first + size);
}

/** The first `limit` nodes of some kinds, by name as Dutch sorts it. */
export async function nodesOf(store: GraphStore, kinds: readonly NodeKind[], limit: number): Promise<NodeChoice[]> {
  const nodes = await store.read(nodesOfKinds, { kinds, limit }, { rows: limit });
  return nodes.sort((one, other) => dutch.compare(one.name, other.name) || byId(one, other));
}

const dutch = new Intl.Collator("nl", { numeric: true });

/** Sources by id, each once; all of them when no ids are named. Unknown ids are left out. */
export async function sourcesOf(store: GraphStore, ids?: readonly SourceId[]): Promise<Source[]> {
  if (ids?.length === 0) return [];
  const sources = await (ids ? store.read(sourcesById, { ids: [...new Set(ids)] }) : store.read(allSources, {}));
  return sources.sort(byId);
}

/** The named nodes that exist, in the order of `ids`, with every link among them. */
export const subgraph = (store: GraphStore, ids: readonly NodeId[]): Promise<Subgraph & { missing: NodeId[] }> =>
  subgraphPart(store, ids, ids);

/** The same for a part of a view: the nodes of `part`, and the links that lead from them to any of `ids`. */
export async function subgraphPart(
  store: GraphStore,
  ids: readonly NodeId[],
  part: readonly NodeId[],
): Promise<Subgraph & { missing: NodeId[] }> {
  const asked = [...new Set(part)];
  const [found, links] = await Promise.all([
    store.read(nodesById, { ids: asked }),
    store.read(linksFrom, { from: asked, among: [...new Set(ids)] }),
  ]);
  const nodes = new Map(found.map((node) => [node.id, node]));
  return {
    nodes: asked.flatMap((id) => nodes.get(id) ?? []),
    links: links.sort(byId),
    missing: asked.filter((id) => !nodes.has(id)),
  };
}

/** Nodes in an order that has their links in order, whatever the pages are: a link's id begins with where it leads from, and then a bar. */
export const inOrderOfLinks = (ids: readonly NodeId[]): NodeId[] =>
  ids
    .map((id) => `${id}|`)
    .sort()
    .map((id) => id.slice(0, -1) as NodeId);
