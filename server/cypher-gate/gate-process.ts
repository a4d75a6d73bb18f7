/** The gate in a process of its own: it holds 200 MB of grammar, and a query that is hard to read can be ended. */

import type { Params } from "../../model/patterns.ts";
import { serve } from "../process/serve.ts";
import { gate } from "./gate.ts";

serve(async ({ cypher, params }: { cypher: string; params: Params }) => gate(cypher, params));
