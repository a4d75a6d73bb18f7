import { createHash } from "node:crypto";
import type { FoundResult } from "../../model/cite.ts";
import type { Steps } from "../analysis/graph/steps.ts";
import type { PatternLines } from "../tables/pattern-lines.ts";

/** What a pattern found, row by row. */
export interface Result extends FoundResult {
  readonly columns: readonly string[];
  /** Each row as JSON, in the order in which they came. */
  readonly lines: readonly string[];
  /** Of each row, whatever the order of the properties in it: that is the engine's own. */
  readonly digests: readonly string[];
}

/**
 * The hash of a result is SHA-256 of its columns as JSON and of the digests of its rows in their own order, a line each: a pattern
 * without ORDER BY may give its rows in another order each time.
 */
export function* resultOf({ head, rows, end }: PatternLines): Steps<Result> {
  const { columns, datasetVersion, engine } = head;
  const digests: string[] = [];
  for (const row of rows) {
    digests.push(sha256(JSON.stringify(JSON.parse(row), byName)));
    yield;
  }
  const hash = sha256([JSON.stringify(columns), ...[...digests].sort()].join("\n"));
  return { datasetVersion, engine, rows: rows.length, truncated: end.truncated, hash, columns, lines: rows, digests };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A map by the names in it. */
const byName = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** The rows that the first result has more often than the second, as JSON, in their order. */
export function onlyIn(one: Result, other: Result): string[] {
  const left = new Map<string, number>();
  for (const digest of other.digests) left.set(digest, (left.get(digest) ?? 0) + 1);
  return one.lines.filter((_, row) => {
    const digest = one.digests[row] ?? "";
    const count = left.get(digest) ?? 0;
    if (count > 0) left.set(digest, count - 1);
    return count === 0;
  });
}
