import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { compareVersionsRoute, type KeptVersion, versionsRoute } from "../../../model/versions.ts";
import { Archive } from "../../../server/archive/archive.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, ask, folder } from "../app.ts";
import { address, endAll, run } from "../process.ts";
import { changedFiles, changedFolder, smallFiles, smallFolder } from "../small.ts";
import { writtenFolder } from "../written.ts";

const temporary = mkdtempSync(join(tmpdir(), "overlap-versions-"));
afterEach(endAll);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

let folders = 0;
/** An archive in a folder of its own, and what it has said. */
function newArchive(most = 100) {
  const said: string[] = [];
  const path = join(temporary, String(++folders));
  return { archive: new Archive({ folder: path, most, say: (text) => said.push(text) }), path, said };
}

/** The same with another address that names a person. */
const otherPerson = { ...smallFiles["sources.json"][2], url: "https://example.org/piet" };
const personFolder = () => folder({ ...changedFiles, "sources.json": [...smallFiles["sources.json"].slice(0, 2), otherPerson] });

describeOnBothEngines("dataset versions", (open, engine) => {
  const listed = async (app: Awaited<ReturnType<typeof appOn>>) => {
    const [status, body] = await ask(app, "/api/versions");
    expect(status).toBe(200);
    expect(versionsRoute.response.parse(body)).toStrictEqual(body);
    return body as { present: string; versions: KeptVersion[] };
  };

  test("each load makes one, which is listed with what was done, and two are compared in words and row by row", async () => {
    const store = await open();
    const { archive } = newArchive();
    const app = await appOn(store, { archive });
    expect(await listed(app)).toMatchObject({ present: "0-", versions: [] });
    await loadDataset(store, smallFolder(), { archive });
    await loadDataset(store, smallFolder(), { archive });
    const { version } = await loadDataset(store, changedFolder(), { archive, replace: true });

    const { present, versions } = await listed(app);
    expect(present).toBe(version);
    expect(versions.map(({ number, isPresent, text }) => [number, isPresent, text.nl])).toEqual([
      [2, true, "Erbij: 1 item. Veranderd: 1 item. Weg: 1 verband."],
      [1, false, "De eerste gegevens: 8 items, 8 verbanden en 3 bronnen."],
    ]);
    expect(versions[0]).toMatchObject({ version, from: versions[1]?.version, counts: { nodes: 9, links: 7, sources: 3 } });

    const [status, difference] = await ask(app, "/api/versions/compare?from=1&to=2");
    expect(status).toBe(200);
    expect(compareVersionsRoute.response.parse(difference)).toStrictEqual(difference);
    expect(difference).toMatchObject({
      to: version,
      text: { en: "New: 1 item. Changed: 1 item. Gone: 1 link." },
      more: 0,
      rows: [
        { id: "question:vr", change: "changed", fields: [{ field: "year", before: "2021", after: "2022" }] },
        { id: "theme:les", change: "added", name: { nl: "Les", en: "Lesson" }, fields: [] },
        { change: "removed", is: "link", name: { nl: "Oost College vraagt zich af Hoe zet je virtual reality in?" } },
      ],
    });
    // The other way round it is undone, and a version is the same as itself.
    expect(await ask(app, `/api/versions/compare?from=${version}&to=1&limit=1`)).toMatchObject([
      200,
      { text: { nl: "Erbij: 1 verband. Veranderd: 1 item. Weg: 1 item." }, rows: [{ id: "question:vr" }], more: 2 },
    ]);
    expect(await ask(app, "/api/versions/compare?from=2&to=2")).toMatchObject([
      200,
      { text: { nl: "Deze versies zijn gelijk." }, rows: [] },
    ]);
    await loadDataset(store, personFolder(), { archive, replace: true });
    expect(await ask(app, "/api/versions/compare?from=2&to=3")).toMatchObject([
      200,
      { text: { nl: "Veranderd: 1 bron." }, rows: [{ id: "source:blog", fields: [] }] },
    ]);
    expect(await ask(app, "/api/versions/compare?from=1&to=4")).toMatchObject([
      404,
      { code: "VERSION_NOT_FOUND", detail: "Version 4 is not kept on this server: from 1 to 3 are kept" },
    ]);
  });

  test("one that somebody else has made is kept as well; what was changed by hand is not, and that is said", async () => {
    const store = await open();
    const { archive, said } = newArchive();
    const { version } = await loadDataset(store, smallFolder());
    expect((await listed(await appOn(store, { archive }))).versions).toMatchObject([{ version, isPresent: true }]);
    // Also before the next one is made from it.
    const other = newArchive();
    await loadDataset(store, changedFolder(), { archive: other.archive, replace: true });
    expect((await other.archive.list()).map(({ number }) => number)).toEqual([2, 1]);
    const [first] = await Promise.all([archive.find("1"), other.archive.find("1")]);
    expect(first.head.hash).toBe((await other.archive.find("1")).head.hash);

    await store.write([{ cypher: "MATCH (n:Entity {id: 'theme:ict'}) SET n.name = 'Anders'", params: {} }]);
    expect((await listed(await appOn(store, { archive }))).versions.map(({ number }) => number)).toEqual([1]);
    expect(said).toEqual([expect.stringMatching(/^Version 2-\w+ could not be kept .*What the graph holds is not/)]);
  });

  test("the oldest go when there are too many; a damaged file says so and stops nothing; nor does a full disk", async () => {
    const store = await open();
    const { archive, path } = newArchive(2);
    for (const [round, files] of [smallFolder(), changedFolder(), smallFolder()].entries())
      await loadDataset(store, files, { archive, replace: round > 0 });
    expect((await archive.list()).map(({ number }) => number)).toEqual([3, 2]);
    const [file = ""] = readdirSync(path).filter((name) => name.startsWith("2-"));
    writeFileSync(join(path, file), "no archive");
    const app = await appOn(store, { archive });
    expect((await listed(app)).versions).toMatchObject([
      { number: 3, isDamaged: false },
      { number: 2, isDamaged: true, text: { nl: expect.stringContaining("beschadigd") } },
    ]);
    expect(await ask(app, "/api/versions/compare?from=2&to=3")).toMatchObject([410, { code: "VERSION_DAMAGED" }]);

    writeFileSync(join(temporary, "file"), "");
    const said: string[] = [];
    const nowhere = new Archive({ folder: join(temporary, "file"), most: 2, say: (text) => said.push(text) });
    const { version } = await loadDataset(store, changedFolder(), { archive: nowhere, replace: true });
    expect(said).toContainEqual(expect.stringContaining(`Version ${version} could not be kept`));
    expect(await listed(app)).toMatchObject({ present: version });
  });

  test("loads on their own make them, and a server lists them after each start", async () => {
    const environment = { ...(await engine.environment()), PORT: "0", OVERLOAD_DELAY: "0" };
    const settings = { DATA_DIR: join(temporary, String(++folders)), ...environment };
    for (const files of [smallFolder(), changedFolder()]) {
      const load = run("load", settings, writtenFolder(join(temporary, String(++folders)), files), "--replace");
      expect(await load.ended(), load.output()).toBe(0);
    }
    for (const signal of ["SIGKILL", "SIGTERM"] as const) {
      const server = run("main", settings);
      const answer = (await (await fetch(`${await address(server)}/api/versions`)).json()) as { versions: KeptVersion[] };
      expect(answer.versions.map(({ number, isPresent }) => [number, isPresent])).toEqual([
        [2, true],
        [1, false],
      ]);
      await server.ended(signal);
    }
  });
});
