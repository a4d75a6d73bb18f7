import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aspectNames, effectNames } from "../../model/discovery.ts";
import { mostInstitutions, overlapAddress, overlapView } from "../../web/discovery/overlap/overlap-address.ts";
import { isStandard, scoringAddress, scoringOf, standardScoring } from "../../web/discovery/scoring.ts";
import { en } from "../../web/discovery/words.en.ts";
import { nl } from "../../web/discovery/words.nl.ts";
import { type CsvValue, csvOf } from "../../web/ui/csv.ts";

/** A table out of a file as a spreadsheet reads it: semicolons, quotes doubled within quotes. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = text.replace(/^\uFEFF/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|$)/g);
  for (const [, quoted, plain = "", end] of cells) {
    if (end === "") break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

describe("a table as a file", () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'=+-@;"\r\n\t,’é') }));

  test("comes back as it went in, but for the apostrophe before what would run as a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (table) => {
        const expected = table.map((row) => row.map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)));
        expect(parsed(csvOf(table))).toStrictEqual(expected);
      }),
    );
  });

  test("begins no cell of text with a sign that a spreadsheet takes for a formula", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (row) => {
        for (const cell of parsed(csvOf([row])).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  test("writes numbers with a comma and keeps a minus a number", () => {
    const row: CsvValue[] = [0.72, -3, 1233, undefined, "=SOM(A1)"];
    expect(csvOf([row])).toBe("\uFEFF0,72;-3;1233;;'=SOM(A1)\r\n");
  });
});

describe("what stands in the address", () => {
  const weight = fc.integer({ min: 0, max: 6 }).map((halves) => halves / 2);
  const scoring = fc.record({
    weights: fc.record(
      Object.fromEntries(aspectNames.map((name) => [name, weight])) as Record<(typeof aspectNames)[number], typeof weight>,
    ),
    off: fc.subarray([...effectNames]),
  });

  test("is the scoring as the user left it", () => {
    fc.assert(
      fc.property(scoring, (one) => {
        expect(scoringOf(scoringAddress(one))).toEqual(one);
      }),
    );
    expect(isStandard(standardScoring)).toBe(true);
    expect(scoringAddress(standardScoring)).toStrictEqual({ weging: "", uit: "" });
  });

  test("may be anything and still gives weights that the API takes", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (weging, uit) => {
        const { weights, off } = scoringOf({ weging, uit });
        for (const value of Object.values(weights)) expect(value >= 0 && value <= 3).toBe(true);
        for (const name of off) expect(effectNames).toContain(name);
      }),
    );
    expect(scoringOf({ weging: "questions:9,themes:-1,products:x,spaces:2.5" }).weights).toStrictEqual({
      ...standardScoring.weights,
      spaces: 2.5,
    });
  });

  test("is the view of the overlap as the user left it, and never too many institutions", () => {
    const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    const view = fc.record({
      met: fc.array(slug, { maxLength: 70 }).map((slugs) => slugs.join(",")),
      rijen: fc.constantFrom("", "themas", "iets"),
      toon: fc.constantFrom("", "gedeeld", "verschillen", "alleen", "iets"),
      bewijs: fc.constantFrom("", "stated", "derived", "iets"),
      vorm: fc.constantFrom("", "lijst", "iets"),
      orde: fc.oneof(slug, fc.constantFrom("", "naam", "meest")),
      cel: fc.constantFrom("", "question:x@y", "kapot"),
    });
    fc.assert(
      fc.property(view, (query) => {
        const once = overlapView(query);
        expect(once.slugs.length).toBeLessThanOrEqual(mostInstitutions);
        expect(overlapView(overlapAddress(once))).toStrictEqual(once);
      }),
    );
  });

  test("understands the ids of the API too", () => {
    expect(overlapView({ met: "institution:a,b,institution:b" }).slugs).toStrictEqual(["a", "b"]);
  });
});

test("no Dutch word on these pages is one of graph theory, and English says something else than Dutch", () => {
  const wordsOf = (table: object): string[] =>
    Object.values(table).flatMap((value) =>
      typeof value === "string" ? [value] : typeof value === "function" ? [String(value("1", "2", "3"))] : wordsOf(value),
    );
  const dutch = wordsOf(nl);
  for (const words of dutch) expect(words).not.toMatch(/\b(node|edge|knoop|knopen|relatie|relaties|query|property|graaf)\b/i);
  const english = wordsOf(en);
  expect(english).toHaveLength(dutch.length);
  const same = dutch.filter((words, index) => words === english[index] && /[a-z]{4}/i.test(words));
  expect(same.toSorted()).toStrictEqual(["1 item", "Filters", "Overlap", "basis", "item"]);
});
