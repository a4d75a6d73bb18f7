import { expect, test } from "vitest";
import { AppError } from "../../../model/errors.ts";
import { patternRunner } from "../../../server/patterns/run.ts";
import type { GraphStore, PatternLimits } from "../../../server/store/store.ts";

const asked = (limits: PatternLimits) => ({ cypher: "RETURN 1 AS one", params: {}, limits });
const bounds = { timeout: 1_000, rows: 10, atOnce: 1 };
const signal = new AbortController().signal;

/** A store of a graph that nothing was loaded into, which answers patterns in one way. */
const answering = (pattern: GraphStore["pattern"]): GraphStore => ({
  pattern,
  read: async () => [],
  write: async () => {},
  search: async () => [],
  health: async () => ({ engine: "grafeo", version: "", reachable: true }),
  close: async () => {},
});
const one = { columns: ["one"], rows: [[1]], truncated: false };

test("a pattern gets the limits it asks for, but no more than the server allows", async () => {
  const given: PatternLimits[] = [];
  const run = patternRunner(
    answering(async (_cypher, _params, limits) => {
      given.push(limits);
      return one;
    }),
    bounds,
  );
  expect(await run(asked({ timeout: 500, rows: 1_000 }), signal)).toMatchObject({ ...one, datasetVersion: "0-" });
  await run(asked({ timeout: 5_000, rows: 5 }), signal);
  expect(given).toEqual([
    { timeout: 500, rows: 10 },
    { timeout: 1_000, rows: 5 },
  ]);
});

test("a pattern too many is refused at once, and there is room again after one that failed", async () => {
  let started = (_: (error: Error) => void) => {};
  const store = answering(() => new Promise((_, reject) => started(reject)));
  const run = patternRunner(store, bounds);
  for (let time = 1; time <= 2; time++) {
    const isRunning = new Promise<(error: Error) => void>((resolve) => {
      started = resolve;
    });
    const first = run(asked({ timeout: 500, rows: 5 }), signal);
    const fail = await isRunning;
    await expect(run(asked({ timeout: 500, rows: 5 }), signal)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    fail(new AppError("QUERY_TIMEOUT", "too late"));
    await expect(first).rejects.toMatchObject({ code: "QUERY_TIMEOUT" });
  }
});
