import { type Claim, type Evidence, kindOf, type NodeId } from "../../model/graph.ts";
import type { Stored } from "../archive/content-hash.ts";
import { sectionOf } from "../archive/version-file.ts";

/**
 * A row taken apart into what can differ by itself: a property, another name, what one source says. Two people who change other cells
 * of one row are not in each other's way.
 */
export type Cells = ReadonlyMap<string, unknown>;

/**
 * Lists of equal length that say one thing together, how many of them tell what it is about, and the last of them, which is left out where
 * it says nothing but `usual`.
 */
const together = {
  evidence: { lists: ["sources", "bases", "notes", "checked_on"], telling: 1, usual: "" },
  claim: { lists: ["claim_about", "claim_source", "claim_value", "claim_rank"], telling: 2, usual: "normal" },
} as const;
const otherName = "other_names";

const inLists = new Set<string>([otherName, ...Object.values(together).flatMap(({ lists }) => lists)]);
/** What follows from the rest. */
const derived = new Set(["id", "kind", "contested", "basis"]);

const keyOf = (...parts: readonly unknown[]) => JSON.stringify(parts);

/** The cell in which a row holds what a source contributes, and what stands in it. */
export const evidenceCell = (source: string): string => keyOf("evidence", source, 0);
export const evidenceValue = ({ basis, note, checkedOn }: Evidence) => [basis, note ?? "", checkedOn ?? ""];

/** The same of a source's word on something. */
export const claimCell = ({ about, source }: Claim): string => keyOf("claim", about, source, 0);
export const claimValue = ({ value, rank }: Claim) => [value, rank ?? "normal"];

/** The property that a cell is of; `evidence`, `claim` and `other_names` for a part of a list. */
export const fieldOfCell = (cell: string): string => (cell.startsWith("[") ? String(JSON.parse(cell)[0]) : cell);

const listIn = (row: Stored, name: string): readonly unknown[] => (Array.isArray(row[name]) ? row[name] : []);

/** The cells of a row, in its own order. */
export function cellsOf(row: Stored): Map<string, unknown> {
  const cells = new Map<string, unknown>();
  for (const [name, value] of Object.entries(row)) if (!inLists.has(name) && !derived.has(name)) cells.set(name, value);
  for (const name of listIn(row, otherName)) cells.set(keyOf(otherName, name), true);
  for (const [name, { lists, telling, usual }] of Object.entries(together)) {
    const columns = lists.map((list) => listIn(row, list));
    const count = new Map<string, number>();
    for (const index of (columns[0] ?? []).keys()) {
      const parts = columns.map((column, place) => column[index] ?? (place === lists.length - 1 ? usual : undefined));
      const told = parts.slice(0, telling);
      const before = count.get(keyOf(...told)) ?? 0;
      count.set(keyOf(...told), before + 1);
      cells.set(keyOf(name, ...told, before), parts.slice(telling));
    }
  }
  return cells;
}

/** The row that is made of cells. */
export function rowOfCells(id: string, cells: Cells): Stored {
  const plain: Record<string, unknown> = { id };
  const names: unknown[] = [];
  const lists = new Map<string, unknown[]>();
  for (const [cell, value] of cells) {
    if (!cell.startsWith("[")) {
      plain[cell] = value;
      continue;
    }
    const [field, ...told] = JSON.parse(cell) as [keyof typeof together | typeof otherName, ...unknown[]];
    if (field === otherName) names.push(told[0]);
    else {
      const parts = [...told.slice(0, -1), ...(value as readonly unknown[])];
      for (const [index, list] of together[field].lists.entries()) lists.set(list, [...(lists.get(list) ?? []), parts[index]]);
    }
  }
  for (const { lists: columns, usual } of Object.values(together)) {
    const last = columns.at(-1) ?? "";
    if (lists.get(last)?.every((one) => one === usual)) lists.delete(last);
  }
  const row = { ...plain, ...(names.length > 0 && { [otherName]: names }), ...Object.fromEntries(lists) };
  return { ...row, ...whatFollows(id, row) };
}

function whatFollows(id: string, row: Stored): Stored {
  const section = sectionOf(id);
  if (section === "sources") return {};
  if (section === "nodes") return { kind: kindOf(id as NodeId), contested: row.conflict !== undefined || claimsDiffer(row) };
  const basis = listIn(row, "bases").includes("stated") ? "stated" : "derived";
  return { basis, contested: row.conflict !== undefined };
}

/** Whether two claims about one thing differ, of those that count. */
function claimsDiffer(row: Stored): boolean {
  const [values, ranks] = [listIn(row, "claim_value"), listIn(row, "claim_rank")];
  const claims = listIn(row, "claim_about").map((about, index) => ({ about, value: values[index], rank: ranks[index] }));
  const counting = claims.filter(({ rank }) => rank !== "outdated");
  const said = new Map(counting.map(({ about, value }) => [about, value]));
  return counting.some(({ about, value }) => said.get(about) !== value);
}
