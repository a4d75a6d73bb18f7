import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CompressedRows, Ranges } from "../../../../server/analysis/graph/compressed-rows.ts";
import type { Index } from "../../../../server/analysis/graph/indices.ts";

type Row = Index<"row">;
type Entry = Index<"entry">;
const row = (number: number) => number as Row;

/** Which row each entry stands in, and how many rows there are; many rows are empty. */
const tables = fc
  .integer({ min: 1, max: 30 })
  .chain((rows) => fc.record({ rows: fc.constant(rows), rowOf: fc.array(fc.nat({ max: rows - 1 }), { maxLength: 60 }) }));

describe("compressed rows", () => {
  test("hold in each row what stands in it, in the order of the entries", () => {
    fc.assert(
      fc.property(tables, ({ rows, rowOf }) => {
        const compressed = CompressedRows.byRow<Row, Entry>(rowOf, rows);
        expect(compressed.ranges).toHaveLength(rows);
        for (const one of compressed.ranges.rows()) {
          const entries = rowOf.flatMap((its, entry) => (its === one ? [entry] : []));
          expect([...compressed.rowOf(one)]).toStrictEqual(entries);
          expect(compressed.ranges.sizeOf(one)).toBe(entries.length);
        }
      }),
    );
  });

  test("count the entries of rows that stand one after the other", () => {
    fc.assert(
      fc.property(tables, fc.nat(), fc.nat(), ({ rows, rowOf }, one, other) => {
        const [first = 0, last = 0] = [one % rows, other % rows].sort((a, b) => a - b);
        const within = rowOf.filter((its) => its >= first && its <= last);
        expect(CompressedRows.byRow<Row, Entry>(rowOf, rows).sizeOfRows(row(first), row(last))).toBe(within.length);
      }),
    );
  });

  test("may all be empty, and there may be none", () => {
    const empty = CompressedRows.byRow<Row, Entry>([], 2);
    expect([0, 1].map((one) => [...empty.rowOf(row(one))])).toStrictEqual([[], []]);
    const none = CompressedRows.byRow<Row, Entry>([], 0);
    expect([...none.ranges.rows()]).toStrictEqual([]);
    expect(() => none.rowOf(row(0))).toThrow(RangeError);
  });

  test("a row can be asked what it holds without being copied", () => {
    const third = CompressedRows.byRow<Row, Entry>([2, 0, 2, 2], 3).rowOf(row(2));
    expect(third).toHaveLength(3);
    expect(third.at(1)).toBe(2);
    expect(third.includes(3 as Entry)).toBe(true);
    expect(third.includes(1 as Entry)).toBe(false);
    expect(third.indexOf(3 as Entry)).toBe(2);
  });

  test.each([-1, 3, 0.5, Number.NaN])("refuse row %s of 3", (wrong) => {
    const compressed = CompressedRows.byRow<Row, Entry>([0, 1, 2], 3);
    expect(() => compressed.rowOf(row(wrong))).toThrow(RangeError);
    expect(() => compressed.sizeOfRows(row(0), row(wrong))).toThrow(RangeError);
    expect(() => compressed.sizeOfRows(row(wrong), row(2))).toThrow(RangeError);
    expect(() => compressed.ranges.first(row(wrong))).toThrow(RangeError);
    expect(() => compressed.ranges.end(row(wrong))).toThrow(RangeError);
    expect(() => compressed.ranges.sizeOf(row(wrong))).toThrow(RangeError);
    expect(() => [...compressed.ranges.of(row(wrong))]).toThrow(RangeError);
    expect(() => CompressedRows.byRow<Row, Entry>([0, wrong], 3)).toThrow(RangeError);
  });
});

describe("ranges", () => {
  test("give each row the entries between where it starts and where the next one does", () => {
    const ranges = new Ranges<Row, Entry>(Int32Array.of(0, 2, 2, 5));
    const all = [...ranges.rows()];
    expect(ranges).toHaveLength(3);
    expect(all.map((one) => [...ranges.of(one)])).toStrictEqual([[0, 1], [], [2, 3, 4]]);
    expect(all.map((one) => [ranges.first(one), ranges.end(one), ranges.sizeOf(one)])).toStrictEqual([
      [0, 2, 2],
      [2, 2, 0],
      [2, 5, 3],
    ]);
  });
});
