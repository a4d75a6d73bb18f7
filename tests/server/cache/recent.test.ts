import fc from "fast-check";
import { expect, test } from "vitest";
import { Recent } from "../../../server/cache/recent.ts";

test("what was asked for longest ago goes first", () => {
  const recent = new Recent<string, number>({ most: 2 });
  recent.set("a", 1);
  recent.set("b", 2);
  expect(recent.get("a")).toBe(1);
  recent.set("c", 3);
  expect([recent.get("a"), recent.get("b"), recent.get("c")]).toEqual([1, undefined, 3]);
});

test("makes what it does not hold, once", () => {
  const recent = new Recent<number, string>({ most: 10 });
  let times = 0;
  const make = () => `made ${++times}`;
  expect([recent.getOrMake(1, make), recent.getOrMake(1, make)]).toEqual(["made 1", "made 1"]);
});

test("an entry that is larger than all the room is not held, and takes nothing from the others", () => {
  const recent = new Recent<string, string>({ most: 10, sizeOf: (value) => value.length });
  recent.set("small", "12345");
  recent.set("large", "12345678901");
  expect([recent.get("small"), recent.get("large"), recent.size]).toEqual(["12345", undefined, 5]);
});

test("the sizes of all entries never add up to more than the room there is", () => {
  const entries = fc.array(fc.tuple(fc.string({ maxLength: 5 }), fc.string({ minLength: 1, maxLength: 20 })));
  fc.assert(
    fc.property(entries, (all) => {
      const recent = new Recent<string, string>({ most: 50, sizeOf: (value, key) => key.length + value.length });
      for (const [key, value] of all) {
        recent.set(key, value);
        expect(recent.get(key)).toBe(value);
        expect(recent.size).toBeLessThanOrEqual(50);
      }
    }),
  );
});
