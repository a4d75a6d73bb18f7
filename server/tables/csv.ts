import { type Input, type Options, stringify } from "csv-stringify/sync";
import type { CsvDialect } from "../../model/tables.ts";

/** A value in a table; a list is written as JSON. */
export type Cell = string | number | boolean | readonly string[] | null | undefined;

/** Text that a spreadsheet would take for a formula gets an apostrophe before it, as pages and other programs do. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const dialects = {
  plain: { delimiter: ",", number: String },
  dutch: { delimiter: ";", number: (value: number) => String(value).replace(".", ",") },
} as const satisfies Record<CsvDialect, object>;

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
