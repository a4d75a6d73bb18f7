import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkId } from "../../../../model/graph.ts";
import { certaintyOf, isThin, knowledgeOf } from "../../../../server/analysis/profile/certainty.ts";
import { type Drawn, graphs, institutionIn, link, node, profilesFrom, without } from "../graphs.ts";

/** What is known of an institution that asks so many questions. */
function asking(count: number, more: Parameters<typeof link>[3] = {}) {
  const questions = Array.from({ length: count }, (_, at) => `question:q${at}`);
  const drawn: Drawn = {
    nodes: ["institution:a", ...questions].map((id) => node(id)),
    links: questions.map((question) => link("institution:a", "ASKS", question, more)),
  };
  const profiles = profilesFrom(drawn);
  return knowledgeOf(profiles, institutionIn(profiles, "institution:a"));
}

const knowing = (known: number) => ({ facts: 1, known });

describe("what is known of an institution", () => {
  test("is half at six stated facts, and never all", () => {
    expect([0, 6, 18].map((count) => asking(count))).toStrictEqual([
      { facts: 0, known: 0 },
      { facts: 6, known: 0.5 },
      { facts: 18, known: 0.75 },
    ]);
    expect(asking(200).known).toBeLessThan(1);
  });

  test("is less by what is derived or contested; how old it is does not matter", () => {
    expect(asking(6, { derived: true }).known).toBeCloseTo(2.4 / 8.4, 12);
    expect(asking(6, { contested: true }).known).toBeCloseTo(3.6 / 9.6, 12);
    expect(asking(6, { lastYear: 1990 }).known).toBe(0.5);
  });

  test("counts each thing once, by what says it best, and no themes", () => {
    const profiles = profilesFrom({
      nodes: ["institution:a", "team:t", "question:q", "theme:t"].map((id) => node(id)),
      links: [
        link("institution:a", "ASKS", "question:q", { derived: true }),
        link("team:t", "PART_OF", "institution:a"),
        link("team:t", "ASKS", "question:q"),
        link("question:q", "ABOUT", "theme:t"),
      ],
    });
    expect(knowledgeOf(profiles, institutionIn(profiles, "institution:a"))).toStrictEqual({ facts: 1, known: 1 / 7 });
  });

  test("never rises when a fact is gone", () => {
    fc.assert(
      fc.property(graphs, fc.nat(), (drawn, at) => {
        const gone = drawn.links[at % drawn.links.length];
        const before = profilesFrom(drawn);
        const after = profilesFrom(without(drawn, gone ? [linkId(gone.from, gone.kind, gone.to)] : []));
        for (const institution of before.institutions.rows()) {
          const [was, is] = [knowledgeOf(before, institution), knowledgeOf(after, institution)];
          expect(is.known).toBeLessThanOrEqual(was.known);
          expect(is.facts).toBeLessThanOrEqual(was.facts);
          if (isThin(was)) expect(isThin(is)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("is thin under 0.34: with three stated facts, and not with four", () => {
    expect([0, 0.33, 0.34, 1].map((known) => isThin({ known }))).toStrictEqual([true, true, false, false]);
    expect(isThin(asking(3))).toBe(true);
    expect(isThin(asking(4))).toBe(false);
  });
});

describe("certainty", () => {
  test("is the geometric mean of what is known of both, in two decimals, and its level", () => {
    expect(certaintyOf(knowing(0.5), knowing(0.5))).toStrictEqual({ value: 0.5, level: "middle" });
    expect(certaintyOf(knowing(0.9), knowing(0.4))).toStrictEqual({ value: 0.6, level: "middle" });
    expect(certaintyOf(knowing(0.9), knowing(0.9))).toStrictEqual({ value: 0.9, level: "high" });
    expect(certaintyOf(knowing(0.9), knowing(0))).toStrictEqual({ value: 0, level: "low" });
    expect(certaintyOf(knowing(1 / 3), knowing(2 / 3))).toStrictEqual({ value: 0.47, level: "middle" });
  });

  test("has its levels from 0.35 and from 0.65", () => {
    const levels = [0.34, 0.35, 0.64, 0.65].map((known) => certaintyOf(knowing(known), knowing(known)).level);
    expect(levels).toStrictEqual(["low", "middle", "middle", "high"]);
  });

  test("is the same from both sides", () => {
    const share = fc.double({ min: 0, max: 0.999, noNaN: true }).map(knowing);
    fc.assert(
      fc.property(share, share, (one, other) => {
        expect(certaintyOf(one, other)).toStrictEqual(certaintyOf(other, one));
      }),
    );
  });
});
