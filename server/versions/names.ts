import type { NodeId, Text } from "../../model/graph.ts";
import type { ChangedRow } from "../archive/change-records.ts";
import { sectionOf } from "../archive/version-file.ts";
import { endsAmong, type Names, nameOfRow } from "../dataset/row-change.ts";
import { nodesById } from "../queries/explore.ts";
import type { GraphStore } from "../store/store.ts";

/** What the ends of some links are called: now, or in the change that they stand in. While the database is away, only the latter. */
export async function namesOfEnds(
  store: GraphStore,
  shown: readonly { readonly id: string }[],
  changed: readonly ChangedRow[],
): Promise<Names> {
  const wanted = endsAmong(shown.map(({ id }) => id));
  if (wanted.size === 0) return new Map();
  const names = new Map<string, Text>();
  for (const { id, before, after } of changed) {
    const row = after ?? before;
    if (row && sectionOf(id) === "nodes" && wanted.has(id)) names.set(id, nameOfRow(row));
  }
  const nodes = await store.read(nodesById, { ids: [...wanted] as NodeId[] }).catch(() => []);
  for (const { id, name, nameEn } of nodes) names.set(id, { nl: name, en: nameEn });
  return names;
}
