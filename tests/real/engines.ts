/**
 * Runs a suite on both engines:
 *
 *     describeOnBothEngines("neighbours", (open, engine) => {
 *       test("…", async () => {
 *         const store = await open(); // empty, and closed after the test or the suite that opened it
 *       });
 *     });
 *
 * The file must lie in a folder that vitest.config.ts names under `engines`. There is one Neo4j server and one graph in it:
 * suites on it wait for their turn, and opening erases the graph. So one store at a time on Neo4j: use one per test, or one
 * per suite in `beforeAll`. `engine.environment()` gives the settings that let the app itself use the same engine.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { Gatekeeper } from "../../server/cypher-gate/gatekeeper.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import { openNeo4j } from "../../server/store/neo4j/store.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { takeTurn } from "./turns.ts";

export interface Engine {
  readonly name: "grafeo" | "neo4j";
  /** Environment variables with which the app uses this engine, empty at first. */
  environment(): Promise<Record<string, string>>;
}

type Suite = (open: () => Promise<GraphStore>, engine: Engine) => void;

export function describeOnBothEngines(name: string, suite: Suite): void {
  describe(`${name} · grafeo`, () => suite(...onGrafeo()));
  describeOnNeo4j(`${name} · neo4j`, () => suite(...onNeo4j()));
}

/** A suite that has the one Neo4j server to itself; skipped where there is none. */
export function describeOnNeo4j(name: string, suite: () => void): void {
  describe.skipIf(inject("neo4j") === null)(name, () => {
    let end = () => {};
    beforeAll(async () => {
      end = await takeTurn(testNeo4j().turns);
    });
    afterAll(() => end());
    suite();
  });
}

function onGrafeo(): Parameters<Suite> {
  const folder = mkdtempSync(join(tmpdir(), "overlap-test-"));
  const open = closedAfterwards(() => openGrafeo(":memory:"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let folders = 0;
  return [open, { name: "grafeo", environment: async () => ({ DATA_DIR: join(folder, String(++folders)) }) }];
}

function onNeo4j(): Parameters<Suite> {
  const open = closedAfterwards(async () => {
    const store = await openTestNeo4j();
    await store.write([{ cypher: "MATCH (n) DETACH DELETE n", params: {} }]);
    return store;
  });
  const environment = async () => {
    await (await open()).close();
    const { uri, user, password } = testNeo4j();
    return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  };
  return [open, { name: "neo4j", environment }];
}

/** The address of this run's Neo4j server. */
export function testNeo4j() {
  const server = inject("neo4j");
  if (server === null) throw new Error("no Neo4j in this run");
  return server;
}

/** The graph in this run's Neo4j server, as it is. */
export const openTestNeo4j = (gatekeeper = new Gatekeeper()): Promise<GraphStore> =>
  openNeo4j({ ...testNeo4j(), database: "neo4j", gatekeeper });

function closedAfterwards(open: () => Promise<GraphStore>): () => Promise<GraphStore> {
  const opened: GraphStore[] = [];
  afterAll(async () => {
    await Promise.all(opened.map((store) => store.close()));
  });
  return async () => {
    const store = await open();
    opened.push(store);
    return store;
  };
}
