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

/** What columns hold, seen row by row: `null` where no row has a value, `float | string` where values are not alike. */
class ColumnKinds {
  readonly #found: Set<string>[] = [];

  see(row: readonly Cell[]): void {
    for (const [index, { kind }] of row.entries()) {
      this.#found[index] ??= new Set();
      if (kind !== "null") this.#found[index].add(kind);
    }
  }

  of(columns: number): string[] {
    return Array.from({ length: columns }, (_, index) => [...(this.#found[index] ?? [])].sort().join(" | ") || "null");
  }
}

/** What the columns of some rows hold, and the rows as JSON: a whole decimal number among other kinds says that it is one. */
export function answerOf(columns: number, rows: readonly (readonly Cell[])[]): { kinds: string[]; rows: unknown[][] } {
  const seen = new ColumnKinds();
  for (const row of rows) seen.see(row);
  const kinds = seen.of(columns);
  return { kinds, rows: rows.map((row) => row.map(({ json }, index) => toldApart(json, kinds[index] === "float"))) };
}

/** Characters of lines that are sent together, and milliseconds for which one waits for others. */
const together = { characters: 64_000, milliseconds: 250 } as const;

/**
 * Rows as lines of JSON, which are taken from time to time, and what the columns hold by the end. Which kinds a column will hold is not
 * known when its first line leaves, so every whole decimal number says that it is one.
 */
export class RowLines {
  readonly #kinds = new ColumnKinds();
  #lines: string[] = [];
  #characters = 0;
  #taken = performance.now();
  #rows = 0;

  /** @returns whether it is time to take what there is */
  add(row: readonly Cell[]): boolean {
    this.#kinds.see(row);
    const line = `${JSON.stringify(row.map(({ json }) => toldApart(json, false)))}\n`;
    this.#lines.push(line);
    this.#characters += line.length;
    this.#rows++;
    return this.#characters >= together.characters || performance.now() - this.#taken >= together.milliseconds;
  }

  take(): Uint8Array {
    const bytes = Buffer.from(this.#lines.join(""));
    [this.#lines, this.#characters, this.#taken] = [[], 0, performance.now()];
    return bytes;
  }

  /** Rows in all, also those that were taken. */
  get rows(): number {
    return this.#rows;
  }

  kindsOf(columns: number): string[] {
    return this.#kinds.of(columns);
  }
}

function toldApart(json: unknown, amongFloats: boolean): unknown {
  if (json instanceof WholeFloat) return amongFloats ? json.value : { $type: "float", value: json.value };
  if (Array.isArray(json)) return json.map((inside) => toldApart(inside, false));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, inside]) => [key, toldApart(inside, false)]));
}
