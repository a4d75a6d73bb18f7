import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "../../../model/errors.ts";
import { gate } from "../../../server/cypher-gate/gate.ts";
import { Gatekeeper } from "../../../server/cypher-gate/gatekeeper.ts";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { refusalIn } from "../../../web/patterns/refusals.ts";
import { attackParams, attacks, costly } from "../../server/cypher-gate/attacks.ts";

/** Words of English that no sentence of the page's Dutch holds. */
const english = /\b(the|must|cannot|not|here|which|would|could|takes|refused|and|pattern)\b/;

/** Beside what the pattern itself says, which stands between quotes or is a piece of Cypher. */
const ownWords = (told: string) => told.replace(/'[^']*'|`[^`]*`/g, "");

function expectDutch(message: string, isQuoting = false): void {
  const { text: told, lang } = refusalIn(message, "nl");
  expect(lang, message).toBe("nl");
  if (!isQuoting) expect(ownWords(told)).not.toMatch(english);
  const place = /\(line (\d+), column (\d+)\)$/.exec(message);
  if (place) expect(told).toMatch(new RegExp(`\\(regel ${place[1]}, kolom ${place[2]}\\)$`));
}

function refusalOf(cypher: string): string | undefined {
  try {
    const { neo4j, grafeo } = gate(cypher, attackParams);
    if ("refused" in neo4j) return neo4j.refused;
    return "refused" in grafeo ? grafeo.refused : undefined;
  } catch (error) {
    if (error instanceof AppError && error.code === "QUERY_REFUSED") return error.message;
    throw error;
  }
}

describe("what the gate refuses is told in Dutch", () => {
  const all = [...Object.values(attacks), ...Object.values(costly)].flat().map(([cypher]) => cypher);
  test.each(all)("%s", (cypher) => {
    const message = refusalOf(cypher);
    if (message !== undefined) expectDutch(message, true);
  });

  test.each([
    "// only a comment",
    "MATCH (n:Theme RETURN n",
    "MATCH (n:Theme)",
    "MATCH (n) RETURN m",
    "MATCH (n) RETURN n.a AS x, n.b AS x",
    "MATCH (n) RETURN n LIMIT -1",
    "MATCH (n) RETURN n LIMIT n.year",
    "RETURN $nothing AS x",
    "RETURN *",
    "MATCH (n) RETURN count(count(n))",
    "MATCH (n) WHERE count(n) > 1 RETURN n",
    "MATCH (n) RETURN n.kind + count(n)",
    "MATCH (n) WITH DISTINCT n.kind AS kind ORDER BY n.name RETURN kind",
    "MATCH (n)-[r]->(), (n)-[r]->() RETURN n",
    "MATCH (n)-[n]->() RETURN n",
    "MATCH (n) RETURN (n)-->() AS x",
    "MATCH (n) WHERE (n)-->(m) RETURN n",
    "MATCH (n) WITH n.name RETURN 1",
    "RETURN 1 AS a UNION RETURN 2 AS b",
    "RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a",
    "RETURN 1 AS a RETURN 2 AS b",
    "RETURN sin('a')",
    "RETURN true + 1",
    "RETURN left('a')",
    "RETURN nosuch(1)",
    "RETURN id(1)",
    "MATCH (a)-[r:ASKS|:MADE]->(b) RETURN a",
    "RETURN 99999999999999999999",
    "MATCH (n) RETURN COUNT { MATCH (n)--(m) RETURN m.id AS n } AS c",
    "MATCH (n) RETURN COLLECT { MATCH (n)--(m) RETURN n, m } AS c",
    "MATCH SHORTEST 1 (a)--+(b), (c) RETURN a",
    "MATCH (a)-[*]->(b)-->+(c) RETURN a",
    "MATCH ((a)-->(b)){0} RETURN a",
    "MATCH ((a)-->(b)){3,1} RETURN a",
    "MATCH (((a)-->(b)){2}){2} RETURN a",
    "MATCH ((a)){2} RETURN a",
    "MATCH (p = (a)-->(b)){2} RETURN a",
    "MATCH (x) ((a)-->(b)) (y) RETURN a",
    "MATCH SHORTEST $x (a)--+(b) RETURN a",
    "MATCH SHORTEST 0 (a)--+(b) RETURN a",
    "MATCH (a)-[r* WHERE r.basis = 'stated']->(b) RETURN a",
    "MATCH p = shortestPath((a)-[*]-(b)-[*]-(c)) RETURN p",
    "MATCH p = shortestPath((a)-[*2..4]-(b)) RETURN p",
    "MATCH (n:$('Theme')) RETURN n",
    "MATCH (n) RETURN n IS :: PROPERTY VALUE AS c",
    "MATCH (n) RETURN n.year IS :: INTEGER | STRING NOT NULL AS c",
  ])("%s", (cypher) => {
    const message = refusalOf(cypher);
    if (message === undefined) throw new Error("It is not refused");
    expectDutch(message);
  });
});

describe("what turns out to be wrong while a pattern runs is told in Dutch", () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openGrafeo(":memory:", new Gatekeeper());
    await store.write([{ cypher: "CREATE (:Entity {id: 'a', name: 'A'})", params: {} }]);
  });
  afterAll(() => store.close());

  test.each([
    "RETURN date('26 februari')",
    "RETURN date({year: 2021, month: 13})",
    "RETURN date({month: 1})",
    "RETURN date({year: 2021, day: 1})",
    "RETURN date({year: 'a'})",
    "RETURN duration({})",
    "RETURN duration({eons: 1})",
    "RETURN datetime({year: 2021, timezone: 'Mars/North'})",
    "RETURN date.truncate('hour', date('2021-01-01'))",
    "UNWIND $xs AS x RETURN labels(x)",
    "UNWIND $xs AS x RETURN toInteger([x])",
    "RETURN toInteger($xs) AS x",
    "UNWIND $xs AS x RETURN x.name",
    "UNWIND $xs AS x RETURN [1][$s]",
    "UNWIND $xs AS x RETURN {a: 1}[x]",
    "UNWIND $xs AS x RETURN 1 IN x",
    "UNWIND $xs AS x RETURN x + true",
    "UNWIND $xs AS x RETURN x / 0",
    "UNWIND $xs AS x RETURN range(1, 2, x - 1)",
    "UNWIND $xs AS x RETURN 9223372036854775807 + x",
    "UNWIND $xs AS x RETURN left($s, -x)",
    "UNWIND $xs AS x MATCH (n) RETURN percentileCont(x, x + 1)",
    "UNWIND $xs AS x WITH x WHERE x RETURN x",
    "RETURN 'a' =~ $open",
    "RETURN round(1.5, 1, $s)",
    "RETURN datetime({year: 2021, hour: 4})",
    "MATCH (a), (b) MATCH p = shortestPath((a)-[*]-(b)) RETURN p",
  ])("%s", async (cypher) => {
    const signal = new AbortController().signal;
    const params = { xs: [1], s: "a", open: "[" };
    const limits = { timeout: 60_000, rows: 10 };
    const message = await store.pattern(cypher, params, limits, signal).then(
      () => Promise.reject(new Error("It is not refused")),
      (error: unknown) => {
        if (error instanceof AppError && error.code === "QUERY_REFUSED") return error.message;
        throw error;
      },
    );
    expectDutch(message);
    if (cypher.includes("toInteger($")) expect(message).toMatch(/^toInteger\(\) cannot take a list/);
  });
});

test("functions are spelled as the manual has them", () => {
  expect(refusalOf("RETURN TOINTEGER() AS x")).toMatch(/^toInteger\(\) takes/);
  expect(refusalOf("MATCH (n) RETURN PERCENTILECONT(n.year) AS x")).toMatch(/^percentileCont\(\) takes/);
});

test("what has no words here is left as it is", () => {
  const message = "Something that Neo4j alone says";
  expect(refusalIn(message, "nl")).toEqual({ text: message, lang: "en" });
  expect(refusalIn("Division by zero", "en")).toEqual({ text: "Division by zero", lang: "en" });
});
