import { expect, test } from "vitest";
import { AppError } from "../../../model/errors.ts";
import { patternRunner } from "../../../server/patterns/run.ts";
import type { GraphStore, PatternLimits } from "../../../server/store/store.ts";
import { emptyArchive } from "../app.ts";

const asked = (limits: PatternLimits) => ({ cypher: "RETURN 1 AS one", params: {}, limits });
const bounds = { timeout: 1_000, rows: 10, atOnce: 1 };
const signal = new AbortController().signal;

/** A store of a graph that nothing was loaded into, which answers patterns in one way. */
const answering = (pattern: GraphStore["pattern"]): GraphStore => ({
  pattern,
  patternStream: async () => {
    throw new Error("Nobody asks for this");
  },
  read: async () => [],
  write: async () => {},
  health: async () => ({ engine: "grafeo", version: "", reachable: true }),
  preparePatterns: () => {},
  close: async () => {},
});
const one = { columns: ["one"], rows: Buffer.from("[[1]]"), kinds: ["integer"], truncated: false, engine: "grafeo" } as const;
const told = { elsewhere: "only there", names: { labels: [], links: [], properties: [], moments: [] } };

const read = async (answer: Promise<Buffer>): Promise<unknown> => JSON.parse((await answer).toString());

test("a pattern gets the limits it asks for, but no more than the server allows", async () => {
  const given: PatternLimits[] = [];
  const { run } = patternRunner(
    answering(async (_cypher, _params, limits) => {
      given.push(limits);
      return { ...one, ...told };
    }),
    emptyArchive(),
    bounds,
  );
  expect(await read(run(asked({ timeout: 500, rows: 1_000 }), signal))).toEqual({
    columns: ["one"],
    kinds: ["integer"],
    rows: [[1]],
    engine: "grafeo",
    otherEngine: { name: "neo4j", alike: false, why: "only there" },
    unknownNames: [],
    freeText: [],
    truncated: false,
    milliseconds: expect.any(Number),
    datasetVersion: "0-",
  });
  await run(asked({ timeout: 5_000, rows: 5 }), signal);
  expect(given).toEqual([
    { timeout: 500, rows: 10 },
    { timeout: 1_000, rows: 5 },
  ]);
});

/** A runner of one pattern at a time, whose patterns end when they are told to. */
function heldRunner() {
  const running: { readonly order: unknown; readonly answer: () => void; readonly fail: (why: Error) => void }[] = [];
  const store = answering(
    (_cypher, { order }) =>
      new Promise((resolve, reject) => running.push({ order, answer: () => resolve({ ...one, ...told }), fail: reject })),
  );
  const { run: runner } = patternRunner(store, emptyArchive(), bounds);
  const run = (order: number, leaves = signal) =>
    runner({ cypher: "RETURN 1 AS one", params: { order }, limits: { timeout: 500, rows: 5 } }, leaves);
  return { run, running, orders: () => running.map(({ order }) => order) };
}

test("patterns wait for their turn, first come first, also after one that failed and one whose client left", async () => {
  const { run, running, orders } = heldRunner();
  const first = run(1);
  const leaving = new AbortController();
  const second = run(2, leaving.signal);
  const third = run(3);
  await expect.poll(orders).toEqual([1]);
  leaving.abort();
  await expect(second).rejects.toMatchObject({ code: "REQUEST_CANCELLED" });
  running[0]?.fail(new AppError("QUERY_TIMEOUT", "too late"));
  await expect(first).rejects.toMatchObject({ code: "QUERY_TIMEOUT" });
  await expect.poll(orders).toEqual([1, 3]);
  running[1]?.answer();
  expect(await read(third)).toMatchObject({ rows: [[1]] });
});

test("when too many wait, the next is told to come back", async () => {
  const { run, running, orders } = heldRunner();
  const all = Array.from({ length: 65 }, (_, order) => run(order));
  await expect(run(65)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  for (let done = 1; done <= all.length; done++) {
    await expect.poll(orders).toHaveLength(done);
    running[done - 1]?.answer();
  }
  expect(await Promise.all(all)).toHaveLength(65);
});
