/** The gate in a process of its own: it holds 200 MB of grammar, and a query that is hard to read can be ended. */

import type { Params } from "../../model/patterns.ts";
import { withinProcessorTime } from "../process/processor-time.ts";
import { serve } from "../process/serve.ts";
import { gate } from "./gate.ts";

/** Milliseconds of the processor for a query. A researcher's takes a tenth of a second, and the first one of a process two. */
const budget = 6_000;

const check = withinProcessorTime(budget, ({ cypher, params }: { cypher: string; params: Params }) => gate(cypher, params));
serve(async (question: { cypher: string; params: Params }) => check(question));
