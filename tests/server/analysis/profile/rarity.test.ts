import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Profiles } from "../../../../server/analysis/profile/types.ts";
import { graphs, link, node, nodeIn, profilesFrom } from "../graphs.ts";

const named = (count: number) => Array.from({ length: count }, (_, at) => `institution:i${at}`);

/** How much sharing a node tells, with rarity and without. */
function rarityOf(profiles: Profiles, aspect: Parameters<Profiles["features"]["indexOf"]>[0], id: string) {
  const feature = profiles.features.indexOf(aspect, nodeIn(profiles, id));
  if (feature === undefined) throw new Error(`Nobody is tied to ${id}`);
  return { on: profiles.rarity.on.at(feature), off: profiles.rarity.off.at(feature) };
}

/** So many institutions that ask the same, of which the last so many merged into the first. */
function asking(count: number, merged = 0): Profiles {
  const institutions = named(count);
  return profilesFrom({
    nodes: [...institutions, "question:q"].map((id) => node(id)),
    links: [
      ...institutions.map((id) => link(id, "ASKS", "question:q")),
      ...institutions.slice(count - merged).map((id) => link(id, "PART_OF", "institution:i0")),
    ],
  });
}

/** Two institutions that ask different questions about the narrowest of some themes, each under the one after it. */
function about(themes: readonly string[]): Profiles {
  const above = themes.slice(1).map((theme, at) => link(themes[at] as string, "BROADER", theme));
  return profilesFrom({
    nodes: ["institution:a", "institution:b", "question:q", "question:r", ...themes].map((id) => node(id)),
    links: [
      link("institution:a", "ASKS", "question:q"),
      link("institution:b", "ASKS", "question:r"),
      link("question:q", "ABOUT", themes[0] as string),
      link("question:r", "ABOUT", themes[0] as string),
      ...above,
    ],
  });
}

describe("how much sharing something tells", () => {
  test("is 1 when one or two have it, and ln 2 / ln n when n do", () => {
    const on = [1, 2, 4, 16].map((count) => rarityOf(asking(count), "questions", "question:q").on);
    expect(on).toStrictEqual([1, 1, 0.5, 0.25]);
    expect(rarityOf(asking(16), "questions", "question:q").off).toBe(1);
  });

  test("does not count an institution that merged into another", () => {
    expect(rarityOf(asking(6, 2), "questions", "question:q").on).toBe(0.5);
  });

  test("is for a theme with none above it a half, and for one deeper what it adds to those above it", () => {
    expect(rarityOf(about(["theme:only"]), "themes", "theme:only")).toStrictEqual({ on: 0.5, off: 0.5 });
    const three = about(["theme:narrow", "theme:middle", "theme:wide"]);
    const on = ["theme:wide", "theme:middle", "theme:narrow"].map((id) => rarityOf(three, "themes", id).on);
    expect(on).toStrictEqual([0.5, 0.25, 0.125]);
  });

  test("goes by the most telling of several broader themes", () => {
    const two = profilesFrom({
      nodes: [
        "institution:a",
        "institution:b",
        "question:q",
        "question:r",
        "theme:narrow",
        "theme:wide",
        "theme:deep",
        "theme:top",
      ].map((id) => node(id)),
      links: [
        link("institution:a", "ASKS", "question:q"),
        link("institution:b", "ASKS", "question:r"),
        link("question:q", "ABOUT", "theme:narrow"),
        link("question:r", "ABOUT", "theme:narrow"),
        link("theme:narrow", "BROADER", "theme:wide"),
        link("theme:narrow", "BROADER", "theme:deep"),
        link("theme:deep", "BROADER", "theme:top"),
      ],
    });
    expect(rarityOf(about(["theme:narrow", "theme:wide"]), "themes", "theme:narrow").on).toBe(0.25);
    expect(rarityOf(two, "themes", "theme:narrow").on).toBe(0.125);
  });

  test("is for a theme as much less as more institutions have it", () => {
    const institutions = named(16);
    const profiles = profilesFrom({
      nodes: [
        ...institutions,
        ...institutions.map((id) => id.replace("institution", "question")),
        "theme:narrow",
        "theme:wide",
      ].map((id) => node(id)),
      links: [
        ...institutions.flatMap((id) => {
          const question = id.replace("institution", "question");
          return [link(id, "ASKS", question), link(question, "ABOUT", "theme:narrow")];
        }),
        link("theme:narrow", "BROADER", "theme:wide"),
      ],
    });
    expect(rarityOf(profiles, "themes", "theme:wide").on).toBe(0.125);
    expect(rarityOf(profiles, "themes", "theme:narrow").on).toBe(0.25 * 0.75 - 0.125);
  });

  test("is in [0, 1], also when themes stand above each other in a circle", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const { rarity, features } = profilesFrom(drawn);
        for (const feature of features.node.rows()) {
          for (const tells of [rarity.on.at(feature), rarity.off.at(feature)]) {
            expect(tells).toBeGreaterThanOrEqual(0);
            expect(tells).toBeLessThanOrEqual(1);
          }
          if (!features.isTheme(feature)) expect(rarity.off.at(feature)).toBe(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("of a theme and all above it is together never more than 1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), (depth) => {
        const themes = Array.from({ length: depth }, (_, at) => `theme:t${at}`);
        const profiles = about(themes);
        const sum = themes.reduce((total, id) => total + rarityOf(profiles, "themes", id).on, 0);
        expect(sum).toBeCloseTo(1 - 0.5 ** depth, 12);
      }),
    );
  });
});
