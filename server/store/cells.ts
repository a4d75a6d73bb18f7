/** The values of an answer as plain JSON, with what kind each is. Both engines make them, so that one value is always the same text. */
import { sorted } from "./pattern-values.ts";

/** A value and its kind: `integer`, `date`, `node`, `list<string>` … */
export interface Cell {
  readonly kind: string;
  readonly json: unknown;
}

/** A decimal number without a fraction: JSON has no way to say that it is one, so the answer does (see `answerOf`). */
class WholeFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export const nullCell: Cell = { kind: "null", json: null };
export const plainCell = (kind: "boolean" | "string", json: unknown): Cell => ({ kind, json });

/** Whole numbers beyond 2^53 are texts, since JavaScript would round them. */
export function integerCell(value: bigint): Cell {
  const number = Number(value);
  return { kind: "integer", json: Number.isSafeInteger(number) ? number : value.toString() };
}

/** Infinity and NaN, which JSON does not have, are texts. */
export function floatCell(value: number): Cell {
  if (!Number.isFinite(value)) return { kind: "float", json: String(value) };
  return { kind: "float", json: Number.isInteger(value) ? new WholeFloat(value) : value };
}

/** A moment or a duration, as its ISO 8601 text. */
export const momentCell = (kind: string, text: string): Cell => ({ kind, json: text });

export const graphCell = (kind: "node" | "link" | "path", json: unknown): Cell => ({ kind, json });

export function listCell(items: readonly Cell[]): Cell {
  const kinds = new Set(items.map(({ kind }) => kind).filter((kind) => kind !== "null"));
  const [only] = kinds;
  const alike = kinds.size === 1 && only !== undefined;
  const isFloats = only === "float" && alike;
  return {
    kind: alike ? `list<${only}>` : "list",
    json: items.map(({ json }) => (isFloats && json instanceof WholeFloat ? json.value : json)),
  };
}

export const mapCell = (entries: readonly (readonly [string, Cell])[]): Cell => ({
  kind: "map",
  json: sorted(entries.map(([key, { json }]) => [key, json])),
});

/** What the columns of some rows hold, and the rows as JSON: a whole decimal number among other kinds says that it is one. */
export function answerOf(columns: number, rows: readonly (readonly Cell[])[]): { kinds: string[]; rows: unknown[][] } {
  const kinds = Array.from({ length: columns }, (_, index) => {
    const found = new Set(rows.map((row) => row[index]?.kind ?? "null").filter((kind) => kind !== "null"));
    return found.size === 0 ? "null" : [...found].sort().join(" | ");
  });
  return { kinds, rows: rows.map((row) => row.map(({ json }, index) => toldApart(json, kinds[index] === "float"))) };
}

function toldApart(json: unknown, amongFloats: boolean): unknown {
  if (json instanceof WholeFloat) return amongFloats ? json.value : { $type: "float", value: json.value };
  if (Array.isArray(json)) return json.map((inside) => toldApart(inside, false));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, inside]) => [key, toldApart(inside, false)]));
}
