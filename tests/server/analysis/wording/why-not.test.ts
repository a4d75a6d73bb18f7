import { describe, expect, test } from "vitest";
import type { WhyNot } from "../../../../server/analysis/peers/why-not.ts";
import { toldWhyNot } from "../../../../server/analysis/wording/why-not.ts";
import { institutionIn, link, node, profilesFrom } from "../graphs.ts";

const profiles = profilesFrom({
  nodes: ["a", "b", "m"].map((name) =>
    node(`institution:${name}`, { name: name.toUpperCase(), nameEn: `${name.toUpperCase()}-en` }),
  ),
  links: [link("institution:m", "PART_OF", "institution:a")],
});
const institution = (name: string) => institutionIn(profiles, `institution:${name}`);
const [a, b, m] = [institution("a"), institution("b"), institution("m")];

describe("why an institution is a peer or not", () => {
  test.each<[WhyNot, string, string]>([
    [{ because: "itself", start: a, other: a }, "Dat zijn jullie zelf.", "That is you."],
    [{ because: "itself", start: a, other: m }, "A en M zijn nu één instelling.", "A-en and M-en are one institution now."],
    [
      { because: "merged", start: b, other: m },
      "M hoort bij A. Wat M deed, telt mee bij A.",
      "M-en is part of A-en. What M-en did counts for A-en.",
    ],
    [
      { because: "other-sector", start: a, other: b },
      "B staat er niet bij, want het is een ander soort organisatie dan A. We vergelijken alleen binnen dezelfde sector.",
      "B-en is not listed because it is another sort of organisation than A-en. We only compare within one sector.",
    ],
    [{ because: "listed", start: a, other: b, rank: 2 }, "B staat op plaats 2.", "B-en is number 2."],
    [
      { because: "below-threshold", start: a, other: b, rank: 12, score: 30, limit: 10, last: 45, missing: [] },
      "B staat op plaats 12 met 30 punten. We tonen er 10; de laatste daarvan heeft 45 punten.",
      "B-en is number 12 with 30 points. We show 10; the last of those has 45 points.",
    ],
    [
      { because: "weights", start: a, other: b },
      "Met jullie gewichten geeft wat A en B delen geen punten.",
      "With your weights, what A-en and B-en share gives no points.",
    ],
    [
      { because: "nothing-known", start: a, other: b, unknown: [a, b], missing: [] },
      "Van A en B weten we nog niet wat ze vragen, maken of waaraan ze meedoen. Dat zegt niets over hoe zeer jullie op elkaar lijken.",
      "We do not know yet what A-en and B-en asks, makes or takes part in. That says nothing about how alike you are.",
    ],
    [
      { because: "nothing-shared", start: a, other: b, missing: [] },
      "Voor zover wij weten delen A en B nog niets.",
      "As far as we know A-en and B-en share nothing yet.",
    ],
  ])("is told: %o", (whyNot, nl, en) => {
    expect(toldWhyNot(profiles, whyNot)).toStrictEqual({ sentence: { nl, en }, missing: [] });
  });

  test("comes with what would have to be known of each", () => {
    const missing = [
      { institution: a, aspects: ["spaces"] },
      { institution: b, aspects: ["questions", "networks", "activities"] },
    ] as const;
    expect(toldWhyNot(profiles, { because: "nothing-shared", start: a, other: b, missing }).missing).toStrictEqual([
      { nl: "Van A kennen we nog geen ruimtes.", en: "Of A-en we do not know any spaces yet." },
      {
        nl: "Van B kennen we nog geen vraagstukken, netwerken en activiteiten en opleidingen.",
        en: "Of B-en we do not know any questions, networks and activities and programmes yet.",
      },
    ]);
  });
});
