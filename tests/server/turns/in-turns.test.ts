import { expect, test } from "vitest";
import type { Steps } from "../../../server/analysis/graph/steps.ts";
import { inTurns } from "../../../server/turns/in-turns.ts";

/** Takes at least as long as a turn, so that others come next. */
function wholeTurn(): void {
  const end = performance.now() + 10;
  while (performance.now() < end);
}

test("gives the result, and others have had a turn before it", async () => {
  const order: string[] = [];
  function* steps(): Steps<string> {
    wholeTurn();
    yield;
    order.push("second step");
    return "done";
  }
  setImmediate(() => order.push("somebody else"));
  expect(await inTurns(steps())).toBe("done");
  expect(order).toStrictEqual(["somebody else", "second step"]);
});

test("ends between two turns when nobody waits any more, and what was lent is given back", async () => {
  const leaving = new AbortController();
  let [begun, givenBack] = [0, false];
  function* endless(): Steps<never> {
    try {
      for (;;) {
        begun++;
        wholeTurn();
        yield;
      }
    } finally {
      givenBack = true;
    }
  }
  const result = inTurns(endless(), leaving.signal);
  setImmediate(() => leaving.abort(new Error("The client left")));
  await expect(result).rejects.toThrow("The client left");
  const before = begun;
  await new Promise((next) => setImmediate(next));
  expect([begun, givenBack]).toStrictEqual([before, true]);
});
