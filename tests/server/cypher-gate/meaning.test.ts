/** What a pattern means: names, kinds of value, groups. Neo4j's own linter says what is due. */
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../model/errors.ts";
import { gate } from "../../../server/cypher-gate/gate.ts";
import { harmless } from "./harmless.ts";

const { lintCypherQuery } = createRequire(import.meta.url)("@neo4j-cypher/language-support") as {
  lintCypherQuery(text: string, schema: object, console: boolean): { severity: number; message: string }[];
};

const params = { one: 1, list: [1, 2], less: -1 };

/** What the gate has against a query; undefined when it has nothing. */
function refusal(cypher: string): string | undefined {
  try {
    gate(cypher, params);
    return undefined;
  } catch (error) {
    if (error instanceof AppError && error.code === "QUERY_REFUSED") return error.message;
    throw error;
  }
}

const complaint = (cypher: string): string | undefined =>
  lintCypherQuery(cypher, { parameters: params }, false).find(({ severity }) => severity === 1)?.message;

const mistakes: Readonly<Record<string, readonly [cypher: string, reason: RegExp][]>> = {
  "names that nothing has": [
    ["MATCH (n) RETURN m", /`m` not defined \(line 1, column 18\)/],
    ["MATCH (n) WITH n.id AS id RETURN n", /`n` not defined/],
    ["MATCH (n)\nWHERE other.id = 1 RETURN n", /`other` not defined \(line 2, column 7\)/],
    ["MATCH (n) CALL { MATCH (m) WHERE m.id = n.id RETURN m } RETURN m", /`n` not defined/],
    ["MATCH (n) WHERE EXISTS { (n)--(m) } RETURN m", /`m` not defined/],
    ["MATCH (n) RETURN [x IN [1] | x] AS a, x AS b", /`x` not defined/],
    ["MATCH (n) WHERE (n)-->(m) RETURN n", /new variables: `m`/],
    ["MATCH (n) RETURN $two AS two", /\$two is not defined/],
    ["RETURN *", /no variables in scope/],
  ],
  "names that two things would have": [
    ["MATCH p = (a)-->(b) MATCH p = (c)-->(d) RETURN p", /`p` already declared/],
    ["MATCH (n) UNWIND [1] AS n RETURN n", /`n` already declared/],
    ["MATCH (n) CALL (n) { MATCH (m) RETURN m AS n } RETURN n", /shadowing a variable/],
    ["RETURN 1 AS a, 2 AS a", /same name/],
    ["MATCH (a)-[r]->(b)-[r]->(c) RETURN a", /same relationship variable/],
    ["RETURN 1 AS a UNION RETURN 2 AS b", /same return column names/],
    ["RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a", /combination of UNION/],
  ],
  "one name for two kinds of thing": [
    ["MATCH (r) MATCH ()-[r]-() RETURN r", /conflicting type Node \(expected Relationship\)/],
    ["MATCH ()-[r]-() MATCH (r) RETURN r", /conflicting type Relationship \(expected Node\)/],
    ["MATCH p = ()-->() MATCH (p) RETURN p", /conflicting type Path/],
    ["WITH [1] AS n MATCH (n) RETURN n", /conflicting type List<Integer>/],
    ["MATCH (a)-[r*1..2]->(b) MATCH ()-[r]->() RETURN a", /conflicting type List<Relationship>/],
  ],
  "values of the wrong kind": [
    ["RETURN 1 AND true AS a", /expected Boolean but was Integer/],
    ["MATCH (n) WHERE n RETURN n", /expected Boolean but was Node/],
    ["MATCH (n) RETURN type(n) AS t", /expected Relationship but was Node/],
    ["MATCH (n) RETURN length(n) AS l", /expected Path but was Node/],
    ["RETURN size(5) AS s", /expected String or List but was Integer/],
    ["RETURN 1 IN 2 AS a", /expected List but was Integer/],
    ["RETURN 'a' * 2 AS a", /but was String/],
    ["RETURN [1, 2]['a'] AS a", /expected Integer but was String/],
    ["WITH 1 AS x RETURN x.name AS a", /but was Integer/],
    ["RETURN toInteger([1]) AS a", /but was List/],
    ["RETURN reduce(s = 0, x IN [1] | 'a') AS a", /but was String/],
    ["RETURN 9223372036854775808 AS a", /too large/],
    ["RETURN 1.0e999 AS a", /too large/],
    ["MATCH (n) RETURN size((n)--()) AS a", /test the existence/],
  ],
  "aggregates where there is nothing to gather": [
    ["MATCH (n) WHERE count(n) > 1 RETURN n", /aggregating function/],
    ["MATCH (n) RETURN count(count(n)) AS c", /inside of aggregate/],
    ["MATCH (n) RETURN count(rand()) AS c", /inside of aggregate/],
    ["MATCH (n) RETURN max(round(rand() * 10)) AS m", /rand\(\) inside of aggregate/],
    ["MATCH (n) RETURN min(randomUUID()) AS m", /inside of aggregate/],
    ["MATCH (n) RETURN n.id ORDER BY count(n)", /aggregating function/],
    ["MATCH (n) RETURN n.year + count(n) AS a", /implicit grouping/],
    ["MATCH (n) RETURN DISTINCT n.kind AS k ORDER BY n.id", /not possible to access/],
    ["MATCH (n) RETURN count(n) AS c ORDER BY sum(n.year)", /must be a column/],
    ["MATCH (n) WITH n.kind AS k, count(*) AS c WHERE n.year > 1 RETURN k", /not possible to access/],
  ],
  "numbers of rows": [
    ["RETURN 1 AS a LIMIT -1", /non-negative/],
    ["RETURN 1 AS a SKIP 1.5", /expected Integer/],
    ["MATCH (n) RETURN n LIMIT n.year", /refer to variables in LIMIT/],
    ["RETURN 1 AS a LIMIT $less", /non-negative/],
  ],
  "queries without an end": [
    ["MATCH (n)", /conclude with MATCH/],
    ["UNWIND [1] AS x CALL (x) { RETURN 1 AS y }", /conclude with CALL/],
    ["MATCH (n) RETURN n MATCH (m) RETURN m", /end of the query|Invalid input/],
  ],
};

describe.each(Object.entries(mistakes))("refuses %s", (_, list) => {
  test.each(list)("%s", (cypher, reason) => {
    expect(refusal(cypher)).toMatch(reason);
  });
});

/** Queries in which a name, a kind or a group looks wrong, and is not. */
const right = [
  ...harmless.map((cypher) => cypher.replaceAll("$list", "[1, 2]")),
  "MATCH (x) RETURN [x IN [1, 2] | x + 1] AS a, x.id AS id",
  "MATCH (a)-[r]->(b) MATCH (b)-[s]->(a) WHERE r <> s RETURN a, b",
  "MATCH (n) WITH n, n.year AS year ORDER BY n.id LIMIT 3 RETURN year, n",
  "MATCH (n) RETURN n.kind AS kind, n.kind + '/' + toString(count(*)) AS both, count(*) AS c ORDER BY kind, count(*)",
  "MATCH (n) WITH n, count(*) AS c RETURN n.id, c + size(n.sources) AS a",
  "MATCH (n) RETURN DISTINCT n ORDER BY n.id",
  "MATCH (n) RETURN n.year AS y ORDER BY n.id, y DESC SKIP 1 LIMIT $one",
  "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c UNION RETURN 0 AS c } RETURN n.id, c",
  "MATCH (n) RETURN any(x IN labels(n) WHERE x = 'Theme' AND (n)-->()) AS a",
  "MATCH (n) RETURN CASE WHEN (n)-->() THEN 1 ELSE 'none' END AS a, coalesce(n.year, 'unknown') AS b",
  "RETURN 1 + 2.5 AS a, 'a' + 1 AS b, [1] + [2] AS c, -9223372036854775808 AS d, date('2021-03-04') + duration('P1D') AS e",
  "MATCH p = (a)-[rs:BROADER*1..3]->(b) RETURN [r IN rs | type(r)] AS a, nodes(p)[0].id AS first, properties(last(relationships(p))).basis AS b",
  "MATCH (n) WITH * RETURN n.id AS id, reduce(s = 0, y IN [1, 2.5] | s + y) AS sum",
  "WITH {a: [1, 2]} AS m RETURN m.a[0] AS x, m['a'] AS y, keys(m) AS k",
];

test.each(right)("lets through %s", (cypher) => {
  expect(refusal(cypher)).toBeUndefined();
  expect(complaint(cypher)).toBeUndefined();
});

/** Values of every kind, as they can be written, and ways to put one into another. */
const values = fc.constantFrom("true", "1", "1.5", "'a'", "[1]", "['a']", "{a: 1}", "n", "r", "p", "n.year", "null", "[n]");
const around = fc.constantFrom(
  ..."NOT X|-(X)|(X).a|X IS NULL|(X)[0]|(X)[0..1]|1 IN X|X IN [1]|X = 1|X * 2|X + 1|X + 'a'|X AND true|X =~ 'a'|X STARTS WITH 'a'|[x IN X | x]|any(x IN X WHERE true)|CASE WHEN X THEN 1 END|size(X)|head(X)|toUpper(X)|abs(X)|labels(X)|type(X)|nodes(X)|keys(X)|toFloat(X)|coalesce(X, 1)|collect(X)|sum(X)|max(X)|startNode(X)|[X, X]|{a: X}".split(
    "|",
  ),
);

test("refuses what Neo4j's linter refuses, whatever stands within whatever", () => {
  let refused = 0;
  fc.assert(
    fc.property(values, fc.array(around, { minLength: 1, maxLength: 3 }), (value, steps) => {
      const expression = steps.reduce(
        (inside, step) => step.replaceAll("X", step.length > 3 && inside.length > 1 ? `(${inside})` : inside),
        value,
      );
      const cypher = `MATCH p = (n)-[r]->() RETURN ${expression} AS a`;
      const due = complaint(cypher);
      if (due) refused++;
      if (due) expect(refusal(cypher), `${cypher}: ${due}`).toBeDefined();
    }),
    { numRuns: 150, seed: 2026 },
  );
  expect(refused).toBeGreaterThan(20);
});
