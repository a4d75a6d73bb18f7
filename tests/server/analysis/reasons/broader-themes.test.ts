import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Aspect } from "../../../../model/discovery.ts";
import type { NodeIndex } from "../../../../server/analysis/graph/indices.ts";
import { amountOfGroup, type Contribution, underNarrowest } from "../../../../server/analysis/reasons/broader-themes.ts";
import { sumOf } from "../graphs.ts";

const at = (number: number) => number as NodeIndex;

/** Everything above each theme when each stands under the ones that are said: also those above those. */
function allAbove(direct: ReadonlyMap<number, readonly number[]>) {
  const broader = (theme: NodeIndex): ReadonlySet<NodeIndex> => {
    const found = new Set<NodeIndex>();
    const visit = (one: number) => {
      for (const next of direct.get(one) ?? []) {
        if (next === theme || found.has(at(next))) continue;
        found.add(at(next));
        visit(next);
      }
    };
    visit(theme);
    return found;
  };
  return { broader };
}

const themeCount = 6;
/** Hierarchies of few themes; a step is taken only when it may be. */
const hierarchiesOf = (may: (theme: number, above: number) => boolean) =>
  fc.array(fc.tuple(fc.nat({ max: themeCount - 1 }), fc.nat({ max: themeCount - 1 })), { maxLength: 10 }).map((steps) => {
    const direct = new Map<number, number[]>();
    for (const [theme, above] of steps) if (may(theme, above)) direct.set(theme, [...(direct.get(theme) ?? []), above]);
    return allAbove(direct);
  });

const hierarchies = hierarchiesOf((theme, above) => theme !== above);
const withoutCircles = hierarchiesOf((theme, above) => theme < above);

const contributions: fc.Arbitrary<Contribution[]> = fc.uniqueArray(
  fc.record({
    aspect: fc.constantFrom<Aspect>("themes", "products"),
    node: fc.nat({ max: themeCount - 1 }).map(at),
    amount: fc.integer({ min: 3, max: 20 }),
  }),
  { selector: ({ aspect, node }) => `${aspect} ${node}`, maxLength: 10 },
);

const shown = (groups: readonly (readonly Contribution[])[]) =>
  groups.map((group) => group.map(({ aspect, node, amount }) => `${aspect} ${node}: ${amount}`));

describe("themes put under the narrowest that they are shared with", () => {
  test("are each in exactly one group, so that the sum is kept", () => {
    fc.assert(
      fc.property(hierarchies, contributions, (above, all) => {
        const groups = underNarrowest(above, all);
        expect(groups.flat()).toHaveLength(all.length);
        expect(new Set(groups.flat())).toStrictEqual(new Set(all));
        expect(groups.reduce((sum, group) => sum + amountOfGroup(group), 0)).toBe(sumOf(all));
      }),
      { numRuns: 500 },
    );
  });

  test("stand in a group of their own aspect that is named by one under all of them", () => {
    fc.assert(
      fc.property(hierarchies, contributions, (above, all) => {
        for (const [first, ...wider] of underNarrowest(above, all)) {
          for (const one of wider) {
            expect(one.aspect).toBe(first.aspect);
            expect(above.broader(first.node).has(one.node)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("name a group exactly when nothing narrower of their aspect contributes", () => {
    fc.assert(
      fc.property(withoutCircles, contributions, (above, all) => {
        const names = underNarrowest(above, all).map(([first]) => first);
        const narrowest = all.filter(
          (one) => !all.some(({ aspect, node }) => aspect === one.aspect && above.broader(node).has(one.node)),
        );
        expect(new Set(names)).toStrictEqual(new Set(narrowest));
      }),
      { numRuns: 500 },
    );
  });

  test("come largest group first, then by node, whatever the order they were given in", () => {
    const shuffled = contributions.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(hierarchies, shuffled, (above, [all, again]) => {
        const oneAspect = (some: readonly Contribution[]) => some.filter(({ aspect }) => aspect === "themes");
        const groups = underNarrowest(above, oneAspect(all));
        const order = [...groups].sort((a, b) => amountOfGroup(b) - amountOfGroup(a) || a[0].node - b[0].node);
        expect(groups).toStrictEqual(order);
        const sets = (some: readonly (readonly Contribution[])[]) => some.map((group) => new Set(shown([group])[0]));
        expect(sets(underNarrowest(above, oneAspect(again)))).toStrictEqual(sets(groups));
      }),
      { numRuns: 500 },
    );
  });
});

describe("one broader theme", () => {
  const [wide, narrow, other] = [at(0), at(1), at(2)];
  const above = allAbove(
    new Map([
      [narrow, [wide]],
      [other, [wide]],
    ]),
  );
  const themes = (node: NodeIndex, amount: number): Contribution => ({ aspect: "themes", node, amount });

  test("stands under the most telling of two narrower ones", () => {
    const groups = underNarrowest(above, [themes(wide, 30), themes(narrow, 5), themes(other, 10)]);
    expect(shown(groups)).toStrictEqual([["themes 2: 10", "themes 0: 30"], ["themes 1: 5"]]);
  });

  test("stands for itself when nothing narrower is shared, or only for another aspect", () => {
    const products: Contribution = { aspect: "products", node: narrow, amount: 5 };
    expect(shown(underNarrowest(above, [themes(wide, 30), products]))).toStrictEqual([["themes 0: 30"], ["products 1: 5"]]);
  });

  test("that stands above what stands above it is told with it, under the larger one", () => {
    const circle = allAbove(
      new Map([
        [narrow, [wide]],
        [wide, [narrow]],
      ]),
    );
    const groups = underNarrowest(circle, [themes(narrow, 5), themes(wide, 8)]);
    expect(shown(groups)).toStrictEqual([["themes 0: 8", "themes 1: 5"]]);
  });

  test("is nothing when there is nothing", () => {
    expect(underNarrowest(above, [])).toStrictEqual([]);
  });
});
