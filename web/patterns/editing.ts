import type { LinkKind, NodeKind } from "../../model/kinds.ts";
import type { Draft } from "./pattern-address.ts";
import type { Suggestion } from "./suggestions.ts";

/** What is wrong with a text, and where; lines and columns count from 1. */
export interface EditorFault {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** The text of a pattern was changed by hand. */
export class TypedEvent extends Event {
  readonly cypher: string;
  constructor(cypher: string) {
    super("cypher-typed", { bubbles: true, composed: true });
    this.cypher = cypher;
  }
}

/** What completion needs to know beside the model. */
export interface KnownNames {
  readonly language: "nl" | "en";
  /** How many there are in the data of a kind of item or link; absent while that is not known. */
  readonly count: (kind: NodeKind | LinkKind) => number | undefined;
  /** The names of the parameters that have a value. */
  readonly params: readonly string[];
  /** Values that a property has in the data, the likeliest first. @throws nothing: no values when they cannot be read */
  readonly values: (property: string, begin: string, kind: NodeKind | undefined) => Promise<readonly Suggestion[]>;
}

/** The pattern was built on by clicking. */
export class BuiltEvent extends Event {
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
  constructor(cypher: string, params: BuiltEvent["params"]) {
    super("built-change", { bubbles: true });
    this.cypher = cypher;
    this.params = params;
  }
}

/** The rows stand in another order. */
export class OrderEvent extends Event {
  /** The indexes of rows; absent when they stand as they were found. */
  readonly order: Uint32Array | undefined;
  constructor(order: Uint32Array | undefined) {
    super("order-change", { bubbles: true });
    this.order = order;
  }
}

/** Some of the rows are to be shown. */
export class RowsEvent extends Event {
  /** What they have in common, in words. */
  readonly label: string;
  /** Indexes of rows. */
  readonly rows: readonly number[];
  constructor(label: string, rows: readonly number[]) {
    super("rows-choose", { bubbles: true });
    this.label = label;
    this.rows = rows;
  }
}

/** Values or types were changed. */
export class ParamsEvent extends Event {
  readonly params: string;
  readonly types: NonNullable<Draft["types"]>;
  constructor(params: string, types: ParamsEvent["types"]) {
    super("params-change", { bubbles: true });
    this.params = params;
    this.types = types;
  }
}

/** Something is to be put in the pattern, where the cursor is. */
export class InsertEvent extends Event {
  readonly text: string;
  constructor(text: string) {
    super("pattern-insert", { bubbles: true });
    this.text = text;
  }
}
