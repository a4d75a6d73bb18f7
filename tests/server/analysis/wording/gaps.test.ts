import { describe, expect, test } from "vitest";
import { Gap } from "../../../../model/gaps.ts";
import { gapsInSteps } from "../../../../server/analysis/comparison/gaps.ts";
import { allAtOnce } from "../../../../server/analysis/graph/steps.ts";
import type { Profiles } from "../../../../server/analysis/profile/types.ts";
import { toldGapsInSteps } from "../../../../server/analysis/wording/gaps.ts";
import { link, node, profilesFrom } from "../graphs.ts";

const profiles = profilesFrom({
  nodes: [
    node("institution:a", { name: "Dutch A", nameEn: "English A" }),
    node("institution:b", { name: "B", nameEn: "B" }),
    node("institution:silent"),
    node("team:t", { name: "T", nameEn: "T" }),
    ...["asked", "nobodys"].map((name) => node(`question:${name}`)),
    ...["made", "orphan"].map((name) => node(`product:${name}`)),
    node("theme:one"),
  ],
  links: [
    link("team:t", "PART_OF", "institution:b"),
    link("institution:a", "ASKS", "question:asked"),
    link("team:t", "ASKS", "question:nobodys", { derived: true }),
    link("question:asked", "ABOUT", "theme:one"),
    link("institution:a", "MADE", "product:made"),
    link("institution:b", "MADE", "product:made"),
    link("team:t", "MADE", "product:made"),
  ],
});
const toldOf = (some: Profiles) => allAtOnce(toldGapsInSteps(some, allAtOnce(gapsInSteps(some, () => false))));
const told = toldOf(profiles);
const itemsOf = (name: Gap["name"]) =>
  told.find((gap) => gap.name === name)?.items.map(({ node, sentence }) => [node.id, sentence.nl, sentence.en]);

describe("the gaps in sentences", () => {
  test("are four columns with a title and an explanation, as the API promises", () => {
    expect(told.map((gap) => Gap.parse(gap).name)).toStrictEqual([
      "unanswered-questions",
      "unused-products",
      "themes-at-one",
      "without-peers",
    ]);
    expect(told.map(({ title }) => [title.nl, title.en])).toStrictEqual([
      ["Vragen zonder antwoord", "Questions without an answer"],
      ["Producten die nergens gebruikt lijken", "Products that seem unused"],
      ["Thema’s bij één instelling", "Themes at one institution"],
      ["Instellingen zonder gelijkgestemden", "Institutions without peers"],
    ]);
    expect(told[2]?.explanation).toStrictEqual({
      nl: "Over deze thema’s heeft, voor zover wij weten, maar één instelling een vraag.",
      en: "As far as we know only one institution asks about these themes.",
    });
  });

  test("say who asks, in the language", () => {
    expect(itemsOf("unanswered-questions")).toStrictEqual([
      ["question:asked", "Gevraagd door Dutch A.", "Asked by English A."],
      ["question:nobodys", "Gevraagd door “T”.", "Asked by “T”."],
    ]);
    const unasked = profilesFrom({ nodes: [node("question:q")], links: [] });
    const [first] = toldOf(unasked);
    expect(first?.items[0]?.sentence).toStrictEqual({ nl: "We weten niet wie dit vraagt.", en: "We do not know who asks this." });
  });

  test("say who made it", () => {
    expect(itemsOf("unused-products")).toStrictEqual([
      ["product:made", "Gemaakt door Dutch A, B en “T”.", "Made by English A, B and “T”."],
      ["product:orphan", "We weten niet wie het maakte.", "We do not know who made it."],
    ]);
  });

  test("say at which institution alone", () => {
    expect(itemsOf("themes-at-one")).toStrictEqual([["theme:one", "Alleen bij Dutch A.", "Only at English A."]]);
  });

  test("say whether anything is known of who has no peers", () => {
    const known = [
      "Wat we van hen weten, delen ze met niemand in hun sector.",
      "What we know of them they share with nobody in their sector.",
    ];
    expect(itemsOf("without-peers")).toStrictEqual([
      ["institution:a", ...known],
      ["institution:b", ...known],
      [
        "institution:silent",
        "We weten nog niets over hun vragen en producten.",
        "We know nothing of their questions and products yet.",
      ],
    ]);
  });
});
