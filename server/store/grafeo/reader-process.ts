/** `reader-process <file>`: runs strangers' queries on a copy of the graph, which it can only read. */

import type { Params } from "../../../model/patterns.ts";
import { serve } from "../../process/serve.ts";
import { openDatabaseReadOnly, patternRows } from "./engine.ts";

/** What is asked of a reader: a query that came through the gate. */
export interface Reading {
  readonly cypher: string;
  readonly params: Params;
  /** One more than are shown, so that it shows whether there are more. */
  readonly rows: number;
}

const [path] = process.argv.slice(2);
const db = openDatabaseReadOnly(path ?? "");
serve(async ({ cypher, params, rows }: Reading) => patternRows(db, cypher, params, rows));
