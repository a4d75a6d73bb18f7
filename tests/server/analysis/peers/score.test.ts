import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aspectNames, effectNames, type Reason } from "../../../../model/discovery.ts";
import { linkId } from "../../../../model/graph.ts";
import { factGraph } from "../../../../server/analysis/graph/graph-index.ts";
import { reasonsFor } from "../../../../server/analysis/peers/reasons.ts";
import { apartFrom, rankPeers, type Scoring, scoresFor } from "../../../../server/analysis/peers/score.ts";
import { isThin, knownOf } from "../../../../server/analysis/profile/certainty.ts";
import { type Profiles, profilesOf } from "../../../../server/analysis/profile/profiles.ts";
import type { Rarity } from "../../../../server/analysis/profile/rarity.ts";
import { contextOf, type Drawn, graphs, link, node, plain, profilesFrom, scorings, without } from "../graphs.ts";

const sum = (reasons: readonly Reason[]) => reasons.reduce((total, { amount }) => total + amount, 0);

const scoreOf = (profiles: Profiles, one: number, other: number, scoring: Scoring, rarity = profiles.rarity) =>
  scoresFor(profiles, one, scoring, rarity).find(({ institution }) => institution === other)?.score ?? 0;

/** The profiles of what is left, with what depends on all data (rarity, the newest year) held as it was. */
function held(before: Profiles, drawn: Drawn): { profiles: Profiles; rarity: Rarity } {
  const graph = { ...factGraph(drawn.nodes, drawn.links), newestYear: before.graph.newestYear };
  const profiles = profilesOf(graph);
  const column = (values: Float64Array) =>
    Float64Array.from(profiles.items.node, (place, item) => {
      const aspect = aspectNames[profiles.items.aspect[item] ?? 0] ?? "questions";
      return values[before.items.at(aspect, place) ?? -1] ?? 0;
    });
  return { profiles, rarity: { on: column(before.rarity.on), off: column(before.rarity.off) } };
}

describe("the peer score", () => {
  test("is the sum of its reasons, also when the smallest are told as one", () => {
    fc.assert(
      fc.property(graphs, scorings, fc.integer({ min: 1, max: 4 }), (drawn, scoring, most) => {
        const context = contextOf(drawn, profilesFrom(drawn), scoring);
        const score = scoreOf(context.profiles, 0, 1, scoring);
        expect(sum(reasonsFor(context, 0, 1))).toBe(score);
        const few = reasonsFor(context, 0, 1, most);
        expect(sum(few)).toBe(score);
        expect(few.length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 300 },
    );
  });

  test("falls by exactly what is stated with a fact when that fact is gone, with rarity held", () => {
    fc.assert(
      fc.property(graphs, scorings, (drawn, scoring) => {
        const profiles = profilesFrom(drawn);
        const reasons = reasonsFor(contextOf(drawn, profiles, scoring), 0, 1);
        const stated = new Map<string, number>();
        for (const { link: fact, amount } of reasons.flatMap(({ facts }) => facts))
          stated.set(fact.id, (stated.get(fact.id) ?? 0) + amount);
        for (const { from, kind, to } of drawn.links) {
          const id = linkId(from, kind, to);
          const left = held(profiles, without(drawn, [id]));
          expect(scoreOf(left.profiles, 0, 1, scoring, left.rarity), id).toBe(sum(reasons) - (stated.get(id) ?? 0));
        }
      }),
      { numRuns: 150 },
    );
  });

  test("loses a reason whole when all its facts are gone", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const profiles = profilesFrom(drawn);
        const reasons = reasonsFor(contextOf(drawn, profiles), 0, 1);
        for (const reason of reasons) {
          const gone = reason.facts.map((fact) => fact.link.id);
          const left = held(profiles, without(drawn, gone));
          const context = { ...contextOf(without(drawn, gone), left.profiles), rarity: left.rarity };
          const after = reasonsFor(context, 0, 1);
          expect(after.map(({ id }) => id)).not.toContain(reason.id);
          expect(sum(after)).toBeLessThanOrEqual(sum(reasons) - reason.amount);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("is the same from both sides, whatever the order of the data", () => {
    fc.assert(
      fc.property(graphs, scorings, fc.nat(), (drawn, scoring, turn) => {
        const turned = <Item>(items: readonly Item[]) => [
          ...items.slice(turn % (items.length + 1)),
          ...items.slice(0, turn % (items.length + 1)),
        ];
        const [one, other] = [drawn, { nodes: turned(drawn.nodes), links: turned(drawn.links).reverse() }].map((data) => {
          const profiles = profilesFrom(data);
          const context = contextOf(data, profiles, scoring);
          return { ranked: rankPeers(profiles, 0, scoring), there: reasonsFor(context, 0, 1), back: reasonsFor(context, 1, 0) };
        });
        expect(other).toStrictEqual(one);
        const plainly = (reasons: readonly Reason[] = []) => reasons.map(({ id, amount }) => `${id} ${amount}`).sort();
        expect(plainly(one?.back)).toStrictEqual(plainly(one?.there));
      }),
      { numRuns: 200 },
    );
  });

  test("has no reason of an aspect that weighs nothing, and more weight or fewer doubts never lower it", () => {
    fc.assert(
      fc.property(
        graphs,
        scorings,
        fc.constantFrom(...aspectNames),
        fc.constantFrom(...effectNames),
        (drawn, scoring, aspect, effect) => {
          const profiles = profilesFrom(drawn);
          const score = (changed: Partial<Scoring>) => scoreOf(profiles, 0, 1, { ...scoring, ...changed });
          const none = reasonsFor(contextOf(drawn, profiles, { ...scoring, [aspect]: 0 }), 0, 1);
          expect(none.map((reason) => reason.aspect)).not.toContain(aspect);
          expect(score({ [aspect]: 0 })).toBeLessThanOrEqual(score({}));
          expect(score({ [aspect]: 3 })).toBeGreaterThanOrEqual(score({}));
          if (effect !== "rarity") expect(score({ off: [...scoring.off, effect] })).toBeGreaterThanOrEqual(score({}));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("scales with the weights, but for rounding", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const profiles = profilesFrom(drawn);
        const twice = { ...plain, ...Object.fromEntries(aspectNames.map((aspect) => [aspect, 2])) };
        const shared = reasonsFor(contextOf(drawn, profiles), 0, 1).flatMap(({ factors }) => factors).length;
        expect(scoreOf(profiles, 0, 1, twice)).toBeGreaterThanOrEqual(2 * scoreOf(profiles, 0, 1, plain) - shared);
      }),
      { numRuns: 100 },
    );
  });

  test("tells in its factors how an amount came about", () => {
    fc.assert(
      fc.property(graphs, scorings, (drawn, scoring) => {
        for (const { factors, amount } of reasonsFor(contextOf(drawn, profilesFrom(drawn), scoring), 0, 1)) {
          const broader = factors.filter(({ name }) => name === "broader").reduce((total, { value }) => total + value, 0);
          const product = factors.filter(({ name }) => name !== "broader").reduce((total, { value }) => total * value, 1);
          expect(Math.abs(product - (amount - broader))).toBeLessThanOrEqual(0.5 + 1e-9);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("shows only links of the graph, all of their nodes, and those that carry the amount first", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const real = new Set(drawn.links.map(({ from, kind, to }) => linkId(from, kind, to)));
        for (const { facts, nodes, amount } of reasonsFor(contextOf(drawn), 0, 1)) {
          expect(facts.every(({ link: fact }) => real.has(fact.id))).toBe(true);
          const ends = new Set<string>(facts.flatMap(({ link: fact }) => [fact.from, fact.to]));
          expect(new Set<string>(nodes.map(({ id }) => id))).toStrictEqual(ends);
          expect(facts.every((fact) => fact.amount <= amount)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("certainty", () => {
  test("never rises when a fact is gone", () => {
    fc.assert(
      fc.property(graphs, fc.nat(), (drawn, at) => {
        const gone = drawn.links[at % drawn.links.length];
        const before = profilesFrom(drawn);
        const after = profilesFrom(without(drawn, gone ? [linkId(gone.from, gone.kind, gone.to)] : []));
        for (const institution of before.institutions.keys()) {
          expect(knownOf(after, institution)).toBeLessThanOrEqual(knownOf(before, institution));
          if (isThin(knownOf(before, institution))) expect(isThin(knownOf(after, institution))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Two institutions that ask the same, with doubts about it, beside others that do so too. */
function askers(others: number, more: Parameters<typeof link>[3] = {}): Drawn {
  const names = ["a", "b", ...Array.from({ length: others }, (_, at) => `c${at}`)].map((name) => `institution:${name}`);
  return {
    nodes: [...names, "question:q"].map((id) => node(id)),
    links: names.map((name) => link(name, "ASKS", "question:q", name.startsWith("institution:c") ? {} : more)),
  };
}

const pairScore = (drawn: Drawn, scoring = plain) => scoreOf(profilesFrom(drawn), 0, 1, scoring);

describe("what counts for more", () => {
  test("is what fewer institutions share", () => {
    const scores = [0, 1, 3, 20].map((others) => pairScore(askers(others)));
    expect(scores).toStrictEqual([100, 63, 43, 22]);
    expect(pairScore(askers(20), { ...plain, off: ["rarity"] })).toBe(100);
  });

  test("is what a source states, nobody disputes, and is not old; each can be switched off", () => {
    const old: Drawn = {
      nodes: [...askers(0, { lastYear: 2012 }).nodes, node("network:n", { lastYear: 2022 })],
      links: askers(0, { lastYear: 2012 }).links,
    };
    expect(pairScore(askers(0, { derived: true }))).toBe(40);
    expect(pairScore(askers(0, { contested: true }))).toBe(60);
    expect(pairScore(old)).toBe(50);
    expect(pairScore(askers(0, { derived: true }), { ...plain, off: ["basis"] })).toBe(100);
    expect(pairScore(askers(0, { contested: true }), { ...plain, off: ["contested"] })).toBe(100);
    expect(pairScore(old, { ...plain, off: ["age"] })).toBe(100);
  });

  test("is a narrow theme rather than a broad one, and a theme with all above it counts once", () => {
    const about = (theme: string, extra: Drawn["links"] = []): Drawn => ({
      nodes: ["institution:a", "institution:b", "question:q", "question:r", "theme:broad", "theme:narrow"].map((id) => node(id)),
      links: [
        link("institution:a", "ASKS", "question:q"),
        link("institution:b", "ASKS", "question:r"),
        link("question:q", "ABOUT", theme),
        link("question:r", "ABOUT", theme),
        link("theme:narrow", "BROADER", "theme:broad"),
        ...extra,
      ],
    });
    expect(pairScore(about("theme:broad"))).toBe(50);
    expect(pairScore(about("theme:narrow"))).toBe(75);
    const both = [link("question:q", "ABOUT", "theme:broad"), link("question:r", "ABOUT", "theme:broad")];
    expect(pairScore(about("theme:narrow", both))).toBe(75);
  });

  test("is not the theme of the one question that both ask: that question counts already", () => {
    const drawn: Drawn = {
      nodes: [...askers(0).nodes, node("theme:t")],
      links: [...askers(0).links, link("question:q", "ABOUT", "theme:t")],
    };
    expect(pairScore(drawn)).toBe(100);
  });
});

describe("who is compared", () => {
  const drawn: Drawn = {
    nodes: [
      node("institution:a", { sector: "mbo" }),
      node("institution:b", { sector: "mbo" }),
      node("institution:c", { sector: "hbo / onderzoek" }),
      node("institution:d"),
      node("institution:old", { sector: "mbo" }),
      node("question:q"),
      node("team:t"),
    ],
    links: [
      link("institution:old", "PART_OF", "institution:b"),
      link("team:t", "PART_OF", "institution:old"),
      link("team:t", "ASKS", "question:q"),
      link("institution:a", "ASKS", "question:q"),
      link("institution:c", "ASKS", "question:q"),
      link("institution:d", "ASKS", "question:q"),
    ],
  };
  const profiles = profilesFrom(drawn);
  const at = (id: string) => profiles.institutions.indexOf(profiles.graph.placeOf.get(id as never) ?? -1);

  test("is who is of the same sector or of an unknown one, a merged institution as what it is part of now", () => {
    const peers = rankPeers(profiles, at("institution:a"), plain).map(({ institution }) => institution);
    expect(peers).toStrictEqual([at("institution:b"), at("institution:d")]);
    expect(apartFrom(profiles, at("institution:a"), at("institution:c"))).toBe("other-sector");
    expect(apartFrom(profiles, at("institution:a"), at("institution:old"))).toBe("merged");
    expect(apartFrom(profiles, at("institution:b"), at("institution:old"))).toBe("itself");
    expect(apartFrom(profiles, at("institution:old"), at("institution:b"))).toBe("itself");
  });

  test("what a merged institution's team asks is told as such", () => {
    const [reason] = reasonsFor(contextOf(drawn, profiles), at("institution:a"), at("institution:b"));
    expect(reason?.sentence.nl).toBe(
      "institution:a en institution:b stellen allebei de vraag “question:q”. Bij institution:b is dat via institution:old (hoort daarbij) en het team “team:t”.",
    );
    expect(reason?.facts.map(({ link: fact, amount }) => [fact.kind, amount])).toStrictEqual([
      ["ASKS", reason?.amount],
      ["PART_OF", reason?.amount],
      ["PART_OF", reason?.amount],
      ["ASKS", reason?.amount],
    ]);
  });
});
