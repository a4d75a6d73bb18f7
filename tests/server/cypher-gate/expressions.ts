import fc from "fast-check";

/** A list that is made from nothing: as Cypher, and as the numbers of steps and items that it really takes. */
export interface Made {
  readonly cypher: string;
  /** Gives its items; `spend` is told of every step, gives 0, and may throw to stop. */
  readonly run: (names: Readonly<Record<string, number>>, spend: () => number) => number[];
}

const most = 25_000_000;

/** How many steps an expression takes; one more than `most` when it is more. */
export function stepsOf({ run }: Made): number {
  let steps = 0;
  try {
    run({}, () => {
      if (++steps > most) throw new RangeError("too many");
      return 0;
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return steps;
}

const range = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(1, 10, 100, 1_000, 9_000, 40_000)).map(
  ([from, count]): Made => ({
    cypher: `range(${from}, ${from + count - 1})`,
    run: (_, spend) => Array.from({ length: count }, (__, index) => spend() + from + index),
  }),
);

const doubled = (inside: fc.Arbitrary<Made>) =>
  fc.tuple(inside, inside).map(
    ([one, other]): Made => ({
      cypher: `(${one.cypher} + ${other.cypher})`,
      run: (names, spend) => {
        const items = [...one.run(names, spend), ...other.run(names, spend)];
        for (const _ of items) spend();
        return items;
      },
    }),
  );

const names = fc.constantFrom("a", "b", "c");

const comprehension = (inside: fc.Arbitrary<Made>) =>
  fc.tuple(names, inside, inside).map(
    ([name, over, body]): Made => ({
      cypher: `[${name} IN ${over.cypher} | size(${body.cypher})]`,
      run: (outer, spend) => over.run(outer, spend).map((item) => spend() + body.run({ ...outer, [name]: item }, spend).length),
    }),
  );

/** Adds a list to what it has, at each step: once, or twice. */
const reduction = (inside: fc.Arbitrary<Made>) =>
  fc.tuple(inside, inside, fc.boolean()).map(
    ([over, added, twice]): Made => ({
      cypher: `reduce(s = [0], x IN ${over.cypher} | s + ${twice ? "s + " : ""}${added.cypher})`,
      run: (outer, spend) =>
        over.run(outer, spend).reduce<number[]>(
          (sum) => {
            const more = [...(twice ? sum : []), ...added.run(outer, spend)];
            for (const item of more) {
              spend();
              sum.push(item);
            }
            return sum;
          },
          [0],
        ),
    }),
  );

const predicate = (inside: fc.Arbitrary<Made>) =>
  fc.tuple(names, inside, inside).map(
    ([name, over, body]): Made => ({
      cypher: `[CASE WHEN all(${name} IN ${over.cypher} WHERE size(${body.cypher}) >= 0) THEN 1 ELSE 0 END]`,
      run: (outer, spend) => [
        over.run(outer, spend).every((item) => spend() + body.run({ ...outer, [name]: item }, spend).length >= 0) ? 1 : 0,
      ],
    }),
  );

const { made } = fc.letrec<{ made: Made }>((tie) => ({
  made: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    range,
    doubled(tie("made")),
    comprehension(tie("made")),
    reduction(tie("made")),
    predicate(tie("made")),
  ),
}));

export const expressions: fc.Arbitrary<Made> = made;
