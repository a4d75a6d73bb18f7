import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explained, explainedInShort, mainPair } from "../../../../server/analysis/opportunities/explained.ts";
import type { Offers } from "../../../../server/analysis/opportunities/offers.ts";
import { pathOf } from "../../../../server/analysis/opportunities/path.ts";
import type { Fit, OpportunityContext } from "../../../../server/analysis/opportunities/types.ts";
import type { Profiles } from "../../../../server/analysis/profile/types.ts";
import {
  type Drawn,
  graphs,
  held,
  idOfLink,
  institutionIn,
  linkOfDrawn,
  plain,
  profilesFrom,
  scorings,
  statedIn,
  sumOf,
  without,
} from "../graphs.ts";
import { everyAsker, fitsOf, labs, markets, opportunityContextOf } from "./market.ts";

/** All that opportunities are worked out from, with how much themes tell and what counts as new held as they were before. */
function heldContext(before: Profiles, tells: Offers["tells"], left: Drawn, scoring = plain): OpportunityContext {
  const context = opportunityContextOf(left, held(before, left).profiles, scoring);
  return { ...context, offers: { ...context.offers, tells } };
}

const same = (context: OpportunityContext, { asker, from, question, offer }: Fit) =>
  fitsOf(context, asker, { question, from }).find((fit) => fit.offer === offer);

describe.each([["of every kind", graphs] as const, ["of many offers", markets] as const])(
  "an opportunity that is explained, in graphs %s",
  (_, drawings) => {
    test("rests on a path of real links from the asker over the question to the offer and who has it", () => {
      fc.assert(
        fc.property(drawings, (drawn) => {
          const context = opportunityContextOf(drawn);
          const { graph, institutions } = context.profiles;
          const linkOf = linkOfDrawn(drawn, context.profiles);
          for (const asker of everyAsker(context)) {
            for (const fit of fitsOf(context, asker)) {
              const path = pathOf(graph, explained(context, fit));
              const nodes = path.nodes(institutions.at(asker));
              expect(nodes[0]).toBe(institutions.at(asker));
              expect(nodes.at(-1)).toBe(institutions.at(fit.from));
              expect(nodes).toContain(fit.question);
              expect(nodes.indexOf(fit.offer)).toBeGreaterThan(nodes.indexOf(fit.question));
              path.links.forEach((step, at) => {
                expect([graph.from.at(step), graph.to.at(step)].sort()).toStrictEqual([nodes[at], nodes[at + 1]].sort());
                expect(linkOf(step).evidence.length).toBeGreaterThan(0);
              });
            }
          }
        }),
        { numRuns: 300 },
      );
    });

    test("has reasons that add up to its score, largest first, and rests on the pair that stands for it", () => {
      fc.assert(
        fc.property(drawings, scorings, (drawn, scoring) => {
          const context = opportunityContextOf(drawn, profilesFrom(drawn), scoring);
          for (const asker of everyAsker(context)) {
            for (const fit of fitsOf(context, asker)) {
              const { reasons, pair, main, ...numbers } = explained(context, fit);
              expect(numbers).toStrictEqual(fit);
              expect(sumOf(reasons)).toBe(fit.score);
              expect(reasons.map(({ amount }) => amount)).toStrictEqual(
                reasons.map(({ amount }) => amount).sort((a, b) => b - a),
              );
              expect(new Set(reasons.map(({ id }) => id)).size).toBe(reasons.length);
              expect(mainPair(context, fit)).toStrictEqual(pair);
              const { first, rest, ...short } = explainedInShort(context, fit, 2);
              expect(short).toStrictEqual({ ...fit, main, pair });
              expect(first).toStrictEqual(
                reasons.slice(0, 2).map(({ id, aspect, amount, node, subject }) => ({ id, aspect, amount, node, subject })),
              );
              expect([first.length + rest.count, sumOf(first) + rest.amount]).toStrictEqual([reasons.length, fit.score]);
            }
          }
        }),
        { numRuns: 200 },
      );
    });

    test("scores the sum of its reasons, and falls by what is stated with a link when that is gone", () => {
      fc.assert(
        fc.property(drawings, scorings, (drawn, scoring) => {
          const profiles = profilesFrom(drawn);
          const context = opportunityContextOf(drawn, profiles, scoring);
          for (const fit of everyAsker(context)
            .flatMap((asker) => fitsOf(context, asker))
            .slice(0, 3)) {
            const { reasons } = explained(context, fit);
            expect(sumOf(reasons)).toBe(fit.score);
            for (const [id, amount] of statedIn(profiles, reasons)) {
              const left = without(drawn, [id]);
              const after = same(heldContext(profiles, context.offers.tells, left, scoring), fit);
              if (after) expect(after.score, id).toBe(fit.score - amount);
            }
          }
        }),
        { numRuns: 200 },
      );
    });

    test("tells in its factors how an amount came about", () => {
      fc.assert(
        fc.property(drawings, scorings, (drawn, scoring) => {
          const context = opportunityContextOf(drawn, profilesFrom(drawn), scoring);
          for (const fit of everyAsker(context).flatMap((asker) => fitsOf(context, asker))) {
            for (const { factors, amount } of explained(context, fit).reasons) {
              const broader = factors.filter(({ name }) => name === "broader").reduce((total, { value }) => total + value, 0);
              const product = factors.filter(({ name }) => name !== "broader").reduce((total, { value }) => total * value, 1);
              expect(Math.abs(product - (amount - broader))).toBeLessThanOrEqual(0.5 + 1e-9);
            }
          }
        }),
        { numRuns: 150 },
      );
    });
  },
);

describe("what Noord can learn", () => {
  const context = opportunityContextOf(labs);
  const { profiles } = context;
  const noord = institutionIn(profiles, "institution:noord");
  const all = fitsOf(context, noord).map((fit) => explained(context, fit));

  test("is reached step by step", () => {
    const steps = all.map((fit) => pathOf(profiles.graph, fit).links.map((one) => idOfLink(profiles, one)));
    expect(steps).toStrictEqual([
      ["institution:noord|ASKS|question:labs", "product:plan|ADDRESSES|question:labs", "institution:oost|MADE|product:plan"],
      [
        "institution:noord|ASKS|question:labs",
        "question:labs|ABOUT|theme:labs",
        "space:lab|ABOUT|theme:labs",
        "institution:zuid|HOSTS|space:lab",
      ],
    ]);
  });

  test("fits by the question, by a theme, by another approach and by a sign that it is used", () => {
    expect(all.map(({ reasons }) => reasons.map(({ id }) => id))).toStrictEqual([
      ["questions:question:labs", "themes:theme:labs", "approach:product:training", "evidence:product:plan"],
      ["themes:theme:labs", "approach:product:training"],
    ]);
  });

  test("does not rest on what does not meet", () => {
    const [plan] = all;
    const [media] = profiles.graph.nodesOf("question").filter((one) => profiles.graph.node(one).id === "question:media");
    if (!plan || media === undefined) throw new Error("Noord has nothing to learn");
    expect(() => explained(context, { ...plan, question: media })).toThrow(new RangeError("A fit meets in nothing"));
    expect(() => mainPair(context, { ...plan, question: media })).toThrow(new RangeError("A fit meets in nothing"));
  });
});
