import { expect, test } from "vitest";
import { Certainty } from "../../../../model/discovery.ts";
import { toldCertainty } from "../../../../server/analysis/wording/certainty.ts";
import { institutionIn, link, node, profilesFrom } from "../graphs.ts";

/** Two institutions of which so many facts are known. */
function certaintyWith(facts: { a: number; b: number }): Certainty {
  const questions = Array.from({ length: Math.max(facts.a, facts.b) }, (_, at) => `question:${at}`);
  const profiles = profilesFrom({
    nodes: [
      node("institution:a", { name: "A", nameEn: "A-en" }),
      node("institution:b", { name: "B", nameEn: "B-en" }),
      ...questions.map((id) => node(id)),
    ],
    links: (["a", "b"] as const).flatMap((name) =>
      questions.slice(0, facts[name]).map((id) => link(`institution:${name}`, "ASKS", id)),
    ),
  });
  return toldCertainty(profiles, institutionIn(profiles, "institution:a"), institutionIn(profiles, "institution:b"));
}

test.each([
  [
    { a: 14, b: 14 },
    0.7,
    "high",
    "Er is veel bekend: we kennen 14 feiten over A en 14 feiten over B.",
    "Much is known: we know 14 facts about A-en and 14 facts about B-en.",
  ],
  [
    { a: 6, b: 6 },
    0.5,
    "middle",
    "Er is redelijk wat bekend: we kennen 6 feiten over A en 6 feiten over B.",
    "A fair amount is known: we know 6 facts about A-en and 6 facts about B-en.",
  ],
  [
    { a: 1, b: 2 },
    0.19,
    "low",
    "Er is weinig bekend: we kennen 1 feit over A en 2 feiten over B.",
    "Little is known: we know 1 fact about A-en and 2 facts about B-en.",
  ],
  [
    { a: 0, b: 3 },
    0,
    "low",
    "Er is weinig bekend: we kennen 0 feiten over A en 3 feiten over B.",
    "Little is known: we know 0 facts about A-en and 3 facts about B-en.",
  ],
] as const)("how sure something is with %o facts is told", (facts, value, level, nl, en) => {
  expect(Certainty.parse(certaintyWith(facts))).toStrictEqual({ value, level, sentence: { nl, en } });
});
