import { AppError } from "../../model/errors.ts";
import type { PatternRowsEnd, PatternRowsFailed, PatternRowsHead } from "../../model/patterns.ts";

/** What a pattern gave, with its rows as they came. */
export interface PatternLines {
  readonly head: PatternRowsHead;
  /** Each row as JSON. */
  readonly rows: readonly string[];
  readonly end: PatternRowsEnd["end"];
}

/**
 * Reads what a pattern finds as it is found (`/api/patterns/rows`), with a turn for everybody else between two pieces.
 *
 * @param pieces with whole lines in each, or with none
 * @throws AppError with whatever ended the pattern; STORE_UNAVAILABLE when it ended without a word
 */
export async function patternLines(pieces: AsyncIterable<Uint8Array>): Promise<PatternLines> {
  let head: PatternRowsHead | undefined;
  let end: PatternRowsEnd["end"] | undefined;
  const rows: string[] = [];
  for await (const piece of pieces)
    for (const line of Buffer.from(piece).toString().trimEnd().split("\n")) {
      if (line === "") continue;
      if (head === undefined) head = JSON.parse(line) as PatternRowsHead;
      else if (line.startsWith("[")) rows.push(line);
      else end = endIn(line);
    }
  if (head === undefined || end === undefined)
    throw new AppError("STORE_UNAVAILABLE", "The answer ended before its time: ask again");
  return { head, rows, end };
}

function endIn(line: string): PatternRowsEnd["end"] {
  const told = JSON.parse(line) as PatternRowsEnd | PatternRowsFailed;
  if ("end" in told) return told.end;
  throw new AppError(told.failed.code, told.failed.detail);
}
