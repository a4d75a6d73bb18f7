import type { FastifyInstance } from "fastify";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "../../../model/errors.ts";
import type { AppOptions } from "../../../server/app.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import type { GraphStore, PatternRows } from "../../../server/store/store.ts";
import { appOn } from "../app.ts";
import { smallFolder } from "../small.ts";

let store: GraphStore;
const opened: FastifyInstance[] = [];
beforeAll(async () => {
  store = await openGrafeo(":memory:");
  await loadDataset(store, smallFolder());
  return () => store.close();
});
afterEach(async () => {
  for (const app of opened.splice(0)) {
    app.server.closeAllConnections();
    await app.close();
  }
});

/** An app on a graph that outlives it, with some of its own methods. */
async function open(options: Partial<AppOptions>, own: Partial<GraphStore> = {}): Promise<FastifyInstance> {
  const lasting: GraphStore = {
    read: (...asked) => store.read(...asked),
    write: (...asked) => store.write(...asked),
    pattern: (...asked) => store.pattern(...asked),
    patternStream: (...asked) => store.patternStream(...asked),
    health: () => store.health(),
    preparePatterns: () => {},
    close: async () => {},
    ...own,
  };
  const app = await appOn(lasting, options);
  opened.push(app);
  return app;
}

describe("an overloaded server", () => {
  test("sends requests away with 503 and when to come back, but says how it does, and shows its pages", async () => {
    const app = await open({ overload: { delay: 0, memory: 1 } }); // no process does with one megabyte
    await expect.poll(async () => (await app.inject("/api/schema")).statusCode).toBe(503);
    const answer = await app.inject("/api/search?q=xr");
    expect(Problem.parse(answer.json())).toMatchObject({ status: 503, code: "OVERLOADED" });
    expect(answer.headers["retry-after"]).toMatch(/^\d+$/);
    expect((await app.inject("/api/health")).statusCode).toBe(200);
    expect((await app.inject("/overlap")).json()).toMatchObject({ code: "ROUTE_NOT_FOUND" });
  });

  test("with room enough answers as ever", async () => {
    const app = await open({ overload: { delay: 600_000 } });
    for (let time = 0; time < 30; time++) {
      expect((await app.inject("/api/schema")).statusCode).toBe(200);
      await new Promise((next) => setTimeout(next, 50));
    }
  });
});

/** A store whose patterns end when they are told to. */
function heldPatterns() {
  const ends: (() => void)[] = [];
  const pattern = () =>
    new Promise<PatternRows>((resolve) =>
      ends.push(() =>
        resolve({
          columns: [],
          kinds: [],
          rows: Buffer.from("[]"),
          truncated: false,
          engine: "grafeo",
          elsewhere: undefined,
          names: { labels: [], links: [], properties: [], moments: [] },
        }),
      ),
    );
  return { ends, own: { pattern } };
}

// An inject that nobody waits for does not begin.
const patternFrom = async (app: FastifyInstance, remoteAddress: string) =>
  await app.inject({ method: "POST", url: "/api/patterns", payload: { cypher: "RETURN 1" }, remoteAddress });
const matchFrom = async (app: FastifyInstance, remoteAddress: string) =>
  await app.inject({ method: "POST", url: "/api/questions/match", payload: { text: "leren op maat" }, remoteAddress });

describe("one client", () => {
  test("has some patterns at work, some in line, and the rest refused; another client goes on", async () => {
    const { ends, own } = heldPatterns();
    const app = await open({ client: { atOnce: 1, perMinute: 0 } }, own);
    const all = Array.from({ length: 7 }, () => patternFrom(app, "192.0.2.1"));
    const refused = await Promise.all(all.slice(-2));
    for (const answer of refused) {
      expect(Problem.parse(answer.json())).toMatchObject({ status: 429, code: "TOO_MANY_REQUESTS" });
      expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    }
    await expect.poll(() => ends.length).toBe(1);
    const other = patternFrom(app, "192.0.2.2");
    await expect.poll(() => ends.length).toBe(2);
    ends[1]?.();
    expect((await other).statusCode).toBe(200);
    for (const [turn, end] of [0, 2, 3, 4, 5].entries()) {
      expect((await app.inject("/api/health")).statusCode).toBe(200);
      expect(ends).toHaveLength(turn + 2);
      ends[end]?.();
      if (turn < 4) await expect.poll(() => ends.length).toBe(turn + 3);
    }
    expect((await Promise.all(all.slice(0, 5))).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200]);
  });

  test("that leaves while it waits for its turn leaves the line", async () => {
    const { ends, own } = heldPatterns();
    const app = await open({ client: { atOnce: 1, perMinute: 0 } }, own);
    const address = await app.listen({ port: 0, host: "127.0.0.1" });
    const ask = (signal?: AbortSignal) =>
      fetch(`${address}/api/patterns`, {
        method: "POST",
        body: JSON.stringify({ cypher: "RETURN 1" }),
        headers: { "content-type": "application/json", connection: "close" },
        ...(signal && { signal }),
      });
    const connections = () => new Promise((resolve) => app.server.getConnections((_, count) => resolve(count)));
    const first = ask();
    await expect.poll(() => ends.length).toBe(1);
    const leaving = new AbortController();
    const five = Array.from({ length: 5 }, () => ask(leaving.signal));
    expect((await Promise.race(five)).status).toBe(429);
    leaving.abort();
    await Promise.allSettled(five);
    await expect.poll(connections).toBe(1);
    const last = ask();
    ends[0]?.();
    expect((await first).status).toBe(200);
    await expect.poll(() => ends.length).toBe(2);
    ends[1]?.();
    expect((await last).status).toBe(200);
  });

  test("asks so often in a minute, for patterns and for matches each by themselves", async () => {
    const app = await open({ client: { atOnce: 2, perMinute: 2 } });
    const codes = async (ask: typeof matchFrom, from: string) => {
      const answers = [await ask(app, from), await ask(app, from), await ask(app, from)];
      expect(Number(answers[2]?.headers["retry-after"])).toBeGreaterThan(0);
      return answers.map(({ statusCode }) => statusCode);
    };
    expect(await codes(matchFrom, "192.0.2.1")).toEqual([200, 200, 429]);
    expect(await codes(patternFrom, "192.0.2.1")).toEqual([200, 200, 429]);
    expect(await codes(matchFrom, "192.0.2.2")).toEqual([200, 200, 429]);
    expect((await app.inject({ url: "/api/health", remoteAddress: "192.0.2.1" })).statusCode).toBe(200);
  });

  test("of IPv6 is its network", async () => {
    const app = await open({ rateLimit: 1 });
    const from = async (remoteAddress: string) => (await app.inject({ url: "/api/health", remoteAddress })).statusCode;
    expect([await from("2001:db8::1"), await from("2001:db8::2"), await from("2001:db8:0:1::1")]).toEqual([200, 429, 200]);
  });
});

describe("behind a proxy", () => {
  /** The answers to 40 requests from one place, each of which says it comes from somewhere else. */
  async function forged(trustProxy: AppOptions["trustProxy"], after = ""): Promise<number> {
    const app = await open({ rateLimit: 20, trustProxy });
    const codes = [];
    for (let time = 0; time < 40; time++) {
      const headers = { "x-forwarded-for": `198.51.100.${time}${after}` };
      codes.push((await app.inject({ url: "/api/health", headers, remoteAddress: "10.0.0.1" })).statusCode);
    }
    return codes.filter((code) => code === 200).length;
  }

  test("what a client says of its own address does not take it past the limit", async () => {
    expect(await forged(false)).toBe(20);
    // The proxy adds what it sees itself.
    expect(await forged(1, ", 192.0.2.1")).toBe(20);
    expect(await forged(2, ", 192.0.2.1, 10.0.0.2")).toBe(20);
    expect(await forged(["10.0.0.0/8"], ", 192.0.2.1, 10.0.0.2")).toBe(20);
    expect(await forged(["192.0.2.7"])).toBe(20);
  });

  test("clients of a known proxy count each by themselves", async () => {
    expect(await forged(1)).toBe(40);
    expect(await forged(["loopback", "10.0.0.0/8"])).toBe(40);
  });
});
