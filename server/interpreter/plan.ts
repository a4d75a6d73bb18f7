/** A query as the interpreter runs it: plain JSON, made by the gate from Neo4j's own parse tree. */

import type { ValueKind } from "./values/kind.ts";

/** Where something stands in the text, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Expression = { readonly at: Place } & (
  | { readonly is: "constant"; readonly value: null | boolean | string }
  | { readonly is: "integer"; readonly digits: string }
  | { readonly is: "float"; readonly digits: string }
  | { readonly is: "parameter"; readonly name: string }
  | { readonly is: "variable"; readonly name: string }
  | { readonly is: "property"; readonly of: Expression; readonly key: string }
  | { readonly is: "index"; readonly of: Expression; readonly by: Expression }
  | { readonly is: "slice"; readonly of: Expression; readonly from?: Expression; readonly to?: Expression }
  | { readonly is: "list"; readonly items: readonly Expression[] }
  | { readonly is: "map"; readonly entries: readonly (readonly [key: string, value: Expression])[] }
  | {
      readonly is: "projection";
      readonly of: Expression;
      /** Everything (`.*`), or a value under a key. */
      readonly parts: readonly ("everything" | readonly [key: string, value: Expression])[];
    }
  | { readonly is: "not" | "minus" | "plus"; readonly value: Expression }
  | { readonly is: "binary"; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
  | {
      readonly is: "comparison";
      readonly first: Expression;
      readonly rest: readonly (readonly [operator: ComparisonOperator, value: Expression])[];
    }
  | { readonly is: "isNull"; readonly value: Expression }
  | { readonly is: "hasType"; readonly value: Expression; readonly test: TypeTest }
  | { readonly is: "hasLabel"; readonly value: Expression; readonly test: LabelTest }
  | { readonly is: "case"; readonly subject?: Expression; readonly branches: readonly Branch[]; readonly otherwise?: Expression }
  | {
      readonly is: "comprehension";
      readonly variable: string;
      readonly list: Expression;
      readonly where?: Expression;
      readonly value?: Expression;
    }
  | {
      readonly is: "quantifier";
      readonly word: "all" | "any" | "none" | "single";
      readonly variable: string;
      readonly list: Expression;
      readonly where: Expression;
    }
  | {
      readonly is: "reduce";
      readonly accumulator: string;
      readonly start: Expression;
      readonly variable: string;
      readonly list: Expression;
      readonly value: Expression;
    }
  | {
      readonly is: "patternComprehension";
      readonly path: PathPattern;
      readonly where?: Expression;
      readonly value: Expression;
    }
  | { readonly is: "pathExists"; readonly path: PathPattern }
  | { readonly is: "pathValue"; readonly path: PathPattern }
  | { readonly is: "exists" | "count" | "collect"; readonly query: Query }
  | { readonly is: "call"; readonly name: string; readonly values: readonly Expression[] }
  | { readonly is: "aggregate"; readonly name: string; readonly distinct: boolean; readonly values: readonly Expression[] }
);

export type BinaryOperator =
  | "AND"
  | "OR"
  | "XOR"
  | "+"
  | "||"
  | "-"
  | "*"
  | "/"
  | "%"
  | "^"
  | "IN"
  | "=~"
  | "STARTS WITH"
  | "ENDS WITH"
  | "CONTAINS";
export type ComparisonOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";

export interface Branch {
  /** One of them must hold; beside a subject it is compared with each. */
  readonly when: readonly { readonly operator: ComparisonOperator; readonly value: Expression }[];
  readonly value: Expression;
}

export type LabelTest =
  | { readonly is: "label"; readonly name: string }
  | { readonly is: "any" }
  | { readonly is: "not"; readonly test: LabelTest }
  | { readonly is: "and" | "or"; readonly tests: readonly LabelTest[] };

/** What IS :: asks of a value. */
export interface TypeTest {
  readonly is: ValueKind | "anything" | "nothing" | "either";
  readonly notNull?: boolean;
  /** One of which it must fit; of a list, what each item must fit. */
  readonly tests?: readonly TypeTest[];
}

export interface NodePattern {
  readonly name?: string;
  readonly labels?: LabelTest;
  readonly properties?: Expression;
  readonly where?: Expression;
}

export interface LinkPattern extends NodePattern {
  readonly direction: "out" | "in" | "both";
  /** Of a path of variable length. */
  readonly length?: { readonly least: number; readonly most?: number };
}

/** A path in parentheses that is gone along as often as `length` says. Outside of it, its names stand for lists. */
export interface GroupPattern {
  readonly path: PathPattern;
  readonly length: { readonly least: number; readonly most?: number };
}

export interface PathPattern {
  readonly name?: string;
  readonly shortest?: "one" | "all";
  /** Of the ways between each two ends, only so many of the shortest, or all of the so many shortest lengths. */
  readonly choose?: { readonly count: number; readonly lengths: boolean };
  readonly nodes: readonly NodePattern[];
  /** One fewer than nodes: what lies between them. */
  readonly links: readonly (LinkPattern | GroupPattern)[];
  /** Of a path in parentheses. */
  readonly where?: Expression;
  readonly at: Place;
}

export const isGroup = (link: LinkPattern | GroupPattern): link is GroupPattern => "path" in link;

export interface Projection {
  readonly distinct: boolean;
  /** All names that there are, before the items. */
  readonly everything: boolean;
  readonly items: readonly { readonly name: string; readonly value: Expression }[];
  readonly order: readonly { readonly value: Expression; readonly descending: boolean }[];
  readonly skip?: Expression;
  readonly limit?: Expression;
  readonly where?: Expression;
}

export type Clause =
  | { readonly is: "match"; readonly optional: boolean; readonly paths: readonly PathPattern[]; readonly where?: Expression }
  | { readonly is: "unwind"; readonly list: Expression; readonly name: string }
  | { readonly is: "with" | "return"; readonly projection: Projection }
  | {
      readonly is: "subquery";
      readonly optional: boolean;
      readonly imports: readonly string[] | "everything";
      readonly query: Query;
    };

/** One or more queries whose rows come one after the other. */
export interface Query {
  readonly parts: readonly (readonly Clause[])[];
  /** UNION ALL: equal rows stay. */
  readonly keepsEqual: boolean;
  /** What is known around it stays known in it, also after a WITH that does not name it. */
  readonly keepsOuter?: boolean;
}
