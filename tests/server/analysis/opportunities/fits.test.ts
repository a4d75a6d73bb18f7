import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InstitutionIndex, NodeIndex } from "../../../../server/analysis/graph/indices.ts";
import { explained } from "../../../../server/analysis/opportunities/explained.ts";
import { meetingPointsOf } from "../../../../server/analysis/opportunities/meeting-points.ts";
import { type OfferKind, offerKinds } from "../../../../server/analysis/opportunities/offers.ts";
import type { Fit, OpportunityContext, Wanted } from "../../../../server/analysis/opportunities/types.ts";
import { standingAlone } from "../../../../server/analysis/profile/profiles.ts";
import { graphs, institutionIn, nodeIn, plain, profilesFrom, scorings, sumOf } from "../graphs.ts";
import { everyAsker, fitsOf, labs, markets, opportunityContextOf } from "./market.ts";

/** The score of reasons that are told in full; undefined when too little fits, bonuses aside, to be worth a conversation. */
function scoreByReasons(context: OpportunityContext, who: Omit<Fit, "score">): number | undefined {
  if (meetingPointsOf(context, who).length === 0) return undefined;
  try {
    const { reasons } = explained(context, { ...who, score: 0 });
    return sumOf(reasons.filter(({ subject }) => subject.about === "fit")) < 15 ? undefined : sumOf(reasons);
  } catch (error) {
    if (error instanceof RangeError && error.message === "A fit meets in nothing") return undefined;
    throw error;
  }
}

/** What `fitsInSteps` gives, the slow way: tells every question, offer and holder in full and keeps the best of each offer. */
function slowly(context: OpportunityContext, asker: InstitutionIndex, { from: only, question: asked, kinds }: Wanted): Fit[] {
  const { profiles, offers } = context;
  const { graph } = profiles;
  const own = offers.hasOf(asker);
  const best = new Map<NodeIndex, Fit>();
  const wantedKinds: readonly string[] = kinds ?? Object.keys(offerKinds);
  const things = [...graph.nodes()].filter((offer) => wantedKinds.includes(graph.node(offer).kind));
  for (const question of [...offers.asksOf(asker).keys()].filter((one) => asked === undefined || one === asked)) {
    for (const offer of things.filter((thing) => !own.has(thing))) {
      for (const from of standingAlone(profiles)) {
        if (only !== undefined && from !== only) continue;
        if (from === asker || profiles.wholeOf(asker) === from || !offers.hasOf(from).has(offer)) continue;
        const score = scoreByReasons(context, { asker, from, question, offer });
        if (score === undefined) continue;
        const found = { asker, from, question, offer, score };
        const [first] = [found, ...(best.has(offer) ? [best.get(offer) as Fit] : [])].sort(
          (a, b) => b.score - a.score || a.question - b.question || a.from - b.from,
        );
        if (first) best.set(offer, first);
      }
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.offer - b.offer || a.question - b.question);
}

const wishes = fc.record(
  {
    from: fc.integer({ min: 0, max: 2 }).map((at) => at as InstitutionIndex),
    kinds: fc.subarray(Object.keys(offerKinds) as OfferKind[]),
    questionAt: fc.nat({ max: 2 }),
  },
  { requiredKeys: [] },
);

describe.each([["of every kind", graphs] as const, ["of many offers", markets] as const])("fits, in graphs %s", (_, drawings) => {
  test("are what telling every question, offer and holder in full gives, with the same scores", () => {
    fc.assert(
      fc.property(drawings, scorings, wishes, (drawn, scoring, { questionAt, ...wished }) => {
        const context = opportunityContextOf(drawn, profilesFrom(drawn), scoring);
        const question = questionAt === undefined ? undefined : context.profiles.graph.nodesOf("question")[questionAt];
        for (const asker of everyAsker(context)) {
          expect(fitsOf(context, asker)).toStrictEqual(slowly(context, asker, {}));
          expect(fitsOf(context, asker, { ...wished, question })).toStrictEqual(slowly(context, asker, { ...wished, question }));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("are nothing that the asker has already, and come from another", () => {
    fc.assert(
      fc.property(drawings, (drawn) => {
        const context = opportunityContextOf(drawn);
        for (const asker of everyAsker(context)) {
          for (const { offer, from, question } of fitsOf(context, asker)) {
            expect(from).not.toBe(asker);
            expect(context.offers.hasOf(asker).has(offer)).toBe(false);
            expect(context.offers.asksOf(asker).has(question)).toBe(true);
            expect(context.offers.hasOf(from).has(offer)).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("do not depend on what was asked for before, nor on the order of the data", () => {
    fc.assert(
      fc.property(drawings, scorings, (drawn, scoring) => {
        const context = opportunityContextOf(drawn, profilesFrom(drawn), scoring);
        const all = everyAsker(context).map((asker) => fitsOf(context, asker));
        const back = { nodes: [...drawn.nodes].reverse(), links: [...drawn.links].reverse() };
        const again = opportunityContextOf(back, profilesFrom(back), scoring);
        const last = everyAsker(again)
          .reverse()
          .map((asker) => fitsOf(again, asker));
        expect(last.reverse()).toStrictEqual(all);
        const plainly = { ...context, scoring: plain };
        for (const asker of everyAsker(context)) fitsOf(plainly, asker);
        expect(everyAsker(context).map((asker) => fitsOf(context, asker))).toStrictEqual(all);
      }),
      { numRuns: 100 },
    );
  });
});

describe("what Noord can learn", () => {
  const context = opportunityContextOf(labs);
  const { profiles } = context;
  const noord = institutionIn(profiles, "institution:noord");
  const some = (wanted: Wanted) => fitsOf(context, noord, wanted).map(({ offer }) => profiles.graph.node(offer).id);

  test("is first what helps with the question itself, then what is about the same; never its own training", () => {
    expect(some({})).toStrictEqual(["product:plan", "space:lab"]);
  });

  test("keeps to a question, an institution and kinds when asked to", () => {
    expect(some({ from: institutionIn(profiles, "institution:zuid") })).toStrictEqual(["space:lab"]);
    expect(some({ kinds: ["product"] })).toStrictEqual(["product:plan"]);
    expect(some({ question: nodeIn(profiles, "question:media") })).toStrictEqual([]);
    expect(some({ question: nodeIn(profiles, "question:labs") })).toStrictEqual(["product:plan", "space:lab"]);
  });

  test("can be returned", () => {
    const oost = institutionIn(profiles, "institution:oost");
    const [back, ...others] = fitsOf(context, oost, { from: noord });
    expect(others).toStrictEqual([]);
    expect(back).toMatchObject({
      asker: oost,
      from: noord,
      question: nodeIn(profiles, "question:media"),
      offer: nodeIn(profiles, "product:training"),
    });
  });
});
