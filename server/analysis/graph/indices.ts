declare const space: unique symbol;

/**
 * A whole number that says which row of one list is meant, from 0. Which list is a part of its type: an index of a node cannot stand
 * where one of an institution is asked for.
 */
export type Index<Space extends string> = number & { readonly [space]: Space };

/** Among the nodes of a graph, in the order of their ids. */
export type NodeIndex = Index<"node">;
/** Among the links of a graph, in the order of their ends and kind. */
export type LinkIndex = Index<"link">;
/** Among the institutions of some profiles, in the order of their ids. */
export type InstitutionIndex = Index<"institution">;
/** Among the features: what institutions can share. */
export type FeatureIndex = Index<"feature">;
/** Among the ties of institutions to features. */
export type TieIndex = Index<"tie">;
/** Among the chains of links behind the ties. */
export type ChainIndex = Index<"chain">;

/** Indices of one space, in an order that whoever gives them states. */
export interface IndexList<I extends number> extends Iterable<I> {
  readonly length: number;
  at(position: number): I | undefined;
  includes(index: I): boolean;
  indexOf(index: I): number;
}

/** @throws RangeError always: an index that is out of range is a mistake in a program, and never another row */
export function outOfRange(index: number, length: number): never {
  throw new RangeError(`Index ${index} is not in a list of ${length}`);
}

/** One number for each row of a list. What `Value` says of the numbers is up to whoever makes the column. */
export class Column<Row extends number, Value extends number = number> {
  readonly #values: Int32Array | Float64Array | Uint8Array;

  constructor(values: Int32Array | Float64Array | Uint8Array) {
    this.#values = values;
  }

  get length(): number {
    return this.#values.length;
  }

  /** @throws RangeError when there is no such row */
  at(row: Row): Value {
    const value = this.#values[row];
    return (value === undefined ? outOfRange(row, this.#values.length) : value) as Value;
  }

  /** Every value, from the first row to the last. */
  values(): Iterable<Value> & { readonly length: number } {
    return this.#values as unknown as Iterable<Value> & { readonly length: number };
  }

  /** Every row, from the first to the last. */
  rows(): Iterable<Row> {
    return indicesUpTo<Row>(this.#values.length);
  }

  /** The row of a value; undefined when it stands in none. */
  rowOf(value: Value): Row | undefined {
    const row = this.#values.indexOf(value);
    return row < 0 ? undefined : (row as Row);
  }
}

/** Every index of a list of `length`, in order. */
export function* indicesUpTo<I extends number>(length: number): Generator<I, void, undefined> {
  for (let index = 0; index < length; index++) yield index as I;
}
