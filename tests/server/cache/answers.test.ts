import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../../../model/errors.ts";
import { cachedAnswer, cacheFigures } from "../../../server/cache/answers.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { appOn, ask } from "../app.ts";
import { smallFolder } from "../small.ts";

/** A store that tells of each read before it does it. */
const toldOf = (store: GraphStore, tell: (query: string) => Promise<void>): GraphStore => ({
  read: async (query, params, limits) => {
    await tell(query.name);
    return store.read(query, params, limits);
  },
  write: store.write.bind(store),
  pattern: store.pattern.bind(store),
  patternStream: store.patternStream.bind(store),
  health: store.health.bind(store),
  preparePatterns: store.preparePatterns.bind(store),
  close: store.close.bind(store),
});

let store: GraphStore;
let app: FastifyInstance;
/** Is told of every read of the app. */
let tell: (query: string) => Promise<void>;

beforeEach(async () => {
  tell = async () => {};
  store = toldOf(await openGrafeo(":memory:"), (query) => tell(query));
  await loadDataset(store, smallFolder());
  app = await appOn(store);
});
afterEach(() => app.close());

describe("equal requests at the same moment", () => {
  test("are computed once", async () => {
    let reads = 0;
    tell = async (query) => void (query === "nextNeighbours" && reads++);
    const address = "/api/nodes/question:vr/neighbours";
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => ask(app, address)));
    expect(first?.[0]).toBe(200);
    for (const other of others) expect(other).toEqual(first);
    expect(reads).toBe(1);
  });

  test("wait for the one that was first", async () => {
    let times = 0;
    // Not ready before all three have asked.
    const make = () => setImmediate(Buffer.from(`{"made":${++times}}`));
    const answers = await Promise.all([1, 2, 3].map(() => cachedAnswer(store, "the same", make)));
    expect(answers.map(String)).toEqual(['{"made":1}', '{"made":1}', '{"made":1}']);
  });

  test("all hear of a failure, and the next one is tried anew", async () => {
    let isAway = true;
    tell = async (query) => {
      if (query === "nodeById" && isAway) throw new AppError("STORE_UNAVAILABLE", "away");
    };
    const asked = () => ask(app, "/api/nodes/question:vr").then(([status]) => status);
    expect(await Promise.all([asked(), asked(), asked()])).toEqual([503, 503, 503]);
    isAway = false;
    expect(await asked()).toBe(200);
  });

  test("are ended when the last client has left, and whoever asks then begins anew", async () => {
    const signals: AbortSignal[] = [];
    const make = (signal: AbortSignal) =>
      new Promise<Buffer>((resolve, reject) => {
        signals.push(signal);
        if (signals.length > 1) resolve(Buffer.from("made"));
        signal.addEventListener("abort", () => reject(new Error("ended")));
      });
    const clients = [new AbortController(), new AbortController()];
    const answers = clients.map(({ signal }) => cachedAnswer(store, "left", make, () => signal));
    const settled = Promise.allSettled(answers);
    await expect.poll(() => signals.length).toBe(1);
    clients[0]?.abort();
    await expect(answers[0]).rejects.toMatchObject({ code: "REQUEST_CANCELLED" });
    expect(signals[0]?.aborted).toBe(false);
    clients[1]?.abort();
    expect(signals[0]?.aborted).toBe(true);
    expect(String(await cachedAnswer(store, "left", make))).toBe("made");
    await settled;
    expect(String(await cachedAnswer(store, "left", make))).toBe("made");
    expect(signals).toHaveLength(2);
  });

  test("are answered when the client that was first has left", async () => {
    let reads = 0;
    let goOn = () => {};
    const reading = new Promise<void>((isReading) => {
      tell = async (query) => {
        if (query !== "nodeById") return;
        reads++;
        isReading();
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
      };
    });
    const address = `${await app.listen({ port: 0 })}/api/nodes/question:vr`;
    const leaving = new AbortController();
    const first = fetch(address, { signal: leaving.signal });
    await reading;
    const second = fetch(address);
    await expect.poll(() => cacheFigures(store).joined).toBe(1);
    leaving.abort();
    await expect(first).rejects.toThrow("aborted");
    goOn();
    expect((await second).status).toBe(200);
    expect(reads).toBe(1);
  });
});

describe("long addresses", () => {
  /** 500 ids of nobody, together about 100 kB, another list for each number. */
  const manyIds = (number: number) =>
    Array.from({ length: 500 }, (_, index) => `team:${"x".repeat(180)}-${number}-${index}`).join(",");
  const askFor = async (addressOf: (ids: string) => string, from: number, to: number) => {
    for (let number = from; number < to; number++) expect((await ask(app, addressOf(manyIds(number))))[0]).toBe(200);
  };
  /** Bytes that are still held after the garbage was collected, and what hung on it as well. */
  const bytesHeld = async () => {
    for (let turn = 0; turn < 3; turn++) {
      collectGarbage();
      await setImmediate();
    }
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;

  test("of what somebody has seen are not held: 300 of 100 kB each leave memory flat", async () => {
    const neighboursBeside = (ids: string) => `/api/nodes/question:vr/neighbours?seen=${ids}`;
    await askFor(neighboursBeside, 0, 30);
    const before = await bytesHeld();
    await askFor(neighboursBeside, 30, 330);
    expect((await bytesHeld()) - before).toBeLessThan(10_000_000);
  }, 120_000);

  test("that are cached count: once there is no room left, 300 of 100 kB each leave memory flat", async () => {
    const nodesAmong = (ids: string) => `/api/subgraph?ids=${ids}`;
    await askFor(nodesAmong, 0, 200);
    const before = await bytesHeld();
    await askFor(nodesAmong, 200, 500);
    expect((await bytesHeld()) - before).toBeLessThan(10_000_000);
  }, 120_000);
});
