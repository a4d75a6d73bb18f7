import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareResultsRoute, resultRoute } from "../../../model/cite.ts";
import { citedIn, citedQuery } from "../../../model/cited-address.ts";
import { allAtOnce } from "../../../server/analysis/graph/steps.ts";
import { Archive } from "../../../server/archive/archive.ts";
import { onlyIn, resultOf } from "../../../server/cite/result.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { patternLines } from "../../../server/tables/pattern-lines.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, ask } from "../app.ts";
import { changedFolder, smallFolder } from "../small.ts";

const asks = "MATCH (i:Institution)-[:ASKS]->(q) WHERE q.year > $year RETURN i.name AS wie, q.year AS jaar ORDER BY wie";
const question = { cypher: asks, params: { year: 2_000 } };
const hashes = new Map<string, string>();

describeOnBothEngines("a result that is cited", (open, engine) => {
  const folder = mkdtempSync(join(tmpdir(), "overlap-cited-"));
  const archive = new Archive({ folder, most: 10, say: () => {} });
  let store: GraphStore;
  let app: FastifyInstance;
  beforeAll(async () => {
    store = await open();
    await loadDataset(store, smallFolder(), { archive });
    app = await appOn(store, { archive, basePath: "/overlap" });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const cited = async (payload: object) => {
    const headers = { host: "example.org" };
    const [status, body] = await ask(app, { method: "POST", url: "/overlap/api/results", headers, payload });
    expect(status, JSON.stringify(body)).toBe(200);
    return resultRoute.response.parse(body);
  };
  const compared = async (payload: object) => {
    const [status, body] = await ask(app, { method: "POST", url: "/overlap/api/results/compare", payload });
    expect(status, JSON.stringify(body)).toBe(200);
    return compareResultsRoute.response.parse(body);
  };

  test("has an address that holds all of it, and can be compared with what the data give later", async () => {
    const result = await cited(question);
    expect(result).toMatchObject({ engine: engine.name, rows: 2, truncated: false });
    expect(result.datasetVersion).toMatch(/^1-/);
    for (const text of Object.values(result.citations)) expect(text).toContain("example.org/overlap/resultaat?");

    const { origin, pathname, searchParams } = new URL(result.address);
    expect(origin + pathname).toBe("http://example.org/overlap/resultaat");
    const { hash, datasetVersion, date } = result;
    const found = citedIn(Object.fromEntries(searchParams));
    expect(found).toEqual({ ...question, rows: 1_000, version: datasetVersion, engine: engine.name, hash, date });
    const again = { ...question, version: found?.version };
    expect(await compared(again)).toMatchObject({ isSame: true, cited: { hash }, gone: { count: 0 }, added: { count: 0 } });

    await loadDataset(store, changedFolder(), { archive, replace: true });
    const later = await compared(again);
    expect(later).toMatchObject({
      columns: ["wie", "jaar"],
      isSame: false,
      cited: {
        hash,
        datasetVersion,
        first: [
          ["Noord College", 2021],
          ["Oost College", 2021],
        ],
      },
      present: { rows: 1 },
      gone: {
        count: 2,
        rows: [
          ["Noord College", 2021],
          ["Oost College", 2021],
        ],
      },
      added: { count: 1, rows: [["Noord College", 2022]] },
    });
    expect(later.present.datasetVersion).toMatch(/^2-/);
    expect((await cited(question)).hash).toBe(later.present.hash);
    if (engine.name === "grafeo") hashes.set("later", later.present.hash);
    else expect(later.present.hash).toBe(hashes.get("later"));
  });

  test("is cut as an answer on the page is, and says so", async () => {
    const first = await cited({ cypher: "MATCH (n) RETURN n ORDER BY n.id", limits: { rows: 3 } });
    expect(first).toMatchObject({ rows: 3, truncated: true });
    expect(first.citations.bibtex).toContain("The first 3 rows");
    expect(citedIn(Object.fromEntries(new URL(first.address).searchParams))?.rows).toBe(3);
  });

  test.each([
    [
      "what no address can hold",
      "results",
      { cypher: "RETURN $text", params: { text: "x".repeat(6_000) } },
      400,
      "INVALID_REQUEST",
    ],
    ["what a pattern may not do", "results", { cypher: "CREATE (n)" }, 400, "QUERY_REFUSED"],
    ["a version that was never there", "results/compare", { cypher: "RETURN 1", version: "99" }, 404, "VERSION_NOT_FOUND"],
    ["a comparison with nothing", "results/compare", { cypher: "RETURN 1" }, 400, "INVALID_REQUEST"],
  ])("refuses %s", async (_, path, payload, status, code) => {
    const answer = await ask(app, { method: "POST", url: `/overlap/api/${path}`, payload });
    expect(answer).toEqual([status, expect.objectContaining({ code })]);
  });
});

describe("two results", () => {
  const pieces = async function* (rows: readonly unknown[]) {
    const head = { columns: ["x"], datasetVersion: "1-000000000000", engine: "grafeo" };
    for (const line of [head, ...rows, { end: { rows: rows.length, truncated: false, kinds: [], milliseconds: 1 } }])
      yield Buffer.from(`${JSON.stringify(line)}\n`);
  };
  const result = async (rows: readonly unknown[]) => allAtOnce(resultOf(await patternLines(pieces(rows))));
  const value = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.dictionary(fc.constantFrom("a", "b"), fc.boolean()));
  const rows = fc.array(fc.tuple(value));

  test("differ in exactly the rows that stand more often in one of them, and have one hash when there are none", async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (one, other) => {
        const [left, right] = [await result(one), await result(other)];
        const [gone, added] = [onlyIn(left, right), onlyIn(right, left)];
        const sorted = (texts: readonly string[]) => texts.map((text) => keyOf(JSON.parse(text))).sort();
        expect(sorted([...left.lines, ...added])).toEqual(sorted([...right.lines, ...gone]));
        expect(sorted(gone).filter((line) => sorted(added).includes(line))).toEqual([]);
        expect(left.hash === right.hash).toBe(gone.length + added.length === 0);
        expect((await result([...one].reverse())).hash).toBe(left.hash);
      }),
    );
  });

  test("in which a row has its properties in another order have one hash", async () => {
    const [one, other] = [await result([[{ a: 1, b: 2 }]]), await result([[{ b: 2, a: 1 }]])];
    expect(other.hash).toBe(one.hash);
    expect(onlyIn(one, other)).toEqual([]);
  });
});

/** A row as text, with the names in it in order. */
const keyOf = (row: readonly unknown[]): string =>
  JSON.stringify(row.map((value) => (typeof value === "object" && value !== null ? Object.entries(value).sort() : value)));

describe("the address of a result", () => {
  const question = fc.record({
    cypher: fc.string({ minLength: 1 }).filter((text) => text.trim() === text),
    params: fc.dictionary(fc.stringMatching(/^\w{1,9}$/), fc.jsonValue()),
    rows: fc.integer({ min: 1, max: 10_000 }),
    version: fc.constantFrom("3", "3-0123456789ab"),
    engine: fc.constantFrom("grafeo" as const, "neo4j" as const),
    hash: fc.constant("ab".repeat(32)),
    date: fc.constant("2026-11-28"),
  });

  test("gives back whatever was put into it", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const query = new URLSearchParams(citedQuery(asked)).toString();
        // JSON knows no -0 and no __proto__ of its own.
        const params = JSON.parse(JSON.stringify(asked.params)) as object;
        expect(citedIn(Object.fromEntries(new URLSearchParams(query)))).toEqual({ ...asked, params });
      }),
    );
  });

  test.each([
    {},
    { cypher: "RETURN 1" },
    { cypher: "RETURN 1", versie: "eerste" },
    { cypher: "RETURN 1", versie: "1", params: "{" },
    { cypher: "RETURN 1", versie: "1", rijen: "veel" },
  ])("means nothing when a part of it is missing or wrong: %o", (query) => {
    expect(citedIn(query)).toBeUndefined();
  });

  test("may lack what only tells of the answer", () => {
    const query = { cypher: "RETURN 1", versie: "1", motor: "ander", dag: "gisteren" };
    expect(citedIn(query)).toMatchObject({ cypher: "RETURN 1", params: {}, rows: 1_000, version: "1" });
  });
});
