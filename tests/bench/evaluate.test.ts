import { describe, expect, test } from "vitest";
import { readSeed } from "../../bench/evaluate/seed.ts";
import { attendance } from "../../bench/evaluate/southern-women.ts";
import { askAll, half, mean, recall } from "../../bench/evaluate/words.ts";

const seed = readSeed();
const { searches, questions } = askAll(seed);

describe("what people would search for and ask", () => {
  test("is a fixed list, each with an answer that is in the data", () => {
    const ids = new Set<string>(seed.nodes.map(({ id }) => id));
    expect(searches.length).toBeGreaterThanOrEqual(80);
    expect(questions.length).toBeGreaterThanOrEqual(40);
    expect([...searches, ...questions].flatMap(({ expected }) => expected).filter((id) => !ids.has(id))).toStrictEqual([]);
    expect(new Set(searches.map(({ text }) => text)).size).toBe(searches.length);
  });

  // Not a proof of quality: docs/methods.md tells how far the odd half was known. It holds what was reached.
  test("comes back as well as it did when it was measured", () => {
    const found = (asked: typeof searches, first: number) => mean(asked.map((one) => recall(one, one.found, first)));
    expect(found(half(searches, 1), 5)).toBeGreaterThanOrEqual(0.95);
    expect(found(half(questions, 1), 3)).toBeGreaterThanOrEqual(0.85);
    const fresh = askAll(seed, "fresh.json");
    expect(found(fresh.searches, 5)).toBeGreaterThanOrEqual(0.9);
    expect(found(fresh.questions, 3)).toBeGreaterThanOrEqual(0.85);
  });
});

test("the women of Davis, Gardner & Gardner came 89 times to 14 events", () => {
  expect(attendance).toHaveLength(18);
  expect(attendance.flat()).toHaveLength(89);
  expect(new Set(attendance.flat()).size).toBe(14);
});
