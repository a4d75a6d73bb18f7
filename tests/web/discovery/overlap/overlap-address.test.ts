import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostInstitutions, overlapAddress, overlapView } from "../../../../web/discovery/overlap/overlap-address.ts";

describe("what an address says of the overlap", () => {
  test("is the view of the overlap as the user left it, and never too many institutions", () => {
    const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    const view = fc.record({
      met: fc.array(slug, { maxLength: 70 }).map((slugs) => slugs.join(",")),
      rijen: fc.constantFrom("", "themas", "iets"),
      toon: fc.constantFrom("", "gedeeld", "verschillen", "alleen", "iets"),
      bewijs: fc.constantFrom("", "stated", "derived", "iets"),
      vorm: fc.constantFrom("", "lijst", "iets"),
      orde: fc.oneof(slug, fc.constantFrom("", "naam", "meest")),
      cel: fc.constantFrom("", "question:x@y", "kapot"),
    });
    fc.assert(
      fc.property(view, (query) => {
        const once = overlapView(query);
        expect(once.slugs.length).toBeLessThanOrEqual(mostInstitutions);
        expect(overlapView(overlapAddress(once))).toStrictEqual(once);
      }),
    );
  });

  test("understands the ids of the API too", () => {
    expect(overlapView({ met: "institution:a,b,institution:b" }).slugs).toStrictEqual(["a", "b"]);
  });
});
