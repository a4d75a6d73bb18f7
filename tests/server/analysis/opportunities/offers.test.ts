import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InstitutionIndex } from "../../../../server/analysis/graph/indices.ts";
import { aspectOfOffer } from "../../../../server/analysis/opportunities/offers.ts";
import { standingAlone } from "../../../../server/analysis/profile/profiles.ts";
import { type Drawn, graphs, institutionIn, link, node, nodeIn } from "../graphs.ts";
import { labs, markets, opportunityContextOf } from "./market.ts";

describe.each([["of every kind", graphs] as const, ["of many offers", markets] as const])(
  "offers, in graphs %s",
  (_, drawings) => {
    test("are held by whoever has them and stands alone, with the same chains", () => {
      fc.assert(
        fc.property(drawings, (drawn) => {
          const { profiles, offers } = opportunityContextOf(drawn);
          const alone = standingAlone(profiles);
          const things = new Set(alone.flatMap((institution) => [...offers.hasOf(institution).keys()]));
          expect(new Set(offers.holders.keys())).toStrictEqual(things);
          for (const [thing, holders] of offers.holders) {
            const expected = alone
              .filter((institution) => offers.hasOf(institution).has(thing))
              .map((institution) => ({ institution, chains: offers.hasOf(institution).get(thing) }));
            expect(holders).toStrictEqual(expected);
          }
        }),
        { numRuns: 50 },
      );
    });

    test("stand by each theme that they are about, which tells between 0 and 1", () => {
      fc.assert(
        fc.property(drawings, (drawn) => {
          const { profiles, offers } = opportunityContextOf(drawn);
          for (const theme of profiles.graph.nodesOf("theme")) {
            const expected = [...offers.holders.keys()]
              .filter((thing) => offers.themesAt(thing).has(theme))
              .sort((a, b) => a - b);
            expect(offers.about.get(theme) ?? []).toStrictEqual(expected);
            expect(offers.tells(theme)).toBeGreaterThanOrEqual(0);
            expect(offers.tells(theme)).toBeLessThanOrEqual(1);
          }
          for (const one of profiles.graph.nodes()) {
            expect(offers.themesAt(one)).toStrictEqual(new Set(profiles.themes(one).map(({ theme }) => theme)));
            const telling = [...offers.themesAt(one)].filter((theme) => offers.tells(theme) > 0);
            expect(offers.tellingThemes(one)).toStrictEqual(telling.sort((a, b) => offers.tells(b) - offers.tells(a) || a - b));
          }
        }),
        { numRuns: 50 },
      );
    });
  },
);

describe("how much a theme tells", () => {
  /** Of 16 questions, so many are about a narrow theme, and all others about the theme above it or another. */
  const about = (narrow: number, wide: number): Drawn => {
    const questions = Array.from({ length: 16 }, (_, at) => `question:q${at}`);
    const themeAt = (at: number) => (at < narrow ? "theme:narrow" : at < narrow + wide ? "theme:wide" : "theme:else");
    return {
      nodes: [...questions, "theme:narrow", "theme:wide", "theme:else"].map((id) => node(id)),
      links: [link("theme:narrow", "BROADER", "theme:wide"), ...questions.map((id, at) => link(id, "ABOUT", themeAt(at)))],
    };
  };
  const tells = (drawn: Drawn, id: string) => {
    const { profiles, offers } = opportunityContextOf(drawn);
    return offers.tells(nodeIn(profiles, id));
  };

  test("is 1 − ln n / ln N, less what the theme above it tells", () => {
    expect(tells(about(2, 2), "theme:wide")).toBeCloseTo(0.5, 12);
    expect(tells(about(2, 2), "theme:narrow")).toBeCloseTo(0.75 - 0.5, 12);
    expect(tells(about(1, 15), "theme:wide")).toBe(0);
    expect(tells(about(1, 15), "theme:narrow")).toBe(1);
    expect(tells(about(4, 0), "theme:narrow")).toBe(0);
  });
});

describe("what can be learnt from", () => {
  const { profiles, offers } = opportunityContextOf(labs);
  const aspect = (id: string) => aspectOfOffer(profiles.graph, nodeIn(profiles, id));

  test("weighs by its kind, and is no question or institution", () => {
    expect(aspect("product:plan")).toBe("products");
    expect(aspect("space:lab")).toBe("spaces");
    expect(() => aspect("question:labs")).toThrow(new RangeError("A question is no offer"));
    expect(() => aspect("institution:oost")).toThrow(RangeError);
  });

  test("is had by who made, uses or hosts it", () => {
    const has = (id: string) => [...offers.hasOf(institutionIn(profiles, id)).keys()].map((one) => profiles.graph.node(one).id);
    expect(has("institution:oost")).toStrictEqual(["product:plan"]);
    expect(has("institution:zuid")).toStrictEqual(["space:lab"]);
    expect(offers.addressedBy(nodeIn(profiles, "product:plan"))).toStrictEqual([nodeIn(profiles, "question:labs")]);
  });

  test.each([-1, 3, 0.5])("is not told of institution %s of 3", (wrong) => {
    expect(() => offers.asksOf(wrong as InstitutionIndex)).toThrow(RangeError);
    expect(() => offers.hasOf(wrong as InstitutionIndex)).toThrow(RangeError);
  });
});
