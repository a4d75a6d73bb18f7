import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InstitutionIndex, NodeIndex } from "../../../../server/analysis/graph/indices.ts";
import { allAtOnce } from "../../../../server/analysis/graph/steps.ts";
import { foldedByAsker, perQuestion } from "../../../../server/analysis/opportunities/fold.ts";

const few = fc.integer({ min: 0, max: 3 });
const institution = few.map((at) => at as InstitutionIndex);
const node = few.map((at) => at as NodeIndex);
/** Rankings: best first, each asker and offer once for a question, as the opportunities of the network are. */
const rankings = fc
  .uniqueArray(
    fc.record({ asker: institution, from: institution, question: node, offer: node, score: fc.integer({ min: 15, max: 120 }) }),
    { selector: ({ asker, question, offer }) => `${asker} ${question} ${offer}`, maxLength: 40 },
  )
  .map((fits) => fits.sort((a, b) => b.score - a.score));

describe("opportunities folded by who asks", () => {
  test("lose nobody, stand at their best place, and are the same each time", () => {
    fc.assert(
      fc.property(rankings, (ranked) => {
        const folded = allAtOnce(foldedByAsker(ranked));
        const all = folded.flatMap(({ fit, others }) => [fit, ...others]);
        expect(all).toHaveLength(ranked.length);
        expect(new Set(all)).toStrictEqual(new Set(ranked));
        const scores = folded.map(({ fit }) => fit.score);
        expect(scores).toStrictEqual([...scores].sort((a, b) => b - a));
        for (const { fit, others } of folded) {
          for (const other of others) {
            expect([other.question, other.offer, other.from]).toStrictEqual([fit.question, fit.offer, fit.from]);
            expect(other.asker).not.toBe(fit.asker);
            expect(other.score).toBeLessThanOrEqual(fit.score);
          }
        }
        const keys = folded.map(({ fit: { question, offer, from } }) => `${question} ${offer} ${from}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(allAtOnce(foldedByAsker([...ranked]))).toStrictEqual(folded);
      }),
    );
  });
});

describe("opportunities by question", () => {
  test("keep the best of each question in the order they had, and count what is left out", () => {
    fc.assert(
      fc.property(rankings, fc.integer({ min: 1, max: 5 }), (ranked, most) => {
        const { first, counts } = perQuestion(ranked, most);
        expect(first).toStrictEqual(ranked.filter((fit) => first.includes(fit)));
        expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(ranked.length);
        for (const [question, count] of counts) {
          const here = ranked.filter((fit) => fit.question === question);
          expect(count).toBe(here.length);
          expect(first.filter((fit) => fit.question === question)).toStrictEqual(here.slice(0, most));
        }
        expect([...counts.keys()]).toStrictEqual([...new Set(ranked.map(({ question }) => question))]);
      }),
    );
  });
});
