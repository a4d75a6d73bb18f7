import { spawn } from "node:child_process";
import { afterAll, describe, expect, test } from "vitest";
import { AppError } from "../../../model/errors.ts";
import type { Params } from "../../../model/patterns.ts";
import { Gatekeeper } from "../../../server/cypher-gate/gatekeeper.ts";
import { harmless } from "./harmless.ts";

const script = new URL("./checker-process", import.meta.url);
const opened: Gatekeeper[] = [];
const keeper = (...options: ConstructorParameters<typeof Gatekeeper>) => {
  const gatekeeper = new Gatekeeper(...options);
  opened.push(gatekeeper);
  return gatekeeper;
};
afterAll(() => {
  for (const gatekeeper of opened) gatekeeper.close();
});

/** What a gatekeeper has for Neo4j, or the failure that it makes of it. */
const ask = (
  gatekeeper: Gatekeeper,
  cypher: string,
  params: Params = {},
  signal = new AbortController().signal,
): Promise<unknown> =>
  gatekeeper
    .check(cypher, params, signal)
    .then(({ neo4j }) => ("run" in neo4j ? neo4j.run : neo4j.refused))
    .catch((error) => (error instanceof AppError ? [error.code, error.message] : error));

const gatekeeper = keeper(script);
const asked = (order: string, params?: Params): Promise<unknown> => ask(gatekeeper, order, params);

test("a query that takes too much of the processor is refused, and the next one is answered", async () => {
  expect(await asked("answer")).toBe("answered");
  expect(await asked("compute")).toEqual(["QUERY_REFUSED", expect.stringContaining("too complicated to be checked")]);
  expect(await asked("count")).toBe(1);
});

test("a query that only waits for its turn, as on a busy machine, is not", async () => {
  expect(await asked("wait for a turn")).toBe("waited");
});

test("a check that ends by itself is nobody's fault, and can be tried again", async () => {
  expect(await asked("end")).toEqual(["STORE_UNAVAILABLE", expect.stringContaining("Try again")]);
  expect(await asked("answer")).toBe("answered");
});

test("a check that stands still is nobody's fault, and a new process checks the next query", async () => {
  const impatient = keeper(script, 300);
  expect(await ask(impatient, "stop")).toEqual(["STORE_UNAVAILABLE", expect.stringContaining("Try again")]);
  expect(await ask(impatient, "count")).toBe(1);
});

describe("how a check ended", () => {
  test("is known when the same query comes again, also while the first is being checked", async () => {
    const own = keeper(script);
    const [first, second] = await Promise.all([ask(own, "count"), ask(own, "count")]);
    expect([first, second, await ask(own, "count", { other: 1 })]).toEqual([1, 1, 1]);
  });

  test("holds for other parameters only when they are alike in what the check looked at", async () => {
    const own = keeper(script);
    expect(await ask(own, "look at n", { n: 1 })).toEqual([1, 1]);
    expect(await ask(own, "look at n", { n: 2 })).toEqual([2, 2]);
    expect(await ask(own, "look at n", {})).toEqual([3, undefined]);
    expect(await ask(own, "look at n", { n: 1, m: 5 })).toEqual([1, 1]);
  });

  test("holds for what is smaller, not for what is larger or of another kind", async () => {
    const own = keeper(script);
    expect(await ask(own, "measure n", { n: "four" })).toEqual([1, 4]);
    expect(await ask(own, "measure n", { n: "two" })).toEqual([1, 4]);
    expect(await ask(own, "measure n", { n: "eleven more" })).toEqual([2, 11]);
    expect(await ask(own, "measure n", { n: [1, 2, 3] })).toEqual([3, 3]);
  });
});

test("a client that leaves neither waits on nor ends a check that others wait for", async () => {
  const own = keeper(script);
  const leaving = new AbortController();
  const left = ask(own, "wait for a turn", {}, leaving.signal);
  const stays = ask(own, "wait for a turn");
  leaving.abort();
  expect(await left).toEqual(["REQUEST_CANCELLED", expect.any(String)]);
  expect(await stays).toBe("waited");
});

test("a query that is hard to check stops nobody else's", async () => {
  const own = keeper(script);
  const slow = ask(own, "stop");
  expect(await ask(own, "answer")).toBe("answered");
  own.close();
  expect(await slow).toEqual(["STORE_UNAVAILABLE", expect.any(String)]);
});

test("those who wait are told when the graph is closed", async () => {
  const own = keeper(script);
  const waiting = ["wait for a turn", "compute", "count", "answer"].map((order) => ask(own, order));
  own.close();
  for (const told of await Promise.all(waiting)) expect(told).toEqual(["STORE_UNAVAILABLE", expect.any(String)]);
  expect(await ask(own, "answer")).toEqual(["STORE_UNAVAILABLE", expect.any(String)]);
});

test("sixteen at once are checked while two others keep the machine busy", async () => {
  const others = [1, 2].map(() => spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }));
  try {
    const own = keeper();
    own.warm();
    const queries = harmless.slice(0, 16);
    for (const found of await Promise.all(queries.map((cypher) => ask(own, cypher, { list: [1] }))))
      expect(found).toMatchObject({ cypher: expect.any(String) });
  } finally {
    for (const other of others) other.kill("SIGKILL");
  }
});
