import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NodeIndex } from "../../../../server/analysis/graph/indices.ts";
import {
  broaderThemesOf,
  carriersOf,
  chainsOf,
  holdingsOf,
  lastLink,
  themesIn,
} from "../../../../server/analysis/profile/chains.ts";
import { discountedBy, noDiscounts } from "../../../../server/analysis/profile/discounts.ts";
import type { Chain } from "../../../../server/analysis/profile/types.ts";
import { type Drawn, graphs, idOfLink, link, node, nodeIn, profilesFrom } from "../graphs.ts";

const linked = (...links: Drawn["links"]) => {
  const ids = new Set(links.flatMap(({ from, to }) => [from, to]));
  return profilesFrom({ nodes: [...ids].map((id) => node(id)), links });
};

type Profiled = ReturnType<typeof linked>;

const carriers = (profiles: Profiled, id: string) =>
  carriersOf(profiles.graph, nodeIn(profiles, id)).map((carrier) => ({
    node: profiles.graph.node(carrier.node).id as string,
    links: carrier.links.map((one) => idOfLink(profiles, one)),
  }));

const themes = (profiles: Profiled, id: string) =>
  themesIn(profiles.graph)(nodeIn(profiles, id)).map(({ theme, links }) => ({
    theme: profiles.graph.node(theme).id as string,
    links: links.map((one) => idOfLink(profiles, one)),
  }));

const told = (profiles: Profiled, chains: readonly Chain[]) =>
  chains
    .map(({ aspect, links }) => `${aspect}: ${links.map((one) => idOfLink(profiles, one)).join(", ")}`)
    .sort((a, b) => (a < b ? -1 : 1));

describe("who acts for an institution", () => {
  test("is it itself, its teams, teams of those, and what merged into it with its teams", () => {
    const profiles = linked(
      link("team:own", "PART_OF", "institution:a"),
      link("team:sub", "PART_OF", "team:own"),
      link("institution:a", "PARTICIPATES_IN", "team:joint"),
      link("institution:old", "PART_OF", "institution:a"),
      link("team:olds", "PART_OF", "institution:old"),
      link("institution:a", "PART_OF", "institution:whole"),
      link("team:other", "PART_OF", "institution:whole"),
    );
    expect(carriers(profiles, "institution:a")).toStrictEqual([
      { node: "institution:a", links: [] },
      { node: "institution:old", links: ["institution:old|PART_OF|institution:a"] },
      {
        node: "team:olds",
        links: ["institution:old|PART_OF|institution:a", "team:olds|PART_OF|institution:old"],
      },
      { node: "team:own", links: ["team:own|PART_OF|institution:a"] },
      { node: "team:sub", links: ["team:own|PART_OF|institution:a", "team:sub|PART_OF|team:own"] },
      { node: "team:joint", links: ["institution:a|PARTICIPATES_IN|team:joint"] },
    ]);
  });

  test("stands there once for each chain that leads to it", () => {
    const profiles = linked(link("team:t", "PART_OF", "institution:a"), link("institution:a", "PARTICIPATES_IN", "team:t"));
    expect(carriers(profiles, "institution:a").map((carrier) => carrier.node)).toStrictEqual([
      "institution:a",
      "team:t",
      "team:t",
    ]);
  });

  test("is not what a team takes part in, nor who the institution takes part with", () => {
    const profiles = linked(
      link("team:t", "PART_OF", "institution:a"),
      link("team:t", "PARTICIPATES_IN", "network:n"),
      link("programme:p", "PART_OF", "institution:a"),
    );
    expect(carriers(profiles, "institution:a").map((carrier) => carrier.node)).toStrictEqual(["institution:a", "team:t"]);
  });

  test("ends where institutions are part of each other in a circle, and four steps away", () => {
    const circle = linked(
      link("institution:a", "PART_OF", "institution:b"),
      link("institution:b", "PART_OF", "institution:a"),
      link("team:t", "PART_OF", "institution:b"),
    );
    expect(carriers(circle, "institution:a").map((carrier) => carrier.node)).toStrictEqual([
      "institution:a",
      "institution:b",
      "team:t",
    ]);
    const deep = linked(
      link("team:a", "PART_OF", "institution:a"),
      link("team:b", "PART_OF", "team:a"),
      link("team:c", "PART_OF", "team:b"),
      link("team:d", "PART_OF", "team:c"),
    );
    expect(carriers(deep, "institution:a").map((carrier) => carrier.node)).toStrictEqual([
      "institution:a",
      "team:a",
      "team:b",
      "team:c",
    ]);
  });
});

describe("what an institution has", () => {
  test("is what it or a team asks, makes, uses, hosts, takes part in and found, and what that led to", () => {
    const profiles = linked(
      link("team:t", "PART_OF", "institution:a"),
      link("team:t", "ASKS", "question:q"),
      link("institution:a", "MADE", "product:made"),
      link("product:made", "RESULTED_IN", "outcome:of-product"),
      link("product:used", "USED_AT", "institution:a"),
      link("product:used", "RESULTED_IN", "outcome:of-others"),
      link("institution:a", "HOSTS", "space:s"),
      link("space:s", "RESULTED_IN", "outcome:of-space"),
      link("institution:a", "PARTICIPATES_IN", "network:n"),
      link("institution:a", "PARTICIPATES_IN", "activity:act"),
      link("programme:p", "PART_OF", "institution:a"),
      link("product:in-programme", "USED_AT", "programme:p"),
      link("programme:p", "USED_AT", "space:of-programme"),
    );
    const chains = holdingsOf(profiles.graph, nodeIn(profiles, "institution:a"));
    expect(told(profiles, chains)).toStrictEqual([
      "activities: institution:a|PARTICIPATES_IN|activity:act",
      "activities: programme:p|PART_OF|institution:a",
      "networks: institution:a|PARTICIPATES_IN|network:n",
      "outcomes: institution:a|HOSTS|space:s, space:s|RESULTED_IN|outcome:of-space",
      "outcomes: institution:a|MADE|product:made, product:made|RESULTED_IN|outcome:of-product",
      "products: institution:a|MADE|product:made",
      "products: product:used|USED_AT|institution:a",
      "products: programme:p|PART_OF|institution:a, product:in-programme|USED_AT|programme:p",
      "questions: team:t|PART_OF|institution:a, team:t|ASKS|question:q",
      "spaces: institution:a|HOSTS|space:s",
      "spaces: programme:p|PART_OF|institution:a, programme:p|USED_AT|space:of-programme",
    ]);
    expect(chains.every(({ node: its, via }) => its === via)).toBe(true);
  });

  test("is discounted by every link of its chain, and by the year of the last link or else of the thing", () => {
    const profiles = profilesFrom({
      nodes: [
        ...["institution:a", "team:t", "question:q"].map((id) => node(id)),
        node("product:p", { lastYear: 2015 }),
        node("product:r", { lastYear: 2015 }),
        node("network:n", { lastYear: 2025 }),
      ],
      links: [
        link("team:t", "PART_OF", "institution:a", { derived: true, contested: true, lastYear: 1990 }),
        link("team:t", "ASKS", "question:q", { derived: true }),
        link("institution:a", "MADE", "product:p"),
        link("institution:a", "MADE", "product:r", { lastYear: 2005 }),
      ],
    });
    const chains = holdingsOf(profiles.graph, nodeIn(profiles, "institution:a"));
    const of = (id: string) => chains.find((chain) => chain.node === nodeIn(profiles, id))?.discounts;
    expect(of("question:q")).toStrictEqual({ basis: 0.4 * 0.4, contested: 0.6, age: 1, closeness: 1 });
    expect(of("product:p")).toStrictEqual({ ...noDiscounts, age: 0.5 });
    expect(of("product:r")).toStrictEqual({ ...noDiscounts, age: 0.25 });
  });
});

describe("the themes of a thing", () => {
  test("are those that it is about and the broader ones, by every chain that leads there", () => {
    const profiles = linked(
      link("question:q", "ABOUT", "theme:narrow"),
      link("question:q", "ABOUT", "theme:side"),
      link("theme:narrow", "BROADER", "theme:wide"),
      link("theme:side", "BROADER", "theme:wide"),
      link("theme:wide", "BROADER", "theme:top"),
    );
    const narrow = ["question:q|ABOUT|theme:narrow", "theme:narrow|BROADER|theme:wide"];
    const side = ["question:q|ABOUT|theme:side", "theme:side|BROADER|theme:wide"];
    expect(themes(profiles, "question:q")).toStrictEqual([
      { theme: "theme:narrow", links: narrow.slice(0, 1) },
      { theme: "theme:wide", links: narrow },
      { theme: "theme:top", links: [...narrow, "theme:wide|BROADER|theme:top"] },
      { theme: "theme:side", links: side.slice(0, 1) },
      { theme: "theme:wide", links: side },
      { theme: "theme:top", links: [...side, "theme:wide|BROADER|theme:top"] },
    ]);
  });

  test("end where themes stand above each other in a circle", () => {
    const profiles = linked(
      link("question:q", "ABOUT", "theme:a"),
      link("theme:a", "BROADER", "theme:b"),
      link("theme:b", "BROADER", "theme:a"),
    );
    expect(themes(profiles, "question:q").map(({ theme }) => theme)).toStrictEqual(["theme:a", "theme:b"]);
    const above = (id: string) => [...broaderThemesOf(profiles.graph, nodeIn(profiles, id))];
    expect(above("theme:a")).toStrictEqual([nodeIn(profiles, "theme:b")]);
    expect(above("theme:b")).toStrictEqual([nodeIn(profiles, "theme:a")]);
  });

  test("end seven themes away", () => {
    const named = Array.from({ length: 9 }, (_, at) => `theme:t${at}`);
    const steps = named.slice(1).map((id, at) => link(named[at] as string, "BROADER", id));
    const profiles = linked(link("question:q", "ABOUT", "theme:t0"), ...steps);
    expect(themes(profiles, "question:q").map(({ theme }) => theme)).toStrictEqual(named.slice(0, 7));
  });
});

describe("every chain of an institution", () => {
  test("is a walk along links from the institution to its node, through what it goes by", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const { graph, institutions, themes: themesAt } = profilesFrom(drawn);
        for (const institution of institutions.rows()) {
          const start = institutions.at(institution);
          for (const chain of chainsOf(graph, start, themesAt)) {
            const passed: NodeIndex[] = [start];
            for (const one of chain.links) {
              const here = passed.at(-1) as NodeIndex;
              expect([graph.from.at(one), graph.to.at(one)]).toContain(here);
              passed.push(graph.otherEnd(one, here));
            }
            expect(passed.at(-1)).toBe(chain.node);
            expect(passed).toContain(chain.via);
            expect(chain.discounts.closeness).toBe(1);
            const { age } = chain.discounts;
            expect(chain.discounts).toStrictEqual(discountedBy(graph, { ...noDiscounts, age }, chain.links));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test("goes on to the themes of what it leads to, and counts those of a question as themes", () => {
    const profiles = linked(
      link("institution:a", "ASKS", "question:q"),
      link("institution:a", "MADE", "product:p"),
      link("institution:a", "PARTICIPATES_IN", "network:n"),
      link("question:q", "ABOUT", "theme:t"),
      link("product:p", "ABOUT", "theme:t"),
      link("network:n", "ABOUT", "theme:t"),
    );
    const { graph } = profiles;
    const chains = chainsOf(graph, nodeIn(profiles, "institution:a"), profiles.themes);
    expect(
      told(
        profiles,
        chains.filter((chain) => chain.node === nodeIn(profiles, "theme:t")),
      ),
    ).toStrictEqual([
      "products: institution:a|MADE|product:p, product:p|ABOUT|theme:t",
      "themes: institution:a|ASKS|question:q, question:q|ABOUT|theme:t",
    ]);
  });

  test("has a last link", () => {
    const profiles = linked(link("team:t", "PART_OF", "institution:a"), link("team:t", "ASKS", "question:q"));
    const [chain] = holdingsOf(profiles.graph, nodeIn(profiles, "institution:a"));
    if (!chain) throw new Error("There is no chain");
    expect(idOfLink(profiles, lastLink(chain))).toBe("team:t|ASKS|question:q");
    expect(() => lastLink({ links: [] })).toThrow(RangeError);
  });
});
