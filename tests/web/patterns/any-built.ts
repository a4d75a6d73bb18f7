import fc from "fast-check";
import { linkKindNames, nodeKindNames } from "../../../model/kinds.ts";
import {
  type Built,
  type Condition,
  isFound,
  startWith,
  textProperties,
  withItem,
  withStep,
  yearProperties,
} from "../../../web/patterns/builder/built.ts";

const text = fc.string({ minLength: 1, maxLength: 8 });
const itemCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ about: fc.constant("item" as const), ids: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.record({ about: fc.constant("words" as const), property: fc.constantFrom(...textProperties), words: text }),
  fc.record({ about: fc.constant("text" as const), property: fc.constantFrom(...textProperties), text }),
  fc.record({
    about: fc.constantFrom("from" as const, "until" as const),
    property: fc.constantFrom(...yearProperties),
    year: fc.integer({ min: 1900, max: 2100 }),
  }),
  fc.record({ about: fc.constant("source" as const), source: text }),
  fc.constant({ about: "contested" } as const),
);
const linkCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ about: fc.constant("basis" as const), basis: fc.constantFrom("stated" as const, "derived" as const) }),
  fc.record({ about: fc.constant("source" as const), source: text }),
  fc.constant({ about: "contested" } as const),
);

const step = fc.record({
  from: fc.nat(),
  link: fc.option(fc.constantFrom(...linkKindNames), { nil: undefined }),
  kind: fc.option(fc.constantFrom(...nodeKindNames), { nil: undefined }),
  direction: fc.constantFrom("out" as const, "in" as const, "either" as const),
  repeat: fc.constantFrom(1, 1, 2, 3),
  isAbsent: fc.constantFrom(false, false, true),
  linkConditions: fc.array(linkCondition, { maxLength: 2 }),
  conditions: fc.array(itemCondition, { maxLength: 2 }),
});

/** Whatever can be built by clicking. */
export const anyBuilt: fc.Arbitrary<Built> = fc
  .record({
    kind: fc.option(fc.constantFrom(...nodeKindNames), { nil: undefined }),
    conditions: fc.array(itemCondition, { maxLength: 2 }),
    steps: fc.array(step, { maxLength: 4 }),
    counts: fc.option(fc.tuple(fc.nat(), fc.nat()), { nil: undefined }),
  })
  .map(({ kind, conditions, steps, counts }) => {
    let built = withItem(startWith(kind), 0, (item) => ({ ...item, conditions }));
    const found = () => [...Array(built.steps.length + 1).keys()].filter((item) => isFound(built, item));
    for (const { from, link, kind: to, direction, repeat, isAbsent, ...own } of steps) {
      const starts = found();
      built = withStep(built, {
        from: starts[from % starts.length] ?? 0,
        direction,
        isAbsent,
        repeat: isAbsent ? 1 : repeat,
        ...(link && { link }),
        linkConditions: isAbsent || repeat > 1 ? [] : own.linkConditions,
        to: { ...(to && { kind: to }), conditions: isAbsent ? [] : own.conditions },
      });
    }
    const items = found();
    const [per, of] = (counts ?? []).map((chosen) => items[chosen % items.length] ?? 0);
    return per === undefined || of === undefined || per === of ? built : { ...built, show: { as: "counts", per, of } };
  });
