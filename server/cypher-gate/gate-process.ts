/** The gate in a process of its own, since a query that is hard to read must be ended. */

import type { Params } from "../../model/patterns.ts";
import { withinProcessorTime } from "../process/processor-time.ts";
import { serve } from "../process/serve.ts";
import { outcomeOf } from "./gate.ts";
import { typical } from "./typical.ts";

/** Milliseconds of the processor for a query. A researcher's takes one or two. */
const budget = 6_000;

for (const cypher of typical) outcomeOf(cypher, {});
const check = withinProcessorTime(budget, ({ cypher, params }: { cypher: string; params: Params }) => outcomeOf(cypher, params));
serve(async (question: { cypher: string; params: Params }) => check(question));
