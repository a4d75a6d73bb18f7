import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostCharacters } from "../../../web/app/saved-lists.ts";
import type { Draft } from "../../../web/patterns/pattern-address.ts";
import {
  draftOf,
  freeTitle,
  patternsFile,
  patternsIn,
  type SavedPattern,
  savedOf,
  tagsIn,
  withRead,
} from "../../../web/patterns/saved/saved-patterns.ts";
import { typesOf } from "../../../web/patterns/typed-params.ts";

const draft: Draft = {
  cypher: "MATCH (t:Theme) WHERE t.id IN $themas AND t.year >= $vanaf RETURN t",
  params: '{"themas": ["theme:ai"], "vanaf": 2019}',
  timeout: 5_000,
  rows: 1_000,
};
const saved = (title: string, own: Partial<Draft> = {}): SavedPattern => {
  const pattern = savedOf({ ...draft, ...own }, title, ["thema’s"], typesOf({ ...draft, ...own }));
  if (!pattern) throw new Error("This draft cannot be saved");
  return pattern;
};

describe("saved patterns", () => {
  test("hold what was typed, and say what their values are", () => {
    const pattern = saved("Thema’s");
    expect(pattern.params).toEqual({
      themas: { type: "items", value: ["theme:ai"] },
      vanaf: { type: "integer", value: 2019 },
    });
    const { types, ...again } = draftOf(pattern);
    expect({ ...again, params: JSON.parse(again.params) }).toEqual({ ...draft, params: JSON.parse(draft.params) });
    expect(types).toEqual({ themas: "items", vanaf: "integer" });
    expect(savedOf({ ...draft, params: "{oeps" }, "x", [], {})).toBeUndefined();
  });

  test("come back from a file as they were, whatever they hold", () => {
    const any = fc.record({
      title: fc.string({ minLength: 1, maxLength: 80 }).filter((title) => title.trim() === title),
      cypher: fc.string({ maxLength: 100 }),
      params: fc.dictionary(fc.stringMatching(/^\w{1,8}$/), fc.jsonValue()),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), (all) => {
        const patterns = all.flatMap(
          ({ title, cypher, params }) => savedOf({ ...draft, cypher, params: JSON.stringify(params) }, title, [], {}) ?? [],
        );
        const found = patternsIn(patternsFile(patterns));
        expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(JSON.stringify(patterns)));
      }),
    );
  });

  test("are added once, under titles of their own", () => {
    const [one, same, other] = [saved("A"), saved("A"), saved("A", { cypher: "RETURN 1" })];
    expect(withRead([one], [same]).map(({ title }) => title)).toEqual(["A"]);
    expect(withRead([one], [other, saved("B")]).map(({ title }) => title)).toEqual(["A", "A (2)", "B"]);
    expect(freeTitle("A", [{ title: "A" }, { title: "A (2)" }])).toBe("A (3)");
    expect(tagsIn(" a, b ,a,, ")).toEqual(["a", "b"]);
  });

  test.each([
    ["geen json", { is: "no-json" }],
    ["[]", { is: "other" }],
    ['{"overlap": "drawings", "version": 1, "views": []}', { is: "other" }],
    ['{"overlap": "patterns", "version": 2, "patterns": []}', { is: "wrong", part: "version" }],
    [patternsFile([{ ...saved("A"), timeout: 1e9 }]), { is: "wrong", part: "patterns.0.timeout" }],
    [" ".repeat(mostCharacters + 1), { is: "large" }],
  ])("a file that is none is told apart: %.60s", (text, problem) => {
    expect(patternsIn(text)).toEqual(problem);
  });
});
