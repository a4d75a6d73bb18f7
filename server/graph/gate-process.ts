/** The gate in a process of its own: it holds 200 MB of grammar, and a query that is hard to read can be ended. */
import { gate } from "./gate/gate.ts";
import { serve } from "./serve.ts";
import type { Params } from "./store.ts";

serve(async ({ cypher, params }: { cypher: string; params: Params }) => gate(cypher, params));
