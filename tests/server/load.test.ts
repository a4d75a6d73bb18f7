import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { NodeDetail } from "../../model/explore.ts";
import { versionOf } from "../../server/cache/version.ts";
import { loadDataset } from "../../server/dataset/load-dataset.ts";
import { graphSize } from "../../server/queries/explore.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { describeOnBothEngines } from "../real/engines.ts";
import { appOn, ask, folder, loadSeed } from "./app.ts";
import { endAll, run } from "./process.ts";
import { smallFiles, smallFolder } from "./small.ts";
import { writtenFolder } from "./written.ts";

const evidence = [{ source: "source:page", basis: "stated" }];
const sizesOf = async (store: GraphStore) => (await store.read(graphSize, {})).map(({ count }) => count);

/** Two links more, to what is already there. */
const addition = {
  "nodes/team.json": [{ id: "team:lab", name: "Lab", nameEn: "Lab", evidence }],
  "links/asks.json": [{ from: "team:lab", kind: "ASKS", to: "question:vr", evidence }],
  "links/part-of.json": [{ from: "team:lab", kind: "PART_OF", to: "institution:noord", evidence }],
};

describeOnBothEngines("loading", (open) => {
  test("twice changes nothing, not even the version", async () => {
    const store = await open();
    await loadSeed(store);
    const version = await versionOf(store);
    expect(version).toMatch(/^1-[0-9a-f]{12}$/);
    expect((await sizesOf(store)).sort()).toEqual([1_233, 401].sort());
    await loadSeed(store);
    expect(await versionOf(store)).toBe(version);
  });

  test("adds to what is there, also links to nodes of an earlier load, and search finds it", async () => {
    const store = await open();
    await loadDataset(store, smallFolder());
    const plan = await loadDataset(store, folder(addition));
    expect([plan.nodes.added, plan.links.added, plan.nodes.removed]).toEqual([1, 2, 0]);
    expect(await versionOf(store)).toBe(plan.version);
    const app = await appOn(store);
    const [, detail] = await ask(app, "/api/nodes/team:lab");
    expect(NodeDetail.parse(detail).links.map(({ kind, items }) => [kind, items[0]?.node.id])).toEqual([
      ["ASKS", "question:vr"],
      ["PART_OF", "institution:noord"],
    ]);
    expect(await ask(app, "/api/search?q=lab")).toMatchObject([200, { results: [{ node: { id: "team:lab" } }] }]);
  });

  test("takes a name of 5,000 letters without a break", async () => {
    const store = await open();
    await loadDataset(store, smallFolder());
    const name = "leerruimtepraktijkvraagstuk".repeat(200).slice(0, 5_000);
    await loadDataset(store, folder({ "nodes/team.json": [{ id: "team:lang", name, nameEn: "Long", evidence }] }));
    expect(await ask(await appOn(store), "/api/search?q=long")).toMatchObject([200, { results: [{ node: { name } }] }]);
  });

  test("updates what changed: a property that is gone is gone from the graph, and search follows", async () => {
    const store = await open();
    await loadDataset(store, smallFolder());
    const noord = { id: "institution:noord", name: "Noorderpoort", nameEn: "Northgate", evidence };
    const plan = await loadDataset(store, folder({ "nodes/institution.json": [noord] }));
    expect(plan.nodes).toMatchObject({ added: 0, changed: 1 });
    const app = await appOn(store);
    expect(await ask(app, "/api/nodes/institution:noord")).toMatchObject([
      200,
      { node: { name: "Noorderpoort", properties: {}, otherNames: [], degree: 2 } },
    ]);
    expect(await ask(app, "/api/search?q=noorderpoort")).toMatchObject([
      200,
      { results: [{ node: { id: "institution:noord" } }] },
    ]);
    expect(await ask(app, "/api/search?q=roc")).toMatchObject([200, { results: [] }]);
  });

  test("replaces when asked to, and what is gone is gone", async () => {
    const store = await open();
    await loadSeed(store);
    const plan = await loadDataset(store, smallFolder(), { replace: true });
    expect([plan.nodes.removed, plan.links.removed, plan.nodes.added]).toEqual([401, 1_233, 8]);
    expect(await sizesOf(store)).toEqual([8, 8]);
    const app = await appOn(store);
    expect(await ask(app, "/api/search?q=zelfregulatie")).toMatchObject([200, { results: [] }]);
    expect((await ask(app, "/api/nodes/institution:summa-college"))[0]).toBe(404);
  });

  test("what is not valid is told whole, and nothing is written", async () => {
    const store = await open();
    await loadDataset(store, smallFolder());
    const before = await versionOf(store);
    const links = [
      { from: "institution:noord", kind: "ASKS", to: "question:weg", evidence },
      { from: "institution:noord", kind: "ASKS", to: "theme:xr", evidence: [{ source: "source:weg", basis: "stated" }] },
    ];
    await expect(loadDataset(store, folder({ ...addition, "links/asks.json": links }))).rejects.toMatchObject({
      code: "DATASET_INVALID",
      message: "The data set has 3 problems; nothing was loaded",
      fields: [
        { field: "links/asks.json:13:3 (1)", why: "ASKS cannot lead from institution to theme" },
        { field: "links/asks.json:5:11 (0.to)", why: "no item question:weg" },
        { field: "links/asks.json:19:19 (1.evidence.0.source)", why: "unknown source source:weg" },
      ],
    });
    expect([await versionOf(store), await sizesOf(store)]).toEqual([before, [8, 8]]);
    await expect(loadDataset(store, folder(addition), { replace: true })).rejects.toMatchObject({ code: "DATASET_INVALID" });
  });

  test("tells how far it is", async () => {
    const told: string[] = [];
    const progress = (step: string, done: number, of: number) => told.push(`${step} ${done > of ? "too far" : ""}`.trim());
    await loadDataset(await open(), smallFolder(), { progress });
    expect([...new Set(told)]).toEqual(["checking", "comparing", "writing"]);
  });
});

const temporary = mkdtempSync(join(tmpdir(), "overlap-load-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
afterEach(endAll);

const written = (name: string, files: ReadonlyMap<string, Uint8Array>) => writtenFolder(join(temporary, name), files);

test("from the command line: progress and counts; twice says that there is nothing to do", async () => {
  const DATA_DIR = join(temporary, "data");
  const small = written("small", smallFolder());
  const first = run("load", { DATA_DIR }, small);
  expect(await first.ended()).toBe(0);
  expect(first.output()).toMatch(/checking.*comparing.*writing.*items: +8 new.*links: +8 new.*version 1-/s);
  const second = run("load", { DATA_DIR }, small);
  expect(await second.ended()).toBe(0);
  expect(second.output()).toMatch(/items: +0 new, 0 changed, 8 the same.*Nothing to do/s);
  const third = run("load", { DATA_DIR }, written("replacing", folder({ ...addition, ...onlySources })), "--replace");
  expect(await third.ended()).toBe(1);

  const store = await openGrafeo(join(DATA_DIR, "overlap.grafeo"));
  expect(await sizesOf(store)).toEqual([8, 8]);
  await store.close();
});
const onlySources = { "sources.json": smallFiles["sources.json"] };

test("from the command line: every problem on a line of its own, and it ends with 1", async () => {
  const broken = { ...smallFiles, "nodes/theme.json": "[,]", "links/about.json": [{}], "notes.txt": "hallo" };
  const program = run("load", { DATA_DIR: join(temporary, "none") }, written("broken", folder(broken)));
  expect(await program.ended()).toBe(1);
  const lines = program.output().split("\n");
  expect(lines).toContain("notes.txt: not a file of a data set; known are sources.json, synonyms.json, nodes/ and links/");
  expect(lines).toContainEqual(expect.stringMatching(/^nodes\/theme\.json:1:2.*: not JSON: /));
  expect(lines).toContainEqual(expect.stringMatching(/^links\/about\.json:2:3 \(0\.from\): /));
  expect(lines).toContainEqual(expect.stringMatching(/^DATASET_INVALID: The data set has \d+ problems; nothing was loaded$/));
});

test("from the command line: a folder that is not there, and none at all", async () => {
  const missing = run("load", { DATA_DIR: join(temporary, "none") }, join(temporary, "weg"));
  expect(await missing.ended()).toBe(1);
  expect(missing.output()).toContain("there is no such folder");
  const none = run("load", {});
  expect(await none.ended()).toBe(2);
  expect(none.output()).toContain("Usage: npm run load -- <folder> [--replace]");
  const unknown = run("load", {}, "seed", "--replcae");
  expect(await unknown.ended()).toBe(2);
});
