import type { Language } from "../../../model/graph.ts";
import { cellOf, cellText } from "../../ui/cells.ts";
import type { Row } from "../found.ts";

/** By which column rows stand, and whether the largest comes first. */
export interface Sorting {
  readonly column: number;
  readonly isDown: boolean;
}

/** Rows that are sorted in one go, before the page may do something else. */
const run = 1_000;

/** What values are compared by: values of one kind stand together, numbers before texts, nothing after all. */
interface Keys {
  readonly groups: Uint8Array;
  readonly numbers: Float64Array;
  readonly texts: string[];
}
const group = { number: 0, notANumber: 1, text: 2, flag: 3, other: 4, nothing: 5 } as const;

/**
 * The indexes of rows in the order of a column. Equal ones stay as they were found, in both directions; those without a value stand
 * last. It yields after each piece of work.
 * @param kind what the column holds, as an answer says it
 */
export function* orderOf(
  rows: readonly Row[],
  { column, isDown }: Sorting,
  kind: string,
  language: Language,
): Generator<void, Uint32Array, void> {
  const keys = yield* keysOf(rows, column, kind);
  const texts = new Intl.Collator(language, { numeric: true });
  const compare = (one: number, other: number): number => {
    const [first, second] = [keys.groups[one] ?? 0, keys.groups[other] ?? 0];
    if (first === group.nothing || second === group.nothing) return first - second || one - other;
    const up =
      first - second ||
      (keys.numbers[one] ?? 0) - (keys.numbers[other] ?? 0) ||
      texts.compare(keys.texts[one] ?? "", keys.texts[other] ?? "");
    return (isDown ? -up : up) || one - other;
  };
  return yield* merged(rows.length, compare);
}

function* keysOf(rows: readonly Row[], column: number, kind: string): Generator<void, Keys, void> {
  const keys = {
    groups: new Uint8Array(rows.length),
    numbers: new Float64Array(rows.length),
    texts: new Array<string>(rows.length),
  };
  for (const [index, row] of rows.entries()) {
    const { of, number = 0, text = "" } = keyOf(row[column], kind);
    keys.groups[index] = of;
    keys.numbers[index] = number;
    keys.texts[index] = text;
    if (index % run === 0) yield;
  }
  return keys;
}

function keyOf(value: unknown, kind: string): { readonly of: number; readonly number?: number; readonly text?: string } {
  const cell = cellOf(value);
  const plain = cell.$type === "float" ? cell.value : cell.$type === "plain" ? cell.value : undefined;
  if (plain === null) return { of: group.nothing };
  if (typeof plain === "number") return { of: group.number, number: plain };
  if (typeof plain === "boolean") return { of: group.flag, number: Number(plain) };
  if (typeof plain === "string" && kind === "float" && plain === "NaN") return { of: group.notANumber };
  if (typeof plain === "string" && (kind === "float" || kind === "integer")) return { of: group.number, number: Number(plain) };
  if (typeof plain === "string" && kind === "datetime") return { of: group.number, number: Date.parse(plain), text: plain };
  return { of: typeof plain === "string" ? group.text : group.other, text: cellText(value) };
}

/** Sorts runs, and merges them two by two. */
function* merged(count: number, compare: (one: number, other: number) => number): Generator<void, Uint32Array, void> {
  let from = Uint32Array.from({ length: count }, (_, index) => index);
  for (let start = 0; start < count; start += run) {
    from.subarray(start, start + run).sort(compare);
    yield;
  }
  let to = new Uint32Array(count);
  for (let width = run; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, count), Math.min(start + 2 * width, count)];
      let [left, right] = [start, middle];
      for (let at = start; at < end; at += 1) {
        const isLeft = left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0);
        to[at] = from[isLeft ? left++ : right++] ?? 0;
        if (at % run === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
