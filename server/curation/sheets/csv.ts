import Papa from "papaparse";
import type { Sheet } from "./sheet.ts";

/** What Dutch and English programs put between cells. A full stop or a space is none of them. */
const delimiters = [";", ",", "\t", "|"];

/** A file with a cell behind each mark: which mark, and how lines end, it tells itself; quotes hold breaks and marks together. */
export function readCsv(text: string, name: string, mostRows: number): Sheet {
  // Excel's own way to name the mark, in the first line.
  const [, named] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = named ? text.slice(text.indexOf("\n") + 1) : text;
  const { data } = Papa.parse<string[]>(body, {
    delimiter: named ?? "",
    delimitersToGuess: delimiters,
    // One more, by which the reader sees that there are too many.
    preview: mostRows + 1,
  });
  const rows = named ? [[], ...data] : data;
  return { name, rows };
}
