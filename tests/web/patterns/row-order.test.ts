import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Row } from "../../../web/patterns/found.ts";
import { orderOf, type Sorting } from "../../../web/patterns/table/row-order.ts";

function sorted(rows: readonly Row[], sorting: Sorting, kind = ""): number[] {
  const work = orderOf(rows, sorting, kind, "nl");
  for (;;) {
    const { done, value } = work.next();
    if (done) return [...value];
  }
}
const values = (column: readonly unknown[], isDown = false, kind = "") => {
  const rows = column.map((value) => [value]);
  return sorted(rows, { column: 0, isDown }, kind).map((index) => column[index]);
};

describe("the order of rows", () => {
  test("holds every row once, the values rising, equal ones as they were found", () => {
    const column = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(null)), { maxLength: 5_000, size: "max" });
    fc.assert(
      fc.property(column, fc.boolean(), (numbers, isDown) => {
        const order = sorted(
          numbers.map((value) => [value]),
          { column: 0, isDown },
        );
        const asJavaScript = numbers
          .map((value, index) => ({ value, index }))
          .sort((one, other) => {
            if (one.value === null || other.value === null) return Number(one.value === null) - Number(other.value === null);
            return isDown ? other.value - one.value : one.value - other.value;
          });
        expect(order).toEqual(asJavaScript.map(({ index }) => index));
      }),
      { numRuns: 30 },
    );
  });

  test("is that of what the values are: numbers as numbers, texts as a dictionary has them, nothing last", () => {
    expect(values([10, 9, null, { $type: "float", value: 9.5 }, 100])).toEqual([
      9,
      { $type: "float", value: 9.5 },
      10,
      100,
      null,
    ]);
    expect(values(["b", "A", "á", "B", null], true)).toEqual(["B", "b", "á", "A", null]);
    expect(values(["9007199254740993", 5, "-9007199254740993"], false, "integer")).toEqual([
      "-9007199254740993",
      5,
      "9007199254740993",
    ]);
    expect(values(["NaN", "Infinity", 1.5, "-Infinity"], false, "float")).toEqual(["-Infinity", 1.5, "Infinity", "NaN"]);
    const moments = ["2020-01-01T12:00:00+02:00", "2020-01-01T11:00:00Z"];
    expect(values(moments, false, "datetime")).toEqual(moments);
    const node = (name: string) => ({ $type: "node", id: name, kind: "theme", labels: [], properties: { name } });
    expect(values([node("Zee"), node("aap")])).toEqual([node("aap"), node("Zee")]);
  });
});
