import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ColumnIndex, IncidenceMatrix, type RowIndex } from "../../../../server/analysis/comparison/incidence-matrix.ts";
import { type Block, clusteredOrder, jaccard, largestBlock, rowOrder } from "../../../../server/analysis/comparison/seriation.ts";

const columns = (...indices: number[]) => indices as ColumnIndex[];
const rows = (...indices: number[]) => indices as RowIndex[];

/** A matrix of the columns of each row. */
const byRow = (columnCount: number, ...columnsOf: number[][]) =>
  new IncidenceMatrix(
    columnCount,
    columnsOf.map((row) => columns(...row)),
  );

/** A matrix of the rows of each column. */
function byColumn(...rowsOf: number[][]) {
  const rowCount = Math.max(0, ...rowsOf.flat().map((row) => row + 1));
  const columnsOf = Array.from({ length: rowCount }, (_, row) =>
    [...rowsOf.keys()].filter((column) => rowsOf[column]?.includes(row)),
  );
  return byRow(rowsOf.length, ...columnsOf);
}

/** Small matrices, also with rows and columns that hold nothing. */
const matricesOf = (most: { columns: number; rows: number }) =>
  fc
    .integer({ min: 1, max: most.columns })
    .chain((columnCount) =>
      fc
        .array(fc.uniqueArray(fc.nat({ max: columnCount - 1 })), { minLength: 1, maxLength: most.rows })
        .map((columnsOf) => byRow(columnCount, ...columnsOf)),
    );
const matrices = matricesOf({ columns: 6, rows: 8 });
const ascending = (a: number, b: number) => a - b;
const areaOf = (block: Block | undefined) => (block ? block.columns.length * block.rows.length : 0);

describe("the Jaccard similarity", () => {
  test("is what both have of what either has", () => {
    expect(jaccard(new Set([1, 2, 3]), new Set([2, 3, 4]))).toBe(0.5);
    expect(jaccard(new Set([1]), new Set([2]))).toBe(0);
    expect(jaccard(new Set(), new Set())).toBe(0);
  });

  test("is within 0 and 1, the same both ways, and 1 for the same", () => {
    const sets = fc.uniqueArray(fc.nat({ max: 5 })).map((list) => new Set(list));
    fc.assert(
      fc.property(sets, sets, (one, other) => {
        expect(jaccard(one, other)).toBe(jaccard(other, one));
        expect(jaccard(one, other)).toBeLessThanOrEqual(1);
        expect(jaccard(one, other)).toBeGreaterThanOrEqual(0);
        if (one.size > 0) expect(jaccard(one, one)).toBe(1);
      }),
    );
  });
});

describe("the order of the columns", () => {
  test("holds every column once, whatever they are", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        expect(clusteredOrder(matrix).sort(ascending)).toStrictEqual([...matrix.columns()]);
      }),
    );
  });

  test("is nothing for no columns, and one for one", () => {
    expect(clusteredOrder(byRow(0))).toStrictEqual([]);
    expect(clusteredOrder(byRow(1, [0]))).toStrictEqual(columns(0));
  });

  test("puts like beside like", () => {
    const order = clusteredOrder(byColumn([1, 2], [7, 8], [1, 2, 3], [7, 9], [2, 3]));
    expect(order.slice(0, 3).sort(ascending)).toStrictEqual(columns(0, 2, 4));
    expect(order.slice(3).sort(ascending)).toStrictEqual(columns(1, 3));
  });

  test("finds a row of columns back of which each is like the next, however they are shuffled", () => {
    // Each shares rows with its neighbours only, and every pair less than the pair before.
    expect(clusteredOrder(byColumn([4, 5, 6], [0, 1, 2, 3], [3, 4, 5]))).toStrictEqual(columns(0, 2, 1));
    expect(clusteredOrder(byColumn([0, 1, 2, 3], [4, 5, 6], [3, 4, 5]))).toStrictEqual(columns(0, 2, 1));
    expect(clusteredOrder(byColumn([3, 4, 5], [0, 1, 2, 3], [4, 5, 6]))).toStrictEqual(columns(2, 0, 1));
  });

  test("joins two clusters at the ends that are most alike, turning them round when needed", () => {
    // 0 and 1 are alike, 2 and 3 are alike, and of the rest only 0 and 3 share a row.
    const order = clusteredOrder(byColumn([0, 1, 2, 9], [0, 1, 2], [4, 5, 6], [4, 5, 6, 9]));
    expect(order).toStrictEqual(columns(1, 0, 3, 2));
  });

  test("keeps the order given when all are equally alike", () => {
    expect(clusteredOrder(byColumn([0], [0], [0], [0]))).toStrictEqual(columns(0, 1, 2, 3));
    expect(clusteredOrder(byColumn([0], [1], [2], [3]))).toStrictEqual(columns(0, 1, 2, 3));
  });

  test("says the same of the same matrix, in whatever order its rows stand", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const columnsOf = Array.from(matrix.rows(), (row) => [...matrix.columnsOf(row)]);
        const turned = new IncidenceMatrix([...matrix.columns()].length, columnsOf.toReversed());
        expect(clusteredOrder(turned)).toStrictEqual(clusteredOrder(matrix));
      }),
    );
  });
});

describe("the order of the rows", () => {
  test("holds every row once, in the order of the mean position of its columns", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const columnOrder = clusteredOrder(matrix);
        const order = rowOrder(matrix, columnOrder);
        const mean = (row: RowIndex) => {
          const positions = [...matrix.columnsOf(row)].map((column) => columnOrder.indexOf(column));
          return positions.length === 0 ? Number.POSITIVE_INFINITY : positions.reduce((a, b) => a + b, 0) / positions.length;
        };
        expect([...order].sort(ascending)).toStrictEqual([...matrix.rows()]);
        const means = order.map(mean);
        expect(means.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))).toStrictEqual(means);
      }),
    );
  });

  test("follows the order of the columns", () => {
    const matrix = byRow(5, [1, 3], [0, 2], [0, 2, 4], [1]);
    expect(rowOrder(matrix, columns(0, 2, 4, 3, 1))).toStrictEqual(rows(1, 2, 0, 3));
    expect(rowOrder(matrix, columns(1, 3, 4, 2, 0))).toStrictEqual(rows(3, 0, 2, 1));
  });

  test("goes by more columns and then by the order given when the mean is the same", () => {
    const matrix = byRow(3, [1], [0, 2], [], [1], [0, 1, 2]);
    expect(rowOrder(matrix, columns(0, 1, 2))).toStrictEqual(rows(4, 1, 0, 3, 2));
  });

  test("throws when the order lacks a column", () => {
    expect(() => rowOrder(byRow(2, [0, 1]), columns(0))).toThrow(RangeError);
  });
});

describe("the largest block", () => {
  test("is found, with its rows in the order given", () => {
    const matrix = byRow(4, [0, 1, 2], [0, 1], [0, 1, 3], [3], [2, 3]);
    expect(largestBlock(matrix, [...matrix.rows()])).toStrictEqual({ columns: columns(0, 1), rows: rows(0, 1, 2) });
    expect(largestBlock(matrix, rows(2, 4, 0, 3, 1))).toStrictEqual({ columns: columns(0, 1), rows: rows(2, 0, 1) });
  });

  test("is none when no two columns share a row", () => {
    const matrix = byRow(2, [0], [1], []);
    expect(largestBlock(matrix, [...matrix.rows()])).toBeUndefined();
  });

  test("goes by more rows, and then by the first met, when two are as large", () => {
    const wideAndHigh = byRow(6, [0, 1, 2, 3], [4, 5], [4, 5]);
    expect(largestBlock(wideAndHigh, [...wideAndHigh.rows()])).toStrictEqual({ columns: columns(4, 5), rows: rows(1, 2) });
    const equal = byRow(4, [2, 3], [0, 1]);
    expect(largestBlock(equal, rows(0, 1))).toStrictEqual({ columns: columns(2, 3), rows: rows(0) });
    expect(largestBlock(equal, rows(1, 0))).toStrictEqual({ columns: columns(0, 1), rows: rows(1) });
  });

  test("has no hole in it, and is no smaller than what any two rows share", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const order = [...matrix.rows()];
        const block = largestBlock(matrix, order);
        for (const row of block?.rows ?? [])
          for (const column of block?.columns ?? []) expect(matrix.columnsOf(row).has(column)).toBe(true);
        for (const [position, one] of order.entries())
          for (const other of order.slice(position + 1)) {
            const both = [...matrix.columnsOf(one)].filter((column) => matrix.columnsOf(other).has(column)).length;
            if (both > 1) expect(areaOf(block)).toBeGreaterThanOrEqual(2 * both);
          }
      }),
    );
  });

  test("is as large as the best of every set of columns, where there are at most five", () => {
    // With more columns three rows can have columns in common that no two have alone; those are not looked for.
    fc.assert(
      fc.property(matricesOf({ columns: 5, rows: 9 }), (matrix) => {
        const all = [...matrix.columns()];
        const order = [...matrix.rows()];
        let largest = 0;
        for (let set = 0; set < 2 ** all.length; set++) {
          const chosen = all.filter((column) => (set >> column) & 1);
          const full = order.filter((row) => chosen.every((column) => matrix.columnsOf(row).has(column)));
          if (chosen.length > 1) largest = Math.max(largest, chosen.length * full.length);
        }
        expect(areaOf(largestBlock(matrix, order))).toBe(largest);
      }),
      { numRuns: 300 },
    );
  });
});
