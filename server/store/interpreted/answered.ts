import type { Graph } from "../../interpreter/values/value.ts";
import { Parts } from "../../process/serve.ts";
import { pageOf } from "../pattern-values.ts";
import type { Reading } from "./readers.ts";
import { runPlan, runPlanInBatches } from "./run-plan.ts";

/** What a reader answers: a page, or rows in batches. */
export const answered = (graph: Graph, { plan, params, columns, rows, inBatches }: Reading) =>
  inBatches
    ? new Parts(runPlanInBatches(graph, plan, params, rows, columns))
    : pageOf(runPlan(graph, plan, params, rows + 1), columns, rows);
