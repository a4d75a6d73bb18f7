import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectNames } from "../../../../model/discovery.ts";
import type { NodeIndex } from "../../../../server/analysis/graph/indices.ts";
import { weightOf } from "../../../../server/analysis/profile/discounts.ts";
import { chainsBehind } from "../../../../server/analysis/profile/profiles.ts";
import {
  bestTwo,
  keyOfEffects,
  strengthsOf,
  tiedTogether,
  together,
  type Weighted,
} from "../../../../server/analysis/profile/tie-strength.ts";
import { graphs, profilesFrom, scorings } from "../graphs.ts";

/** Chains by few nodes and with few weights, so that many are as heavy as each other. */
const chains: fc.Arbitrary<Weighted[]> = fc.array(
  fc.record({ via: fc.nat({ max: 3 }).map((at) => at as NodeIndex), weight: fc.constantFrom(0.25, 0.5, 0.75, 1) }),
  { maxLength: 8 },
);

const heaviest = (some: readonly Weighted[]) => Math.max(0, ...some.map(({ weight }) => weight));

/** The weight of the best pair of chains, by looking at all of them. */
const bestPair = (ones: readonly Weighted[], others: readonly Weighted[], apart: boolean): number =>
  Math.max(
    0,
    ...ones.flatMap((one) =>
      others.filter((other) => !apart || one.via !== other.via).map((other) => Math.sqrt(one.weight * other.weight)),
    ),
  );

describe("the best two chains", () => {
  test("are the heaviest, and the heaviest by another node", () => {
    fc.assert(
      fc.property(chains, (some) => {
        const { best, via, second } = bestTwo(some);
        expect(best).toBe(heaviest(some));
        const first = Math.min(...some.filter(({ weight }) => weight === best).map((chain) => chain.via));
        expect(via).toBe(some.length === 0 ? undefined : first);
        expect(second).toBe(heaviest(some.filter((chain) => chain.via !== via)));
      }),
      { numRuns: 500 },
    );
  });

  test("do not depend on the order of the chains", () => {
    fc.assert(
      fc.property(
        chains.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          expect(bestTwo(shuffled)).toStrictEqual(bestTwo(some));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("two ties together", () => {
  test("hold as strongly as the best pair of their chains, by different nodes when they must", () => {
    fc.assert(
      fc.property(chains, chains, fc.boolean(), (ones, others, apart) => {
        const strength = together(bestTwo(ones), bestTwo(others), apart);
        expect(strength).toBeCloseTo(bestPair(ones, others, apart), 12);
        expect(together(bestTwo(others), bestTwo(ones), apart)).toBe(strength);
      }),
      { numRuns: 500 },
    );
  });

  test("of an institution's profile hold as strongly as the chains behind them say", () => {
    fc.assert(
      fc.property(graphs, scorings, (drawn, { off }) => {
        const profiles = profilesFrom(drawn);
        const { ties, features } = profiles;
        const strengths = strengthsOf(profiles, off);
        const weighted = (tie: Parameters<typeof chainsBehind>[1]) =>
          chainsBehind(profiles, tie, off).map(({ via, discounts }) => ({ via, weight: weightOf(discounts, off) }));
        for (const feature of features.node.rows()) {
          for (const one of ties.toFeature.rowOf(feature)) {
            expect(strengths.best.at(one)).toBe(heaviest(weighted(one)));
            for (const other of ties.toFeature.rowOf(feature)) {
              const apart = features.isTheme(feature);
              expect(tiedTogether(strengths, one, other, apart)).toBe(
                together(bestTwo(weighted(one)), bestTwo(weighted(other)), apart),
              );
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

test("strengths are worked out once for each set of effects that changes them", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...effectNames]), (off) => {
      expect(keyOfEffects(off)).toBe(keyOfEffects([...off, ...off].reverse()));
      expect(keyOfEffects([...off, "rarity"])).toBe(keyOfEffects(off.filter((effect) => effect !== "rarity")));
    }),
  );
  const profiles = profilesFrom({ nodes: [], links: [] });
  expect(strengthsOf(profiles, ["age", "basis"])).toBe(strengthsOf(profiles, ["basis", "rarity", "age"]));
  expect(strengthsOf(profiles, ["age"])).not.toBe(strengthsOf(profiles, []));
});
