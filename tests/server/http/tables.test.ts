import type { FastifyInstance, InjectOptions } from "fastify";
import papaparse from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import { appOn, loadSeed } from "../app.ts";

let app: FastifyInstance;
beforeAll(async () => {
  const store = await openGrafeo(":memory:");
  await loadSeed(store);
  app = await appOn(store);
});
afterAll(() => app.close());

type Json = Readonly<Record<string, unknown>>;

/** Every list that can be had as a table, with a question that fills it. */
const lists: Readonly<Record<string, readonly [list: string, url: string, payload?: Json]>> = {
  search: ["results", "/api/search?q=zelfregulatie&detail=full"],
  nodes: ["nodes", "/api/nodes?kinds=institution"],
  subgraph: ["links", "/api/subgraph?ids=institution:summa-college,institution:rijn-ijssel,network:owp-ict"],
  sources: ["sources", "/api/sources"],
  peers: ["peers", "/api/institutions/institution:summa-college/peers?limit=20"],
  "opportunities of one": ["opportunities", "/api/institutions/institution:summa-college/opportunities?limit=20"],
  opportunities: ["opportunities", "/api/opportunities?limit=50"],
  overlap: ["cells", "/api/overlap?institutions=institution:summa-college,institution:rijn-ijssel"],
  gaps: ["gaps", "/api/gaps"],
  numbers: ["rows", "/api/numbers/pagerank?limit=50"],
  match: ["matches", "/api/questions/match", { text: "Hoe help ik studenten zelf te plannen?" }],
};

const asked = (url: string, payload?: Json, headers = {}): InjectOptions =>
  payload ? { method: "POST", url, payload, headers } : { url, headers };
const withChoice = (url: string, choice: string) => `${url}${url.includes("?") ? "&" : "?"}${choice}`;

/** What lies at a name with points in it. */
const inside = (value: unknown, name: string): unknown => {
  let found = value;
  for (const part of name.split(".")) found = (found as Json | undefined)?.[part];
  return found;
};
const asCell = (value: unknown): string => {
  const text = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
  return typeof value !== "number" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
};

describe.each(Object.entries(lists))("%s", (_, [list, url, payload]) => {
  test("says in a table what it says as JSON, by the address and by the header", async () => {
    const json = (await app.inject(asked(url, payload))).json() as Json;
    const rows = json[list] as readonly Json[];
    expect(rows.length).toBeGreaterThan(0);
    const sent = await app.inject(asked(withChoice(url, "format=csv"), payload));
    expect([sent.statusCode, sent.headers["content-type"], sent.headers.vary]).toEqual([
      200,
      "text/csv; charset=utf-8",
      expect.stringContaining("Accept"),
    ]);
    const { data, errors, meta } = papaparse.parse<Record<string, string>>(sent.body, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    const columns = (meta.fields ?? []).filter((name) => name !== "dataset_version");
    expect(data).toHaveLength(rows.length);
    for (const [index, row] of rows.entries())
      for (const name of columns) expect(data[index]?.[name], name).toBe(asCell(inside(row, name)));
    if (json.datasetVersion) {
      expect(new Set(data.map(({ dataset_version: version }) => version))).toEqual(new Set([json.datasetVersion]));
      expect(sent.headers["x-dataset-version"]).toBe(json.datasetVersion);
    }
    const byHeader = await app.inject(asked(url, payload, { accept: "text/csv" }));
    expect(byHeader.body).toBe(sent.body);
  });
});

test("a browser gets JSON, whatever else it accepts", async () => {
  const accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  const sent = await app.inject({ url: "/api/gaps", headers: { accept } });
  expect(sent.headers["content-type"]).toContain("application/json");
});

test("a spreadsheet in Dutch has semicolons, decimal commas and a byte order mark", async () => {
  const url = "/api/numbers/closeness?limit=5&format=csv";
  const [plain, dutch] = [(await app.inject(url)).body, (await app.inject(`${url}&dialect=dutch`)).body];
  expect(plain).toMatch(/^node\.id,node\.kind,/);
  expect(plain).toMatch(/,0\.\d+,/);
  expect(dutch).toMatch(/^\uFEFFnode\.id;node\.kind;/);
  expect(dutch).toMatch(/;0,\d+;/);
});

describe("a pattern", () => {
  const payload = {
    cypher:
      "MATCH p = (a)-[r:ASKS]->(q) RETURN a, r, q.year AS jaar, 2.5 AS half, 1.0 AS heel, [1, 'x'] AS lijst, p ORDER BY r.id",
  };

  test("gives its rows as the export does", async () => {
    const sent = await app.inject(asked("/api/patterns?format=csv", payload));
    expect(sent.body).toBe((await app.inject(asked("/api/export/csv", payload))).body);
    expect(sent.headers["content-disposition"]).toMatch(/filename="overlap-1-[0-9a-f]{12}-pattern\.csv"/);
  });

  test("says in the name that not all rows are in it", async () => {
    const sent = await app.inject(asked("/api/patterns?format=csv", { ...payload, limits: { rows: 3 } }));
    expect(sent.headers["content-disposition"]).toContain("-pattern-first-3-rows.csv");
    expect(sent.body.trim().split("\r\n")).toHaveLength(4);
  });

  test("that is refused is a problem as ever", async () => {
    const sent = await app.inject(asked("/api/patterns?format=csv", { cypher: "CREATE (n)" }));
    expect([sent.statusCode, sent.json()]).toEqual([400, expect.objectContaining({ code: "QUERY_REFUSED" })]);
  });
});

test.each(["format=xml", "dialect=german"])("%s is refused", async (choice) => {
  expect((await app.inject(`/api/gaps?${choice}`)).statusCode).toBe(400);
});
