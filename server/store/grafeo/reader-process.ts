/** `reader-process <file>`: runs strangers' queries on a copy of the graph, which it can only read. */

import type { Params } from "../../../model/patterns.ts";
import type { Query } from "../../interpreter/plan.ts";
import { Parts, serve } from "../../process/serve.ts";
import { pageOf } from "../pattern-values.ts";
import { openDatabaseReadOnly } from "./engine.ts";
import { GrafeoGraph } from "./graph.ts";
import { runPlan, runPlanInBatches } from "./run-plan.ts";

/** What is asked of a reader: a query that came through the gate. */
export interface Reading {
  readonly plan: Query;
  readonly params: Params;
  /** See `pageOf`. */
  readonly columns: readonly string[] | undefined;
  readonly rows: number;
  readonly inBatches: boolean;
}

const [path] = process.argv.slice(2);
const db = openDatabaseReadOnly(path ?? "");
const graph = await GrafeoGraph.of(db);
serve(async ({ plan, params, columns, rows, inBatches }: Reading) =>
  inBatches
    ? new Parts(runPlanInBatches(graph, plan, params, rows, columns))
    : pageOf(runPlan(graph, plan, params, rows + 1), columns, rows),
);
