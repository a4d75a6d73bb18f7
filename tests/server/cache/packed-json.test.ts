import fc from "fast-check";
import { expect, test } from "vitest";
import { packed } from "../../../server/cache/packed-json.ts";

test("what is packed comes out as it went in", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (values) => {
      const at = packed(values);
      expect(values.map((_, place) => at(place))).toEqual(values.map((value) => JSON.parse(JSON.stringify(value))));
    }),
  );
});
