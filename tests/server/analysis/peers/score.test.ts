import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aspectNames, effectNames } from "../../../../model/discovery.ts";
import type { InstitutionIndex } from "../../../../server/analysis/graph/indices.ts";
import { reasonsFor } from "../../../../server/analysis/peers/reasons.ts";
import { rankPeers, scoresFor, whyNotCompared } from "../../../../server/analysis/peers/score.ts";
import type { Scoring } from "../../../../server/analysis/profile/scoring.ts";
import type { Profiles } from "../../../../server/analysis/profile/types.ts";
import { contextOf, type Drawn, graphs, institutionIn, link, merged, node, plain, profilesFrom, scorings } from "../graphs.ts";

const [one, other] = [0, 1] as [InstitutionIndex, InstitutionIndex];

const scoreOf = (profiles: Profiles, scoring: Scoring) =>
  scoresFor(profiles, one, scoring).find(({ institution }) => institution === other)?.score ?? 0;

describe("the peer score", () => {
  test("never falls by more weight or fewer doubts", () => {
    fc.assert(
      fc.property(
        graphs,
        scorings,
        fc.constantFrom(...aspectNames),
        fc.constantFrom(...effectNames),
        (drawn, scoring, aspect, effect) => {
          const profiles = profilesFrom(drawn);
          const score = (changed: Partial<Scoring>) => scoreOf(profiles, { ...scoring, ...changed });
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
        const shared = reasonsFor(contextOf(drawn, profiles), one, other).flatMap(({ factors }) => factors).length;
        expect(scoreOf(profiles, twice)).toBeGreaterThanOrEqual(2 * scoreOf(profiles, plain) - shared);
      }),
      { numRuns: 100 },
    );
  });

  test("ranks everyone who shares something that counts, best first, then by id", () => {
    fc.assert(
      fc.property(graphs, scorings, (drawn, scoring) => {
        const profiles = profilesFrom(drawn);
        const scores = scoresFor(profiles, one, scoring);
        const order = [...scores].sort((a, b) => b.score - a.score || a.institution - b.institution);
        expect(scores).toStrictEqual(order);
        expect(scores.every(({ score, institution }) => score > 0 && institution !== one)).toBe(true);
        const may = scores.filter(({ institution }) => whyNotCompared(profiles, one, institution) === undefined);
        expect(rankPeers(profiles, one, scoring)).toStrictEqual(may);
      }),
      { numRuns: 100 },
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

const pairScore = (drawn: Drawn, scoring = plain) => scoreOf(profilesFrom(drawn), scoring);

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
  const profiles = profilesFrom(merged);
  const at = (id: string) => institutionIn(profiles, id);

  test("is who is of the same sector or of an unknown one, a merged institution as what it is part of now", () => {
    const peers = rankPeers(profiles, at("institution:a"), plain).map(({ institution }) => institution);
    expect(peers).toStrictEqual([at("institution:b"), at("institution:d")]);
    expect(whyNotCompared(profiles, at("institution:a"), at("institution:c"))).toBe("other-sector");
    expect(whyNotCompared(profiles, at("institution:a"), at("institution:old"))).toBe("merged");
    expect(whyNotCompared(profiles, at("institution:b"), at("institution:old"))).toBe("itself");
    expect(whyNotCompared(profiles, at("institution:old"), at("institution:b"))).toBe("itself");
    expect(whyNotCompared(profiles, at("institution:a"), at("institution:a"))).toBe("itself");
    expect(whyNotCompared(profiles, at("institution:a"), at("institution:d"))).toBeUndefined();
  });

  test("is also who shares one of several sectors", () => {
    const two = profilesFrom({
      nodes: [node("institution:a", { sector: "mbo / HBO" }), node("institution:b", { sector: "hbo / onderzoek" })],
      links: [],
    });
    expect(whyNotCompared(two, one, other)).toBeUndefined();
  });

  test("ends where institutions are said to be part of each other", () => {
    const circle = profilesFrom({
      nodes: ["institution:a", "institution:b", "institution:c"].map((id) => node(id)),
      links: [link("institution:a", "PART_OF", "institution:b"), link("institution:b", "PART_OF", "institution:a")],
    });
    expect(whyNotCompared(circle, one, other)).toBe("itself");
    expect(whyNotCompared(circle, 2 as InstitutionIndex, one)).toBe("merged");
  });
});
