import { Readable } from "node:stream";
import type { CsvDialect, ExportFormatName } from "../../../model/exports.ts";
import type { PatternAnswer, PatternLink, PatternNode, PatternPath } from "../../../model/patterns.ts";
import type { About } from "../content/content.ts";
import { type Cell, csvRows, csvStart } from "./csv.ts";
import { workbook } from "./workbook.ts";
import { aboutSheet } from "./xlsx.ts";
import { zipOf } from "./zip.ts";

/** A node or a link in a cell is its id; a path the ids of both, from end to end. */
function cellOf(value: unknown): Cell {
  if (typeof value !== "object" || value === null) return value as Cell;
  if (Array.isArray(value)) return value.map(inListOf) as unknown as Cell;
  const inside = inListOf(value);
  return typeof inside === "object" && inside !== null ? JSON.stringify(inside) : (inside as Cell);
}

function inListOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inListOf);
  if (typeof value !== "object" || value === null) return value;
  if (!("$type" in value)) return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, inListOf(inside)]));
  if (value.$type === "float") return (value as unknown as { value: number }).value;
  if (value.$type === "node") return (value as PatternNode).id;
  if (value.$type === "link") return (value as PatternLink).properties.id ?? (value as PatternLink).id;
  const { nodes, links } = value as unknown as PatternPath;
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [links[index - 1], node])).map(inListOf);
}

const rowsAtOnce = 500;

/** The rows of a pattern as they are, in one of the forms that are tables. */
export function writeRows(answer: PatternAnswer, about: About, format: ExportFormatName, dialect: CsvDialect): Readable {
  const { columns, rows } = answer;
  const pages = async function* () {
    for (let first = 0; first < rows.length; first += rowsAtOnce)
      yield rows.slice(first, first + rowsAtOnce).map((row) => row.map(cellOf));
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
