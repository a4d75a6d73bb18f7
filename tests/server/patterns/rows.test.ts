import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PatternAnswer, PatternRowsEnd, PatternRowsFailed, PatternRowsHead } from "../../../model/patterns.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, listening, loadSeed } from "../app.ts";

const limits = { timeout: 30_000 };

/** 1 to 30,000. */
const counting = "UNWIND range(0, 299) AS a UNWIND range(1, 100) AS b WITH 100 * a + b AS x";

/** What stands in a line, with whole decimal numbers as an answer in one piece has them in a column of nothing else. */
const plain = (row: unknown[], kinds: readonly string[]) =>
  row.map((value, index) =>
    kinds[index] === "float" && typeof value === "object" ? ((value as { value?: number } | null)?.value ?? value) : value,
  );

describeOnBothEngines("rows as they are found", (open) => {
  let app: FastifyInstance;
  let url: string;
  beforeAll(async () => {
    const store = await open();
    await loadSeed(store);
    app = await appOn(store, { patterns: { timeout: 30_000, rows: 10_000, atOnce: 1 } });
    url = await listening(app);
  });
  afterAll(() => app.close());

  const post = (path: string, body: object, signal?: AbortSignal) =>
    fetch(`${url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
  const linesOf = async (cypher: string, asked: object = limits) => {
    const response = await post("/api/patterns/rows", { cypher, limits: asked });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("application/x-ndjson");
    return (await response.text())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
  };

  test.each([
    "MATCH (i:Institution)-[r:ASKS]->(q) RETURN i, r, q ORDER BY i.id, q.id LIMIT 20",
    "MATCH p = (i:Institution {id: 'institution:summa-college'})-[:ASKS]->() RETURN p, length(p) AS steps ORDER BY nodes(p)[1].id",
    "UNWIND [1.0, 2.5, null] AS zeta UNWIND [[1.0], ['a', 2.0]] AS alpha RETURN *",
    "UNWIND [1, 1.0, 'one', {whole: 2.0}] AS mixed RETURN mixed",
    "MATCH (n:Institution {id: 'none'}) RETURN n.name AS name",
  ])("%s gives what it gives in one piece", async (cypher) => {
    const whole = (await (await post("/api/patterns", { cypher, limits })).json()) as PatternAnswer;
    const lines = await linesOf(cypher);
    const head = PatternRowsHead.parse(lines[0]);
    const { end } = PatternRowsEnd.parse(lines.at(-1));
    expect({ ...head, kinds: end.kinds, truncated: end.truncated }).toEqual({
      columns: whole.columns,
      engine: whole.engine,
      otherEngine: whole.otherEngine,
      unknownNames: whole.unknownNames,
      freeText: whole.freeText,
      datasetVersion: whole.datasetVersion,
      kinds: whole.kinds,
      truncated: false,
    });
    const rows = lines.slice(1, -1) as unknown[][];
    expect(rows.map((row) => plain(row, whole.kinds))).toEqual(whole.rows);
    expect(end.rows).toBe(rows.length);
  });

  test("gives more than an answer in one piece may hold, and cuts where it is asked to", async () => {
    const cypher = `${counting} RETURN x, toString(x) AS text`;
    const lines = await linesOf(cypher);
    expect(lines).toHaveLength(30_002);
    expect(lines[30_000]).toEqual([30_000, "30000"]);
    const cut = await linesOf(cypher, { ...limits, rows: 12_000 });
    expect(cut).toHaveLength(12_002);
    expect(cut.at(-1)).toMatchObject({ end: { rows: 12_000, truncated: true, kinds: ["integer", "string"] } });
  });

  test("what goes wrong before the first row is a problem; later it is the last line", async () => {
    const refused = await post("/api/patterns/rows", { cypher: "CREATE (n) RETURN n" });
    expect([refused.status, await refused.json()]).toMatchObject([400, { code: "QUERY_REFUSED" }]);
    const lines = await linesOf(`${counting} RETURN 1 / (25000 - x) AS y, x`);
    expect(PatternRowsFailed.parse(lines.at(-1)).failed.code).toBe("QUERY_REFUSED");
    expect(lines.length).toBeGreaterThan(1_000);
  });

  test("who leaves in the middle makes room for the next", async () => {
    const leaving = new AbortController();
    // Far more than what is under way between the database and a client that reads no further.
    const large = "MATCH (a:Entity), (b:Entity) RETURN a, b";
    const response = await post("/api/patterns/rows", { cypher: large, limits: { ...limits, rows: 1_000_000 } }, leaving.signal);
    expect(response.status).toBe(200);
    await response.body?.getReader().read();
    const next = post("/api/patterns", { cypher: "RETURN 1 AS one" });
    leaving.abort();
    expect((await next).status).toBe(200);
  });
});
