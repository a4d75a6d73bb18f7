import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aspectNames, effectNames } from "../../../model/discovery.ts";
import { isStandard, scoringAddress, scoringOf, standardScoring } from "../../../web/discovery/scoring.ts";

describe("what an address says of the scoring", () => {
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
});
