import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ColumnIndex, IncidenceMatrix, type RowIndex } from "../../../../server/analysis/comparison/incidence-matrix.ts";

const columnsOf = (rows: readonly number[][]) => rows as ColumnIndex[][];

describe("the incidence matrix", () => {
  test("has the columns of each row and the rows of each column", () => {
    const matrix = new IncidenceMatrix(3, columnsOf([[0, 1], [], [1]]));
    expect(Array.from(matrix.rows(), (row) => [...matrix.columnsOf(row)])).toStrictEqual([[0, 1], [], [1]]);
    expect(Array.from(matrix.columns(), (column) => [...matrix.rowsOf(column)])).toStrictEqual([[0], [0, 2], []]);
  });

  test("says the same by row and by column, whatever it holds", () => {
    const rows = fc.array(fc.uniqueArray(fc.nat({ max: 5 })), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (given) => {
        const matrix = new IncidenceMatrix(6, columnsOf(given));
        for (const row of matrix.rows())
          for (const column of matrix.columns()) {
            expect(matrix.columnsOf(row).has(column)).toBe(given[row]?.includes(column));
            expect(matrix.rowsOf(column).has(row)).toBe(given[row]?.includes(column));
          }
      }),
    );
  });

  test("throws for a row or column that is not there", () => {
    const matrix = new IncidenceMatrix(2, columnsOf([[0], [0, 1]]));
    for (const index of [-1, 2, 0.5]) {
      expect(() => matrix.columnsOf(index as RowIndex)).toThrow(RangeError);
      expect(() => matrix.rowsOf(index as ColumnIndex)).toThrow(RangeError);
    }
    expect(() => new IncidenceMatrix(2, columnsOf([[0, 2]]))).toThrow(RangeError);
  });
});
