import { patternRowsRoute, patternsRoute } from "../../model/patterns.ts";
import { ReadyJson, serve, type ZodPlugin } from "../http/serve.ts";
import { serveFile } from "../http/serve-file.ts";
import { patternTable } from "./pattern-table.ts";
import type { PatternRunner } from "./run.ts";

/** A researcher's own patterns. */
export const patternsApi: ZodPlugin<PatternRunner> = async (app, { run, stream, rowsOf }) => {
  serve(app, patternsRoute, "Patterns", async ({ body, csv, signal }) =>
    csv ? patternTable(await rowsOf(body, signal), csv) : new ReadyJson(await run(body, signal)),
  );
  serveFile(app, patternRowsRoute, "Patterns", async ({ body, signal }) => ({
    name: "pattern.ndjson",
    media: "application/x-ndjson",
    bytes: await stream(body, signal),
  }));
};
