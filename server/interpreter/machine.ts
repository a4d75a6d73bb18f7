/** What the parts of the interpreter need of one another. */
import type { Expression, PathPattern, Query } from "./plan.ts";
import type { Graph, GraphPath, Value } from "./values/value.ts";

/** The values of the names at one point of a query. */
export type Row = ReadonlyMap<string, Value>;
export type Rows = Iterable<Row>;
export type Evaluate = (row: Row) => Value;

export interface Machine {
  readonly graph: Graph;
  readonly params: ReadonlyMap<string, Value>;
  /** What time it is for the whole query, in milliseconds since 1970. */
  readonly now: number;
  compile(expression: Expression): Evaluate;
  /** Every way in which paths, all of whose links differ, lie in the graph, as rows with their names. */
  matches(paths: readonly PathPattern[]): (row: Row) => Rows;
  /** The paths themselves. */
  paths(path: PathPattern): (row: Row) => Iterable<{ readonly path: GraphPath; readonly row: Row }>;
  rows(query: Query): (row: Row) => Rows;
}
