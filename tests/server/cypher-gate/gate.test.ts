import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../model/errors.ts";
import { gate } from "../../../server/cypher-gate/gate.ts";
import { wordsOf } from "../../../server/cypher-gate/language/syntax.ts";
import { attackParams, attacks, costly } from "./attacks.ts";
import { expressions, stepsOf } from "./expressions.ts";
import { harmless } from "./harmless.ts";

/** What the gate gives, or why it refuses. Any other failure is a bug. */
function tried(cypher: string): ReturnType<typeof gate> | string {
  try {
    return gate(cypher, attackParams);
  } catch (error) {
    if (error instanceof AppError && error.code === "QUERY_REFUSED") return error.message;
    throw error;
  }
}

/** What Neo4j is told, when it is told anything. */
const runOn = ({ neo4j }: ReturnType<typeof gate>): string | undefined => ("run" in neo4j ? neo4j.run.cypher : undefined);

describe.each(Object.entries(attacks))("refuses %s", (_, list) => {
  test.each(list)("%s", (cypher, reason) => {
    expect(tried(cypher)).toMatch(reason);
  });
});

describe.each(Object.entries(costly))("refuses %s on Neo4j", (_, list) => {
  test.each(list)("%s", (cypher, reason) => {
    const given = tried(cypher);
    const why = typeof given === "string" ? given : "refused" in given.neo4j ? given.neo4j.refused : "it runs";
    expect(why).toMatch(reason);
  });
});

describe("lets through", () => {
  test.each(harmless)("%s", (cypher) => {
    expect(tried(cypher)).toMatchObject({ neo4j: { run: { cypher: expect.any(String) } }, grafeo: { run: expect.any(Object) } });
  });
});

describe("writes a query anew", () => {
  test("without comments, with one way of quoting, without the end mark", () => {
    const cypher = `RETURN /* it's */ "a'b" AS x, // "\n 'c\\\\d' AS y;`;
    expect(tried(cypher)).toMatchObject({
      neo4j: { run: { cypher: "RETURN            'a\\'b' AS x,     \n 'c\\\\d' AS y" } },
      columns: ["x", "y"],
    });
  });

  test("with the columns as they were written, or were named", () => {
    const given = tried("MATCH (n) RETURN n . id, count( * ), n.name AS `de naam`, {a: 1}");
    expect(given).toMatchObject({ columns: ["n . id", "count( * )", "de naam", "{a: 1}"] });
  });

  test("any text keeps its characters", () => {
    const letters = fc.string({ unit: "grapheme" }).filter((text) => !/\\u/i.test(text));
    fc.assert(
      fc.property(letters, fc.constantFrom("'", '"'), (text, quote) => {
        const written = text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`);
        const given = tried(`RETURN ${quote}${written}${quote} AS x`);
        if (typeof given === "string") return /control character|half a character|Unicode escapes|characters/.test(given);
        return runOn(given) === `RETURN '${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}' AS x`;
      }),
    );
  });
});

/** Kinds of token that no query that comes through may hold, but inside a text or a name in backticks. */
const forbidden = new Set(
  "CREATE INSERT MERGE SET REMOVE DELETE DETACH NODETACH FOREACH LOAD CSV DROP ALTER GRANT REVOKE DENY SHOW TERMINATE USE EXPLAIN PROFILE CYPHER FINISH ErrorChar SEMICOLON SINGLE_LINE_COMMENT MULTI_LINE_COMMENT".split(
    " ",
  ),
);

const fragments = [
  ..."CREATE (x) |SET n.x = 1|DETACH DELETE n|MERGE (m)|LOAD CSV FROM 'x' AS l|CALL db.labels()|CALL { CREATE (x) }|IN TRANSACTIONS|USE system|FOREACH (x IN [1] | SET n.y = 1)".split(
    /(?<!\[1\] )\|/,
  ),
  ..."' \" ` // /* */ ; \n \\ \\' \\u0027 ( ) [ ] { } | : , . -- --> <-- * + =~ $x 1 0 null RETURN WITH UNION UNWIND MATCH WHERE AS AND".split(
    " ",
  ),
];

describe("whatever is put into a query", () => {
  test("what comes through holds nothing that is forbidden, and comes through again unchanged", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...harmless),
        fc.array(fc.record({ what: fc.constantFrom(...fragments), where: fc.nat(200), over: fc.nat(3) }), {
          minLength: 1,
          maxLength: 4,
        }),
        (query, changes) => {
          const changed = changes.reduce(
            (text, { what, where, over }) =>
              `${text.slice(0, where % text.length)} ${what} ${text.slice((where % text.length) + over)}`,
            query,
          );
          const given = tried(changed);
          if (typeof given === "string") return given.length > 0;
          const text = runOn(given);
          if (text === undefined) return true;
          const kinds = wordsOf(text).tokens.map(({ kind }) => kind);
          expect(
            kinds.filter((kind) => forbidden.has(kind)),
            changed,
          ).toEqual([]);
          expect(tried(text), changed).toMatchObject({ neo4j: { run: { cypher: text } } });
          return true;
        },
      ),
      { numRuns: 120 },
    );
  });

  test("no text makes it fail in another way than by refusing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        tried(text);
      }),
      { numRuns: 100 },
    );
  });
});

describe("sizes", () => {
  test("a range comes through when it has at most 10,000 items", () => {
    const bound = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(bound, bound, fc.integer({ min: -30, max: 30 }).filter(Boolean), (from, to, step) => {
        const items = Math.max(0, Math.floor((to - from) / step) + 1);
        const given = tried(`RETURN range(${from}, ${to}, ${step}) AS x`);
        return (typeof given === "string" || runOn(given) === undefined) === items > 10_000;
      }),
      { numRuns: 50 },
    );
  });

  test("what comes through takes no more steps than it may", () => {
    let accepted = 0;
    fc.assert(
      fc.property(expressions, (expression) => {
        const given = tried(`RETURN ${expression.cypher} AS x`);
        if (typeof given === "string" || runOn(given) === undefined) return true;
        accepted++;
        return stepsOf(expression) <= 20_000_000;
      }),
      { numRuns: 200 },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});
