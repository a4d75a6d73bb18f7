import type { CallInput } from "../../model/call.ts";
import { AppError } from "../../model/errors.ts";
import {
  type PatternLink,
  type PatternNode,
  PatternRowsEnd,
  PatternRowsFailed,
  PatternRowsHead,
  patternRowsRoute,
} from "../../model/patterns.ts";
import { callLines } from "../app/api.ts";
import { rest, turnClock } from "../app/in-turns.ts";
import { cellOf } from "../ui/cells.ts";

export type Row = readonly unknown[];

/** How rows ended: all that there were, as many as were asked for, as many as came before somebody stopped them or something failed. */
export type Ending =
  | { readonly is: "whole" }
  | { readonly is: "cut" }
  | { readonly is: "stopped" }
  | { readonly is: "failed"; readonly error: unknown };

/** What a pattern has found so far. */
export interface Found {
  readonly head: PatternRowsHead;
  /** Grows while rows come. */
  readonly rows: readonly Row[];
  /** How many rows there are now. */
  readonly count: number;
  /** What each column holds; empty until all rows have come. */
  readonly kinds: readonly string[];
  readonly milliseconds?: number;
  /** Absent while rows come. */
  readonly ending?: Ending;
}

/** There may be more rows than these. */
export const isPart = ({ ending }: Found): boolean => ending?.is !== "whole";

/** Milliseconds between two looks at what has come. */
const between = 250;

type Asked = NonNullable<
  CallInput<typeof patternRowsRoute.params, typeof patternRowsRoute.query, typeof patternRowsRoute.body>["body"]
>;

/**
 * Runs a pattern, and shows what it has found from the first rows to the last.
 * @throws AppError before the first row, as `call` does; the abort reason when aborted
 */
export async function readFound(body: Asked, signal: AbortSignal, show: (found: Found) => void): Promise<void> {
  const reading = new Reading();
  const clock = turnClock();
  let shown = Number.NEGATIVE_INFINITY;
  try {
    for await (const lines of callLines(patternRowsRoute, { body }, signal)) {
      for (const line of lines) {
        reading.take(line);
        if (!clock.isOver()) continue;
        await rest();
        signal.throwIfAborted();
        clock.restart();
      }
      const found = reading.found;
      if (!found || (!found.ending && performance.now() < shown + between)) continue;
      shown = performance.now();
      show(found);
      if (found.ending) return;
    }
    throw new AppError("STORE_UNAVAILABLE", "The rows broke off");
  } catch (error) {
    if (signal.aborted || !reading.found || reading.found.count === 0) throw error;
    show({ ...reading.found, ending: { is: "failed", error } });
  }
}

/** Line by line: what they are about, rows, and how they ended. */
class Reading {
  #head: PatternRowsHead | undefined;
  readonly #rows: Row[] = [];
  #end: Partial<Found> = {};
  /** One object for each item and link, in however many rows it stands. */
  readonly #shared = new Map<string, PatternNode | PatternLink>();

  get found(): Found | undefined {
    return this.#head && { head: this.#head, rows: this.#rows, count: this.#rows.length, kinds: [], ...this.#end };
  }

  take(line: unknown): void {
    if (!this.#head) this.#head = PatternRowsHead.parse(line);
    else if (Array.isArray(line)) this.#rows.push(line.map((value) => this.#share(value)));
    else this.#end = endOf(line);
  }

  #share(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.#share(item));
    const cell = cellOf(value);
    if (cell.$type === "path")
      return { ...cell, nodes: cell.nodes.map((node) => this.#share(node)), links: cell.links.map((link) => this.#share(link)) };
    if (cell.$type !== "node" && cell.$type !== "link") return value;
    const key = `${cell.$type} ${cell.id}`;
    const before = this.#shared.get(key);
    if (before && isAlike(before.properties, cell.properties)) return before;
    this.#shared.set(key, cell);
    return cell;
  }
}

/** Whether two values of JSON are the same. */
function isAlike(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  const [entries, others] = [Object.entries(one), other as Readonly<Record<string, unknown>>];
  return entries.length === Object.keys(others).length && entries.every(([name, value]) => isAlike(value, others[name]));
}

function endOf(line: unknown): Partial<Found> {
  const failed = PatternRowsFailed.safeParse(line);
  if (failed.success) throw new AppError(failed.data.failed.code, failed.data.failed.detail);
  const { kinds, milliseconds, truncated } = PatternRowsEnd.parse(line).end;
  return { kinds, milliseconds, ending: { is: truncated ? "cut" : "whole" } };
}
