import { type LinkId, linkEnds } from "../../model/graph.ts";
import type { Steps } from "../analysis/graph/steps.ts";
import type { Stored } from "../archive/content-hash.ts";
import { sectionOf } from "../archive/version-file.ts";
import { type Cells, cellsOf, fieldOfCell, rowOfCells } from "./cells.ts";
import { type Content, type GraphContent, type RowOf, rowIn } from "./content.ts";
import { type Plan, planContent } from "./plan.ts";

/** What somebody wants of one row, and what they have seen of it: only what differs between the two is theirs. */
export interface Edit {
  readonly id: string;
  readonly does: "add" | "change" | "remove";
  readonly seen: Cells;
  readonly wanted: Cells;
  /** Cells that are set where there are none. */
  readonly also?: Cells;
}

/** Why a part of an edit cannot be without overwriting what somebody else has done. */
export interface Clash {
  readonly id: string;
  /**
   * `changed`: somebody else has changed this very field. `gone`: the row is not there any more. `inUse`: others rest on the row that
   * was to go. `missing`: what it leads to or rests on is not there any more.
   */
  readonly why: "changed" | "gone" | "inUse" | "missing";
  readonly field?: string;
  /** What is there now; absent where nothing is. */
  readonly now?: unknown;
}

/** What edits come to: rows as they would be, nothing for one that would go, and what clashes. */
export interface Edited {
  readonly rows: ReadonlyMap<string, Stored | undefined>;
  readonly clashes: readonly Clash[];
}

const sameCell = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Brings edits together with the rows that are there now. What clashes is left as it is. */
export function edited(edits: readonly Edit[], rowOf: RowOf): Edited {
  const rows = new Map<string, Stored | undefined>();
  const clashes: Clash[] = [];
  for (const edit of edits) {
    const before = rows.has(edit.id) ? rows.get(edit.id) : rowOf(edit.id);
    const cells = before && cellsOf(before);
    if (edit.does === "remove") {
      const differs = cells && [...edit.seen].find(([cell, value]) => !sameCell(cells.get(cell), value));
      if (differs) clashes.push(changed(edit.id, differs[0], cells.get(differs[0])));
      else rows.set(edit.id, undefined);
    } else if (!cells && edit.does === "change") clashes.push({ id: edit.id, why: "gone" });
    else rows.set(edit.id, rowOfCells(edit.id, mergedCells(edit, cells ?? new Map(), clashes)));
  }
  return { rows, clashes };
}

const changed = (id: string, cell: string, now: unknown): Clash => ({ id, why: "changed", field: fieldOfCell(cell), now });

const sameCells = (one: Cells, other: Cells): boolean =>
  one.size === other.size && [...one].every(([cell, value]) => sameCell(other.get(cell), value));

function mergedCells({ id, seen, wanted, also }: Edit, now: Cells, clashes: Clash[]): Cells {
  // Where nothing else happened, what is wanted comes back in its own order, too.
  const isUntouched = sameCells(now, seen);
  const merged = new Map(isUntouched ? wanted : now);
  for (const cell of isUntouched ? [] : new Set([...seen.keys(), ...wanted.keys()])) {
    const [was, is, becomes] = [seen.get(cell), now.get(cell), wanted.get(cell)];
    if (sameCell(was, becomes) || sameCell(is, becomes)) continue;
    if (!sameCell(is, was)) clashes.push(changed(id, cell, is));
    else if (becomes === undefined) merged.delete(cell);
    else merged.set(cell, becomes);
  }
  for (const [cell, value] of also ?? []) if (!merged.has(cell)) merged.set(cell, value);
  return merged;
}

/** The edit that leads from one state of a row to another. */
export function editBetween(id: string, before: Stored | undefined, after: Stored | undefined): Edit {
  const does = before === undefined ? "add" : after === undefined ? "remove" : "change";
  return { id, does, seen: before ? cellsOf(before) : new Map(), wanted: after ? cellsOf(after) : new Map() };
}

/** The plan that makes of a graph what edits have made of its rows. */
export function planRows(rows: ReadonlyMap<string, Stored | undefined>, there: GraphContent): Steps<Plan> {
  const sources = new Map(there.sources);
  const nodes = new Map(there.nodes);
  const links = new Map(there.links);
  for (const [id, row] of rows) {
    const section = sectionOf(id);
    if (section !== "links") {
      const all = section === "nodes" ? nodes : sources;
      if (row) all.set(id, row);
      else all.delete(id);
    } else if (row) links.set(id, { ...linkEnds(id as LinkId), properties: row });
    else links.delete(id);
  }
  return planContent({ sources, nodes, links, synonyms: there.synonyms }, there, { replace: true });
}

/** What of some rows cannot be beside all others: something rests on a row that is to go, or a row leads to what is not there. */
export function unfit(rows: Edited["rows"], there: Content): Clash[] {
  const rowNow = rowIn(there);
  const isThere = (id: string) => (rows.has(id) ? rows.get(id) : rowNow(id)) !== undefined;
  const clashes: Clash[] = [];
  for (const [id, row] of rows)
    if (row && needsOf(id, row).some((needed) => !isThere(needed))) clashes.push({ id, why: "missing" });
  const gone = new Set([...rows].flatMap(([id, row]) => (row || sectionOf(id) === "links" ? [] : [id])));
  if (gone.size === 0) return clashes;
  const inUse = new Set<string>();
  const look = (id: string, row: Stored) => {
    if (!rows.has(id)) for (const needed of needsOf(id, row)) if (gone.has(needed)) inUse.add(needed);
  };
  for (const [id, row] of there.nodes) look(id, row);
  for (const [id, { properties }] of there.links) look(id, properties);
  return [...clashes, ...[...inUse].map((id): Clash => ({ id, why: "inUse" }))];
}

/** What a row leads to and rests on. */
export function needsOf(id: string, row: Stored): string[] {
  const listed = ["sources", "claim_source"].flatMap((name) => (row[name] ?? []) as string[]);
  if (sectionOf(id) !== "links") return listed;
  const { from, to } = linkEnds(id as LinkId);
  return [from, to, ...listed];
}
