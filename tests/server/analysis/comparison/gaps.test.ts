import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gapsInSteps } from "../../../../server/analysis/comparison/gaps.ts";
import type { InstitutionIndex, NodeIndex } from "../../../../server/analysis/graph/indices.ts";
import { allAtOnce } from "../../../../server/analysis/graph/steps.ts";
import { type Drawn, graphs, link, node, nodeIn, profilesFrom } from "../graphs.ts";

const drawn: Drawn = {
  nodes: [
    ...["a", "b", "merged", "silent"].map((name) => node(`institution:${name}`)),
    ...["answered", "asked", "nobodys"].map((name) => node(`question:${name}`)),
    ...["both", "broad", "one", "untouched"].map((name) => node(`theme:${name}`)),
    ...["made", "orphan", "used"].map((name) => node(`product:${name}`)),
    node("team:t"),
  ],
  links: [
    link("institution:merged", "PART_OF", "institution:a"),
    link("institution:a", "ASKS", "question:answered"),
    link("institution:b", "ASKS", "question:asked"),
    link("team:t", "PART_OF", "institution:b"),
    link("team:t", "ASKS", "question:asked"),
    link("question:answered", "ABOUT", "theme:both"),
    link("question:asked", "ABOUT", "theme:both"),
    link("question:asked", "ABOUT", "theme:one"),
    link("question:nobodys", "ABOUT", "theme:untouched"),
    link("theme:one", "BROADER", "theme:broad"),
    link("product:used", "ADDRESSES", "question:answered"),
    link("institution:a", "MADE", "product:made"),
    link("institution:b", "MADE", "product:made"),
    link("product:used", "USED_AT", "institution:b"),
  ],
};
const profiles = profilesFrom(drawn);
const gapsOf = (...asked: Parameters<typeof gapsInSteps>) => allAtOnce(gapsInSteps(...asked));
const nobody = () => false;
const everybody = () => true;
const idOf = (one: NodeIndex) => profiles.graph.node(one).id;
const nameOf = (institution: InstitutionIndex) => idOf(profiles.institutions.at(institution));

describe("gaps", () => {
  test("are questions that nothing addresses, with who asks them", () => {
    const found = gapsOf(profiles, everybody).unansweredQuestions;
    expect(found.map(({ question, askers }) => [idOf(question), askers.map(idOf)])).toStrictEqual([
      ["question:asked", ["institution:b", "team:t"]],
      ["question:nobodys", []],
    ]);
  });

  test("are products that are used nowhere, with who made them", () => {
    const found = gapsOf(profiles, everybody).unusedProducts;
    expect(found.map(({ product, makers }) => [idOf(product), makers.map(idOf)])).toStrictEqual([
      ["product:made", ["institution:a", "institution:b"]],
      ["product:orphan", []],
    ]);
  });

  test("are themes that one institution alone asks about directly, through its teams too", () => {
    const found = gapsOf(profiles, everybody).themesAtOne;
    expect(found.map(({ theme, institution }) => [idOf(theme), nameOf(institution)])).toStrictEqual([
      ["theme:one", "institution:b"],
    ]);
  });

  test("do not count an institution and what merged into it as two", () => {
    const merged = profilesFrom({ ...drawn, links: [...drawn.links, link("institution:merged", "ASKS", "question:nobodys")] });
    const found = gapsOf(merged, everybody).themesAtOne;
    expect(
      found.map(({ theme, institution }) => [merged.graph.node(theme).id, merged.institutions.at(institution)]),
    ).toStrictEqual([
      ["theme:one", nodeIn(merged, "institution:b")],
      ["theme:untouched", nodeIn(merged, "institution:a")],
    ]);
  });

  test("are institutions without peers that stand alone, and whether anything is known of them", () => {
    const found = (hasPeers: (institution: InstitutionIndex) => boolean) =>
      gapsOf(profiles, hasPeers).withoutPeers.map(({ institution, isKnown }) => [nameOf(institution), isKnown]);
    expect(found(nobody)).toStrictEqual([
      ["institution:a", true],
      ["institution:b", true],
      ["institution:silent", false],
    ]);
    expect(found((institution) => nameOf(institution) === "institution:a")).toStrictEqual([
      ["institution:b", true],
      ["institution:silent", false],
    ]);
    expect(found(everybody)).toStrictEqual([]);
  });

  test("are what the links say, on any graph", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const made = profilesFrom(graph);
        const found = gapsOf(made, nobody);
        const id = (one: NodeIndex) => made.graph.node(one).id;
        const lacks = (end: "from" | "to", kind: string, other: string) =>
          graph.nodes
            .map((one) => one.id)
            .filter((one) => one.startsWith(`${other}:`) && !graph.links.some((some) => some.kind === kind && some[end] === one))
            .sort();
        expect(found.unansweredQuestions.map(({ question }) => id(question))).toStrictEqual(lacks("to", "ADDRESSES", "question"));
        expect(found.unusedProducts.map(({ product }) => id(product))).toStrictEqual(lacks("from", "USED_AT", "product"));
        for (const { theme, institution } of found.themesAtOne) {
          expect(made.graph.node(theme).kind).toBe("theme");
          expect(made.wholeOf(institution)).toBeUndefined();
        }
        for (const { institution } of found.withoutPeers) expect(made.wholeOf(institution)).toBeUndefined();
      }),
    );
  });
});
