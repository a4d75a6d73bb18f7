/** A value of a cell. Nothing is an empty cell. */
export type CsvValue = string | number | undefined;

/** A table as text: the head, then the rows. */
export type CsvTable = readonly (readonly CsvValue[])[];

/**
 * A table as a spreadsheet in Dutch expects it: semicolons, decimal commas, a byte order mark so that accents come
 * through, and an apostrophe before text that would run as a formula.
 */
export const csvOf = (table: CsvTable): string => `\uFEFF${table.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;

function cell(value: CsvValue): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
