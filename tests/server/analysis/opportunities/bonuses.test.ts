import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  approachAmount,
  approachReason,
  evidenceAmount,
  evidenceReason,
} from "../../../../server/analysis/opportunities/bonuses.ts";
import { type Drawn, graphs, idOfLink, institutionIn, link, node, nodeIn, plain, profilesFrom, scorings } from "../graphs.ts";
import { everyAsker, fitsOf, markets, opportunityContextOf } from "./market.ts";

describe.each([["of every kind", graphs] as const, ["of many offers", markets] as const])(
  "bonuses, in graphs %s",
  (_, drawings) => {
    test("give with their reasons what they give in numbers alone", () => {
      fc.assert(
        fc.property(drawings, scorings, (drawn, scoring) => {
          const context = opportunityContextOf(drawn, profilesFrom(drawn), scoring);
          for (const fit of everyAsker(context).flatMap((asker) => fitsOf(context, asker))) {
            expect(approachReason(context, fit)?.amount ?? 0).toBe(approachAmount(context, fit));
            expect(evidenceReason(context, fit)?.amount ?? 0).toBe(evidenceAmount(context, fit.offer));
          }
        }),
        { numRuns: 100 },
      );
    });
  },
);

/** Institution a asks what offer p of b addresses, and goes about it with some things of its own. */
function withOwn(own: readonly Drawn["nodes"][number][], more: Drawn["links"] = []): Drawn {
  return {
    nodes: [
      ...["institution:a", "institution:b", "question:q", "outcome:o"].map((id) => node(id)),
      node("product:p", { type: "plan" }),
      ...own,
    ],
    links: [
      link("institution:a", "ASKS", "question:q"),
      link("institution:b", "MADE", "product:p"),
      link("product:p", "ADDRESSES", "question:q"),
      ...own.flatMap(({ id, kind }) => [
        link("institution:a", kind === "space" ? "HOSTS" : "MADE", id),
        link(id, "ADDRESSES", "question:q"),
      ]),
      ...more,
    ],
  };
}

function bonusesOf(drawn: Drawn, scoring = plain, offer = "product:p") {
  const context = opportunityContextOf(drawn, profilesFrom(drawn), scoring);
  const { profiles } = context;
  const who = {
    asker: institutionIn(profiles, "institution:a"),
    from: institutionIn(profiles, "institution:b"),
    question: nodeIn(profiles, "question:q"),
    offer: nodeIn(profiles, offer),
  };
  const shown = (reason: ReturnType<typeof approachReason> | ReturnType<typeof evidenceReason>) =>
    reason?.links.map(({ link: one, amount }) => [idOfLink(profiles, one), amount]);
  return { context, profiles, who, shown, approach: approachReason(context, who), evidence: evidenceReason(context, who) };
}

describe("another approach", () => {
  test("is a thing of another kind, or of another sort within it, and gives 20 points", () => {
    const sort = bonusesOf(withOwn([node("product:own", { type: "training" })]));
    expect(sort.approach).toMatchObject({
      id: "approach:product:own",
      aspect: "products",
      amount: 20,
      node: nodeIn(sort.profiles, "product:own"),
      subject: { about: "approach", own: nodeIn(sort.profiles, "product:own"), who: sort.who },
      factors: [{ name: "points", value: 20, meaning: "pointsForApproach" }],
      more: 0,
    });
    const kind = bonusesOf(withOwn([node("space:own")]));
    expect(kind.approach).toMatchObject({ id: "approach:space:own", aspect: "spaces", amount: 20 });
  });

  test("is not the same sort, nor one of an unknown sort, nor for an outcome", () => {
    expect(bonusesOf(withOwn([node("product:own", { type: "plan" })])).approach).toBeUndefined();
    expect(bonusesOf(withOwn([node("product:own")])).approach).toBeUndefined();
    expect(bonusesOf(withOwn([])).approach).toBeUndefined();
    const outcome = bonusesOf(withOwn([node("product:own", { type: "training" })]), plain, "outcome:o");
    expect(outcome.approach).toBeUndefined();
    expect(approachAmount(outcome.context, outcome.who)).toBe(0);
  });

  test("weighs as much as the kind of the offer does", () => {
    const drawn = withOwn([node("space:own")]);
    expect(bonusesOf(drawn, { ...plain, products: 1.5, spaces: 0 }).approach?.amount).toBe(30);
    expect(bonusesOf(drawn, { ...plain, products: 0 }).approach).toBeUndefined();
  });

  test("rests on the links by which the asker goes about it; none of them when there are two ways", () => {
    const { shown, approach } = bonusesOf(withOwn([node("space:own")]));
    expect(shown(approach)).toStrictEqual([
      ["institution:a|HOSTS|space:own", 20],
      ["space:own|ADDRESSES|question:q", 20],
    ]);
    const two = bonusesOf(withOwn([node("product:own", { type: "training" }), node("space:own")]));
    expect(two.shown(two.approach)).toStrictEqual([
      ["institution:a|MADE|product:own", 0],
      ["product:own|ADDRESSES|question:q", 0],
    ]);
  });

  test("keeps its amount with the link that every way goes by", () => {
    const drawn = withOwn([node("space:own")]);
    const twice: Drawn = {
      nodes: [...drawn.nodes, node("team:t")],
      links: [...drawn.links, link("team:t", "PART_OF", "institution:a"), link("team:t", "HOSTS", "space:own")],
    };
    const { shown, approach } = bonusesOf(twice);
    expect(shown(approach)).toStrictEqual([
      ["institution:a|HOSTS|space:own", 0],
      ["space:own|ADDRESSES|question:q", 20],
    ]);
  });
});

/** So many institutions that use the offer. */
const users = (count: number): Drawn => {
  const drawn = withOwn([]);
  const names = Array.from({ length: count }, (_, at) => `institution:user-${at}`);
  return {
    nodes: [...drawn.nodes, ...names.map((name) => node(name))],
    links: [...drawn.links, ...names.map((name) => link("product:p", "USED_AT", name))],
  };
};

describe("signs that an offer works", () => {
  test("give 6 points for the first and 3 for each of the next three", () => {
    const amounts = [0, 1, 2, 3, 4, 5, 20].map((count) => bonusesOf(users(count)).evidence?.amount);
    expect(amounts).toStrictEqual([undefined, 6, 9, 12, 15, 15, 15]);
    expect(bonusesOf(users(4), { ...plain, products: 2 }).evidence?.amount).toBe(30);
    expect(bonusesOf(users(4), { ...plain, products: 0 }).evidence).toBeUndefined();
  });

  test("each carry what is lost without one of them, and at most eight are shown", () => {
    const carried = [1, 2, 4, 5].map((count) => bonusesOf(users(count)).evidence?.links.map(({ amount }) => amount));
    expect(carried).toStrictEqual([[6], [3, 3], [3, 3, 3, 3], [0, 0, 0, 0, 0]]);
    const many = bonusesOf(users(11)).evidence;
    expect(many?.links).toHaveLength(8);
    expect(many?.more).toBe(3);
  });

  test("are that it is used, described, or led to something; of a space, what is used there", () => {
    const all = bonusesOf({
      nodes: [...users(1).nodes, node("publication:pub")],
      links: [
        ...users(1).links,
        link("publication:pub", "DESCRIBES", "product:p"),
        link("product:p", "RESULTED_IN", "outcome:o"),
      ],
    });
    expect(all.evidence?.subject).toStrictEqual({ about: "evidence", who: all.who, used: 1, described: 1, led: 1 });
    expect(all.shown(all.evidence)).toStrictEqual([
      ["product:p|USED_AT|institution:user-0", 3],
      ["publication:pub|DESCRIBES|product:p", 3],
      ["product:p|RESULTED_IN|outcome:o", 3],
    ]);
    const space = bonusesOf(
      {
        nodes: [...withOwn([]).nodes, node("space:s"), node("programme:pr")],
        links: [...withOwn([]).links, link("programme:pr", "USED_AT", "space:s")],
      },
      plain,
      "space:s",
    );
    expect(space.shown(space.evidence)).toStrictEqual([["programme:pr|USED_AT|space:s", 6]]);
    expect(space.evidence?.aspect).toBe("spaces");
  });
});
