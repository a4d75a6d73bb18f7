import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { type ImportPreview, type ImportResult, importLimits, type previewRoute } from "../../../model/curation.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, ask } from "../app.ts";
import { smallFolder } from "../small.ts";
import { base64, inCp1252, list, workbook } from "./made-up.ts";

const adminToken = "a-token-of-this-test-alone";
type Asked = Omit<z.input<typeof previewRoute.body>, "file">;

describeOnBothEngines("a spreadsheet", (open) => {
  let app: FastifyInstance;
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    app = await appOn(store, { tokens: { adminToken, localToken: undefined } });
  });

  const post = async <Answer>(url: string, payload: object): Promise<Answer> => {
    const [status, answer] = await ask(app, { method: "POST", url, payload, headers: { authorization: `Bearer ${adminToken}` } });
    expect([status, answer]).toMatchObject([200, {}]);
    return answer as Answer;
  };
  const fileOf = (content: string | Uint8Array, name = "lijst.csv") => ({ name, content: base64(content) });
  const look = (content: string | Uint8Array, asked: Asked = {}, name?: string) =>
    post<ImportPreview>("/api/import/preview", { file: fileOf(content, name), ...asked });
  const bringIn = async (content: string | Uint8Array, asked: Asked = {}, name?: string) => {
    const { datasetVersion } = await look(content, asked, name);
    return post<ImportResult>("/api/import", { file: fileOf(content, name), ...asked, datasetVersion });
  };
  const node = async (id: string) => (await app.inject(`/api/nodes/${id}`)).json().node;

  test("with all that goes wrong in one is told row by row, and what is right of it is brought in, once", async () => {
    const found = await look(inCp1252(list));
    expect(found.counts).toMatchObject({ items: { new: 8, like: 1, left: 2 }, wrong: 4 });
    expect(found.asks).toEqual({ source: 1, basis: 1 });
    expect(found.wrong.map(({ place, why }) => [place.row, place.column, why.nl])).toEqual([
      [8, "Grondslag", "In de cel staat een fout van het rekenblad: #N/B."],
      [8, "Website", "‘geen site’ is geen webadres."],
      [9, undefined, "Deze rij heeft meer cellen dan er koppen zijn."],
      [10, "Instelling", "De rij heeft geen naam."],
    ]);
    expect(found.items[0]).toMatchObject({
      name: "ROC Kikerdam",
      status: "like",
      decision: "",
      like: [{ name: "ROC Kikkerdam", why: "spelling", isThere: false }],
    });
    expect(await ask(app, "/api/nodes?kinds=institution")).toMatchObject([200, { nodes: [] }]);

    const asked = { choices: { source: { title: "Eigen lijst" }, basis: "derived" }, decisions: { like: "same" } } as const;
    const result = await bringIn(inCp1252(list), asked);
    expect(result.counts).toMatchObject({
      items: { new: 10, same: 1, like: 0, left: 0 },
      links: { new: 11, left: 0 },
      sources: 3,
    });
    expect(await node("institution:cafe-college-eenhoorn")).toMatchObject({
      name: "Café-College Éénhoorn",
      properties: { city: "Hoornstad" },
      evidence: [{ source: "source:verslag-bijeenkomst-mei", basis: "derived" }],
    });
    expect(await ask(app, "/api/sources")).toMatchObject([
      200,
      {
        sources: expect.arrayContaining([
          { id: expect.any(String), title: "Jaarverslag Kikkerdam", url: "https://kikkerdam.example/jaarverslag" },
        ]),
      },
    ]);
    expect(await ask(app, "/api/institutions/institution:roc-kikkerdam/peers")).toMatchObject([
      200,
      { peers: [{ institution: { id: expect.any(String) } }, {}] },
    ]);
    const again = await look(inCp1252(list), asked);
    expect(again.counts).toMatchObject({
      items: { new: 0, changed: 0, same: 11 },
      links: { new: 0, changed: 0, same: 11 },
      sources: 0,
    });
    expect((await bringIn(inCp1252(list), asked)).datasetVersion).toBe(result.datasetVersion);
  });

  test("of a workbook with a sheet for each kind, with formulas, dates and decimals, in English too", async () => {
    const content = await workbook();
    const asked = { choices: { heads: { "open sinds": "property:since" } } };
    const found = await look(content, asked, "netwerk.xlsx");
    expect(found.sheets.map(({ name, holds, headRow }) => [name, holds, headRow])).toEqual([
      ["Ruimtes", "space", 2],
      ["Products", "product", 1],
      ["Verbanden", "links", 1],
      ["Aantekeningen", undefined, 0],
    ]);
    expect(found.wrong.map(({ place, why }) => [place.sheet, place.row, place.column, why.en])).toEqual([
      ["Ruimtes", 4, "open sinds", "“binnenkort” is not a year."],
      ["Verbanden", 3, "Verband", "A link “maakte” cannot lead from “Verzonnen Lab” to “Verzonnen Koffer”."],
      ["Verbanden", 4, "Naar", "“Niemand” is neither in the file nor in the data."],
    ]);
    const result = await bringIn(content, asked, "netwerk.xlsx");
    expect(result.counts.items).toMatchObject({ left: 0, like: 0 });
    expect(await node("space:verzonnen-lab")).toMatchObject({ properties: { since: 2021, fte: "0,8", mobile: true } });
    expect(await ask(app, "/api/subgraph?ids=space:verzonnen-lab,product:verzonnen-koffer")).toMatchObject([
      200,
      { links: [{ from: "product:verzonnen-koffer", kind: "PART_OF", to: "space:verzonnen-lab", basis: "stated" }] },
    ]);
  });

  test("that differs from what is there shows old beside new, and does with it what was decided", async () => {
    await store.write([{ cypher: "MATCH (n) DETACH DELETE n", params: {} }]);
    await loadDataset(store, smallFolder());
    const text =
      "Naam,Plaats,Andere namen,Bron,Basis\nNoord College,Assen,,Een verslag,stated\nROC Noord,Emmen,,Een verslag,stated\n";
    const sheet = { holds: { Instellingen: "institution" } } as const;
    const found = await look(text, { choices: sheet }, "Instellingen.csv");
    expect(found.items).toMatchObject([
      { name: "ROC Noord", status: "like", like: [{ as: "institution:noord", why: "otherName", isThere: true }] },
      {
        name: "Noord College",
        status: "changed",
        there: { id: "institution:noord" },
        changes: [
          { what: { nl: "plaats" }, before: "Groningen", after: "Assen" },
          { what: { nl: "bronnen" }, after: "Een verslag" },
        ],
      },
    ]);
    const left = await bringIn(text, { choices: sheet, decisions: { changed: "leave", like: "leave" } }, "Instellingen.csv");
    expect(left.counts.items).toEqual({ new: 0, changed: 0, same: 0, like: 0, left: 2 });
    await bringIn(text, { choices: sheet, decisions: { changed: "beside", like: "leave" } }, "Instellingen.csv");
    expect(await node("institution:noord")).toMatchObject({
      properties: { city: "Groningen" },
      contested: true,
      claims: [
        { about: "plaats", value: "Groningen", source: "source:page" },
        { about: "plaats", value: "Assen", source: "source:report" },
      ],
      otherNames: ["ROC Noord"],
      evidence: [{ source: "source:page" }, { source: "source:report" }],
    });
    await bringIn(
      text,
      { choices: sheet, decisions: { items: { "institution|noord college": "take" }, like: "leave" } },
      "Instellingen.csv",
    );
    expect(await node("institution:noord")).toMatchObject({ properties: { city: "Assen" } });
  });

  test("that was looked at on another version than the graph is at now is not brought in", async () => {
    const text = "Naam;Bron;Basis\nNieuw thema;Een pagina;afgeleid";
    const { datasetVersion } = await look(text, {}, "themas.csv");
    await bringIn("Naam;Bron;Basis\nAnder thema;Een pagina;afgeleid", {}, "Thema.csv");
    const late = { method: "POST", url: "/api/import", headers: { authorization: `Bearer ${adminToken}` } } as const;
    const payload = { file: fileOf(text, "Thema.csv"), datasetVersion };
    expect(await ask(app, { ...late, payload })).toMatchObject([409, { code: "DATASET_CHANGED" }]);
    expect((await app.inject("/api/nodes/theme:nieuw-thema")).statusCode).toBe(404);
  });

  test("that is none, or too large, is refused with what to do", async () => {
    const refused = async (content: string | Uint8Array, name: string) => {
      const headers = { authorization: `Bearer ${adminToken}` };
      const [status, body] = await ask(app, {
        method: "POST",
        url: "/api/import/preview",
        payload: { file: fileOf(content, name) },
        headers,
      });
      const { code, fields } = body as { code: string; fields: { field: string }[] };
      return [status, code, fields?.[0]?.field];
    };
    const is = (why: string) => [422, "FILE_REFUSED", why];
    expect(await refused("%PDF-1.4", "verslag.pdf")).toEqual(is("notASheet"));
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "oud.xls")).toEqual(is("oldWorkbook"));
    expect(await refused("PK\u0003\u0004 en dan niets", "kapot.xlsx")).toEqual([
      422,
      "FILE_REFUSED",
      expect.stringMatching(/notASheet|broken/),
    ]);
    expect(await refused(new Uint8Array([1, 0, 2, 0, 3]), "iets.csv")).toEqual(is("notASheet"));
    expect(await refused(" ;;\n;;", "leeg.csv")).toEqual(is("empty"));
    expect(await refused("a;b\n".repeat(importLimits.rows + 1), "lang.csv")).toEqual(is("tooManyRows"));
    expect((await refused("x".repeat(11_000_000), "groot.csv"))[0]).toBe(413);
  });
});
