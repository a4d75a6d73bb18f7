import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkKindNames, nodeKindNames } from "../../../model/kinds.ts";
import { gate } from "../../../server/cypher-gate/gate.ts";
import { type Built, isFound, itemsOf, startWith, withItem, withoutStep, withStep } from "../../../web/patterns/builder/built.ts";
import { continuationsCypher, countCypher, namesOf, written } from "../../../web/patterns/builder/built-cypher.ts";
import { understood } from "../../../web/patterns/builder/phrase.ts";
import { readBuilt } from "../../../web/patterns/builder/read-built.ts";
import { examples } from "../../../web/patterns/examples.ts";
import { anyBuilt } from "./any-built.ts";

describe("a pattern that is built", () => {
  test("is the same again when its Cypher is read", () => {
    fc.assert(
      fc.property(anyBuilt, (built) => {
        const { cypher, params } = written(built);
        expect(readBuilt(cypher, params)).toEqual(built);
      }),
    );
  });

  test("passes the gate on both engines, and so does what counts it", () => {
    fc.assert(
      fc.property(anyBuilt, fc.nat(), (built, chosen) => {
        const found = [...itemsOf(built).keys()].filter((item) => isFound(built, item));
        const item = found[chosen % found.length] ?? 0;
        for (const { cypher, params } of [
          written(built),
          countCypher(built, chosen % (built.steps.length + 1)),
          continuationsCypher(built, item),
        ]) {
          const { neo4j, grafeo } = gate(cypher, params);
          expect([cypher, neo4j, grafeo].filter((engine) => typeof engine === "object" && "refused" in engine)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("holds nothing that was typed in its text", () => {
    const typed = "x' RETURN 1 //";
    const built = withItem(startWith("theme"), 0, (item) => ({
      ...item,
      conditions: [
        { about: "words", property: "name", words: typed },
        { about: "item", ids: [typed] },
        { about: "source", source: typed },
      ],
    }));
    const { cypher, params } = written(built);
    expect(cypher).not.toContain(typed);
    expect(Object.values(params)).toEqual([typed, typed, typed]);
  });

  test("loses with a step all that starts from it, and nothing else", () => {
    fc.assert(
      fc.property(anyBuilt, fc.nat(), (built, chosen) => {
        if (built.steps.length === 0) return;
        const gone = chosen % built.steps.length;
        const left = withoutStep(built, gone);
        expect(left.steps.length).toBeLessThan(built.steps.length);
        for (const [index, { from }] of left.steps.entries()) expect(from).toBeLessThanOrEqual(index);
        const { cypher, params } = written(left);
        expect(readBuilt(cypher, params)).toEqual(left);
      }),
    );
  });

  test("is read in other spaces, names and capitals, with values written out", () => {
    const read = readBuilt(
      "match (school :Institution {id: 'institution:x'}) -[a:ASKS]-> (v:Question)\n where a.basis='stated' and v.year >= 2019 return school, a, v",
      {},
    );
    expect(read).toEqual({
      first: { kind: "institution", conditions: [{ about: "item", ids: ["institution:x"] }] },
      steps: [
        {
          from: 0,
          link: "ASKS",
          direction: "out",
          repeat: 1,
          isAbsent: false,
          linkConditions: [{ about: "basis", basis: "stated" }],
          to: { kind: "question", conditions: [{ about: "from", property: "year", year: 2019 }] },
        },
      ],
      show: { as: "matches" },
    });
  });

  test("is never half of what a text says", () => {
    for (const cypher of [
      "MATCH (a:Theme) WHERE a.id = $x OR a.id = $y RETURN a",
      "MATCH (a:Theme) RETURN a LIMIT 3",
      "MATCH (a:Theme)-[r]->(b:Theme) RETURN a, b",
      "MATCH (a:Theme)-[r]->(b:Theme) RETURN a, r, b, a",
      "MATCH (a:Theme), (b:Theme) RETURN a, b",
      "MATCH (a:Theme)-[r:BROADER]->(b:Theme), (a:Question)-[s]->(c:Theme) RETURN a, r, b, s, c",
      "MATCH (a:Theme)<-[r]->(b:Theme) RETURN a, r, b",
      "MATCH (a:Theme)-[r:BROADER*2..3]->(b:Theme) RETURN a, r, b",
      "MATCH (a:Theme)-[r:ABOUT|BROADER]->(b:Theme) RETURN a, r, b",
      "OPTIONAL MATCH (a:Theme) RETURN a",
      "MATCH (a:Source) RETURN a",
      "MATCH (a:Theme) WHERE a.name = $gone RETURN a",
      "MATCH (a:Theme) RETURN a UNION MATCH (b:Theme) RETURN b",
      "",
      "MATCH (",
    ])
      expect(readBuilt(cypher, { x: "1", y: "2" }), cypher).toBeUndefined();
    expect(examples.filter(({ cypher, params }) => readBuilt(cypher, params)).map(({ id }) => id)).toEqual([
      "gedeelde-vraagstukken",
      "labs",
      "samen-in-netwerk",
    ]);
  });

  test("whatever is typed is read or not, and never fails", () => {
    const piece = fc.constantFrom(
      ..."MATCH,(a:Theme),-[r:ABOUT]->,<-,--,(b),WHERE,a.name,=,$x,'t',RETURN,a,b,r,{,},NOT EXISTS,[,],\\,`".split(","),
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => void readBuilt(pieces.join(" "), { x: "y" })));
  });
});

describe("a sentence", () => {
  const said = (sentence: string) => {
    const found = understood(sentence);
    return (
      found && {
        cypher: written(found.built).cypher.split("\nRETURN")[0]?.replace(/\s+/g, " "),
        params: written(found.built).params,
        unknown: found.unknown,
      }
    );
  };

  test.each([
    [
      "instelling vraagt vraagstuk over thema zelfregulatie",
      "MATCH (institution:Institution)-[r1:ASKS]->(question:Question)-[r2:ABOUT]->(theme:Theme) WHERE toLower(theme.name) CONTAINS toLower($theme_name)",
      { theme_name: "zelfregulatie" },
    ],
    [
      "Welke instellingen die een vraagstuk stellen over het thema leren met ict",
      "MATCH (institution:Institution)-[r1:ASKS]->(question:Question)-[r2:ABOUT]->(theme:Theme) WHERE toLower(theme.name) CONTAINS toLower($theme_name)",
      { theme_name: "leren ict" },
    ],
    ["vraagstukken zonder product", "MATCH (question:Question) WHERE NOT EXISTS { (question)<-[:ADDRESSES]-(:Product) }", {}],
    [
      'product gemaakt door instelling "Rijn IJssel"',
      "MATCH (product:Product)<-[r1:MADE]-(institution:Institution) WHERE toLower(institution.name) CONTAINS toLower($institution_name)",
      { institution_name: "Rijn IJssel" },
    ],
    [
      "institution asks question and made product since 2019",
      "MATCH (institution:Institution)-[r1:ASKS]->(question:Question), (institution)-[r2:MADE]->(product:Product) WHERE product.year >= $product_year_from",
      { product_year_from: 2019 },
    ],
    [
      "instelling doet mee aan netwerk met instelling",
      "MATCH (institution:Institution)-[r1:PARTICIPATES_IN]->(network:Network)<-[r2:PARTICIPATES_IN]-(institution2:Institution)",
      {},
    ],
  ])("%s", (sentence, cypher, params) => {
    expect(said(sentence)).toEqual({ cypher, params, unknown: [] });
  });

  test("without a kind is not understood; words before the first kind are told", () => {
    expect(understood("hallo daar")).toBeUndefined();
    expect(said("zoek instelling")?.unknown).toEqual(["zoek"]);
  });

  test("of any words gives a pattern that can be read, or none", () => {
    const word = fc.constantFrom(
      ...'instelling,vraagstuk,thema,product,vraagt,over,zonder,geen,sinds,2019,in,van,gemaakt door,die,netwerk,x,"a b",opbrengst'.split(
        ",",
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const found = understood(words.join(" "));
        if (!found) return;
        const { cypher, params } = written(found.built);
        expect(readBuilt(cypher, params)).toEqual(found.built);
      }),
    );
  });
});

test("names are of the kind, with a number from the second of a kind", () => {
  const built: Built = withStep(withStep(startWith("institution"), { from: 0, to: { kind: "theme", conditions: [] } }), {
    from: 1,
    to: { kind: "institution", conditions: [] },
  });
  expect(namesOf(built)).toEqual(["institution", "theme", "institution2"]);
  expect(new Set([...nodeKindNames, ...linkKindNames]).size).toBe(nodeKindNames.length + linkKindNames.length);
});
