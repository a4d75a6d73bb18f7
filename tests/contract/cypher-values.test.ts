/** What Cypher gives where an engine could well give something else: each with its rows, on both engines. */
import { beforeAll, expect, test } from "vitest";
import { freeTextIn } from "../../server/patterns/free-text.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { describeOnBothEngines } from "../real/engines.ts";
import { codeOf, pattern, write } from "./ask.ts";

const graph = `
  CREATE (a:Entity:Institution {id: 'institution:a', name: 'A', since: 2010}),
         (b:Entity:Institution {id: 'institution:b', name: 'Één'}),
         (q:Entity:Question {id: 'question:q', name: 'Q', year: 2019}),
         (r:Entity:Question {id: 'question:r', name: 'R'}),
         (p:Entity:Product {id: 'product:p', name: 'P', year: 2024, sources: ['x', 'y']}),
         (o:Entity:Product {id: 'product:o', name: 'O', sources: ['x']}),
         (t:Entity:Theme {id: 'theme:t', name: 'T'}), (u:Entity:Theme {id: 'theme:u', name: 'U'}),
         (a)-[:ASKS {basis: 'stated'}]->(q), (b)-[:ASKS {basis: 'derived'}]->(q), (b)-[:ASKS {basis: 'stated'}]->(r),
         (a)-[:MADE]->(p), (a)-[:MADE]->(o), (q)-[:ABOUT]->(t), (u)-[:BROADER]->(t)`;

type Rows = readonly (readonly unknown[])[];

const given: Readonly<Record<string, readonly (readonly [cypher: string, rows: Rows, params?: Record<string, unknown>])[]>> = {
  "a label that a link is tested for": [
    ["MATCH ()-[r]->() WHERE r:ASKS RETURN count(r) AS c", [[3]]],
    ["MATCH ()-[r]->() WHERE NOT r:ASKS RETURN count(r) AS c", [[4]]],
    ["MATCH ()-[r]->() RETURN sum(CASE WHEN r:ASKS OR r:ABOUT THEN 1 ELSE 0 END) AS s", [[4]]],
  ],
  "a pattern comprehension with nulls": [
    ["MATCH (i {id: 'institution:a'}) RETURN size([(i)-[:MADE]->(p) | p.year]) AS s", [[2]]],
    [
      "MATCH (i:Institution) RETURN i.id, size([(i)-[:MADE]->(p) WHERE p.year IS NULL | p]) AS s ORDER BY i.id",
      [
        ["institution:a", 1],
        ["institution:b", 0],
      ],
    ],
    ["MATCH (t {id: 'theme:t'}) RETURN [p = (t)<-[:BROADER]-() | length(p)] AS l", [[[1]]]],
    ["MATCH (i:Institution) WITH collect(i) AS xs RETURN [x IN xs | size([(x)-[:ASKS]->(q) | q])] AS l", [[[1, 2]]]],
    [
      "MATCH (i:Institution) RETURN i.id, COLLECT { MATCH (i)-[:ASKS]->(q) RETURN q.id ORDER BY q.id } AS l ORDER BY i.id",
      [
        ["institution:a", ["question:q"]],
        ["institution:b", ["question:q", "question:r"]],
      ],
    ],
  ],
  percentiles: [
    ["UNWIND [1, 2, 3, 4] AS x RETURN percentileCont(x, $p) AS c, percentileDisc(x, $p) AS d", [[1.3, 1]], { p: 0.1 }],
    ["UNWIND [1, 2, 3, 4] AS x RETURN percentileCont(x, 1.0 / 4) AS c", [[1.75]]],
  ],
  "values of different kinds": [
    ["RETURN 1 IN ['1', 2] AS a, CASE '0' WHEN 0 THEN 'zero' ELSE 'other' END AS b, '1' = 1 AS c", [[false, "other", false]]],
    ["MATCH (p:Product) WHERE p.year IN ['2024', '2019'] RETURN count(p) AS c", [[0]]],
    [
      "RETURN 1 < 'a' AS a, [1] < [2] AS b, [1, 0] >= [1] AS c, false < true AS d, false >= false AS e",
      [[null, true, true, true, true]],
    ],
    ["UNWIND [1.5, 'a', null, true, [1], {a: 1}] AS x RETURN x ORDER BY x", [[{ a: 1 }], [[1]], ["a"], [true], [1.5], [null]]],
    [
      "RETURN [1] + [5, 10][1] AS a, [1] + 2 AS b, 1 + [2] AS c",
      [
        [
          [1, 10],
          [1, 2],
          [1, 2],
        ],
      ],
    ],
  ],
  "paths of variable length": [
    ["MATCH (t)-[:BROADER*2..1]->(u) RETURN count(*) AS c", [[0]]],
    [
      "MATCH (i {id: 'institution:a'})-[*]->(x) RETURN x.id AS x ORDER BY x",
      [["product:o"], ["product:p"], ["question:q"], ["theme:t"]],
    ],
    ["MATCH (u {id: 'theme:u'})-[:BROADER]->{1,2}(t) RETURN t.id AS t", [["theme:t"]]],
    ["MATCH (n:Question|Theme) WHERE (n)<-[:ASKS]-() RETURN n.id AS n ORDER BY n", [["question:q"], ["question:r"]]],
  ],
  slices: [
    [
      "RETURN [1, 2, 3][..null] AS a, [1, 2, 3][1..-1] AS b, [1, 2, 3][-2..] AS c, [1, 2, 3][null..2] AS d",
      [[null, [2], [2, 3], null]],
    ],
    ["MATCH (p:Product) RETURN count(p.sources[..p.year]) AS c", [[1]]],
  ],
  moments: [
    [
      "RETURN date({year: 2021, week: 10}) AS a, date({year: 2021, quarter: 3}) AS b, date({year: 2021, ordinalDay: 202}) AS c",
      [["2021-03-08", "2021-07-01", "2021-07-21"]],
    ],
    [
      "WITH date('2021-03-04') AS d RETURN date({date: d, day: 28}) AS a, d.weekDay AS b, d.dayOfWeek AS c, d.quarter AS e",
      [["2021-03-28", 4, 4, 1]],
    ],
    ["RETURN localtime({hour: 12, minute: 31, second: 14, millisecond: 645}) AS t", [["12:31:14.645"]]],
    [
      "RETURN datetime({year: 2021, month: 7, day: 1, timezone: 'Europe/Stockholm'}) AS t",
      [["2021-07-01T00:00:00+02:00[Europe/Stockholm]"]],
    ],
    [
      "RETURN date.truncate('month', date('2021-03-17')) AS a, duration.between(date('2020-01-31'), date('2021-03-01')) AS b, duration.inDays(date('2020-01-31'), date('2021-03-01')).days AS c",
      [["2021-03-01", "P1Y1M1D", 395]],
    ],
    ["RETURN localdatetime('9999-09-09T09:59:59.999999999') AS t", [["9999-09-09T09:59:59.999999999"]]],
    ["RETURN date('2021-W10-4').epochSeconds IS NULL AS x", []],
  ],
  durations: [
    [
      "RETURN duration('P1.5D') AS a, duration('PT0.75M') AS b, duration({months: 1.5}) AS c",
      [["P1DT12H", "PT45S", "P1M15DT5H14M33S"]],
    ],
    [
      "RETURN duration('P1M') - duration('P2M') AS a, duration({days: 3}) * 2 AS b, duration('P1D') / 2 AS c",
      [["P-1M", "P6D", "PT12H"]],
    ],
  ],
  "quantifiers and null": [
    [
      "RETURN none(y IN [null] WHERE y > 1) AS a, single(y IN [null] WHERE y > 1) AS b, NOT all(y IN [null, 2] WHERE y > 1) AS c, any(y IN [null] WHERE y > 1) AS d",
      [[null, null, null, null]],
    ],
    ["MATCH (i:Institution) WHERE none(y IN [i.since, i.until] WHERE y > 2020) RETURN count(i) AS c", [[0]]],
  ],
  "lists and maps with null": [
    [
      "RETURN [1] IN [[null]] AS a, [null] = [1] AS b, [1, null] = [1, null] AS c, [1] = [1, null] AS d, null IN [] AS e",
      [[null, null, null, false, false]],
    ],
    ["RETURN {k: null} = {k: null} AS a, {k: 1} = {k: 1.0} AS b, {k: 1} = {l: 1} AS c", [[null, true, false]]],
  ],
  "names from before a WITH, and unusual names": [
    ["MATCH (q:Question) OPTIONAL MATCH (q)<-[r:ADDRESSES]-() WITH q WHERE r IS NULL RETURN count(q) AS c", [[2]]],
    [
      "MATCH (q:Question)<-[:ASKS]-(i) WITH q, collect(i) AS is RETURN size(is) AS `in`, q.id AS `case` ORDER BY `case`",
      [
        [2, "question:q"],
        [1, "question:r"],
      ],
    ],
    ["RETURN 1 AS `de naam`, 2 AS `thema's`, 3 AS `één`", [[1, 2, 3]]],
  ],
  "aggregates within lists and maps": [
    ["MATCH (i:Institution) RETURN {many: count(i), names: collect(i.id)[0..1]} AS m", [[{ many: 2, names: ["institution:a"] }]]],
    ["MATCH (n:Nothing) RETURN sum(n.x) AS a, avg(n.x) AS b, collect(n.x) AS c, min(n.x) AS d", [[0, null, [], null]]],
  ],
  numbers: [
    [
      "RETURN round(1.25, 1) AS a, round(-2.5) AS b, round(2.5) AS c, 2 ^ 3 ^ 2 AS d, toInteger('4.7') AS e, toString(1.0) AS f, 7 / 2 AS g",
      [[1.3, -2, 3, 64, 4, "1.0", 3]],
    ],
    ["RETURN 9223372036854775807 AS a, 1.0 / 0 AS b, toFloat('NaN') AS c", [["9223372036854775807", "Infinity", "NaN"]]],
    ["RETURN 'É' =~ '(?i)é' AS a, 'É' =~ '(?iu)é' AS b, 'ABC' =~ '(?i)a[b-c]+' AS c", [[false, true, true]]],
  ],
  subqueries: [
    [
      "MATCH (i:Institution) WHERE EXISTS { MATCH (i)-[:MADE]->(p) WHERE p.year > 2020 RETURN p } RETURN i.id AS i",
      [["institution:a"]],
    ],
    ["MATCH (i:Institution WHERE i.since IS NULL)-[r:ASKS WHERE r.basis = 'stated']->(q) RETURN q.id AS q", [["question:r"]]],
  ],
};

/** Refused on both: what has no meaning, whatever the data. */
const refused: readonly (readonly [cypher: string, params: Record<string, unknown>])[] = [
  ["UNWIND $xs AS n RETURN labels(n) AS l", { xs: [0, 1, 2] }],
  ["RETURN toInteger([1]) AS x", {}],
  ["WITH [1, 2] AS xs RETURN xs['a'] AS x", {}],
  ["UNWIND [1] AS x RETURN percentileCont(x, 1.5) AS c", {}],
  ["MATCH (a {id: 'institution:a'}), (b {id: 'institution:a'}) MATCH p = shortestPath((a)-[*]-(b)) RETURN p", {}],
  ["RETURN 9223372036854775807 + 1 AS x", {}],
  ["RETURN 1 / 0 AS x", {}],
];

describeOnBothEngines("Cypher's own values", (open, { name }) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await write(store, graph);
  });

  test.each(Object.entries(given))("%s", async (_, cases) => {
    for (const [cypher, rows, params] of cases) {
      if (rows.length === 0) expect(await codeOf(pattern(store, cypher, params)), cypher).toBe("QUERY_REFUSED");
      else expect((await pattern(store, cypher, params)).rows, cypher).toEqual(rows);
    }
  });

  test.each(refused)("%s is refused", async (cypher, params) => {
    expect(await codeOf(pattern(store, cypher, params))).toBe("QUERY_REFUSED");
  });

  test("columns say what they hold, and a whole decimal is told from a whole number", async () => {
    const cypher =
      "MATCH (i {id: 'institution:a'})-[r:ASKS]->(q) RETURN i, r, 1 AS a, 1.0 AS b, [1.0, 2.5] AS c, [1, 1.0] AS d, date('2021-03-04') AS e, null AS f";
    const answer = await pattern(store, cypher);
    expect(answer.kinds).toEqual(["node", "link", "integer", "float", "list<float>", "list", "date", "null"]);
    expect(answer.rows[0]?.slice(2)).toEqual([1, 1, [1, 2.5], [1, { $type: "float", value: 1 }], "2021-03-04", null]);
    expect((await pattern(store, "UNWIND [1, 1.5] AS x RETURN x")).kinds).toEqual(["float | integer"]);
  });

  test("the answer says on which engine it ran, and whether the other would give the same", async () => {
    expect(await pattern(store, "RETURN 1 AS x")).toMatchObject({ engine: name, elsewhere: undefined });
    expect((await pattern(store, "RETURN rand() AS x")).elsewhere).toMatch(/another answer/);
    const labelled = "MATCH (n:$('Theme')) RETURN n";
    if (name === "grafeo") expect(await codeOf(pattern(store, labelled))).toBe("QUERY_REFUSED");
    else expect((await pattern(store, labelled)).elsewhere).toMatch(/embedded engine/);
  });

  test("a property that holds free text is told where a moment is read from it, and the way round gives rows", async () => {
    const read = "MATCH (q:Question) WHERE q.id = 'none' RETURN date(q.name) AS day, datetime(q.id), q.year";
    const { names } = await pattern(store, read);
    expect(await freeTextIn(store, names)).toEqual([
      { name: "name", kind: "date", example: "A" },
      { name: "id", kind: "datetime", example: "institution:a" },
    ]);
    const fitting = "CASE WHEN x =~ '[0-9]{4}-[0-9]{2}-[0-9]{2}' THEN date(x) END";
    const { rows } = await pattern(store, `UNWIND ['26 februari', '2021-03-04'] AS x RETURN ${fitting} AS day`);
    expect(rows).toEqual([[null], ["2021-03-04"]]);
    expect(await codeOf(pattern(store, "MATCH (q:Question) RETURN date(q.name) AS day"))).toBe("QUERY_REFUSED");
  });
});
