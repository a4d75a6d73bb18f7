import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InstitutionIndex, NodeIndex } from "../../../../server/analysis/graph/indices.ts";
import type { Candidate } from "../../../../server/analysis/opportunities/candidates.ts";
import { meetingPointsOf } from "../../../../server/analysis/opportunities/meeting-points.ts";
import { type OfferKind, offerKinds } from "../../../../server/analysis/opportunities/offers.ts";
import type { OpportunityContext, Wanted } from "../../../../server/analysis/opportunities/types.ts";
import { standingAlone } from "../../../../server/analysis/profile/profiles.ts";
import { type Drawn, graphs, institutionIn, link, node, nodeIn } from "../graphs.ts";
import { candidatesOf, everyAsker, labs, largeMarkets, markets, opportunityContextOf } from "./market.ts";

/** How much a question and an offer have in common, worked out from where they meet. */
const inCommon = (context: OpportunityContext, question: NodeIndex, offer: NodeIndex): number =>
  meetingPointsOf(context, { question, offer }).reduce((sum, point) => sum + (point.node === question ? 10 : point.tells), 0);

/** Every question of an asker with everything that meets it, that others have and it does not: the slow way. */
function slowly(
  context: OpportunityContext,
  asker: InstitutionIndex,
  { kinds, question: asked, from }: Wanted = {},
): Candidate[] {
  const { profiles, offers } = context;
  const wantedKinds: readonly string[] = kinds ?? Object.keys(offerKinds);
  const held = [...new Set(standingAlone(profiles).flatMap((one) => [...offers.hasOf(one).keys()]))].filter(
    (offer) =>
      !offers.hasOf(asker).has(offer) &&
      wantedKinds.includes(profiles.graph.node(offer).kind) &&
      (from === undefined || offers.hasOf(from).has(offer)),
  );
  return [...offers.asksOf(asker).keys()]
    .filter((question) => asked === undefined || asked === question)
    .flatMap((question) =>
      held.map((offer) => {
        const meetIn = meetingPointsOf(context, { question, offer }).map((point) => point.node);
        return { question, offer, tells: inCommon(context, question, offer), meetIn };
      }),
    )
    .filter(({ tells }) => tells > 0);
}

const pairsOf = (candidates: readonly Candidate[]) => candidates.map(({ question, offer }) => `${question} ${offer}`).sort();
const inOrder = (candidates: readonly Candidate[]) =>
  [...candidates].sort((a, b) => b.tells - a.tells || a.offer - b.offer || a.question - b.question);

describe.each([["of every kind", graphs] as const, ["of many offers", markets] as const])(
  "candidates, in graphs %s",
  (_, drawings) => {
    test("are every question that is asked with everything that meets it and the asker does not have", () => {
      fc.assert(
        fc.property(drawings, fc.subarray(Object.keys(offerKinds) as OfferKind[]), fc.nat(), (drawn, kinds, at) => {
          const context = opportunityContextOf(drawn);
          const from = standingAlone(context.profiles)[at % standingAlone(context.profiles).length];
          for (const asker of everyAsker(context)) {
            const [question] = context.offers.asksOf(asker).keys();
            for (const wanted of [{}, { kinds }, { from }, { question }, { kinds, from, question }])
              expect(pairsOf(candidatesOf(context, asker, wanted))).toStrictEqual(pairsOf(slowly(context, asker, wanted)));
          }
        }),
        { numRuns: 100 },
      );
    });

    test("come with how much they have in common, those with most first, then by offer and question", () => {
      fc.assert(
        fc.property(drawings, (drawn) => {
          const context = opportunityContextOf(drawn);
          for (const asker of everyAsker(context)) {
            const found = candidatesOf(context, asker);
            for (const { question, offer, tells } of found) expect(tells).toBeCloseTo(inCommon(context, question, offer), 10);
            expect(found).toStrictEqual(inOrder(found));
          }
        }),
        { numRuns: 100 },
      );
    });
  },
);

describe("out of very many candidates", () => {
  test("the 400 that have most in common are found, also when only one kind is wanted", () => {
    fc.assert(
      fc.property(largeMarkets, (drawn) => {
        const context = opportunityContextOf(drawn);
        const asker = institutionIn(context.profiles, "institution:a");
        for (const wanted of [{}, { kinds: ["space"] }, { kinds: ["product"] }] satisfies Wanted[]) {
          const found = candidatesOf(context, asker, wanted);
          const expected = inOrder(slowly(context, asker, wanted)).slice(0, 400);
          expect(found).toHaveLength(expected.length);
          found.forEach(({ question, offer, tells }, at) => {
            expect(tells).toBeCloseTo(expected[at]?.tells ?? Number.NaN, 10);
            expect(tells).toBeCloseTo(inCommon(context, question, offer), 10);
          });
          expect(new Set(pairsOf(found)).size).toBe(found.length);
        }
      }),
      { numRuns: 4 },
    );
  });
});

describe("what has most in common, when it is not wanted", () => {
  const named = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind}:${kind}-${at}`);
  const [products, spaces, elsewhere] = [named("product", 450), named("space", 1_000), named("question", 3_000)];
  /** Many products about a narrow theme, and twice as many spaces about the one above it, which tells a little less. */
  const drawnFor = (owned: readonly string[]): Drawn => ({
    nodes: [
      ...products,
      ...spaces,
      ...elsewhere,
      "institution:a",
      "institution:b",
      "theme:narrow",
      "theme:broad",
      "theme:else",
    ].map((id) => node(id)),
    links: [
      link("theme:narrow", "BROADER", "theme:broad"),
      link("institution:a", "ASKS", "question:question-0"),
      link("question:question-0", "ABOUT", "theme:narrow"),
      ...elsewhere.slice(1).map((id) => link(id, "ABOUT", "theme:else")),
      ...products.flatMap((id) => [link(id, "ABOUT", "theme:narrow"), link("institution:b", "MADE", id)]),
      ...spaces.flatMap((id) => [link(id, "ABOUT", "theme:broad"), link("institution:b", "HOSTS", id)]),
      ...owned.map((id) => link("institution:a", "MADE", id)),
    ],
  });

  test("hides nothing that is, be it of another kind or the asker's own", () => {
    const kindsFound = (drawn: Drawn, wanted: Wanted) => {
      const context = opportunityContextOf(drawn);
      const found = candidatesOf(context, institutionIn(context.profiles, "institution:a"), wanted);
      return [...new Set(found.map(({ offer }) => context.profiles.graph.node(offer).kind))].map((kind) => [kind, found.length]);
    };
    expect(kindsFound(drawnFor([]), {})).toStrictEqual([["product", 400]]);
    expect(kindsFound(drawnFor([]), { kinds: ["space"] })).toStrictEqual([["space", 400]]);
    expect(kindsFound(drawnFor(products), {})).toStrictEqual([["space", 400]]);
  });
});

describe("what may fit Noord's question", () => {
  const context = opportunityContextOf(labs);
  const { profiles, offers } = context;
  const labsTell = offers.tells(nodeIn(profiles, "theme:labs"));

  test("is first what addresses it, then what is about the same theme; not what it has itself", () => {
    const [question, theme] = [nodeIn(profiles, "question:labs"), nodeIn(profiles, "theme:labs")];
    const [plan, lab] = [nodeIn(profiles, "product:plan"), nodeIn(profiles, "space:lab")];
    expect(candidatesOf(context, institutionIn(profiles, "institution:noord"))).toStrictEqual([
      { question, offer: plan, tells: 10 + labsTell, meetIn: [question, theme] },
      { question, offer: lab, tells: labsTell, meetIn: [theme] },
    ]);
  });

  test("is nothing for who asks nothing", () => {
    expect(candidatesOf(context, institutionIn(profiles, "institution:zuid"))).toStrictEqual([]);
  });
});
