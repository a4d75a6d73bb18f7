import { Buffer } from "node:buffer";
import readXlsxFile from "read-excel-file/node";
import type { Sheet } from "./sheet.ts";
import { textOfCell } from "./text-of-cell.ts";

/** The sheets of a workbook. Nothing in it is worked out or run: formulas are there by their last results, macros not at all. */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOfCell)) }));
}
