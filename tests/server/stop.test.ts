import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { AppError } from "../../model/errors.ts";
import { loadDataset } from "../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { describeOnBothEngines } from "../real/engines.ts";
import { appOn, listening, loadSeed } from "./app.ts";
import { smallFolder } from "./small.ts";

/** A real store, of which a test changes a part. */
async function storeWith(change: (store: GraphStore) => Partial<GraphStore>): Promise<GraphStore> {
  const store = await openGrafeo(":memory:");
  await loadDataset(store, smallFolder());
  return {
    read: (...args) => store.read(...args),
    write: (...args) => store.write(...args),
    pattern: (...args) => store.pattern(...args),
    patternStream: (...args) => store.patternStream(...args),
    health: () => store.health(),
    preparePatterns: () => store.preparePatterns(),
    close: () => store.close(),
    ...change(store),
  };
}

test("a request under way gets its answer before the database is closed; a new one is refused", async () => {
  const order: string[] = [];
  let asked = () => {};
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  let refused = () => {};
  const isRefused = new Promise<void>((resolve) => {
    refused = resolve;
  });
  const store = await storeWith(
    (real) =>
      ({
        read: async (...args: Parameters<GraphStore["read"]>) => {
          asked();
          await isRefused;
          const rows = await real.read(...args);
          order.push("read");
          return rows;
        },
        close: async () => {
          order.push("closed");
          await real.close();
        },
      }) as Partial<GraphStore>,
  );
  const app = await appOn(store);
  const url = await listening(app);
  const answer = fetch(`${url}/api/sources?ids=source:page`).then(async (response) => [response.status, await response.json()]);
  await isAsked;
  const closing = app.close();
  await expect(fetch(`${url}/api/health`)).rejects.toThrow();
  refused();
  await closing;
  expect(await answer).toMatchObject([200, { sources: [{ id: "source:page" }] }]);
  expect(order.indexOf("closed")).toBe(order.length - 1);
  expect(order).toContain("read");
});

const pattern = { method: "POST", body: '{"cypher":"RETURN 1"}', headers: { "content-type": "application/json" } };

test("a connection on which nothing was asked, as browsers open in advance, is closed at once", async () => {
  const app = await appOn(await storeWith(() => ({})));
  const socket = connect(Number(new URL(await listening(app)).port), "127.0.0.1");
  await Promise.all([once(socket, "connect"), once(app.server, "connection")]);
  // Node itself would wait for a minute, and then say what was not asked.
  let said = "";
  socket.on("data", (data: Buffer) => {
    said += data;
  });
  await Promise.all([once(socket, "close"), app.close()]);
  expect(said).toBe("");
});

test("closing the connection of a pattern stops it, and makes room for another", async () => {
  const stopped: string[] = [];
  let running = () => {};
  const store = await storeWith(() => ({
    pattern: (_cypher, _params, _limits, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          stopped.push("stopped");
          reject(new AppError("REQUEST_CANCELLED", "cancelled"));
        });
        running();
      }),
  }));
  const app = await appOn(store, { patterns: { timeout: 30_000, rows: 10, atOnce: 1 } });
  const url = await listening(app);
  for (let time = 1; time <= 3; time++) {
    const isRunning = new Promise<void>((resolve) => {
      running = resolve;
    });
    const leaving = new AbortController();
    const answer = fetch(`${url}/api/patterns`, { ...pattern, signal: leaving.signal });
    await isRunning;
    leaving.abort();
    await expect(answer).rejects.toThrow();
    await expect.poll(() => stopped.length).toBe(time);
  }
  await app.close();
});

test("a pattern that gets its answer is not stopped", async () => {
  let aborted = false;
  let closed = () => {};
  const isClosed = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const store = await storeWith(() => ({
    pattern: async (_cypher, _params, _limits, signal) => {
      signal.addEventListener("abort", () => {
        aborted = true;
      });
      await isClosed;
      return {
        columns: ["one"],
        kinds: ["integer"],
        rows: Buffer.from("[[1]]"),
        truncated: false,
        engine: "grafeo",
        elsewhere: undefined,
        names: { labels: [], links: [], properties: [], moments: [] },
      };
    },
  }));
  const app = await appOn(store);
  // A request is closed when it has been read, long before it is answered.
  app.server.on("request", (request) => request.once("close", closed));
  const response = await fetch(`${await listening(app)}/api/patterns`, pattern);
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { rows: [[1]], datasetVersion: expect.stringMatching(/^1-/) },
  ]);
  expect(aborted).toBe(false);
  await app.close();
});

describeOnBothEngines("a pattern that would take a minute", (open) => {
  test("is stopped in the database as soon as its client leaves", async () => {
    const store = await open();
    await loadSeed(store);
    const app = await appOn(store, { patterns: { timeout: 30_000, rows: 10, atOnce: 1 } });
    const url = await listening(app);
    const run = (cypher: string, signal?: AbortSignal) =>
      fetch(`${url}/api/patterns`, {
        ...pattern,
        body: JSON.stringify({ cypher, limits: { timeout: 30_000 } }),
        ...(signal && { signal }),
      });
    expect((await run("RETURN 1 AS one")).status).toBe(200);

    const leaving = new AbortController();
    const arrived = once(app.server, "request");
    const slow = run("MATCH (a), (b), (c) WHERE a.name + b.name + c.name = 'x' RETURN count(*) AS n", leaving.signal);
    await arrived;
    const next = run("RETURN 2 AS two");
    expect(await Promise.race([next, sleep(1_000)])).toBeUndefined();
    leaving.abort();
    await expect(slow).rejects.toThrow();
    expect((await next).status).toBe(200);
    await app.close();
  });
});
