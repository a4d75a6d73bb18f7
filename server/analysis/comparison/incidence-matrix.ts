import { type Index, indicesUpTo, outOfRange } from "../graph/indices.ts";

/** Among the columns of one matrix, in the order in which they were given, whatever order they are shown in. */
export type ColumnIndex = Index<"column">;
/** Among the rows of one matrix, in the order in which they were given. */
export type RowIndex = Index<"row">;

/** A table of yes and no: which columns each row has. Every method throws a RangeError for an index that is out of range. */
export class IncidenceMatrix {
  readonly #columnsOf: readonly ReadonlySet<ColumnIndex>[];
  readonly #rowsOf: readonly ReadonlySet<RowIndex>[];

  /**
   * @param columnCount how many columns there are, those without rows too
   * @param columnsOf the columns of each row
   * @throws RangeError when a row has a column that is not there
   */
  constructor(columnCount: number, columnsOf: readonly Iterable<ColumnIndex>[]) {
    const rowsOf = Array.from({ length: columnCount }, () => new Set<RowIndex>());
    this.#columnsOf = columnsOf.map((columns) => new Set(columns));
    this.#rowsOf = rowsOf;
    for (const row of this.rows())
      for (const column of this.columnsOf(row)) (rowsOf[column] ?? outOfRange(column, columnCount)).add(row);
  }

  columns(): Iterable<ColumnIndex> {
    return indicesUpTo<ColumnIndex>(this.#rowsOf.length);
  }

  rows(): Iterable<RowIndex> {
    return indicesUpTo<RowIndex>(this.#columnsOf.length);
  }

  columnsOf(row: RowIndex): ReadonlySet<ColumnIndex> {
    return this.#columnsOf[row] ?? outOfRange(row, this.#columnsOf.length);
  }

  rowsOf(column: ColumnIndex): ReadonlySet<RowIndex> {
    return this.#rowsOf[column] ?? outOfRange(column, this.#rowsOf.length);
  }
}
