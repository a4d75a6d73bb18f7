import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indicesUpTo, type LinkIndex } from "../../../../server/analysis/graph/indices.ts";
import { weightOf } from "../../../../server/analysis/profile/discounts.ts";
import { chainsBehind } from "../../../../server/analysis/profile/profiles.ts";
import { pointPartsOf, type Scoring } from "../../../../server/analysis/profile/scoring.ts";
import type { Chain, Profiles } from "../../../../server/analysis/profile/types.ts";
import { byAmount, contributionOf, type Meeting, reasonOf } from "../../../../server/analysis/reasons/meeting.ts";
import { type Drawn, graphs, idOfLink, link, node, plain, profilesFrom, scorings, sumOf } from "../graphs.ts";

/** Every feature that two institutions are tied to, as a meeting of the chains of the first two that are. */
function meetingsIn(profiles: Profiles, scoring: Scoring): Meeting[] {
  const { features, ties, rarity } = profiles;
  return [...features.node.rows()].flatMap((feature) => {
    const [one, other] = ties.toFeature.rowOf(feature);
    if (one === undefined || other === undefined) return [];
    return [
      {
        aspect: features.aspect(feature),
        node: features.node.at(feature),
        apart: features.isTheme(feature),
        ...pointPartsOf(profiles, feature, scoring, rarity),
        sides: [chainsBehind(profiles, one), chainsBehind(profiles, other)] as const,
      },
    ];
  });
}

const without = (meeting: Meeting, gone: LinkIndex): Meeting => {
  const [ones, others] = meeting.sides;
  const left = (chains: readonly Chain[]) => chains.filter(({ links }) => !links.includes(gone));
  return { ...meeting, sides: [left(ones), left(others)] };
};

describe("what a meeting contributes", () => {
  test("carries with each link by how much it falls when the chains over that link are gone", () => {
    fc.assert(
      fc.property(graphs, scorings, (drawn, scoring) => {
        const profiles = profilesFrom(drawn);
        for (const meeting of meetingsIn(profiles, scoring)) {
          const contribution = contributionOf({ scoring }, meeting);
          const amount = contribution?.amount ?? 0;
          for (const gone of indicesUpTo<LinkIndex>(drawn.links.length)) {
            const left = contributionOf({ scoring }, without(meeting, gone))?.amount ?? 0;
            expect(amount - left).toBe(contribution?.carried.get(gone) ?? 0);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test("is what its heaviest pair of chains gives, which go by different nodes where they must", () => {
    fc.assert(
      fc.property(graphs, scorings, (drawn, scoring) => {
        const profiles = profilesFrom(drawn);
        for (const meeting of meetingsIn(profiles, scoring)) {
          const contribution = contributionOf({ scoring }, meeting);
          const { points, userWeight, tells, apart, sides } = meeting;
          const weight = (chain: Chain) => weightOf(chain.discounts, scoring.off);
          const best = Math.max(
            0,
            ...sides[0].flatMap((one) =>
              sides[1].filter((other) => !apart || one.via !== other.via).map((other) => Math.sqrt(weight(one) * weight(other))),
            ),
          );
          const value = points * userWeight * tells * best;
          if (!contribution) {
            expect(value).toBeLessThan(3 + 1e-9);
            continue;
          }
          expect(Math.abs(contribution.amount - value)).toBeLessThanOrEqual(0.5 + 1e-9);
          const [one, other] = contribution.pair;
          expect(sides[0]).toContain(one);
          expect(sides[1]).toContain(other);
          expect(Math.sqrt(weight(one) * weight(other))).toBeCloseTo(best, 12);
          if (apart) expect(one.via).not.toBe(other.via);
          expect(new Set(contribution.carried.keys())).toStrictEqual(new Set([...one.links, ...other.links]));
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Two institutions that ask the same; the second also through a team, which is as good. */
const drawn: Drawn = {
  nodes: ["institution:a", "institution:b", "question:q", "team:t"].map((id) => node(id)),
  links: [
    link("institution:a", "ASKS", "question:q", { derived: true }),
    link("institution:b", "ASKS", "question:q"),
    link("team:t", "PART_OF", "institution:b"),
    link("team:t", "ASKS", "question:q"),
  ],
};

describe("a reason", () => {
  const profiles = profilesFrom(drawn);
  const [meeting] = meetingsIn(profiles, plain);
  const contribution = meeting && contributionOf({ scoring: plain }, meeting);
  if (!contribution) throw new Error("They meet in nothing");
  const context = { profiles, scoring: plain, rarity: profiles.rarity };
  const linksOf = ({ links }: ReturnType<typeof reasonOf>) => links.map((its) => [idOfLink(profiles, its.link), its.amount]);

  test("says how its amount came about: points, and each discount that takes something off", () => {
    const reason = reasonOf(context, [contribution], "anything");
    expect(reason).toMatchObject({
      id: "questions:question:q",
      aspect: "questions",
      amount: Math.round(100 * Math.sqrt(0.4)),
      node: meeting?.node,
      subject: "anything",
    });
    expect(reason.factors).toStrictEqual([
      { name: "points", value: 100, meaning: "points" },
      { name: "basis", value: Math.sqrt(0.4), meaning: "basis" },
    ]);
    const off = reasonOf({ ...context, scoring: { ...plain, off: ["basis"] } }, [contribution], "anything");
    expect(off.factors).toStrictEqual([{ name: "points", value: 100, meaning: "points" }]);
  });

  test("shows first the links of its shortest heaviest chains; one that has another beside it carries nothing", () => {
    expect(linksOf(reasonOf(context, [contribution], "anything"))).toStrictEqual([
      ["institution:a|ASKS|question:q", 63],
      ["institution:b|ASKS|question:q", 0],
      ["team:t|PART_OF|institution:b", 0],
      ["team:t|ASKS|question:q", 0],
    ]);
  });

  test("shows as many more links as it may, and says how many it leaves out", () => {
    const short = reasonOf({ ...context, backup: 1 }, [contribution], "anything");
    expect(linksOf(short).map(([id]) => id)).toStrictEqual([
      "institution:a|ASKS|question:q",
      "institution:b|ASKS|question:q",
      "team:t|PART_OF|institution:b",
    ]);
    expect(short.more).toBe(1);
  });

  test("adds what broader themes give, each as a factor of its own", () => {
    const wider = { ...contribution, amount: 7 };
    const reason = reasonOf(context, [contribution, wider], "anything");
    expect(reason.amount).toBe(contribution.amount + 7);
    expect(reason.factors.at(-1)).toStrictEqual({ name: "broader", value: 7, meaning: "broader", node: meeting?.node });
    expect(reason.links[0]?.amount).toBe(2 * 63);
  });

  test("stands before a smaller one, and those as large as each other by id", () => {
    const reason = reasonOf(context, [contribution], "anything");
    const order = [
      { ...reason, id: "b", amount: 5 },
      { ...reason, id: "c", amount: 9 },
      { ...reason, id: "a", amount: 5 },
    ].sort(byAmount);
    expect(order.map(({ id }) => id)).toStrictEqual(["c", "a", "b"]);
    expect(sumOf(order)).toBe(19);
  });
});
