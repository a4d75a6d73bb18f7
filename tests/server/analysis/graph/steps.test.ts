import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allAtOnce, type Steps } from "../../../../server/analysis/graph/steps.ts";

/** Adds up some numbers, a step for each. */
function* sumInSteps(numbers: readonly number[]): Steps<number> {
  let sum = 0;
  for (const one of numbers) {
    sum += one;
    yield;
  }
  return sum;
}

describe("all steps at once", () => {
  test("give what the steps give one by one", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 20 }), (numbers) => {
        const steps = sumInSteps(numbers);
        let taken = 0;
        let last = steps.next();
        for (; !last.done; last = steps.next()) taken++;
        expect(taken).toBe(numbers.length);
        expect(allAtOnce(sumInSteps(numbers))).toBe(last.value);
      }),
    );
  });

  test("stop where a step fails", () => {
    const looked: number[] = [];
    const steps = function* (): Steps<number> {
      looked.push(1);
      yield;
      throw new RangeError("no more");
    };
    expect(() => allAtOnce(steps())).toThrow(new RangeError("no more"));
    expect(looked).toStrictEqual([1]);
  });
});
