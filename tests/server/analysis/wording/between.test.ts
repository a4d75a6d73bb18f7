import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { between, type OfAspect } from "../../../../server/analysis/comparison/between.ts";
import type { InstitutionIndex } from "../../../../server/analysis/graph/indices.ts";
import { tiesOf } from "../../../../server/analysis/profile/profiles.ts";
import { betweenSentences } from "../../../../server/analysis/wording/between.ts";
import { graphs, profilesFrom, three } from "../graphs.ts";

const told = (one: number, other: number) => {
  const profiles = profilesFrom(three);
  return betweenSentences(profiles, between(profiles, one as InstitutionIndex, other as InstitutionIndex));
};

describe("what two institutions share and differ in", () => {
  test("is told in sentences, in both languages, and says nothing of what is not known", () => {
    expect(told(0, 1).map(({ nl }) => nl)).toStrictEqual([
      "A en B delen 1 vraag (“een”), 1 thema (“Smal”) en 1 netwerk (“network:n”).",
      "Alleen van A kennen wij 2 vragen (“drie” en “twee”).",
    ]);
    expect(told(1, 2).map(({ en }) => en)).toStrictEqual([
      "B and C share 1 theme (“Broad”).",
      "Only of B do we know 1 question (“een”), 1 theme (“Narrow”) and 1 network (“network:n”).",
      "Only of C do we know 1 question (“twee”).",
    ]);
  });

  test("holds everything that either is tied to once, and calls shared what both are tied to", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const profiles = profilesFrom(drawn);
        const [one, other] = [...profiles.institutions.rows()];
        if (one === undefined || other === undefined) return;
        const { shared, only } = between(profiles, one, other);
        const tied = (institution: InstitutionIndex) =>
          new Set(Array.from(tiesOf(profiles, institution), (tie) => profiles.features.node.at(profiles.ties.feature.at(tie))));
        const nodes = (some: readonly OfAspect[]) => some.flatMap((group) => group.nodes);
        for (const node of nodes(shared)) expect([tied(one).has(node), tied(other).has(node)]).toStrictEqual([true, true]);
        for (const node of nodes(only[0])) expect(tied(one).has(node)).toBe(true);
        for (const group of [shared, ...only]) expect(new Set(nodes(group)).size).toBe(nodes(group).length);
        const back = between(profiles, other, one);
        expect([nodes(back.shared), nodes(back.only[1])]).toStrictEqual([nodes(shared), nodes(only[0])]);
      }),
    );
  });
});
