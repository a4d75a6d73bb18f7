import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { portraitOf } from "../../../../server/analysis/comparison/portrait.ts";
import type { InstitutionIndex, LinkIndex, NodeIndex } from "../../../../server/analysis/graph/indices.ts";
import { type Drawn, graphs, institutionIn, link, node, profilesFrom } from "../graphs.ts";

const drawn: Drawn = {
  nodes: [
    ...["a", "b", "merged"].map((name) => node(`institution:${name}`)),
    ...["t", "u", "v"].map((name) => node(`team:${name}`)),
    ...["open", "shared"].map((name) => node(`question:${name}`)),
    ...["made", "used"].map((name) => node(`product:${name}`)),
    ...["hub", "own", "spread"].map((name) => node(`outcome:${name}`)),
    node("space:s"),
    node("network:n"),
    node("theme:wide"),
  ],
  links: [
    link("institution:merged", "PART_OF", "institution:a"),
    link("team:t", "PART_OF", "institution:a"),
    link("team:u", "PART_OF", "institution:merged"),
    link("team:v", "PART_OF", "institution:b"),
    link("team:v", "ASKS", "question:shared"),
    link("institution:a", "ASKS", "question:shared", { derived: true }),
    link("team:t", "ASKS", "question:shared"),
    link("institution:b", "ASKS", "question:shared"),
    link("institution:merged", "ASKS", "question:shared"),
    link("institution:a", "ASKS", "question:open"),
    link("product:used", "ADDRESSES", "question:shared"),
    link("team:t", "MADE", "product:made"),
    link("product:made", "USED_AT", "institution:a"),
    link("product:used", "USED_AT", "institution:a"),
    link("institution:a", "HOSTS", "space:s"),
    link("institution:a", "PARTICIPATES_IN", "network:n"),
    link("institution:a", "RESULTED_IN", "outcome:own"),
    link("network:n", "RESULTED_IN", "outcome:hub"),
    link("network:n", "RESULTED_IN", "outcome:own"),
    link("product:used", "RESULTED_IN", "outcome:spread"),
    link("product:used", "RESULTED_IN", "outcome:hub"),
    link("outcome:hub", "ABOUT", "theme:wide"),
  ],
};
const profiles = profilesFrom(drawn);
const portrait = (name: string, of = profiles, alike: InstitutionIndex[] = []) =>
  portraitOf(of, institutionIn(of, `institution:${name}`), alike);
const idOf = (one: NodeIndex) => profiles.graph.node(one).id;
const shownLink = (one: LinkIndex) =>
  `${idOf(profiles.graph.from.at(one))} ${profiles.graph.kindOf(one)} ${idOf(profiles.graph.to.at(one))}`;

describe("the portrait of an institution", () => {
  test("is proud of products, spaces and networks, each with every link that says so", () => {
    expect(portrait("a").proud.map(({ node, by }) => `${by} ${idOf(node)}`)).toStrictEqual([
      "MADE product:made",
      "USED_AT product:used",
      "HOSTS space:s",
      "PARTICIPATES_IN network:n",
    ]);
    expect(portrait("a").proud[0]?.links.map(shownLink).sort()).toStrictEqual([
      "product:made USED_AT institution:a",
      "team:t MADE product:made",
      "team:t PART_OF institution:a",
    ]);
  });

  test("tells of each thing by its own links first, then by those that are stated, then by the fewest", () => {
    const [made] = portrait("a").proud;
    expect(made?.chain.links.map(shownLink)).toStrictEqual(["team:t PART_OF institution:a", "team:t MADE product:made"]);
    const shared = portrait("a").ranInto.find(({ node }) => idOf(node) === "question:shared");
    expect(shared?.chain.links.map(shownLink)).toStrictEqual([
      "institution:merged PART_OF institution:a",
      "institution:merged ASKS question:shared",
    ]);
    expect(portrait("b").ranInto[0]?.chain.links.map(shownLink)).toStrictEqual(["institution:b ASKS question:shared"]);
  });

  test("yielded its own outcomes, then once each those of what it takes part in or uses, with a theme", () => {
    expect(
      portrait("a").yielded.map((line) => ({
        outcome: idOf(line.node),
        holding: line.about === "holding" ? undefined : idOf(line.holding),
        theme: line.theme === undefined ? undefined : idOf(line.theme),
        links: line.links.map(shownLink),
      })),
    ).toStrictEqual([
      { outcome: "outcome:own", holding: undefined, theme: undefined, links: ["institution:a RESULTED_IN outcome:own"] },
      {
        outcome: "outcome:hub",
        holding: "network:n",
        theme: "theme:wide",
        links: ["institution:a PARTICIPATES_IN network:n", "network:n RESULTED_IN outcome:hub"],
      },
      {
        outcome: "outcome:spread",
        holding: "product:used",
        theme: undefined,
        links: ["product:used USED_AT institution:a", "product:used RESULTED_IN outcome:spread"],
      },
    ]);
  });

  test("ran into its questions and those of its teams, with the others that ask them, but not its own parts", () => {
    const asked = (name: string) =>
      portrait(name).ranInto.map(({ node, alsoAskedBy }) => [
        idOf(node),
        alsoAskedBy.map((other) => idOf(profiles.institutions.at(other))),
      ]);
    expect(asked("a")).toStrictEqual([
      ["question:open", []],
      ["question:shared", ["institution:b"]],
    ]);
    expect(asked("b")).toStrictEqual([["question:shared", ["institution:a"]]]);
    expect(asked("merged")).toStrictEqual([["question:shared", ["institution:b"]]]);
  });

  test("counts what is known, each thing once, a product made and used as made", () => {
    expect(portrait("a").counts).toStrictEqual({
      questions: 2,
      teams: 2,
      productsMade: 1,
      productsUsed: 1,
      spaces: 1,
      networks: 1,
      outcomes: 1,
    });
    expect(portrait("a").parts.map(idOf)).toStrictEqual(["institution:merged"]);
  });

  test("passes on who is most alike, in the order given", () => {
    const alike = [institutionIn(profiles, "institution:merged"), institutionIn(profiles, "institution:b")];
    expect(portrait("a", profiles, alike).mostAlike).toStrictEqual(alike);
  });

  test("says what is unknown: kinds of which there is nothing, outcomes of its own, and what helps with its questions", () => {
    expect(portrait("a").unknown).toStrictEqual([{ about: "answers", unanswered: 1, questions: 2 }]);
    expect(portrait("b").unknown).toStrictEqual([
      { about: "kind", kind: "product" },
      { about: "kind", kind: "space" },
      { about: "kind", kind: "network" },
      { about: "outcomes", othersKnown: false },
    ]);
    const inNetwork = profilesFrom({ ...drawn, links: [...drawn.links, link("institution:b", "PARTICIPATES_IN", "network:n")] });
    expect(portrait("b", inNetwork).unknown).toContainEqual({ about: "outcomes", othersKnown: true });
    const silent = profilesFrom({ nodes: [node("institution:a")], links: [] });
    expect(portrait("a", silent).unknown).toStrictEqual([
      { about: "kind", kind: "question" },
      { about: "kind", kind: "product" },
      { about: "kind", kind: "space" },
      { about: "kind", kind: "network" },
      { about: "outcomes", othersKnown: false },
    ]);
  });

  test("throws for an institution that is not there", () => {
    expect(() => portraitOf(profiles, 3 as InstitutionIndex, [])).toThrow(RangeError);
  });

  test("has links under every line, each thing once, and counts that equal its lines, on any graph", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const made = profilesFrom(graph);
        for (const institution of made.institutions.rows()) {
          const { proud, yielded, ranInto, counts } = portraitOf(made, institution, []);
          for (const lines of [proud, yielded, ranInto]) {
            expect(new Set(lines.map((line) => line.node)).size).toBe(lines.length);
            for (const line of lines) {
              expect(line.links.length).toBeGreaterThan(0);
              expect(line.links.some((one) => [made.graph.from.at(one), made.graph.to.at(one)].includes(line.node))).toBe(true);
            }
          }
          expect(proud).toHaveLength(counts.productsMade + counts.productsUsed + counts.spaces + counts.networks);
          expect(ranInto).toHaveLength(counts.questions);
          expect(yielded.filter(({ about }) => about === "holding")).toHaveLength(counts.outcomes);
        }
      }),
    );
  });
});
