/** What users see while the database is not there, and that everything is right again when it is back. */
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { Problem } from "../../model/errors.ts";
import { type Neo4jServer, startNeo4j, whyNoNeo4j } from "../real/neo4j.ts";
import { startProxy, type TestProxy } from "../real/proxy.ts";
import { address, endAll, type Program, run } from "./process.ts";

describe.skipIf(inject("neo4j") === null || whyNoNeo4j() !== undefined)("a server whose database", () => {
  let database: Neo4jServer;
  let proxy: TestProxy;
  let program: Program;
  let url: string;
  let asked = 0;

  beforeAll(async () => {
    database = await startNeo4j();
    proxy = await startProxy(Number(new URL(database.uri).port));
    program = run("main", {
      PORT: "0",
      NEO4J_URI: `bolt://127.0.0.1:${proxy.port}`,
      NEO4J_PASSWORD: database.password,
      RATE_LIMIT: "0",
      // A busy machine would send requests away for a reason of its own.
      OVERLOAD_DELAY: "0",
    });
    url = await address(program);
    expect((await fetch(url + cached)).status).toBe(200);
    expect((await fetch(url + peers)).status).toBe(200);
  });
  afterAll(async () => {
    database?.resume();
    endAll();
    await proxy?.close();
    await database?.stop();
  });

  const cached = "/api/nodes/institution:summa-college";
  const peers = "/api/institutions/institution:summa-college/peers";
  /** Something that nobody has asked before. */
  const fresh = () => `${cached}/neighbours?seen=theme:nobody-${++asked}`;

  /** What users see of what has to be read now: an answer, or a problem that says when to try again and nothing about the inside. */
  async function statusOf(path: string): Promise<number> {
    const response = await fetch(url + path);
    const body = await response.text();
    if (response.status !== 200) {
      const { instance, ...told } = Problem.parse(JSON.parse(body));
      expect(told).toMatchObject({ code: "STORE_UNAVAILABLE", status: 503 });
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      // The number of a request is made by chance, and may hold that of the port.
      const words = body.replace(String(instance), "");
      expect(words).not.toMatch(/127\.0\.0\.1|localhost|bolt:|ECONN/);
      expect(words).not.toContain(String(proxy.port));
    }
    return response.status;
  }

  const healthOf = async () => (await fetch(`${url}/api/health`)).status;

  /** All is as it was before anything happened. */
  async function isRightAgain() {
    await expect.poll(healthOf).toBe(200);
    expect(await statusOf(fresh())).toBe(200);
    expect(await statusOf(cached)).toBe(200);
  }

  async function expectAway() {
    expect(await healthOf()).toBe(503);
    for (let time = 0; time < 50; time++) expect(await statusOf(fresh())).toBe(503);
    for (const path of [cached, peers]) expect(await statusOf(path)).toBe(200);
    const pattern = { method: "POST", headers: { "content-type": "application/json" }, body: '{"cypher":"RETURN 1 AS x"}' };
    expect((await fetch(`${url}/api/patterns`, pattern)).status).toBe(503);
  }

  test("refuses connections: what is cached is given, the rest is told at once", async () => {
    proxy.cut();
    await expectAway();
    proxy.mend();
    await isRightAgain();
  });

  test("is stopped: the same, once it is sure, and nobody is left waiting", async () => {
    database.pause();
    onTestFinished(() => database.resume());
    const waiting = Array.from({ length: 100 }, () => statusOf(fresh()));
    expect(await statusOf(cached)).toBe(200);
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([503]));
    const before = proxy.connections;
    await expectAway();
    expect(proxy.connections - before).toBeLessThan(50);
    database.resume();
    await isRightAgain();
  });

  test("is cut off in silence: the same", async () => {
    proxy.silence();
    onTestFinished(() => proxy.mend());
    const before = proxy.connections;
    expect(await statusOf(fresh())).toBe(503);
    // One look that hears nothing is enough: it is no connection that broke for a moment.
    expect(proxy.connections - before).toBeLessThan(4);
    await expectAway();
    proxy.cut();
    proxy.mend();
    await isRightAgain();
  });

  test("ends and boots again: at no moment anything but an answer or word that it is not there", async () => {
    await database.kill();
    await expectAway();
    const seen = new Set<number>();
    let isBooting = true;
    const asking = (async () => {
      while (isBooting) seen.add(await statusOf(fresh()));
    })();
    await database.start();
    isBooting = false;
    await asking;
    for (const status of seen) expect([200, 503]).toContain(status);
    await isRightAgain();
  });

  test("says all of that in few words to whoever looks after the server", async () => {
    expect(await program.ended("SIGTERM")).toBe(0);
    const said = program.output();
    expect(said.split("\n").filter((line) => line.includes('"STORE_UNAVAILABLE"')).length).toBeLessThan(20);
    expect(said).toMatch(/the same failure came \d+ times more: The graph database/);
    expect(said.length).toBeLessThan(60_000);
    expect(said).not.toContain(database.password);
  });
});
