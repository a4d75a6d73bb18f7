import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { knownFunction } from "../../../server/cypher-gate/language/functions.ts";
import { completeCypher } from "../../../web/patterns/console/completions.ts";
import { functionWords } from "../../../web/patterns/console/cypher-words.ts";
import { formatCypher } from "../../../web/patterns/console/format-cypher.ts";
import type { KnownNames } from "../../../web/patterns/editing.ts";
import { examples } from "../../../web/patterns/examples.ts";

const known: KnownNames = {
  language: "nl",
  count: (kind) => (kind === "theme" ? 61 : undefined),
  params: ["thema"],
  values: async (property, begin, kind) => [{ value: `${property}/${begin}/${kind}` }],
};

/** What is offered where `|` stands. */
async function offered(text: string, isExplicit = false): Promise<readonly string[]> {
  const position = text.indexOf("|");
  const doc = text.slice(0, position) + text.slice(position + 1);
  const context = new CompletionContext(EditorState.create({ doc }), position, isExplicit);
  return (await completeCypher(context, known))?.options.map(({ label }) => label) ?? [];
}

test("kinds, links, properties, functions, names and values are offered where they belong", async () => {
  const kinds = await offered("MATCH (i:In|");
  expect(kinds).toContain("Institution");
  expect(kinds).not.toContain("ASKS");
  const links = await offered("MATCH (i:Institution)-[:|");
  expect(links).toContain("ASKS");
  expect(links).not.toContain("Theme");
  expect(await offered("MATCH (s:Space)-[r:HOSTS]-() WHERE s.|")).toEqual(expect.arrayContaining(["name", "city", "fte"]));
  expect(await offered("MATCH (s:Space)-[r:HOSTS]-() WHERE r.|")).toEqual(expect.arrayContaining(["basis", "role"]));
  expect(await offered("MATCH (s:Space)-[r:HOSTS]-() WHERE r.|")).not.toContain("fte");
  expect(await offered("MATCH (thing:Theme) RETURN th|")).toEqual(expect.arrayContaining(["thing", "toLower", "RETURN"]));
  expect(await offered("MATCH (t:Theme {id: $|")).toEqual(["$thema"]);
  expect(await offered("MATCH (t:Theme {id: 'zelf|")).toEqual(["id/zelf/theme"]);
  expect(await offered("MATCH (s:Space) WHERE s.city = 'A|")).toEqual(["city/A/space"]);
});

test("nothing is offered within a text or a comment, and nowhere unasked", async () => {
  expect(await offered("MATCH (n) WHERE 'so me|")).toEqual([]);
  expect(await offered("// MATCH (n:|")).toEqual([]);
  expect(await offered("MATCH (n) |")).toEqual([]);
  expect(await offered("MATCH (n) |", true)).toContain("WHERE");
});

test("every function that is offered may be used, and is spelled as the manual does", () => {
  // The grammar has a rule of its own for trim.
  const wrong = Object.keys(functionWords).filter((name) => name !== "trim" && knownFunction(name.toLowerCase())?.name !== name);
  expect(wrong).toEqual([]);
});

/** A text without what tidying may change. */
const bare = (text: string) => text.replace(/\s+/g, "").toLowerCase();

test("tidying puts clauses on lines and keywords in capitals, and leaves names alone", () => {
  expect(
    formatCypher(
      "match (a:Institution)-[:ASKS]->(q) where a.x starts with 'r and b' and q.limit = 1 or any(x in q.y where x = $and) return a as end, {case: 1} order by a.name desc limit 5",
    ),
  ).toBe(
    `MATCH (a:Institution)-[:ASKS]->(q)
WHERE a.x STARTS WITH 'r and b'
  AND q.limit = 1
  OR any(x IN q.y WHERE x = $and)
RETURN a AS end, {case: 1}
ORDER BY a.name DESC
LIMIT 5`,
  );
  expect(formatCypher("MATCH (n) // which?\nRETURN n")).toBe("MATCH (n) // which?\nRETURN n");
  for (const { cypher } of examples) expect(formatCypher(cypher)).toBe(cypher);
});

test("tidying changes nothing else, and nothing the second time", () => {
  const piece = fc.constantFrom(
    ..."match,where,AND,or,return,n,n.name,(a:Theme),{id: $id},'where  x',// note\n,optional match,starts with,with,as,end,in,[x in y | x],case when,union all".split(
      ",",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join(" ");
      const tidy = formatCypher(text);
      expect(bare(tidy)).toBe(bare(text));
      expect(formatCypher(tidy)).toBe(tidy);
    }),
  );
});
