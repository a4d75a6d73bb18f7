import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { Health } from "../../model/explore.ts";
import { describeOnBothEngines } from "../real/engines.ts";
import { folder } from "./app.ts";
import { address, endAll, run } from "./process.ts";
import { smallFolder } from "./small.ts";
import { writtenFolder } from "./written.ts";

afterEach(endAll);

const temporary: string[] = [];
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});
function newFolder(): string {
  temporary.push(mkdtempSync(join(tmpdir(), "overlap-start-")));
  return temporary.at(-1) ?? "";
}

const healthAt = async (url: string) => Health.parse(await (await fetch(`${url}/api/health`)).json());

describeOnBothEngines("starting", (_, engine) => {
  test("the first start loads the seed and says so; the second keeps it, and is quick", async () => {
    const environment = { PORT: "0", ...(await engine.environment()) };
    const first = run("main", environment);
    const health = await healthAt(await address(first));
    expect(health).toMatchObject({ status: "ok", engine: engine.name, nodes: 401, links: 1_233 });
    expect(first.output()).toMatch(/The graph is empty.*checking.*comparing.*writing.*Overlap: http/s);
    expect(await first.ended("SIGTERM")).toBe(0);

    const second = run("main", environment);
    const url = await address(second);
    expect(second.processorTime()).toBeLessThanOrEqual(3);
    await expect.poll(() => healthAt(url)).toEqual(health);
    expect(second.output()).not.toContain("empty");
    expect(await second.ended("SIGINT")).toBe(0);
  });
});

test("the log tells what was asked for by its route, never what anybody searched for or which pattern was run", async () => {
  const program = run("main", { PORT: "0", DATA_DIR: newFolder(), LOG_LEVEL: "info" });
  const url = await address(program);
  await fetch(`${url}/api/search?q=geheimwoord`, { headers: { cookie: "geheim=koekje", "x-request-id": "mijn-id" } });
  const body = JSON.stringify({ cypher: "MATCH (n {name: 'geheimwoord'}) DELETE n" });
  await fetch(`${url}/api/patterns`, { method: "POST", headers: { "content-type": "application/json" }, body });
  await program.says(/"route":"\/api\/patterns","status":400/);
  expect(program.output()).toMatch(/"reqId":"mijn-id".*"route":"\/api\/search","status":200,"milliseconds":\d/);
  expect(program.output()).not.toMatch(/geheim|koekje/);
  expect(await program.ended("SIGTERM")).toBe(0);
});

test("a port in use is said, and it ends with 1", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => other.once("listening", done));
  const taken = other.address();
  const port = typeof taken === "object" && taken !== null ? taken.port : 0;
  const program = run("main", { PORT: String(port), DATA_DIR: newFolder() });
  expect(await program.ended()).toBe(1);
  expect(program.output()).toContain(`Port ${port} is in use`);
  other.close();
});

test("a folder for data that cannot be made is said, and it ends with 1", async () => {
  const program = run("main", { PORT: "0", DATA_DIR: "/dev/null/data" });
  expect(await program.ended()).toBe(1);
  expect(program.output()).toMatch(/DATA_DIR cannot be used: .*Name a folder/);
});

test("a database file that is damaged is said, with what can be done, and it ends with 1", async () => {
  const folder = newFolder();
  writeFileSync(join(folder, "overlap.grafeo"), "not a database ".repeat(400));
  const program = run("main", { PORT: "0", DATA_DIR: folder });
  expect(await program.ended()).toBe(1);
  expect(program.output()).toMatch(/overlap\.grafeo cannot be opened: .*move it away to begin anew/);
});

test("wrong settings are named, never their values, and it ends with 2", async () => {
  const program = run("main", { PORT: "ninety-nine", NEO4J_URI: "https://secret.example", LOG_LEVEL: "loud" });
  expect(await program.ended()).toBe(2);
  for (const name of ["PORT", "NEO4J_URI", "LOG_LEVEL"]) expect(program.output()).toContain(`  ${name}: `);
  for (const value of ["ninety-nine", "secret.example", "loud"]) expect(program.output()).not.toContain(value);
});

test("a Neo4j server that is not there is waited for, as long as the settings say", async () => {
  const neo4j = { NEO4J_URI: "bolt://127.0.0.1:9", NEO4J_PASSWORD: "hunter2", NEO4J_WAIT: "2" };
  const program = run("main", { PORT: "0", ...neo4j });
  await program.says(/waiting for Neo4j at bolt:\/\/127\.0\.0\.1:9/);
  expect(await program.ended()).toBe(1);
  expect(program.output()).not.toContain("hunter2");
});

test("a database file in use by a running server is said to a second one; a load is done by the server that has it", async () => {
  const DATA_DIR = newFolder();
  const first = run("main", { PORT: "0", DATA_DIR, BASE_PATH: "/mbo" });
  const at = await first.says(/^Overlap: (http:\S+)$/m);
  const second = run("main", { PORT: "0", DATA_DIR });
  expect(await second.ended()).toBe(1);
  expect(second.output()).toMatch(/in use|already open/i);
  const told = join(DATA_DIR, "running.json");
  expect(statSync(told).mode & 0o077).toBe(0);
  const load = async (files: Map<string, Uint8Array>, ...options: string[]) => {
    const program = run("load", { DATA_DIR }, writtenFolder(newFolder(), files), ...options);
    return [await program.ended(), program.output()];
  };
  expect(await load(smallFolder(), "--replace")).toEqual([0, expect.stringMatching(/8 new.*The graph is now version 2-/s)]);
  expect(await load(smallFolder())).toEqual([0, expect.stringMatching(/Nothing to do: the graph stays version 2-/)]);
  const health = (await (await fetch(`${at}/api/schema`)).json()) as { datasetVersion: string };
  expect(health.datasetVersion).toMatch(/^2-/);
  const wrong = folder({ "nodes/team.json": [{ id: "team:lab", name: "Lab" }] });
  expect(await load(wrong)).toEqual([1, expect.stringMatching(/nodes\/team\.json.*DATASET_INVALID/s)]);
  expect(await first.ended("SIGTERM")).toBe(0);
  expect(existsSync(told)).toBe(false);
});
