import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InstitutionIndex } from "../../../../server/analysis/graph/indices.ts";
import { explained } from "../../../../server/analysis/opportunities/explained.ts";
import { chainsToTheme, closeToOffer, goingOn } from "../../../../server/analysis/opportunities/side-chains.ts";
import { type SideWeights, type WeighedHolder, weightsOfSides } from "../../../../server/analysis/opportunities/side-weights.ts";
import { weightOf } from "../../../../server/analysis/profile/discounts.ts";
import type { Chain } from "../../../../server/analysis/profile/types.ts";
import { type Drawn, graphs, institutionIn, link, node, nodeIn, plain, profilesFrom, scorings } from "../graphs.ts";
import { everyAsker, fitsOf, markets, opportunityContextOf } from "./market.ts";

/** The weights of one holder, who must be among them. */
function weightsAmong(holders: readonly WeighedHolder[], institution: InstitutionIndex): SideWeights {
  const holder = holders.find((one) => one.institution === institution);
  if (!holder) throw new Error(`${institution} holds nothing`);
  return holder.weights;
}

describe.each([["of every kind", graphs] as const, ["of many offers", markets] as const])(
  "the weights of both sides, in graphs %s",
  (_, drawings) => {
    test("are those of the heaviest chains that reasons rest on", () => {
      fc.assert(
        fc.property(drawings, scorings, (drawn, scoring) => {
          const context = opportunityContextOf(drawn, profilesFrom(drawn), scoring);
          const { asking, holding } = weightsOfSides(context.profiles, context.offers, scoring.off);
          for (const fit of everyAsker(context).flatMap((asker) => fitsOf(context, asker))) {
            for (const { subject } of explained(context, fit).reasons) {
              if (subject.about !== "fit") continue;
              const [asks, has] = subject.pair;
              expect(asking(fit.asker, fit.question).get(subject.node)).toBe(weightOf(asks.discounts, scoring.off));
              expect(weightsAmong(holding(fit.offer), fit.from).get(subject.node)).toBe(weightOf(has.discounts, scoring.off));
            }
          }
        }),
        { numRuns: 150 },
      );
    });

    test("are those of the heaviest of all chains to a node, and no weight is missing", () => {
      fc.assert(
        fc.property(drawings, scorings, (drawn, { off }) => {
          const context = opportunityContextOf(drawn);
          const { profiles, offers } = context;
          const { graph, themes } = profiles;
          const { asking, holding } = weightsOfSides(profiles, offers, off);
          const most = (chains: readonly Chain[]) => Math.max(0, ...chains.map(({ discounts }) => weightOf(discounts, off)));
          for (const institution of profiles.institutions.rows()) {
            for (const [question, chains] of offers.asksOf(institution)) {
              const expected = new Map([[question, most(chains)]]);
              for (const { theme } of themes(question))
                expected.set(theme, most(chainsToTheme(graph, chains, themes(question), theme)));
              expect(asking(institution, question)).toStrictEqual(expected);
            }
            for (const [offer, chains] of offers.hasOf(institution)) {
              const held = chains.map((chain) => closeToOffer(graph, chain));
              const expected = new Map(
                Array.from(graph.out(offer, "ADDRESSES"), (address) => [
                  graph.to.at(address),
                  most(held.map((chain) => goingOn(graph, chain, [address]))),
                ]),
              );
              for (const { theme } of themes(offer)) expected.set(theme, most(chainsToTheme(graph, held, themes(offer), theme)));
              // What merged into another institution holds nothing of its own any more.
              if (profiles.wholeOf(institution) !== undefined)
                expect(holding(offer).map((one) => one.institution)).not.toContain(institution);
              else expect(weightsAmong(holding(offer), institution)).toStrictEqual(expected);
            }
          }
        }),
        { numRuns: 100 },
      );
    });
  },
);

describe("the weight of who has an offer", () => {
  const drawn: Drawn = {
    nodes: ["institution:a", "institution:b", "product:p", "activity:act", "theme:n", "theme:m", "theme:w"].map((id) => node(id)),
    links: [
      link("institution:a", "MADE", "product:p"),
      link("product:p", "USED_AT", "institution:b"),
      link("institution:a", "PARTICIPATES_IN", "activity:act"),
      link("product:p", "ABOUT", "theme:n"),
      link("activity:act", "ABOUT", "theme:n"),
      link("theme:n", "BROADER", "theme:m"),
      link("theme:m", "BROADER", "theme:w", { derived: true }),
    ],
  };
  const { profiles, offers } = opportunityContextOf(drawn);
  const at = (institution: InstitutionIndex, offer: string, theme: string, off = plain.off) =>
    weightsOfSides(profiles, offers, off)
      .holding(nodeIn(profiles, offer))
      .find((holder) => holder.institution === institution)
      ?.weights.get(nodeIn(profiles, theme));
  const [a, b] = [institutionIn(profiles, "institution:a"), institutionIn(profiles, "institution:b")];

  test("is most for who made it, less for who uses it, and least for who took part in it", () => {
    expect(at(a, "product:p", "theme:n")).toBe(1);
    expect(at(b, "product:p", "theme:n")).toBe(0.8);
    expect(at(a, "activity:act", "theme:n")).toBe(0.6);
  });

  test("falls with each step to a broader theme, and by the doubts about it that are not switched off", () => {
    expect(at(a, "product:p", "theme:m")).toBeCloseTo(0.7, 12);
    expect(at(a, "product:p", "theme:w")).toBeCloseTo(0.7 ** 2 * 0.8, 12);
    expect(at(a, "product:p", "theme:w", ["basis"])).toBeCloseTo(0.7 ** 2, 12);
  });

  test("is none for what an institution does not have", () => {
    expect(at(b, "activity:act", "theme:n")).toBeUndefined();
  });
});
