import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../../../model/graph.ts";
import { nodeKindNames } from "../../../../model/kinds.ts";
import {
  capital,
  counted,
  described,
  ended,
  institutionNamed,
  listed,
  named,
} from "../../../../server/analysis/wording/names.ts";
import { institutionIn, node, nodeIn, profilesFrom } from "../graphs.ts";

const profiles = profilesFrom({
  nodes: nodeKindNames.map((kind) => node(`${kind}:x`, { name: "Naam", nameEn: "Name" })),
  links: [],
});
const { graph } = profiles;

describe("a name in a sentence", () => {
  test("stands in quotes, unless it is an institution's", () => {
    expect(languages.map((language) => named(graph, nodeIn(profiles, "institution:x"), language))).toStrictEqual([
      "Naam",
      "Name",
    ]);
    expect(languages.map((language) => named(graph, nodeIn(profiles, "question:x"), language))).toStrictEqual([
      "“Naam”",
      "“Name”",
    ]);
    expect(named(graph, nodeIn(profiles, "theme:x"), "en")).toBe("“Name”");
    expect(institutionNamed(profiles, institutionIn(profiles, "institution:x"), "nl")).toBe("Naam");
  });

  test.each([
    ["institution", "Naam", "Name"],
    ["team", "het team “Naam”", "the team “Name”"],
    ["programme", "de opleiding “Naam”", "the programme “Name”"],
    ["product", "het product “Naam”", "the product “Name”"],
    ["space", "de ruimte “Naam”", "the space “Name”"],
    ["network", "het netwerk “Naam”", "the network “Name”"],
    ["activity", "de activiteit “Naam”", "the activity “Name”"],
    ["question", "de vraag “Naam”", "the question “Name”"],
    ["theme", "het thema “Naam”", "the theme “Name”"],
    ["outcome", "de opbrengst “Naam”", "the outcome “Name”"],
    ["publication", "de publicatie “Naam”", "the publication “Name”"],
  ])("of a node of kind %s comes with the word for what it is", (kind, nl, en) => {
    const found = nodeIn(profiles, `${kind}:x`);
    expect([described(graph, found, "nl"), described(graph, found, "en")]).toStrictEqual([nl, en]);
  });
});

describe("a list", () => {
  test("has commas, and a word before the last", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((parts) => listed(parts, "nl"))).toStrictEqual([
      "",
      "a",
      "a en b",
      "a, b en c",
    ]);
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((parts) => listed(parts, "en"))).toStrictEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
  });

  test("holds every part as it is, in its order", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), fc.constantFrom(...languages), (parts, language) => {
        const and = { nl: " en ", en: " and " }[language];
        const last = parts.at(-1) ?? "";
        const before = parts.slice(0, -1).join(", ");
        expect(listed(parts, language)).toBe(parts.length < 2 ? last : before + and + last);
      }),
    );
  });
});

test("a number comes with one noun or more", () => {
  expect([0, 1, 2].map((count) => counted(count, ["vraag", "vragen"]))).toStrictEqual(["0 vragen", "1 vraag", "2 vragen"]);
});

test("a sentence ends in a full stop, unless a quoted question brings its own mark", () => {
  expect(["A vraagt “Hoe?”", "A zegt “Ja!”", "A maakte “P”", "Hoe?"].map(ended)).toStrictEqual([
    "A vraagt “Hoe?”",
    "A zegt “Ja!”",
    "A maakte “P”.",
    "Hoe?.",
  ]);
});

test("a sentence that starts with a word of ours gets a capital, and one that starts with a name keeps it", () => {
  expect(["de ruimte “x”", "het team “x”", "the team “x”", "bij A", "deltion maakte", "iXperium"].map(capital)).toStrictEqual([
    "De ruimte “x”",
    "Het team “x”",
    "The team “x”",
    "Bij A",
    "deltion maakte",
    "iXperium",
  ]);
});
