import { describe, expect, test } from "vitest";
import { aspectNames } from "../../../../model/discovery.ts";
import { rankPeers, sharedFeatures, whyNotCompared } from "../../../../server/analysis/peers/score.ts";
import { whyRanked } from "../../../../server/analysis/peers/why-not.ts";
import { type Drawn, institutionIn, link, node, plain, profilesFrom } from "../graphs.ts";

/** Institution a shares most with b, less with c and nothing with d; of e nothing is known. */
const drawn: Drawn = {
  nodes: [
    ...["a", "b", "c", "d", "e"].map((name) => node(`institution:${name}`, { sector: "mbo" })),
    node("institution:old", { sector: "mbo" }),
    node("institution:school", { sector: "vo" }),
    ...["question:q", "question:r", "question:other", "network:n"].map((id) => node(id)),
  ],
  links: [
    link("institution:a", "ASKS", "question:q"),
    link("institution:b", "ASKS", "question:q"),
    link("institution:a", "ASKS", "question:r"),
    link("institution:b", "ASKS", "question:r"),
    link("institution:a", "PARTICIPATES_IN", "network:n"),
    link("institution:c", "PARTICIPATES_IN", "network:n"),
    link("institution:d", "ASKS", "question:other"),
    link("institution:school", "ASKS", "question:q"),
    link("institution:old", "PART_OF", "institution:c"),
  ],
};
const profiles = profilesFrom(drawn);
const at = (name: string) => institutionIn(profiles, `institution:${name}`);

function whyNot(name: string, { limit = 10, scoring = plain } = {}) {
  const [start, other] = [at("a"), at(name)];
  const notCompared = whyNotCompared(profiles, start, other);
  if (notCompared) return { because: notCompared };
  const shares = sharedFeatures(profiles, start, other).length > 0;
  return whyRanked(profiles, { start, other, ranked: rankPeers(profiles, start, scoring), limit, shares });
}

/** What is unknown of an institution of which only these aspects are known; themes are never asked for. */
const missing = (name: string, known: readonly string[]) => ({
  institution: at(name),
  aspects: aspectNames.filter((aspect) => aspect !== "themes" && !known.includes(aspect)),
});
const both = (name: string) => ({ start: at("a"), other: at(name) });
const ofA = missing("a", ["questions", "networks"]);

describe("why an institution is, or is not, among the peers", () => {
  test("is that it is the institution itself", () => {
    expect(whyNot("a")).toStrictEqual({ because: "itself" });
  });

  test("is that it merged into another", () => {
    expect(whyNot("old")).toStrictEqual({ because: "merged" });
  });

  test("is that it is of another sector", () => {
    expect(whyNot("school")).toStrictEqual({ because: "other-sector" });
  });

  test("is that it is listed, with its rank", () => {
    expect(whyNot("b")).toStrictEqual({ ...both("b"), because: "listed", rank: 1 });
    expect(whyNot("c", { limit: 2 })).toStrictEqual({ ...both("c"), because: "listed", rank: 2 });
  });

  test("is that its score is under that of the last one shown, and what is unknown of either", () => {
    const [first, second] = rankPeers(profiles, at("a"), plain);
    expect(whyNot("c", { limit: 1 })).toStrictEqual({
      ...both("c"),
      because: "below-threshold",
      rank: 2,
      score: second?.score,
      limit: 1,
      last: first?.score,
      missing: [ofA, missing("c", ["networks"])],
    });
  });

  test("is that what both share weighs nothing for the user", () => {
    expect(whyNot("c", { scoring: { ...plain, networks: 0 } })).toStrictEqual({ ...both("c"), because: "weights" });
  });

  test("is that nothing is known of one of them", () => {
    expect(whyNot("e")).toStrictEqual({
      ...both("e"),
      because: "nothing-known",
      unknown: [at("e")],
      missing: [ofA, missing("e", [])],
    });
  });

  test("is that they share nothing", () => {
    expect(whyNot("d")).toStrictEqual({
      ...both("d"),
      because: "nothing-shared",
      missing: [ofA, missing("d", ["questions"])],
    });
  });
});
