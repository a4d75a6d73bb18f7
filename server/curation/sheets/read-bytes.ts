import { importLimits } from "../../../model/curation.ts";
import { readCsv } from "./csv.ts";
import { decode } from "./decode.ts";
import type { Sheet } from "./sheet.ts";
import { readXlsx } from "./xlsx.ts";

/** Why a file is not read. */
export type FileRefusal = "oldWorkbook" | "otherWorkbook" | "notASheet" | "tooManyRows" | "empty" | "broken";

export interface SheetFileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The sheets of a file, or why they cannot be read. What the file is, its first bytes say; its name only what they leave open. */
export async function readBytes({ name, bytes }: SheetFileBytes): Promise<readonly Sheet[] | FileRefusal> {
  const beginsWith = (...first: readonly number[]) => first.every((byte, index) => bytes[index] === byte);
  // The form of Excel before 2007, and of workbooks behind a password.
  if (beginsWith(0xd0, 0xcf, 0x11, 0xe0)) return "oldWorkbook";
  const isZip = beginsWith(0x50, 0x4b);
  if (!isZip && (/\.(?:pdf|png|jpe?g|gif|docx?|pptx?|zip|gz|json|html?|xml|exe)$/i.test(name) || isBinary(bytes)))
    return "notASheet";
  if (isZip && /\.(?:ods|numbers)$/i.test(name)) return "otherWorkbook";
  const sheets = isZip ? await workbook(bytes) : [readCsv(decode(bytes), nameOf(name), importLimits.rows)];
  if (typeof sheets === "string") return sheets;
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows > importLimits.rows) return "tooManyRows";
  const isEmpty = sheets.every((sheet) => sheet.rows.every((row) => row.every((cell) => cell.trim() === "")));
  return isEmpty ? "empty" : sheets;
}

async function workbook(bytes: Uint8Array): Promise<readonly Sheet[] | FileRefusal> {
  try {
    return await readXlsx(bytes);
  } catch (error) {
    return error instanceof Error && error.name === "InvalidInputError" ? "notASheet" : "broken";
  }
}

/** Whether something holds bytes that no text does; text of two bytes a character says so at its beginning. */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.subarray(0, 4_096).includes(0);
}

const nameOf = (file: string): string => file.replace(/^.*[\\/]/, "").replace(/\.\w+$/, "") || "blad";
