import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { examples } from "../../../web/patterns/examples.ts";
import { fitsType, paramTypes, paramUses, typedValue, typeOfValue } from "../../../web/patterns/param-types.ts";
import { paramsText } from "../../../web/patterns/pattern-address.ts";
import { typedParams } from "../../../web/patterns/typed-params.ts";

const limits = { timeout: 5_000, rows: 10 };

describe("what the value of a $name is", () => {
  test.each([
    ["MATCH (t:Theme {id: $x}) RETURN t", { type: "item", kind: "theme" }],
    ["MATCH (i:Institution) WHERE i.id = $x RETURN i", { type: "item", kind: "institution" }],
    ["MATCH (i:Institution) WHERE i.id IN $x RETURN i", { type: "items", kind: "institution" }],
    ["MATCH (n) WHERE toLower(n.name) CONTAINS toLower($x) RETURN n", { type: "text", property: "name" }],
    ["MATCH (n) WHERE n.name STARTS WITH $x RETURN n", { type: "text", property: "name" }],
    ["MATCH (p:Product) WHERE p.year >= $x RETURN p", { type: "integer", property: "year", kind: "product" }],
    ["MATCH (p) WHERE $x <= p.since RETURN p", { type: "integer", property: "since" }],
    ["MATCH ()-[r]->() WHERE $x IN r.sources RETURN r", { type: "text", property: "sources" }],
    ["MATCH (n) WHERE n.contested = $x RETURN n", { type: "flag" }],
    ["MATCH (n) RETURN n LIMIT $x", { type: "integer" }],
    ["UNWIND $x AS one RETURN one", { type: "texts" }],
    ["RETURN $x AS x // n.id = $x", { type: "json" }],
    ["RETURN 'n.id = $x' AS text, $x AS x", { type: "json" }],
  ])("%s", (cypher, use) => {
    expect(paramUses(cypher)).toEqual([expect.objectContaining({ name: "x", ...use })]);
  });

  test("is known in every example, and fits the value that stands there", () => {
    for (const { id, cypher, params } of examples)
      for (const { type, value, isIdle, use } of typedParams({ cypher, params: paramsText(params), ...limits }) ?? [])
        expect([id, use.name, isIdle, fitsType(value, type)]).toEqual([id, use.name, false, true]);
  });

  test("is what somebody said, unless the value is something else; what is missing and what is idle is told", () => {
    const of = (params: string, types = {}) =>
      typedParams({ cypher: "MATCH (t:Theme) WHERE t.id = $x RETURN t", params, types, ...limits });
    expect(of('{"x": "theme:ai", "y": 1}')).toMatchObject([
      { type: "item", value: "theme:ai", isIdle: false },
      { type: "integer", isIdle: true },
    ]);
    expect(of('{"x": "theme:ai"}', { x: "text" })).toMatchObject([{ type: "text" }]);
    expect(of('{"x": 5}', { x: "text" })).toMatchObject([{ type: "integer" }]);
    expect(of("{}")).toMatchObject([{ type: "item", value: undefined }]);
    expect(of("{")).toBeUndefined();
  });

  test("a value that is shown and typed again is the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const type = typeOfValue(value);
        expect(fitsType(value, type)).toBe(true);
        if (type === "json") expect(typedValue(JSON.stringify(value), type)).toEqual(JSON.parse(JSON.stringify(value)));
        if (type === "integer") expect(typedValue(String(value), type)).toBe(Number(String(value)));
        if (type === "flag" || type === "text" || type === "item") expect(typedValue(String(value), type)).toBe(value);
      }),
    );
    expect(typedValue("0,5", "number")).toBe(0.5);
    for (const type of paramTypes.filter((one) => ["integer", "number", "json"].includes(one)))
      expect(typedValue("een", type)).toBeUndefined();
  });
});
