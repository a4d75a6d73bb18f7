import { AppError } from "../../model/errors.ts";
import { type LinkId, linkEnds, type NodeId, type Text } from "../../model/graph.ts";
import type { ChangeEntry, NodeHistory } from "../../model/history.ts";
import { type Actor, mayDo } from "../../model/roles.ts";
import type { RowChange } from "../../model/versions.ts";
import type { Archive } from "../archive/archive.ts";
import type { ChangedRow, ChangeHead } from "../archive/change-records.ts";
import { sectionOf } from "../archive/version-file.ts";
import { recentVersionOf } from "../cache/version.ts";
import { nameOfRow, rowChange } from "../dataset/row-change.ts";
import { nodesById } from "../queries/explore.ts";
import type { GraphStore } from "../store/store.ts";
import { namesOfEnds } from "./names.ts";
import { changesText } from "./wording.ts";

/** A change as somebody may hear of it: readers hear no initials. */
function entryFor({ role }: Actor, head: ChangeHead): ChangeEntry {
  const { version, number, madeAt, how, by, why, changes, undoes, from } = head;
  const told = by && { by: mayDo(role, "editor") ? by : { role: by.role } };
  const text = changesText(changes, false);
  return { version, number, madeAt, how, ...told, why, changes, text, ...(undoes && { undoes }), canUndo: from !== undefined };
}

interface Wanted {
  readonly before?: number | undefined;
  readonly limit: number;
}

/** What was done, the latest first. */
export async function historyOf(store: GraphStore, archive: Archive, { before, limit }: Wanted, actor: Actor) {
  const present = await recentVersionOf(store);
  const entries: ChangeEntry[] = [];
  for await (const { head } of archive.changes.leadingTo(present)) {
    if (before !== undefined && head.number >= before) continue;
    if (entries.length === limit) return { present, entries, hasMore: true };
    entries.push(entryFor(actor, head));
  }
  return { present, entries, hasMore: false };
}

/** What one change did, row by row; it is named by the version that it made, or that one's number. @throws AppError VERSION_NOT_FOUND */
export async function changeOf(store: GraphStore, archive: Archive, asked: string, limit: number, actor: Actor) {
  const head = await headOf(store, archive, asked);
  if (!head) throw new AppError("VERSION_NOT_FOUND", `This server does not know what made version ${asked}`);
  const { version } = head;
  const shown: ChangedRow[] = [];
  let count = 0;
  for await (const page of archive.changes.rows(version)) {
    count += page.length;
    shown.push(...page.slice(0, limit - shown.length));
  }
  return { entry: entryFor(actor, head), rows: await rowsTold(store, shown), more: count - shown.length };
}

async function headOf(store: GraphStore, { changes }: Archive, asked: string): Promise<ChangeHead | undefined> {
  if (asked.includes("-")) return changes.find(asked);
  for await (const { head } of changes.leadingTo(await recentVersionOf(store))) if (String(head.number) === asked) return head;
  return undefined;
}

async function rowsTold(store: GraphStore, rows: readonly ChangedRow[]): Promise<RowChange[]> {
  const names = await namesOfEnds(store, rows, rows);
  const order = ["nodes", "links", "sources"];
  return rows
    .map(({ id, before, after }) => rowChange(id, before, after, names))
    .sort((one, other) => order.indexOf(sectionOf(one.id)) - order.indexOf(sectionOf(other.id)));
}

/** What was done to an item and its links, the latest first. */
export async function historyOfNode(
  store: GraphStore,
  archive: Archive,
  id: NodeId,
  limit: number,
  actor: Actor,
): Promise<NodeHistory> {
  const isIts = (row: string) => {
    if (sectionOf(row) !== "links") return row === id;
    const { from, to } = linkEnds(row as LinkId);
    return from === id || to === id;
  };
  const entries: NodeHistory["entries"] = [];
  let name = await nameNow(store, id);
  let hasMore = false;
  for await (const { head, ids } of archive.changes.leadingTo(await recentVersionOf(store))) {
    if (ids && ![...ids].some(isIts)) continue;
    const its: ChangedRow[] = [];
    for await (const page of archive.changes.rows(head.version)) its.push(...page.filter((row) => isIts(row.id)));
    if (its.length === 0) continue;
    if (entries.length === limit) {
      hasMore = true;
      break;
    }
    const own = its.find((row) => row.id === id);
    const last = own?.after ?? own?.before;
    name ??= last && nameOfRow(last);
    entries.push({ entry: entryFor(actor, head), rows: await rowsTold(store, its) });
  }
  return { ...(name && { name }), entries, hasMore };
}

async function nameNow(store: GraphStore, id: NodeId): Promise<Text | undefined> {
  const [node] = await store.read(nodesById, { ids: [id] });
  return node && { nl: node.name, en: node.nameEn };
}
