/** `reader-process <file>`: runs strangers' queries on a copy of the graph, which it can only read. */

import type { Params } from "../../../model/patterns.ts";
import { serve } from "../../process/serve.ts";
import { pageOf } from "../pattern-values.ts";
import { openDatabaseReadOnly, patternRows } from "./engine.ts";

/** What is asked of a reader: a query that came through the gate. */
export interface Reading {
  readonly cypher: string;
  readonly params: Params;
  /** See `pageOf`. */
  readonly columns: readonly string[] | undefined;
  readonly rows: number;
}

const [path] = process.argv.slice(2);
const db = openDatabaseReadOnly(path ?? "");
serve(async ({ cypher, params, columns, rows }: Reading) =>
  pageOf(await patternRows(db, cypher, params, rows + 1), columns, rows),
);
