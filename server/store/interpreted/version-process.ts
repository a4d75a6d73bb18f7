/** `version-process <file>`: runs strangers' queries on a dataset version, which it reads whole before it says that it is ready. */

import { VersionFile } from "../../archive/version-file.ts";
import { serve } from "../../process/serve.ts";
import { answered } from "./answered.ts";
import type { Reading } from "./readers.ts";
import { VersionGraph } from "./version-graph.ts";

const [path = ""] = process.argv.slice(2);
// Whoever asks is told what is wrong with the file.
const read = await VersionFile.open(path)
  .then((file) => VersionGraph.of(file))
  .catch((error: unknown) => ({ error }));
serve(async (reading: Reading) => {
  if ("error" in read) throw read.error;
  return answered(read, reading);
});
