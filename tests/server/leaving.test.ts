/** Clients that leave before they have their answer, and clients that take their time. */
import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../../model/errors.ts";
import { cacheFigures } from "../../server/cache/answers.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { describeOnNeo4j, openTestNeo4j } from "../real/engines.ts";
import { appOn, loadSeed } from "./app.ts";

/** A real store that holds up the reads of one query until it is let go, or the reader is gone. */
function heldUp(store: GraphStore, query: string) {
  const held: { readonly signal: AbortSignal | undefined; readonly goOn: () => void }[] = [];
  const view: GraphStore = {
    read: async (asked, params, options) => {
      if (asked.name === query)
        await new Promise<void>((goOn, reject) => {
          const signal = options?.signal;
          held.push({ signal, goOn });
          signal?.addEventListener("abort", () => reject(new AppError("REQUEST_CANCELLED", "cancelled")));
        });
      return store.read(asked, params, options);
    },
    write: (...args) => store.write(...args),
    pattern: (...args) => store.pattern(...args),
    patternStream: (...args) => store.patternStream(...args),
    preparePatterns: () => store.preparePatterns(),
    health: () => store.health(),
    close: () => store.close(),
  };
  return { view, held };
}

let store: GraphStore;
beforeEach(async () => {
  store = await openGrafeo(":memory:");
  await loadSeed(store);
});
afterEach(() => store.close());

const node = "/api/nodes/institution:summa-college";

/** The status of an answer that is read to its end: a connection with an answer that nobody reads stays busy. */
async function statusOf(address: string, signal?: AbortSignal): Promise<number> {
  const response = await fetch(address, signal && { signal });
  await response.text();
  return response.status;
}

describe("a client that leaves", () => {
  test.each([
    ["an answer that is cached", "nodeById", node],
    ["an answer for one client alone", "nextNeighbours", `${node}/neighbours?seen=theme:zelfregulatie`],
  ])("ends what was read for it: %s", async (_, query, path) => {
    const { view, held } = heldUp(store, query);
    const app = await appOn(view);
    const url = await app.listen({ port: 0 });
    const leaving = new AbortController();
    const answer = fetch(url + path, { signal: leaving.signal });
    await expect.poll(() => held.length).toBe(1);
    leaving.abort();
    await expect(answer).rejects.toThrow();
    await expect.poll(() => held[0]?.signal?.aborted).toBe(true);

    const again = statusOf(url + path);
    await expect.poll(() => held.length).toBe(2);
    held[1]?.goOn();
    expect(await again).toBe(200);
    await app.close();
  });

  test("ends nothing that somebody else waits for", async () => {
    const { view, held } = heldUp(store, "nodeById");
    const app = await appOn(view);
    const url = await app.listen({ port: 0 });
    const leaving = new AbortController();
    const first = fetch(url + node, { signal: leaving.signal });
    await expect.poll(() => held.length).toBe(1);
    const second = statusOf(url + node);
    await expect.poll(() => cacheFigures(view).joined).toBe(1);
    leaving.abort();
    await expect(first).rejects.toThrow();
    expect(held[0]?.signal?.aborted).toBe(false);
    held[0]?.goOn();
    expect(await second).toBe(200);
    expect(held).toHaveLength(1);
    await app.close();
  });

  test("ends nothing that is read for everybody", async () => {
    const { view, held } = heldUp(store, "profileNodes");
    const app = await appOn(view);
    const url = await app.listen({ port: 0 });
    const leaving = new AbortController();
    const peers = fetch(`${url}/api/institutions/institution:summa-college/peers`, { signal: leaving.signal });
    await expect.poll(() => held.length).toBe(1);
    leaving.abort();
    await expect(peers).rejects.toThrow();
    const later = statusOf(`${url}/api/gaps`);
    held[0]?.goOn();
    expect(await later).toBe(200);
    expect(held).toMatchObject([{ signal: undefined }]);
    await app.close();
  });
});

describeOnNeo4j("clients that leave, on Neo4j", () => {
  test("hundreds of them leave nothing behind, and whoever stays gets an answer", async () => {
    const neo4j = await openTestNeo4j();
    await neo4j.write([{ cypher: "MATCH (n) DETACH DELETE n", params: {} }]);
    await loadSeed(neo4j);
    const app = await appOn(neo4j);
    const url = await app.listen({ port: 0 });
    const ask = (seen: number, signal?: AbortSignal) =>
      statusOf(`${url}${node}/neighbours?seen=theme:nobody-${seen}`, signal).catch(() => "left");
    const leaving = Array.from({ length: 300 }, () => new AbortController());
    const answers = leaving.map(({ signal }, index) => ask(index, signal));
    const staying = Array.from({ length: 20 }, (_, index) => ask(1_000 + index));
    for (const controller of leaving) controller.abort();
    await Promise.all(answers);
    expect(await Promise.all(staying)).toEqual(Array(20).fill(200));
    expect(await ask(2_000)).toBe(200);
    await app.close();
  });
});

test("a client that takes its time to read a large answer, or to send its request, keeps nobody waiting", async () => {
  const app = await appOn(store);
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const port = Number(new URL(url).port);
  const path = "/api/opportunities?limit=100";
  const whole = await (await fetch(url + path)).text();

  const reader = connect(port, "127.0.0.1");
  reader.pause();
  reader.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  const sender = connect(port, "127.0.0.1");
  sender.write("GET /api/sources HTTP/1.1\r\nHo");
  await Promise.all([once(reader, "connect"), once(sender, "connect")]);
  for (let time = 0; time < 20; time++) expect(await statusOf(`${url}${node}?limit=${time + 1}`)).toBe(200);

  let read = "";
  reader.setEncoding("utf8").on("data", (chunk) => {
    read += chunk;
  });
  reader.resume();
  await once(reader, "close");
  expect(read).toMatch(/^HTTP\/1\.1 200 /);
  expect(read.length).toBeGreaterThan(whole.length);
  const sent = once(sender, "data");
  sender.write("st: x\r\nConnection: close\r\n\r\n");
  expect(String((await sent)[0])).toMatch(/^HTTP\/1\.1 200 /);
  await app.close();
});
