import fc from "fast-check";
import { expect, test } from "vitest";
import { allAtOnce } from "../../../server/analysis/graph/steps.ts";
import { jsonInSteps } from "../../../server/http/answer-json.ts";

test("an answer that is made in steps is the same as in one go, however deep it is", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 7 }), (value) => {
      const answer = { value, absent: undefined, list: [undefined, value] };
      for (const one of [value, answer]) expect(allAtOnce(jsonInSteps(one)).toString()).toBe(JSON.stringify(one));
    }),
  );
});

test("each line of a list, and of a list in a list, is a step of its own", () => {
  const steps = jsonInSteps({ gaps: [{ items: Array.from({ length: 30 }, (_, id) => ({ id })) }], left: 0 });
  let count = 0;
  while (!steps.next().done) count++;
  expect(count).toBeGreaterThan(30);
});
