import { patternRowsRoute, patternsRoute } from "../../model/patterns.ts";
import { ReadyJson, serve, type ZodPlugin } from "../http/serve.ts";
import { serveFile } from "../http/serve-file.ts";
import type { RunPattern, StreamPattern } from "./run.ts";

/** A researcher's own patterns. */
export const patternsApi: ZodPlugin<{ run: RunPattern; stream: StreamPattern }> = async (app, { run, stream }) => {
  serve(app, patternsRoute, "Patterns", async ({ body, signal }) => new ReadyJson(await run(body, signal)));
  serveFile(app, patternRowsRoute, "Patterns", async ({ body, signal }) => ({
    name: "pattern.ndjson",
    media: "application/x-ndjson",
    bytes: await stream(body, signal),
  }));
};
