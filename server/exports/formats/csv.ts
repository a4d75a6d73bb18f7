import { type Input, type Options, stringify } from "csv-stringify/sync";
import type { CsvDialect, CsvTable } from "../../../model/exports.ts";
import { type Content, onePage } from "../content/content.ts";
import { type Column, linkTable, nodeTable, sourceColumns, type Value } from "./columns.ts";

/** Text that a spreadsheet would take for a formula gets an apostrophe before it, as pages and other programs do. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const dialects = {
  plain: { delimiter: ",", number: String },
  dutch: { delimiter: ";", number: (value: number) => String(value).replace(".", ",") },
} as const satisfies Record<CsvDialect, object>;

export type Cell = Value | null | undefined;

/** Rows as CSV: lists as JSON, no value as an empty cell, lines that end as RFC 4180 says. */
export function csvRows(rows: readonly (readonly Cell[])[], dialect: CsvDialect): string {
  const { delimiter, number } = dialects[dialect];
  const options: Options = {
    delimiter,
    record_delimiter: "\r\n",
    cast: {
      string: harmless,
      number,
      boolean: String,
      object: (value) => harmless(JSON.stringify(value)),
    },
  };
  return stringify(rows as Input, options);
}

/** What stands before a spreadsheet's table, so that it reads accents. */
export const csvStart = (dialect: CsvDialect): string => (dialect === "dutch" ? "\uFEFF" : "");

/** One table. Each row says the version of the data, since the form has no other place for it. */
export async function* csv(content: Content, table: CsvTable, dialect: CsvDialect): AsyncGenerator<string> {
  const { nodes, links } = content;
  if (table === "nodes") yield* csvTable(nodeTable, nodes(), content, dialect);
  else if (table === "links") yield* csvTable(linkTable, links(), content, dialect);
  else yield* csvTable(sourceColumns, onePage(content.sources), content, dialect);
}

async function* csvTable<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  { about: { datasetVersion } }: Content,
  dialect: CsvDialect,
): AsyncGenerator<string> {
  yield csvStart(dialect) + csvRows([[...columns.map(({ name }) => name), "dataset_version"]], dialect);
  for await (const page of pages)
    yield csvRows(
      page.map((row) => [...columns.map(({ of }) => of(row)), datasetVersion]),
      dialect,
    );
}
