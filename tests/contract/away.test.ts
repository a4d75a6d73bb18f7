/** What happens when a Neo4j server is not there, goes away in the middle of something, and comes back. */
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { AppError } from "../../model/errors.ts";
import { openNeo4j } from "../../server/store/neo4j/store.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { backstop } from "../real/backstop.ts";
import { type Neo4jServer, startNeo4j, whyNoNeo4j } from "../real/neo4j.ts";
import { startProxy, type TestProxy } from "../real/proxy.ts";
import { codeOf, long, pattern, read, runningIn, write } from "./ask.ts";

/** Nothing listens here: it is a port that programs may not take. */
const nowhere = "bolt://127.0.0.1:1";
const count = (store: GraphStore, label: string) =>
  read(store, `MATCH (n:${label}) RETURN count(n) AS c`).then(([row]) => row?.c);

test("a server that is not there is waited for, with word of it, and then unavailable", async () => {
  const heard: string[] = [];
  const options = { uri: nowhere, user: "neo4j", password: "x", database: "neo4j", patience: 5_000 };
  const opening = openNeo4j({ ...options, onWaiting: (why, waited) => heard.push(`${waited} ${why}`) });
  expect(await codeOf(opening)).toBe("STORE_UNAVAILABLE");
  expect(heard.length).toBeGreaterThan(1);
  expect(heard[0]).toMatch(/^\d+ .*(connect|refused|server)/i);
});

/** A server of this file's own, for the one that all files share must not be ended. */
describe.skipIf(inject("neo4j") === null || whyNoNeo4j() !== undefined)("a server of one's own", () => {
  let server: Neo4jServer;
  let proxy: TestProxy;
  let store: GraphStore;
  const through = () => ({
    uri: `bolt://127.0.0.1:${proxy.port}`,
    user: server.user,
    password: server.password,
    database: "neo4j",
  });

  /** Until the server itself says that it works on the long read; asked beside the proxy. */
  const nowRunning = async () => {
    const beside = await openNeo4j({ ...through(), uri: server.uri });
    await expect.poll(() => runningIn(beside, "x % y + z")).toBe(1);
    await beside.close();
  };

  /** Until it answers again. */
  const back = () => expect.poll(() => codeOf(read(store, "RETURN 1 AS x"))).toBe("none");

  beforeAll(async () => {
    server = await startNeo4j();
    proxy = await startProxy(Number(new URL(server.uri).port));
    store = await openNeo4j(through());
  });
  afterAll(async () => {
    await store?.close();
    await proxy?.close();
    await server?.stop();
  });

  test("is reached by its routing address, too", async () => {
    const routed = await openNeo4j({ ...through(), uri: server.uri.replace("bolt:", "neo4j:") });
    expect(await read(routed, "RETURN 1 AS x")).toEqual([{ x: 1 }]);
    await write(routed, "CREATE (:Routed)");
    expect(await count(routed, "Routed")).toBe(1);
    await routed.close();
  });

  test("that refuses the password, or has no such database, is not waited for", async () => {
    const wrong = openNeo4j({ ...through(), password: "wrong" });
    expect(await codeOf(wrong)).toBe("STORE_UNAVAILABLE");
    expect(await codeOf(openNeo4j({ ...through(), database: "elsewhere" }))).toBe("STORE_UNAVAILABLE");
    await expect(wrong).rejects.toThrow(/unauthorized|password|credentials/i);
    await expect(wrong).rejects.not.toThrow(/wrong"/);
  });

  test("has the constraints that were asked for", async () => {
    const indexes = await read(
      store,
      "SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'e' RETURN name, state ORDER BY name",
    );
    expect(indexes).toEqual([{ name: "entity_id", state: "ONLINE" }]);
    await write(store, "CREATE (:Entity {id: 'old', terms: 'een woord'})");
    await write(store, "CREATE FULLTEXT INDEX entity_terms FOR (n:Entity) ON EACH [n.terms]");
    await (await openNeo4j(through())).close();
    expect(await read(store, "MATCH (n:Entity {id: 'old'}) RETURN keys(n) AS keys")).toEqual([{ keys: ["id"] }]);
    expect(await read(store, "SHOW INDEXES YIELD name WHERE name = 'entity_terms' RETURN name")).toEqual([]);
    await write(store, "MATCH (n:Entity {id: 'old'}) DELETE n");
    await write(store, "CREATE (:Entity {id: 'twice'})");
    await expect(write(store, "CREATE (:Entity {id: 'twice'})")).rejects.toThrow(/already exists/);
    await write(store, "MATCH (n:Entity {id: 'twice'}) DELETE n");
  });

  test("whose connection breaks in the middle of a read: unavailable, and fine afterwards", async () => {
    const reading = codeOf(read(store, long, {}, { timeout: backstop }));
    await nowRunning();
    proxy.cut();
    expect(await reading).toBe("STORE_UNAVAILABLE");
    const running = codeOf(pattern(store, "MATCH (n) RETURN n"));
    expect(await running).toBe("STORE_UNAVAILABLE");
    expect(await store.health()).toMatchObject({ reachable: false });
    proxy.mend();
    await back();
    expect((await pattern(store, "RETURN 1 AS x")).rows).toEqual([[1]]);
    expect(await store.health()).toMatchObject({ reachable: true });
  });

  test("whose connection breaks for a moment: a read is tried again", async () => {
    proxy.cut(proxy.mend);
    expect(await read(store, "RETURN 1 AS x")).toEqual([{ x: 1 }]);
  });

  test("that falls silent: no read waits longer than its time", async () => {
    proxy.silence();
    expect(["QUERY_TIMEOUT", "STORE_UNAVAILABLE"]).toContain(await codeOf(read(store, "RETURN 1 AS x", {}, { timeout: 1_000 })));
    expect(await store.health()).toMatchObject({ reachable: false });
    proxy.cut();
    proxy.mend();
    await back();
  });

  test("whose process is stopped: those who wait do so until it is sure, others are told at once, and it is right again when it goes on", async () => {
    const codes: string[] = [];
    server.pause();
    const impatient = codeOf(read(store, "RETURN 1 AS x", {}, { isPatient: false }));
    const waiting = Array.from({ length: 200 }, async () => codes.push(await codeOf(read(store, "RETURN 1 AS x"))));
    expect(await impatient).toBe("STORE_UNAVAILABLE");
    expect(await codeOf(read(store, "RETURN 1 AS x"))).toBe("STORE_UNAVAILABLE");
    expect(codes).toEqual([]);
    await Promise.all(waiting);
    expect([...new Set(codes)]).toEqual(["STORE_UNAVAILABLE"]);

    // From now on nobody asks the database but the one who looks whether it is back.
    const before = proxy.connections;
    for (let time = 0; time < 1_000; time++) expect(await codeOf(read(store, "RETURN 1 AS x"))).toBe("STORE_UNAVAILABLE");
    expect(await store.health()).toMatchObject({ reachable: false });
    expect(await codeOf(write(store, "CREATE (:Never)"))).toBe("STORE_UNAVAILABLE");
    expect(await codeOf(pattern(store, "RETURN 1 AS x"))).toBe("STORE_UNAVAILABLE");
    expect(proxy.connections - before).toBeLessThan(100);

    server.resume();
    await back();
    expect(await store.health()).toMatchObject({ reachable: true });
    expect(await count(store, "Never")).toBe(0);
  });

  test("that is busy with a long read is not taken for one that is gone", async () => {
    const leaving = new AbortController();
    const reading = codeOf(read(store, long, {}, { timeout: backstop, signal: leaving.signal }));
    await nowRunning();
    const before = proxy.connections;
    // Longer without an answer than it takes to be in doubt: then a look finds that it is there.
    await expect.poll(() => proxy.connections).toBeGreaterThan(before);
    expect(await read(store, "RETURN 1 AS x")).toEqual([{ x: 1 }]);
    expect(await store.health()).toMatchObject({ reachable: true });
    leaving.abort();
    expect(await reading).toBe("REQUEST_CANCELLED");
  });

  test("a transaction that somebody ends is told so, and not as a query that takes too long", async () => {
    const reading = codeOf(read(store, long, {}, { timeout: backstop }));
    await nowRunning();
    const beside = await openNeo4j({ ...through(), uri: server.uri });
    const [row] = await read(
      beside,
      "SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery WHERE currentQuery CONTAINS 'x % y + z' AND NOT currentQuery STARTS WITH 'SHOW' RETURN id",
    );
    await read(beside, "TERMINATE TRANSACTIONS $id YIELD message RETURN message", { id: row?.id });
    expect(await reading).toBe("STORE_UNAVAILABLE");
    await beside.close();
  });

  test("two writes that stand in each other's way: the one that has to give way is tried again", async () => {
    await write(store, "CREATE (:Lock {id: 'a', count: 0}), (:Lock {id: 'b', count: 0})");
    const add = (id: string) => ({ cypher: "MATCH (n:Lock {id: $id}) SET n.count = n.count + 1", params: { id } });
    const pairs = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? [add("a"), add("b")] : [add("b"), add("a")]));
    await Promise.all(pairs.map((pair) => store.write(pair)));
    expect(await read(store, "MATCH (n:Lock) RETURN n.count AS count")).toEqual([{ count: 10 }, { count: 10 }]);
  });

  test("whose connection breaks in the middle of a write: nothing is half-written", async () => {
    const statements = Array.from({ length: 50 }, (_, index) => ({
      cypher: "UNWIND range(1, 500) AS x CREATE (:Half {id: x + $from})",
      params: { from: index * 1_000 },
    }));
    const writing = codeOf(store.write(statements, { progress: (done) => done === 10 && proxy.cut() }));
    expect(await writing).toBe("STORE_UNAVAILABLE");
    proxy.mend();
    await back();
    await expect.poll(() => count(store, "Half")).toBe(0);
    await store.write(statements);
    expect(await count(store, "Half")).toBe(25_000);
  });

  test("that is killed: what was acknowledged is there afterwards, nothing else, and nobody has to start anew", async () => {
    const acknowledged: number[] = [];
    const writeOn = async (): Promise<unknown> => {
      for (let number = 0; ; number++) {
        const pair = [1, 2].map((part) => ({
          cypher: "CREATE (:Kept {number: $number, part: $part})",
          params: { number, part },
        }));
        try {
          await store.write(pair);
          acknowledged.push(number);
        } catch (error) {
          return error;
        }
      }
    };
    const writing = writeOn();
    const reading = codeOf(read(store, long, {}, { timeout: backstop }));
    await nowRunning();
    await expect.poll(() => acknowledged.length).toBeGreaterThan(0);
    await server.kill();
    const failure = await writing;
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: "STORE_UNAVAILABLE" });
    expect(await reading).toBe("STORE_UNAVAILABLE");
    expect(await codeOf(write(store, "CREATE (:Never)"))).toBe("STORE_UNAVAILABLE");

    const opened: string[] = [];
    const late = openNeo4j({ ...through(), patience: 3 * backstop, onWaiting: (why) => opened.push(why) });
    await server.start();
    await expect.poll(() => store.health()).toMatchObject({ reachable: true });
    const kept = await read(store, "MATCH (n:Kept) RETURN n.number AS number, count(n) AS parts ORDER BY number");
    expect(kept.every(({ parts }) => parts === 2)).toBe(true);
    expect(kept.map(({ number }) => number)).toEqual(expect.arrayContaining(acknowledged));
    expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1); // committed, and killed before it could say so
    expect(await count(store, "Never")).toBe(0);
    await write(store, "CREATE (:After)");
    expect(await count(store, "After")).toBe(1);
    expect(opened.length).toBeGreaterThan(0);
    await (await late).close();
  });
});
