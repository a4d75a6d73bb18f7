/** Two loads at once, as two people would start them. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { versionOf } from "../../server/cache/version.ts";
import { contentOf } from "../../server/dataset/content.ts";
import { filesIn, loadDataset } from "../../server/dataset/load-dataset.ts";
import { datasetOf } from "../../server/dataset/state.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { lockVersion } from "../../server/store/version-step.ts";
import { runningIn } from "../contract/ask.ts";
import { backstop } from "../real/backstop.ts";
import { describeOnBothEngines, describeOnNeo4j, openTestNeo4j, testNeo4j } from "../real/engines.ts";
import { projectRoot } from "./app.ts";
import { endAll, type Program, run } from "./process.ts";
import { smallFolder } from "./small.ts";
import { writtenFolder } from "./written.ts";

const temporary = mkdtempSync(join(tmpdir(), "overlap-two-loads-"));
const folders = { seed: join(projectRoot, "seed"), small: join(temporary, "small") };
type Name = keyof typeof folders;

/** All that a graph holds when it holds one of the data sets. */
const contents = new Map<Name, unknown>();

async function holds(store: GraphStore): Promise<unknown> {
  const { sources, nodes, links } = await contentOf(store, await datasetOf(store));
  return { sources, nodes, links };
}

beforeAll(async () => {
  writtenFolder(folders.small, smallFolder());
  for (const name of ["seed", "small"] as const) {
    const store = await openGrafeo(":memory:");
    await loadDataset(store, await filesIn(folders[name]));
    contents.set(name, await holds(store));
    await store.close();
  }
});
afterEach(endAll);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const inUse = /^STORE_UNAVAILABLE: .* in use by another process.* Nothing was changed\. Wait until that load is done/m;
const changed = /^DATASET_CHANGED: Another load has changed the graph meanwhile.* Nothing of this one was written\./m;

/** Both names, those whose load went through, and the version that each of them told. */
async function outcomeOf(loads: Readonly<Record<Name, Program>>) {
  const won = new Map<string, Name>();
  for (const name of ["seed", "small"] as const) {
    const code = await loads[name].ended();
    const said = loads[name].output();
    if (code === 0) won.set(/the graph (?:is now|stays) version (\S+)$/im.exec(said)?.[1] ?? said, name);
    else {
      expect(code, said).toBe(1);
      expect(inUse.test(said) || changed.test(said), said).toBe(true);
      expect(said).not.toMatch(/move it away|the graph (?:is now|stays)/i);
    }
  }
  return won;
}

const bothLoads = (environment: Record<string, string>) => ({
  seed: run("load", environment, folders.seed, "--replace"),
  small: run("load", environment, folders.small, "--replace"),
});

describeOnBothEngines("two loads at once", (_, engine) => {
  const openAgain = (environment: Record<string, string>) =>
    engine.name === "neo4j" ? openTestNeo4j() : openGrafeo(join(environment.DATA_DIR ?? "", "overlap.grafeo"));

  test("leave exactly one of both data sets, time after time, and whoever did not write it says so", async () => {
    const environment = await engine.environment();
    for (let round = 0; round < 5; round++) {
      const won = await outcomeOf(bothLoads(environment));
      expect(won.size).toBeGreaterThan(0);
      const store = await openAgain(environment);
      const version = await versionOf(store);
      const winner = won.get(version);
      expect([...won.keys()]).toContain(version);
      expect(await holds(store)).toEqual(contents.get(winner ?? "seed"));
      await store.close();
    }
  });
});

describeOnNeo4j("two loads that were both planned on one state, on Neo4j", () => {
  test.each(["an empty graph", "a graph that holds something"])("one of them fails whole: %s", async (state) => {
    const { uri, user, password } = testNeo4j();
    const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
    const store = await openTestNeo4j();
    await store.write([{ cypher: "MATCH (n) DETACH DELETE n", params: {} }]);
    if (state !== "an empty graph") await loadDataset(store, smallFolder());
    const change = "MATCH (n:Entity {id: 'theme:ict'}) SET n.name = 'Anders' WITH n MATCH (d:Dataset) SET d.version = '1-other'";
    await store.write([{ cypher: change, params: {} }]);

    // Holds both of them off at their write, until it is sure that both have made their plan.
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    const session = driver.session();
    const holding = session.beginTransaction({ timeout: backstop });
    await holding.run(lockVersion);
    const loads = bothLoads(environment);
    await expect.poll(() => runningIn(store, "SET d.locked", "Blocked")).toBe(2);
    await holding.rollback();
    await driver.close();

    const won = await outcomeOf(loads);
    expect(won.size).toBe(1);
    const [[version, winner] = []] = won;
    expect(await versionOf(store)).toBe(version);
    expect(await holds(store)).toEqual(contents.get(winner ?? "seed"));
    await store.close();
  });
});

test("while a server has the embedded database's file, a load is told so, and the file stays as it is", async () => {
  const DATA_DIR = join(temporary, "served");
  const store = await openGrafeo(join(mkdirSync(DATA_DIR, { recursive: true }) ?? DATA_DIR, "overlap.grafeo"));
  await loadDataset(store, smallFolder());
  const before = readFileSync(join(DATA_DIR, "overlap.grafeo"));
  for (const load of Object.values(bothLoads({ DATA_DIR }))) {
    expect(await load.ended()).toBe(1);
    expect(load.output()).toMatch(inUse);
    expect(load.output()).not.toContain("move it away");
  }
  expect(readFileSync(join(DATA_DIR, "overlap.grafeo")).equals(before)).toBe(true);
  expect(await holds(store)).toEqual(contents.get("small"));
  await store.close();
});
