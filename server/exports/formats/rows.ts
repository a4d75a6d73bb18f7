import { Readable } from "node:stream";
import type { ExportFormatName } from "../../../model/exports.ts";
import type { PatternAnswer } from "../../../model/patterns.ts";
import type { CsvDialect } from "../../../model/tables.ts";
import { type Cell, csvRows, csvStart } from "../../tables/csv.ts";
import { patternCell } from "../../tables/pattern-cell.ts";
import type { About } from "../content/content.ts";
import { workbook } from "./workbook.ts";
import { aboutSheet } from "./xlsx.ts";
import { zipOf } from "./zip.ts";

const rowsAtOnce = 500;

/** The rows of a pattern as they are, in one of the forms that are tables. */
export function writeRows(answer: PatternAnswer, about: About, format: ExportFormatName, dialect: CsvDialect): Readable {
  const { columns, rows } = answer;
  const pages = async function* () {
    for (let first = 0; first < rows.length; first += rowsAtOnce)
      yield rows.slice(first, first + rowsAtOnce).map((row) => row.map(patternCell));
  };
  if (format === "xlsx") return zipOf(workbook([{ name: "rows", head: columns, rows: pages }, aboutSheet(about)]));
  return Readable.from(textOf(answer, about, format, dialect, pages), { objectMode: false });
}

async function* textOf(
  { columns, rows, kinds, truncated }: PatternAnswer,
  about: About,
  format: ExportFormatName,
  dialect: CsvDialect,
  pages: () => AsyncIterable<Cell[][]>,
): AsyncGenerator<string> {
  const told = { ...about, columns, kinds, truncated };
  if (format === "json") {
    yield `{"about":${JSON.stringify(told)},\n"rows":[\n`;
    for (const [index, row] of rows.entries()) yield `${index === 0 ? "" : ",\n"}${JSON.stringify(row)}`;
    yield "\n]}\n";
  } else if (format === "jsonl") {
    yield `${JSON.stringify({ is: "about", ...told })}\n`;
    for (const row of rows) yield `${JSON.stringify({ is: "row", row })}\n`;
  } else {
    yield csvStart(dialect) + csvRows([columns], dialect);
    for await (const page of pages()) yield csvRows(page, dialect);
  }
}
