import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aspectNames } from "../../../../model/discovery.ts";
import { linkId } from "../../../../model/graph.ts";
import type { InstitutionIndex } from "../../../../server/analysis/graph/indices.ts";
import { firstReasons, type PeerReason, reasonsFor } from "../../../../server/analysis/peers/reasons.ts";
import { rankPeers, scoresFor, sharedFeatures } from "../../../../server/analysis/peers/score.ts";
import {
  contextOf,
  type Drawn,
  graphs,
  held,
  idOfLink,
  institutionIn,
  link,
  node,
  profilesFrom,
  scorings,
  statedIn,
  sumOf,
  without,
} from "../graphs.ts";

const [one, other] = [0, 1] as [InstitutionIndex, InstitutionIndex];

describe("the reasons of a peer score", () => {
  test("add up to it, also when the smallest are told as one", () => {
    fc.assert(
      fc.property(graphs, scorings, fc.integer({ min: 1, max: 4 }), (drawn, scoring, most) => {
        const context = contextOf(drawn, profilesFrom(drawn), scoring);
        const score = scoresFor(context.profiles, one, scoring).find(({ institution }) => institution === other)?.score ?? 0;
        expect(sumOf(reasonsFor(context, one, other))).toBe(score);
        const few = reasonsFor(context, one, other, most);
        expect(sumOf(few)).toBe(score);
        expect(few.length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 300 },
    );
  });

  test("are the same when only the first are told, and what is left makes the score whole", () => {
    const most = 4;
    fc.assert(
      fc.property(graphs, scorings, fc.integer({ min: 1, max: most - 1 }), (drawn, scoring, first) => {
        const context = contextOf(drawn, profilesFrom(drawn), scoring);
        const all = reasonsFor(context, one, other);
        const told = firstReasons(context, one, other, { most, first });
        const listed = reasonsFor(context, one, other, most);
        expect(told.first).toStrictEqual(
          listed.slice(0, first).map(({ id, aspect, amount, node, subject }) => ({ id, aspect, amount, node, subject })),
        );
        expect(told.first.length + told.rest.count).toBe(all.length);
        expect(sumOf(told.first) + told.rest.amount).toBe(sumOf(all));
        expect(told.about.map(({ aspect, node }) => `${aspect} ${node}`).sort()).toStrictEqual(
          listed.map(({ aspect, node }) => `${aspect} ${node}`).sort(),
        );
      }),
      { numRuns: 200 },
    );
  });

  test("state with each link by exactly how much the score falls when that link is gone, with rarity held", () => {
    fc.assert(
      fc.property(graphs, scorings, (drawn, scoring) => {
        const profiles = profilesFrom(drawn);
        const reasons = reasonsFor(contextOf(drawn, profiles, scoring), one, other);
        const stated = statedIn(profiles, reasons);
        for (const { from, kind, to } of drawn.links) {
          const id = linkId(from, kind, to);
          const left = held(profiles, without(drawn, [id]));
          const scores = scoresFor(left.profiles, one, scoring, left.rarity);
          const score = scores.find(({ institution }) => institution === other)?.score ?? 0;
          expect(score, id).toBe(sumOf(reasons) - (stated.get(id) ?? 0));
        }
      }),
      { numRuns: 150 },
    );
  });

  test("are lost whole when all their links are gone", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const profiles = profilesFrom(drawn);
        const reasons = reasonsFor(contextOf(drawn, profiles), one, other);
        for (const reason of reasons) {
          const gone = reason.links.map((its) => idOfLink(profiles, its.link));
          const left = held(profiles, without(drawn, gone));
          const context = { ...contextOf(without(drawn, gone), left.profiles), rarity: left.rarity };
          const after = reasonsFor(context, one, other);
          expect(after.map(({ id }) => id)).not.toContain(reason.id);
          expect(sumOf(after)).toBeLessThanOrEqual(sumOf(reasons) - reason.amount);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("are the same from both sides, whatever the order of the data", () => {
    fc.assert(
      fc.property(graphs, scorings, fc.nat(), (drawn, scoring, turn) => {
        const turned = <Item>(items: readonly Item[]) => [
          ...items.slice(turn % (items.length + 1)),
          ...items.slice(0, turn % (items.length + 1)),
        ];
        const [first, again] = [drawn, { nodes: turned(drawn.nodes), links: turned(drawn.links).reverse() }].map((data) => {
          const profiles = profilesFrom(data);
          const context = contextOf(data, profiles, scoring);
          return {
            ranked: rankPeers(profiles, one, scoring),
            there: reasonsFor(context, one, other),
            back: reasonsFor(context, other, one),
          };
        });
        expect(again).toStrictEqual(first);
        const plainly = (reasons: readonly PeerReason[] = []) => reasons.map(({ id, amount }) => `${id} ${amount}`).sort();
        expect(plainly(first?.back)).toStrictEqual(plainly(first?.there));
      }),
      { numRuns: 200 },
    );
  });

  test("are none of an aspect that weighs nothing", () => {
    fc.assert(
      fc.property(graphs, scorings, fc.constantFrom(...aspectNames), (drawn, scoring, aspect) => {
        const none = reasonsFor(contextOf(drawn, profilesFrom(drawn), { ...scoring, [aspect]: 0 }), one, other);
        expect(none.map((reason) => reason.aspect)).not.toContain(aspect);
      }),
      { numRuns: 200 },
    );
  });

  test("tell in their factors how an amount came about", () => {
    fc.assert(
      fc.property(graphs, scorings, (drawn, scoring) => {
        for (const { factors, amount } of reasonsFor(contextOf(drawn, profilesFrom(drawn), scoring), one, other)) {
          const broader = factors.filter(({ name }) => name === "broader").reduce((total, { value }) => total + value, 0);
          const product = factors.filter(({ name }) => name !== "broader").reduce((total, { value }) => total * value, 1);
          expect(Math.abs(product - (amount - broader))).toBeLessThanOrEqual(0.5 + 1e-9);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("show links of the graph, each once, and those of their heaviest chains first", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const real = new Set(drawn.links.map(({ from, kind, to }) => linkId(from, kind, to)));
        const context = contextOf(drawn);
        for (const { links, amount, subject, more } of reasonsFor(context, one, other)) {
          const shown = links.map((its) => its.link);
          expect(shown.every((its) => real.has(idOfLink(context.profiles, its) as never))).toBe(true);
          expect(new Set(shown).size).toBe(shown.length);
          expect(links.every((its) => its.amount >= 0 && its.amount <= amount)).toBe(true);
          expect(more).toBe(0);
          if (subject.about !== "shared") throw new Error("Only the reasons that are asked for are told as one");
          const pair = [...new Set(subject.pair.flatMap((chain) => chain.links))];
          expect(shown.slice(0, pair.length)).toStrictEqual(pair);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("show fewer links that back them up when asked to, and say how many more there are", () => {
    fc.assert(
      fc.property(graphs, fc.nat({ max: 3 }), (drawn, backup) => {
        const context = contextOf(drawn);
        const all = reasonsFor(context, one, other);
        const short = reasonsFor({ ...context, backup }, one, other);
        expect(short.map(({ id }) => id)).toStrictEqual(all.map(({ id }) => id));
        short.forEach(({ links, more }, at) => {
          const full = all[at]?.links ?? [];
          expect(links).toStrictEqual(full.slice(0, links.length));
          expect(links.length + more).toBe(full.length);
          expect(full.slice(links.length).every(({ amount }) => amount === 0)).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });

  test("say of all smaller ones together how many they are, with the links of the largest", () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 4 }), (drawn, most) => {
        const context = contextOf(drawn);
        const all = reasonsFor(context, one, other);
        const few = reasonsFor(context, one, other, most);
        if (all.length <= most) {
          expect(few).toStrictEqual(all);
          return;
        }
        const rest = few.at(-1);
        if (rest?.subject.about !== "rest") throw new Error("The last is no rest");
        expect(few.slice(0, -1)).toStrictEqual(all.slice(0, most - 1));
        expect(rest).toMatchObject({ id: "rest", amount: sumOf(all.slice(most - 1)) });
        expect(rest.factors).toStrictEqual([{ name: "points", value: rest.amount, meaning: "pointsTogether" }]);
        expect(rest.subject.count).toBe(all.length - most + 1);
        const left = all.slice(most - 1);
        const largest = left.find(({ node: its, aspect }) => its === rest.node && aspect === rest.aspect);
        expect(largest?.amount).toBe(Math.max(...left.map(({ amount }) => amount)));
        expect(rest.links).toStrictEqual(largest?.links);
        expect(rest.subject.largest).toStrictEqual(largest?.subject);
      }),
      { numRuns: 150 },
    );
  });

  test("are of a feature that both are tied to, with the ties of each", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const profiles = profilesFrom(drawn);
        const { ties, features } = profiles;
        const shared = sharedFeatures(profiles, one, other);
        for (const { feature, ties: its } of shared) {
          expect(its.map((tie) => ties.feature.at(tie))).toStrictEqual([feature, feature]);
          expect(its.map((tie) => ties.institution.at(tie))).toStrictEqual([one, other]);
        }
        const keys = shared.map(({ feature }) => `${features.aspect(feature)} ${features.node.at(feature)}`);
        for (const { aspect, node: its } of reasonsFor(contextOf(drawn, profiles), one, other))
          expect(keys).toContain(`${aspect} ${its}`);
      }),
      { numRuns: 100 },
    );
  });
});

describe("what a merged institution's team asks", () => {
  const drawn: Drawn = {
    nodes: ["institution:a", "institution:b", "institution:old", "question:q", "team:t"].map((id) => node(id)),
    links: [
      link("institution:old", "PART_OF", "institution:b"),
      link("team:t", "PART_OF", "institution:old"),
      link("team:t", "ASKS", "question:q"),
      link("institution:a", "ASKS", "question:q"),
    ],
  };

  test("is a reason that rests on each link of the chain that leads there", () => {
    const profiles = profilesFrom(drawn);
    const [a, b] = [institutionIn(profiles, "institution:a"), institutionIn(profiles, "institution:b")];
    const [reason, ...others] = reasonsFor(contextOf(drawn, profiles), a, b);
    expect(others).toStrictEqual([]);
    expect(reason?.links.map(({ link: one, amount }) => [profiles.graph.kindOf(one), amount])).toStrictEqual([
      ["ASKS", reason?.amount],
      ["PART_OF", reason?.amount],
      ["PART_OF", reason?.amount],
      ["ASKS", reason?.amount],
    ]);
    expect(reason?.links.map(({ link: one }) => idOfLink(profiles, one))).toStrictEqual([
      "institution:a|ASKS|question:q",
      "institution:old|PART_OF|institution:b",
      "team:t|PART_OF|institution:old",
      "team:t|ASKS|question:q",
    ]);
  });
});
