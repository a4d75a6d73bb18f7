/** `reader-process <file>`: runs strangers' queries on a copy of the graph, which it can only read. */

import { serve } from "../../process/serve.ts";
import { answered } from "../interpreted/answered.ts";
import type { Reading } from "../interpreted/readers.ts";
import { openDatabaseReadOnly } from "./engine.ts";
import { GrafeoGraph } from "./graph.ts";

const [path] = process.argv.slice(2);
const db = openDatabaseReadOnly(path ?? "");
const graph = await GrafeoGraph.of(db);
serve(async (reading: Reading) => answered(graph, reading));
