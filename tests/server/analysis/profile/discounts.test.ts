import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectNames } from "../../../../model/discovery.ts";
import { indexGraph } from "../../../../server/analysis/graph/graph-builder.ts";
import { indicesUpTo, type LinkIndex } from "../../../../server/analysis/graph/indices.ts";
import { ageDiscount, discountedBy, noDiscounts, weightOf } from "../../../../server/analysis/profile/discounts.ts";
import { type Drawn, graphs, link, node } from "../graphs.ts";

/** What one link takes off by itself. */
function ofOne(one: Drawn["links"][number]) {
  const graph = indexGraph([node(one.from), node(one.to)], [one]);
  return discountedBy(graph, noDiscounts, [...indicesUpTo<LinkIndex>(graph.from.length)]);
}

describe("a discount", () => {
  test("takes nothing off what a source states and nobody disputes", () => {
    expect(ofOne(link("institution:a", "ASKS", "question:q"))).toStrictEqual(noDiscounts);
  });

  test("leaves 0.4 of what is derived, and 0.8 of what was tied by the compiler", () => {
    const derived = { derived: true };
    expect(ofOne(link("institution:a", "ASKS", "question:q", derived))).toStrictEqual({ ...noDiscounts, basis: 0.4 });
    expect(ofOne(link("team:t", "PART_OF", "institution:a", derived))).toStrictEqual({ ...noDiscounts, basis: 0.4 });
    expect(ofOne(link("question:q", "ABOUT", "theme:t", derived))).toStrictEqual({ ...noDiscounts, basis: 0.8 });
    expect(ofOne(link("theme:t", "BROADER", "theme:w", derived))).toStrictEqual({ ...noDiscounts, basis: 0.8 });
    expect(ofOne(link("product:p", "ADDRESSES", "question:q", derived))).toStrictEqual({ ...noDiscounts, basis: 0.8 });
  });

  test("leaves 0.6 of what sources disagree on, beside what it being derived leaves", () => {
    expect(ofOne(link("institution:a", "ASKS", "question:q", { contested: true }))).toStrictEqual({
      ...noDiscounts,
      contested: 0.6,
    });
    expect(ofOne(link("institution:a", "ASKS", "question:q", { contested: true, derived: true }))).toStrictEqual({
      ...noDiscounts,
      basis: 0.4,
      contested: 0.6,
    });
  });

  test("by age leaves half after ten years from the newest year, and nothing when the year is unknown or newer", () => {
    const graph = indexGraph([node("question:q", { lastYear: 2025 })], []);
    const years = [2025, 2015, 2005, 2030, undefined].map((year) => ageDiscount(graph, year));
    expect(years).toStrictEqual([1, 0.5, 0.25, 1, 1]);
    expect(ageDiscount(graph, 2020)).toBeCloseTo(Math.SQRT1_2, 12);
  });

  test("of a chain is that of its links one after the other, wherever it is cut", () => {
    fc.assert(
      fc.property(graphs, fc.array(fc.nat(), { maxLength: 6 }), fc.nat({ max: 6 }), ({ nodes, links }, picks, cut) => {
        const graph = indexGraph(nodes, links);
        const chain = picks.map((pick) => (pick % graph.from.length) as LinkIndex);
        const start = { ...noDiscounts, age: 0.25, closeness: 0.5 };
        const whole = discountedBy(graph, start, chain);
        expect(discountedBy(graph, discountedBy(graph, start, chain.slice(0, cut)), chain.slice(cut))).toStrictEqual(whole);
        const contested = chain.filter((one) => graph.isContested(one)).length;
        expect(whole.contested).toBeCloseTo(0.6 ** contested, 12);
        expect([whole.age, whole.closeness]).toStrictEqual([0.25, 0.5]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the weight of a chain", () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });

  test("is the product of what each discount leaves, but for those that are switched off", () => {
    const discounts = { basis: 0.4, contested: 0.6, age: 0.5, closeness: 0.8 };
    expect(weightOf(discounts, [])).toBeCloseTo(0.4 * 0.6 * 0.5 * 0.8, 12);
    expect(weightOf(discounts, ["basis"])).toBeCloseTo(0.6 * 0.5 * 0.8, 12);
    expect(weightOf(discounts, ["contested"])).toBeCloseTo(0.4 * 0.5 * 0.8, 12);
    expect(weightOf(discounts, ["age"])).toBeCloseTo(0.4 * 0.6 * 0.8, 12);
    expect(weightOf(discounts, ["rarity"])).toBe(weightOf(discounts, []));
    expect(weightOf(discounts, effectNames)).toBe(0.8);
  });

  test("is in (0, 1], and never falls by switching an effect off", () => {
    fc.assert(
      fc.property(
        fc.record({ basis: share, contested: share, age: share, closeness: share }),
        fc.subarray([...effectNames]),
        fc.constantFrom(...effectNames),
        (discounts, off, effect) => {
          const weight = weightOf(discounts, off);
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(1);
          expect(weightOf(discounts, [...off, effect])).toBeGreaterThanOrEqual(weight);
        },
      ),
    );
  });
});
