import fc from "fast-check";
import { expect, test } from "vitest";
import { NodeId } from "../../../model/graph.ts";
import { nodeKindNames } from "../../../model/kinds.ts";
import { typedFullId, typedId } from "../../../web/app/typed-id.ts";

const kind = fc.constantFrom(...nodeKindNames);
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,40}$/);

test("an id means itself, with and without its kind", () => {
  fc.assert(
    fc.property(kind, slug, (name, part) => {
      expect(typedId(part, name)).toBe(`${name}:${part}`);
      expect(typedId(`${name}:${part}`, name)).toBe(`${name}:${part}`);
      expect(typedFullId(`${name}:${part}`)).toBe(`${name}:${part}`);
    }),
  );
});

test("so it does in capitals, and with something of a text around it", () => {
  const around = fc.constantFrom(".", ",", ").", "?", "’", " ", "%", "%zz", "…", ":");
  fc.assert(
    fc.property(kind, slug, around, (name, part, end) => {
      expect(typedFullId(` ${name}:${part}${end}`.toUpperCase())).toBe(`${name}:${part}`);
    }),
  );
});

test("whatever is typed is an id that the API takes", () => {
  fc.assert(
    fc.property(kind, fc.string({ unit: "binary", maxLength: 300 }), (name, text) => {
      expect(NodeId.safeParse(typedId(text, name)).success).toBe(true);
    }),
  );
  expect(typedId("Zoë's Collège", "institution")).toBe("institution:zoe-s-college");
});
