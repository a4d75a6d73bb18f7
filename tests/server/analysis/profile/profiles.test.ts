import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InstitutionIndex, NodeIndex } from "../../../../server/analysis/graph/indices.ts";
import { chainsOf } from "../../../../server/analysis/profile/chains.ts";
import { chainsBehind, institutionsTiedTo, standingAlone, tiesOf } from "../../../../server/analysis/profile/profiles.ts";
import type { Chain } from "../../../../server/analysis/profile/types.ts";
import { type Drawn, graphs, institutionIn, link, node, nodeIn, profilesFrom } from "../graphs.ts";

const plainly = (chains: readonly Chain[]) =>
  chains.map(({ aspect, node: its, via, links, discounts }) => JSON.stringify([aspect, its, via, links, discounts])).sort();

describe("profiles", () => {
  test("hold every chain of every institution, by what it ties the institution to", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const profiles = profilesFrom(drawn);
        const { graph, institutions, themes, features, ties } = profiles;
        for (const institution of institutions.rows()) {
          const its = [...tiesOf(profiles, institution)];
          expect(its.every((tie) => ties.institution.at(tie) === institution)).toBe(true);
          expect(its.map((tie) => ties.feature.at(tie))).toStrictEqual(
            [...new Set(its.map((tie) => ties.feature.at(tie)))].sort((a, b) => a - b),
          );
          const stored = its.flatMap((tie) => chainsBehind(profiles, tie));
          expect(plainly(stored)).toStrictEqual(plainly(chainsOf(graph, institutions.at(institution), themes)));
        }
        for (const feature of features.node.rows()) {
          const tied = Array.from(ties.toFeature.rowOf(feature), (tie) => ties.institution.at(tie));
          expect(tied).toStrictEqual([...tied].sort((a, b) => a - b));
          expect(institutionsTiedTo(profiles, features.aspect(feature), features.node.at(feature))).toStrictEqual(tied);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("an institution", () => {
  const drawn: Drawn = {
    nodes: ["institution:a", "institution:b", "institution:c", "network:n", "network:empty"].map((id) => node(id)),
    links: [
      link("institution:a", "PART_OF", "institution:c"),
      link("institution:a", "PART_OF", "institution:b"),
      link("institution:c", "PARTICIPATES_IN", "network:n"),
    ],
  };
  const profiles = profilesFrom(drawn);
  const [a, b, c] = ["a", "b", "c"].map((name) => institutionIn(profiles, `institution:${name}`)) as [
    InstitutionIndex,
    InstitutionIndex,
    InstitutionIndex,
  ];

  test("is part of the first of several by id, or stands alone", () => {
    expect([a, b, c].map(profiles.wholeOf)).toStrictEqual([b, undefined, undefined]);
    expect(standingAlone(profiles)).toStrictEqual([b, c]);
  });

  test.each([-1, 3, 0.5])("at %s of 3 is refused", (wrong) => {
    expect(() => profiles.wholeOf(wrong as InstitutionIndex)).toThrow(RangeError);
    expect(() => [...tiesOf(profiles, wrong as InstitutionIndex)]).toThrow(RangeError);
  });

  test("is tied to a network that it takes part in, and to nothing else", () => {
    expect(institutionsTiedTo(profiles, "networks", nodeIn(profiles, "network:n"))).toStrictEqual([c]);
    expect(institutionsTiedTo(profiles, "activities", nodeIn(profiles, "network:n"))).toStrictEqual([]);
    expect(institutionsTiedTo(profiles, "networks", nodeIn(profiles, "network:empty"))).toStrictEqual([]);
  });
});

test("of very many chains behind one tie, the hundred heaviest are looked into", () => {
  const teams = Array.from({ length: 150 }, (_, at) => `team:t${at}`);
  const isDerived = (team: string) => teams.indexOf(team) % 3 === 0;
  const profiles = profilesFrom({
    nodes: ["institution:a", "question:q", ...teams].map((id) => node(id)),
    links: teams.flatMap((team) => [
      link(team, "PART_OF", "institution:a"),
      link(team, "ASKS", "question:q", { derived: isDerived(team) }),
    ]),
  });
  const [tie] = tiesOf(profiles, institutionIn(profiles, "institution:a"));
  if (tie === undefined) throw new Error("There is no tie");
  const found = chainsBehind(profiles, tie);
  expect(found).toHaveLength(100);
  expect(found.every(({ discounts }) => discounts.basis === 1)).toBe(true);
  const off = chainsBehind(profiles, tie, ["basis"]);
  expect(off).toHaveLength(100);
  expect(off.some(({ discounts }) => discounts.basis < 1)).toBe(true);
  const question: NodeIndex = nodeIn(profiles, "question:q");
  expect(found.every((chain) => chain.node === question && chain.via === question && chain.aspect === "questions")).toBe(true);
});
