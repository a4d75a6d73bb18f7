import { patternsRoute } from "../../model/patterns.ts";
import { ReadyJson, serve, type ZodPlugin } from "../http/serve.ts";
import type { RunPattern } from "./run.ts";

/** A researcher's own patterns. */
export const patternsApi: ZodPlugin<{ runPattern: RunPattern }> = async (app, { runPattern }) => {
  serve(app, patternsRoute, "Patterns", async ({ body, signal }) => new ReadyJson(await runPattern(body, signal)));
};
