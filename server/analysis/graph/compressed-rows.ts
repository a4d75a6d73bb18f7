import { type IndexList, indicesUpTo, outOfRange } from "./indices.ts";

/** Rows whose entries stand one after the other: row r holds the entries from `first(r)` up to and not with `end(r)`. */
export class Ranges<Row extends number, Entry extends number> {
  readonly #starts: Int32Array;

  /** @param starts where each row begins, and, last, where the last one ends */
  constructor(starts: Int32Array) {
    this.#starts = starts;
  }

  /** How many rows there are. */
  get length(): number {
    return this.#starts.length - 1;
  }

  /** @throws RangeError when there is no such row, as all below */
  first(row: Row): Entry {
    return this.#boundOf(row, 0);
  }

  end(row: Row): Entry {
    return this.#boundOf(row, 1);
  }

  /** How many entries a row holds. */
  sizeOf(row: Row): number {
    return this.end(row) - this.first(row);
  }

  /** The entries of a row, in order. */
  *of(row: Row): Generator<Entry, void, undefined> {
    const end = this.end(row);
    for (let entry: number = this.first(row); entry < end; entry++) yield entry as Entry;
  }

  rows(): Iterable<Row> {
    return indicesUpTo<Row>(this.length);
  }

  /** Where a row begins (0), or where it ends (1). */
  #boundOf(row: Row, further: 0 | 1): Entry {
    const bound = row >= 0 && row < this.length ? this.#starts[row + further] : undefined;
    return (bound === undefined ? outOfRange(row, this.length) : bound) as Entry;
  }
}

/**
 * A sparse table as compressed sparse rows: the entries of all rows in one array, and where each row begins. A row is a view on that
 * array, so it costs nothing to take one.
 */
export class CompressedRows<Row extends number, Entry extends number> {
  readonly ranges: Ranges<Row, number>;
  readonly #entries: Int32Array;

  constructor(starts: Int32Array, entries: Int32Array) {
    this.ranges = new Ranges(starts);
    this.#entries = entries;
  }

  /**
   * Entry e stands in row `rowOf[e]`; within a row entries keep their order (a counting sort).
   *
   * @param rows how many rows there are
   * @throws RangeError when an entry stands in a row that is not there
   */
  static byRow<Row extends number, Entry extends number>(rowOf: ArrayLike<number>, rows: number): CompressedRows<Row, Entry> {
    const starts = new Int32Array(rows + 1);
    for (let entry = 0; entry < rowOf.length; entry++) starts[checked(rowOf[entry], rows) + 1]! += 1;
    for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
    const next = starts.slice();
    const entries = new Int32Array(rowOf.length);
    for (let entry = 0; entry < rowOf.length; entry++) entries[next[rowOf[entry]!]!++] = entry;
    return new CompressedRows(starts, entries);
  }

  /** The entries of a row. @throws RangeError when there is no such row */
  rowOf(row: Row): IndexList<Entry> {
    return this.#entries.subarray(this.ranges.first(row), this.ranges.end(row)) as unknown as IndexList<Entry>;
  }

  /** How many entries some rows have that stand one after the other: from row `first` up to and with row `last`. */
  sizeOfRows(first: Row, last: Row): number {
    return this.ranges.end(last) - this.ranges.first(first);
  }
}

const checked = (row: number | undefined, rows: number): number =>
  row !== undefined && Number.isInteger(row) && row >= 0 && row < rows ? row : outOfRange(row ?? Number.NaN, rows);
