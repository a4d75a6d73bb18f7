import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvValue, csvOf } from "../../../web/ui/csv.ts";

/** A table out of a file as a spreadsheet reads it: semicolons, quotes doubled within quotes. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = text.replace(/^\uFEFF/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|$)/g);
  for (const [, quoted, plain = "", end] of cells) {
    if (end === "") break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

describe("a table as a file", () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'=+-@;"\r\n\t,’é') }));

  test("comes back as it went in, but for the apostrophe before what would run as a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (table) => {
        const expected = table.map((row) => row.map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)));
        expect(parsed(csvOf(table))).toStrictEqual(expected);
      }),
    );
  });

  test("begins no cell of text with a sign that a spreadsheet takes for a formula", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (row) => {
        for (const cell of parsed(csvOf([row])).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  test("writes numbers with a comma and keeps a minus a number", () => {
    const row: CsvValue[] = [0.72, -3, 1233, undefined, "=SOM(A1)"];
    expect(csvOf([row])).toBe("\uFEFF0,72;-3;1233;;'=SOM(A1)\r\n");
  });
});
