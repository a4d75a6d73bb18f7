import { mostNodesInView, subgraphRoute } from "../../model/explore.ts";
import { type Language, NodeId, type NodeSummary } from "../../model/graph.ts";
import { call } from "../app/api.ts";
import { nameOf } from "../ui/format.ts";

/** The items that were asked for by id; none where there is no such item. */
const known = new Map<string, NodeSummary | undefined>();
/** The reads that are under way, by the ids that they are for. */
const underWay = new Map<string, Promise<void>>();

/** Reads the names of items. It gives whether any was not known before. @throws nothing: ids stay ids when they cannot be read */
export async function readNames(ids: readonly string[]): Promise<boolean> {
  const unknown = ids.flatMap((id) => (known.has(id) ? [] : (NodeId.safeParse(id).data ?? []))).slice(0, mostNodesInView);
  if (unknown.length === 0) return false;
  const fresh = unknown.filter((id) => !underWay.has(id));
  if (fresh.length > 0) {
    const read = readThem(fresh);
    for (const id of fresh) underWay.set(id, read);
  }
  await Promise.all(unknown.map((id) => underWay.get(id)));
  return unknown.some((id) => known.has(id));
}

async function readThem(ids: readonly NodeId[]): Promise<void> {
  try {
    const { nodes } = await call(subgraphRoute, { query: { ids } });
    for (const id of ids) known.set(id, undefined);
    for (const node of nodes) known.set(node.id, node);
  } catch {
    // They are asked for again when they are needed again.
  }
  for (const id of ids) underWay.delete(id);
}

/** The name of an item; its id while that is not known. */
export function itemName(id: string, language: Language): string {
  const node = known.get(id);
  return node ? nameOf(node, language) : id;
}
