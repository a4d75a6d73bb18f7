import { inTurns } from "../app/in-turns.ts";
import { cellOf, cellText } from "../ui/cells.ts";
import { type CsvValue, csvOf } from "../ui/csv.ts";
import { type Found, isPart, type Row } from "./found.ts";

/** Rows that are written in one go, before the page may do something else. */
const together = 200;

/** A pattern as it was asked. */
export interface Asked {
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The name of a file of rows: it says how many there are when there may be more. */
export const fileNameOf = (found: Found, ending: string): string =>
  `overlap-${found.head.datasetVersion}-pattern${isPart(found) ? `-first-${found.count}-rows` : ""}.${ending}`;

/**
 * The rows as a spreadsheet in Dutch expects them.
 * @param cut the words for a last line, when there may be more rows
 */
export const csvFile = (found: Found, order: Uint32Array | undefined, cut: string): Promise<Blob> =>
  inTurns(writeCsv(found, order, isPart(found) ? cut : undefined));

/** The rows in the form of an answer of the API, with the pattern that gave them. */
export const jsonFile = (found: Found, order: Uint32Array | undefined, asked: Asked): Promise<Blob> =>
  inTurns(writeJson(found, order, asked));

function* writeCsv({ head, rows }: Found, order: Uint32Array | undefined, cut: string | undefined): Generator<void, Blob, void> {
  const parts = [csvOf([head.columns])];
  for (const some of groupsOf(rows, order)) {
    parts.push(linesOf(some.map((row) => row.map(csvValue))));
    yield;
  }
  if (cut) parts.push(linesOf([[cut]]));
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

/** Without the mark at the beginning of a file. */
const linesOf = (lines: readonly (readonly CsvValue[])[]): string => csvOf(lines).slice(1);

function csvValue(value: unknown): CsvValue {
  const cell = cellOf(value);
  if (cell.$type === "float") return cell.value;
  return typeof value === "number" ? value : cellText(value);
}

function* writeJson(found: Found, order: Uint32Array | undefined, asked: Asked): Generator<void, Blob, void> {
  const { head, kinds, milliseconds } = found;
  const about = { pattern: asked, ...head, kinds, truncated: isPart(found), milliseconds };
  const parts = [`${JSON.stringify(about, null, 2).slice(0, -2)},\n  "rows": [`];
  let isFirst = true;
  for (const some of groupsOf(found.rows, order)) {
    parts.push(some.map((row, index) => `${isFirst && index === 0 ? "" : ","}\n    ${JSON.stringify(row)}`).join(""));
    isFirst = false;
    yield;
  }
  return new Blob([...parts, "\n  ]\n}\n"], { type: "application/json" });
}

/** The rows as they are shown, some at a time. */
function* groupsOf(rows: readonly Row[], order: Uint32Array | undefined): Generator<Row[], void, void> {
  for (let start = 0; start < rows.length; start += together) {
    if (!order) yield rows.slice(start, start + together);
    else yield [...order.subarray(start, start + together)].flatMap((index) => (rows[index] ? [rows[index]] : []));
  }
}
