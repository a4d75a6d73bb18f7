import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { EditPreview, EditResult, editRoute } from "../../../model/edits.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, ask } from "../app.ts";
import { smallFolder } from "../small.ts";

const adminToken = "a-token-of-this-test-alone";
type Asked = z.input<typeof editRoute.body>;
const report = { source: { title: "Een verslag" }, basis: "stated" } as const;

describeOnBothEngines("a form", (open) => {
  let app: FastifyInstance;
  beforeAll(async () => {
    const store = await open();
    app = await appOn(store, { tokens: { adminToken, localToken: undefined } });
    await loadDataset(store, smallFolder());
  });

  const post = (url: string, payload: Asked) =>
    ask(app, { method: "POST", url, payload, headers: { authorization: `Bearer ${adminToken}` } });
  const answered = async <Answer>(url: string, payload: Asked): Promise<Answer> => {
    const [status, answer] = await post(url, payload);
    expect([status, answer]).toMatchObject([200, {}]);
    return answer as Answer;
  };
  const look = (asked: Asked) => answered<EditPreview>("/api/edits/preview", asked);
  const publish = (asked: Asked) => answered<EditResult>("/api/edits", asked);
  const refused = async (asked: Asked) => {
    const [status, answer] = await post("/api/edits", asked);
    return [
      status,
      (answer as { code: string }).code,
      (answer as { fields?: { field: string }[] }).fields?.map(({ field }) => field),
    ];
  };
  const node = async (id: string) => (await app.inject(`/api/nodes/${id}`)).json().node;
  const fieldsOf = async (id: string) => {
    const { name, nameEn, description, descriptionEn, otherNames, properties } = await node(id);
    return { name, nameEn, description, descriptionEn, otherNames, properties };
  };
  const version = async () => (await app.inject("/api/schema")).json().datasetVersion;

  test("adds an item with a link and a new source, after a look that writes nothing; it is found, and tells of its chances", async () => {
    const before = await version();
    const asked: Asked = {
      edit: {
        is: "node",
        kind: "question",
        wanted: { name: "Hoe houden we brillen heel?", properties: { year: 2024 } },
        links: [
          { kind: "ASKS", direction: "in", other: "institution:zuid" as never },
          { kind: "ABOUT", direction: "out", other: "theme:xr" as never },
        ],
      },
      evidence: { source: { title: "Gesprek met Zuid", url: "https://example.org/zuid" }, basis: "derived", note: "Zo gezegd." },
      why: "Gehoord op de studiedag",
    };
    const seen = await look(asked);
    expect(seen.rows.map(({ id, change, name }) => [id, change, name.nl])).toEqual([
      ["source:gesprek-met-zuid", "added", "Gesprek met Zuid"],
      ["question:hoe-houden-we-brillen-heel", "added", "Hoe houden we brillen heel?"],
      [
        "institution:zuid|ASKS|question:hoe-houden-we-brillen-heel",
        "added",
        "Zuid College vraagt zich af Hoe houden we brillen heel?",
      ],
      ["question:hoe-houden-we-brillen-heel|ABOUT|theme:xr", "added", expect.stringContaining("Extended reality")],
    ]);
    expect([seen.clashes, seen.like, await version()]).toEqual([[], [], before]);
    const { id, datasetVersion } = await publish(asked);
    expect(id).toBe("question:hoe-houden-we-brillen-heel");
    expect(await version()).toBe(datasetVersion);
    expect(await node(id)).toMatchObject({
      degree: 2,
      properties: { year: 2024 },
      evidence: [{ source: "source:gesprek-met-zuid", basis: "derived", note: "Zo gezegd." }],
    });
    expect((await app.inject("/api/search?q=brillen+heel")).json().results[0].node.id).toBe(id);
    const again = await look({
      edit: { is: "node", kind: "question", wanted: { name: "Hoe houden we brilen heel" } },
      evidence: report,
    });
    expect(again.like).toEqual([{ id, name: "Hoe houden we brillen heel?", why: "spelling" }]);
  });

  test("changes only what was changed, and adds what that rests on beside what is there", async () => {
    const seen = await fieldsOf("institution:noord");
    const edit = { is: "node", kind: "institution", id: "institution:noord" as never, seen } as const;
    const { rows } = await publish({
      edit: { ...edit, wanted: { ...seen, properties: { ...seen.properties, city: "Haren" } } },
      evidence: report,
    });
    expect(rows[0]?.fields).toEqual([
      { field: "city", before: "Groningen", after: "Haren" },
      { field: "evidence", before: "source:page (stated)", after: "source:page (stated); source:report (stated)" },
    ]);
    expect(await node("institution:noord")).toMatchObject({
      name: "Noord College",
      otherNames: ["ROC Noord"],
      properties: { city: "Haren" },
    });
    const same = await look({
      edit: { ...edit, seen: await fieldsOf("institution:noord"), wanted: await fieldsOf("institution:noord") },
      evidence: report,
    });
    expect(same.rows).toEqual([]);
  });

  test("links two items, says what a link is worth knowing of, and takes it away again", async () => {
    const link = { is: "link", from: "institution:oost" as never, kind: "MADE", to: "product:bril" as never } as const;
    await publish({ edit: { ...link, wanted: { properties: { since: 2019 } } }, evidence: report });
    const seen = { properties: { since: 2019 } };
    await publish({
      edit: { ...link, seen, wanted: { properties: { since: 2018 } } },
      evidence: { ...report, source: { id: "source:page" as never } },
    });
    const found = async () => (await app.inject("/api/subgraph?ids=institution:oost,product:bril")).json().links;
    expect(await found()).toMatchObject([
      { properties: { since: 2018 }, basis: "stated", evidence: [{}, { source: "source:page" }] },
    ]);
    expect(await refused({ edit: { ...link, seen } })).toEqual([
      409,
      "EDIT_CLASHES",
      ["institution:oost|MADE|product:bril since"],
    ]);
    await publish({ edit: { ...link, seen: { properties: { since: 2018 } } } });
    expect(await found()).toEqual([]);
  });

  test("corrects a source, and adds one once only", async () => {
    const source = { is: "source", id: "source:report" as never, seen: { title: "Een verslag" } } as const;
    await publish({ edit: { ...source, wanted: { title: "Het verslag", url: "https://example.org/verslag" } } });
    expect(await ask(app, "/api/sources?ids=source:report")).toMatchObject([
      200,
      { sources: [{ title: "Het verslag", url: "https://example.org/verslag" }] },
    ]);
    const again = await look({ edit: { is: "source", wanted: { title: "het  verslag" } } });
    expect(again.rows).toEqual([]);
  });

  test("asks for what is missing, and refuses what cannot be, in the words of its fields", async () => {
    const wanted = { name: "Iets" };
    const before = await version();
    expect(await refused({ edit: { is: "node", kind: "theme", wanted } })).toEqual([400, "INVALID_REQUEST", ["body/evidence"]]);
    expect(
      await refused({
        edit: { is: "node", kind: "theme", wanted: { ...wanted, properties: { city: "Assen" } } },
        evidence: report,
      }),
    ).toEqual([400, "INVALID_REQUEST", ["body/edit/wanted/properties"]]);
    const link = { is: "link", from: "theme:ict" as never, to: "theme:xr" as never, wanted: {} } as const;
    expect(await refused({ edit: { ...link, kind: "MADE" }, evidence: report })).toEqual([
      400,
      "INVALID_REQUEST",
      ["body/edit/kind"],
    ]);
    expect(await refused({ edit: { ...link, kind: "BROADER", to: "theme:geen" as never }, evidence: report })).toEqual([
      404,
      "NODE_NOT_FOUND",
      ["theme:geen"],
    ]);
    const unknown = { ...report, source: { id: "source:geen" as never } };
    expect(await refused({ edit: { is: "node", kind: "theme", wanted }, evidence: unknown })).toEqual([
      400,
      "INVALID_REQUEST",
      ["body/evidence/source/id"],
    ]);
    expect(await version()).toBe(before);
  });

  test("shows the second of two editors both words, and publishes what they choose", async () => {
    const seen = await fieldsOf("product:bril");
    const edit = { is: "node", kind: "product", id: "product:bril" as never, seen } as const;
    await publish({ edit: { ...edit, wanted: { ...seen, description: "Van de eerste." } }, evidence: report });
    const second: Asked = {
      edit: { ...edit, wanted: { ...seen, description: "Van de tweede.", properties: { year: 2023 } } },
      evidence: report,
    };
    expect(await refused(second)).toEqual([409, "EDIT_CLASHES", ["product:bril description"]]);
    const { clashes, rows } = await look(second);
    expect(clashes).toEqual([
      {
        id: "product:bril",
        why: "changed",
        field: "description",
        now: "Van de eerste.",
        name: { nl: "Brillenkoffer", en: "Headset case" },
      },
    ]);
    expect(rows[0]?.fields.map(({ field }) => field)).toEqual(["year"]);
    const informed = { ...seen, description: "Van de eerste." };
    await publish({
      ...second,
      edit: { ...edit, seen: informed, wanted: { ...seen, description: "Van beiden.", properties: { year: 2023 } } },
    });
    expect(await node("product:bril")).toMatchObject({ description: "Van beiden.", properties: { year: 2023 } });
    await publish({ edit: { is: "node", kind: "product", id: "product:bril" as never, seen: await fieldsOf("product:bril") } });
    expect((await look(second).catch(() => undefined))?.clashes).toBeUndefined();
    expect(await refused(second)).toEqual([404, "NODE_NOT_FOUND", ["product:bril"]]);
  });

  test("confirms with today's date that an item and a link still hold, and puts another source's word beside, with a rank", async () => {
    const link = "institution:noord|ASKS|question:vr";
    const today = new Date().toISOString().slice(0, 10);
    await publish({ edit: { is: "confirm", id: "institution:noord" as never } });
    await publish({ edit: { is: "confirm", id: link as never } });
    const { evidence, properties } = await node("institution:noord");
    expect(evidence.map(({ checkedOn }: { checkedOn: string }) => checkedOn)).toEqual(evidence.map(() => today));
    const { links } = (await app.inject("/api/subgraph?ids=institution:noord,question:vr")).json();
    expect(links.find(({ id }: { id: string }) => id === link)?.evidence).toEqual([
      { source: "source:page", basis: "stated", checkedOn: today },
    ]);
    expect(await look({ edit: { is: "confirm", id: link as never } })).toMatchObject({ rows: [] });
    expect(await refused({ edit: { is: "confirm", id: "theme:geen" as never } })).toEqual([
      404,
      "NODE_NOT_FOUND",
      ["theme:geen"],
    ]);

    const beside = { value: String(properties.city), source: "source:page" as never };
    const says = { about: "plaats", value: "Assen", beside } as const;
    await publish({
      edit: { is: "claim", id: "institution:noord" as never, says },
      evidence: { source: { title: "Een krant" }, basis: "stated" },
    });
    const claims = [
      { about: "plaats", value: properties.city, source: "source:page" },
      { about: "plaats", value: "Assen", source: "source:een-krant" },
    ];
    const found = await node("institution:noord");
    expect([found.contested, found.properties.city]).toEqual([true, properties.city]);
    expect(found.claims).toHaveLength(2);
    expect(found.claims).toEqual(expect.arrayContaining(claims));
    const ranks = [
      { about: "plaats", value: "Assen", source: "source:een-krant" as never, seen: "normal", rank: "outdated" },
    ] as const;
    await publish({ edit: { is: "claim", id: "institution:noord" as never, ranks: [...ranks] } });
    expect(await node("institution:noord")).toMatchObject({ contested: false });
    expect(await refused({ edit: { is: "claim", id: "institution:noord" as never, ranks: [...ranks] } })).toEqual([
      200,
      undefined,
      undefined,
    ]);
    const copy = await app.inject("/api/export/json");
    expect(copy.statusCode).toBe(200);
  });

  test("loses nothing of twelve editors at once: what each adds is there, and of one field the word of one, which the others hear", async () => {
    const seen = await fieldsOf("theme:ict");
    const edit = { is: "node", kind: "theme", id: "theme:ict" as never, seen } as const;
    const editors = Array.from({ length: 12 }, (_, editor) => `naam ${editor}`);
    const names = await Promise.all(
      editors.map((name) => post("/api/edits", { edit: { ...edit, wanted: { ...seen, otherNames: [name] } }, evidence: report })),
    );
    expect(names.map(([status]) => status)).toEqual(editors.map(() => 200));
    expect((await node("theme:ict")).otherNames.sort()).toEqual([...editors].sort());
    const now = await fieldsOf("theme:ict");
    const words = await Promise.all(
      editors.map((description) =>
        post("/api/edits", { edit: { ...edit, seen: now, wanted: { ...now, description } }, evidence: report }),
      ),
    );
    const winners = words.flatMap(([status], index) => (status === 200 ? [editors[index]] : []));
    expect([winners.length, words.filter(([status]) => status === 409).length]).toEqual([1, 11]);
    expect((await node("theme:ict")).description).toBe(winners[0]);
  });
});
