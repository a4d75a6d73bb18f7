import type { Steps } from "../analysis/graph/steps.ts";
import type { Cell } from "./csv.ts";

/** A list of objects as a table. */
export interface FlatTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * What objects hold, as columns: what lies within one gets a name with a point, as in `node.id`; a list is one cell. Every name that any
 * of them has is a column, in the order in which they come.
 */
export function* flatRows(objects: readonly unknown[]): Steps<FlatTable> {
  const columns = new Map<string, number>();
  const found: Map<string, Cell>[] = [];
  for (const object of objects) {
    const row = new Map<string, Cell>();
    flatten("", object, row);
    for (const name of row.keys()) if (!columns.has(name)) columns.set(name, columns.size);
    found.push(row);
    yield;
  }
  const names = [...columns.keys()];
  const rows: Cell[][] = [];
  for (const row of found) {
    rows.push(names.map((name) => row.get(name)));
    yield;
  }
  return { columns: names, rows };
}

function flatten(name: string, value: unknown, row: Map<string, Cell>): void {
  if (typeof value !== "object" || value === null) row.set(name || "value", value as Cell);
  else if (Array.isArray(value)) row.set(name, JSON.stringify(value));
  else for (const [key, inside] of Object.entries(value)) flatten(name ? `${name}.${key}` : key, inside, row);
}
