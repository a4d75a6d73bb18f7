import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { changeRoute, historyRoute, type NodeHistory, nodeHistoryRoute, type Undone } from "../../../model/history.ts";
import { Archive } from "../../../server/archive/archive.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, ask } from "../app.ts";
import { changedFolder, smallFolder } from "../small.ts";

const temporary = mkdtempSync(join(tmpdir(), "overlap-history-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
const adminToken = "a-token-of-this-test-alone";
const report = { source: { title: "Een verslag" }, basis: "stated" } as const;
let folders = 0;

describeOnBothEngines("the history", (open) => {
  async function opened() {
    const store = await open();
    const archive = new Archive({ folder: join(temporary, String(++folders)), most: 100, say: (text) => expect(text).toBe("") });
    await loadDataset(store, smallFolder(), { archive });
    const app = await appOn(store, { archive, tokens: { adminToken, localToken: undefined } });
    const signed = await app.inject({ method: "POST", url: "/api/session", payload: { token: adminToken, initials: "AB" } });
    const headers = { cookie: `overlap-session=${signed.cookies[0]?.value}`, "sec-fetch-site": "same-origin" };
    const get = async <Answer>(url: string, asEditor = true): Promise<Answer> => {
      const [status, answer] = await ask(app, asEditor ? { url, headers } : url);
      expect([status, answer]).toMatchObject([200, {}]);
      return answer as Answer;
    };
    const post = async <Answer>(url: string, payload: object): Promise<Answer> => {
      const [status, answer] = await ask(app, { method: "POST", url, payload, headers });
      expect([status, answer]).toMatchObject([200, {}]);
      return answer as Answer;
    };
    const hash = async () => {
      const { versions } = await get<{ versions: { hash: string; isPresent: boolean }[] }>("/api/versions");
      return versions.find(({ isPresent }) => isPresent)?.hash;
    };
    return { app, store, archive, get, post, hash };
  }
  type Opened = Awaited<ReturnType<typeof opened>>;

  const seen = { name: "Oost College", nameEn: "East College" };
  const changeOost = ({ post }: Opened, description: string, before = "") =>
    post<{ datasetVersion: string }>("/api/edits", {
      edit: {
        is: "node",
        kind: "institution",
        id: "institution:oost",
        seen: { ...seen, description: before },
        wanted: { ...seen, description },
      },
      evidence: report,
      why: "Stond er niet",
    });

  test("tells of each change who, when, why and what was before; readers hear no initials", async () => {
    const site = await opened();
    const started = Date.now();
    await changeOost(site, "Een school in het oosten.");
    await loadDataset(site.store, changedFolder(), { archive: site.archive });
    const { entries, hasMore } = await site.get<{
      entries: { version: string; by?: object; madeAt: string }[];
      hasMore: boolean;
    }>("/api/history");
    expect(historyRoute.response.parse({ present: "", entries, hasMore }).entries).toHaveLength(3);
    expect(entries).toMatchObject([
      { number: 3, how: "load", why: "", canUndo: true },
      {
        number: 2,
        how: "form",
        why: "Stond er niet",
        by: { role: "editor", initials: "AB" },
        text: { nl: "Veranderd: 1 item." },
      },
      { number: 1, how: "load", canUndo: false },
    ]);
    expect(Date.parse(entries[1]?.madeAt ?? "")).toBeGreaterThanOrEqual(started);
    const told = await site.get<{ entries: { by?: object }[] }>("/api/history?limit=1&before=3", false);
    expect(told).toMatchObject({ hasMore: true, entries: [{ number: 2, by: { role: "editor" } }] });
    expect(JSON.stringify(told)).not.toContain("AB");

    const change = await site.get<object>(`/api/history/${entries[1]?.version}`);
    expect(changeRoute.response.parse(change)).toStrictEqual(change);
    expect(change).toMatchObject({
      more: 0,
      rows: [
        {
          id: "institution:oost",
          change: "changed",
          fields: [{ field: "description", after: "Een school in het oosten." }, { field: "evidence" }],
        },
      ],
    });
    const history = await site.get<NodeHistory>("/api/nodes/question:vr/history");
    expect(nodeHistoryRoute.response.parse(history)).toStrictEqual(history);
    expect(history).toMatchObject({
      name: { nl: "Hoe zet je virtual reality in?" },
      entries: [
        { entry: { number: 3 }, rows: [{ id: "question:vr", fields: [{ field: "year", before: "2021", after: "2022" }] }] },
      ],
    });
    expect(await site.get<NodeHistory>("/api/nodes/theme:nooit/history")).toEqual({ entries: [], hasMore: false });
    expect(await ask(site.app, "/api/history/9-0123456789ab")).toMatchObject([404, { code: "VERSION_NOT_FOUND" }]);
  });

  test("an undo of an import brings all back, to the very hash; what was changed afterwards stays, and is told", async () => {
    const site = await opened();
    const before = await site.hash();
    const content = Buffer.from(
      "Instelling;Plaats;Vraagstuk;Bron;Grondslag\nOost College;Almelo;Hoe digitaal?;Lijst;afgeleid\nNieuwe School;Delft;Hoe digitaal?;Lijst;afgeleid",
    ).toString("base64");
    const file = { name: "lijst.csv", content };
    const bringIn = async () => {
      const { datasetVersion } = await site.post<{ datasetVersion: string }>("/api/import/preview", { file });
      return (await site.post<{ datasetVersion: string }>("/api/import", { file, datasetVersion })).datasetVersion;
    };
    const version = await bringIn();
    expect(await site.get("/api/history")).toMatchObject({ entries: [{ how: "import", why: "lijst.csv" }, {}] });
    const looked = await site.post<Undone>("/api/undo/preview", { version });
    expect(looked.stays).toEqual([]);
    expect(looked.rows.map(({ change }) => change).sort()).toEqual([
      "changed",
      "removed",
      "removed",
      "removed",
      "removed",
      "removed",
    ]);
    expect(await site.hash()).not.toBe(before);
    const undone = await site.post<Undone>("/api/undo", { version, why: "Verkeerde lijst" });
    expect([undone.rows.length, await site.hash()]).toEqual([looked.rows.length, before]);
    expect(await site.get("/api/history")).toMatchObject({
      entries: [{ how: "undo", undoes: version, why: "Verkeerde lijst" }, {}, {}],
    });

    const second = await bringIn();
    await site.post("/api/edits", {
      edit: { is: "link", from: "institution:noord", kind: "ASKS", to: "question:hoe-digitaal", wanted: {} },
      evidence: report,
    });
    const partly = await site.post<Undone>("/api/undo", { version: second });
    expect(partly.stays.map(({ id, why }) => [id, why])).toEqual([["question:hoe-digitaal", "inUse"]]);
    expect(await ask(site.app, "/api/nodes/institution:nieuwe-school")).toMatchObject([404, {}]);
    expect(await ask(site.app, "/api/nodes/question:hoe-digitaal")).toMatchObject([200, { node: { degree: 1 } }]);
    expect(await site.post<Undone>("/api/undo", { version: second })).toMatchObject({ rows: [] });
  });

  test("one item is put back alone, with its links when it had gone, and nobody's later words are lost", async () => {
    const site = await opened();
    const node = async (id: string) => ask(site.app, `/api/nodes/${id}`);
    const { datasetVersion } = await changeOost(site, "Eerste.");
    await changeOost(site, "Tweede.", "Eerste.");
    const partly = await site.post<Undone>("/api/undo", { version: datasetVersion, only: "institution:oost" });
    expect(partly.stays).toMatchObject([{ id: "institution:oost", why: "changed", field: "description" }]);
    expect(await node("institution:oost")).toMatchObject([200, { node: { description: "Tweede." } }]);
    const gone = await site.post<{ datasetVersion: string }>("/api/edits", {
      edit: { is: "node", kind: "theme", id: "theme:xr", seen: { name: "Extended reality", nameEn: "Extended reality" } },
    });
    expect((await node("theme:xr"))[0]).toBe(404);
    const history = await site.get<NodeHistory>("/api/nodes/theme:xr/history");
    expect([history.name?.nl, history.entries[0]?.rows.map(({ change }) => change)]).toEqual([
      "Extended reality",
      ["removed", "removed", "removed"],
    ]);
    await site.post("/api/undo", { version: gone.datasetVersion, only: "theme:xr" });
    expect(await node("theme:xr")).toMatchObject([200, { node: { degree: 2 } }]);
  });

  test("the first version cannot be taken back, nor one that nobody knows of", async () => {
    const site = await opened();
    const { entries } = await site.get<{ entries: { version: string }[] }>("/api/history");
    for (const version of [entries[0]?.version, "7-0123456789ab"]) {
      const payload = { version };
      const headers = { authorization: `Bearer ${adminToken}` };
      expect(await ask(site.app, { method: "POST", url: "/api/undo", payload, headers })).toMatchObject([
        404,
        { code: "VERSION_NOT_FOUND" },
      ]);
    }
  });
});
