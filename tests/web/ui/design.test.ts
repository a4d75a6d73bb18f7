import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { families } from "../../../model/kinds.ts";
import { en } from "../../../web/app/words.en.ts";
import { nl } from "../../../web/app/words.nl.ts";

const css = readFileSync(new URL("../../../web/ui/tokens.css", import.meta.url), "utf8");

/** A colour of the style sheet in each theme. */
function colour(name: string): { light: string; dark: string } {
  const [, light = "", dark = ""] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
  return { light, dark };
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(["light", "dark"] as const)("colours, %s", (theme) => {
  const papers = [colour("paper")[theme], colour("paper-2")[theme]];

  test.each(Object.entries(families))("%s is the colour of the model, and stands out", (name, family) => {
    expect(colour(name)[theme]).toBe(family[theme].toLowerCase());
    for (const paper of papers) expect(contrast(family[theme], paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(family[theme], colour("on-family")[theme])).toBeGreaterThanOrEqual(3);
  });

  test.each(["ink", "ink-2", "accent", "warn"])("%s can be read", (name) => {
    for (const paper of papers) expect(contrast(colour(name)[theme], paper)).toBeGreaterThanOrEqual(4.5);
  });

  test("lines that mean something stand out; words on the accent can be read", () => {
    expect(contrast(colour("line")[theme], colour("paper")[theme])).toBeGreaterThanOrEqual(3);
    expect(contrast(colour("on-accent")[theme], colour("accent")[theme])).toBeGreaterThanOrEqual(4.5);
    for (const name of ["ink", "ink-2", "warn"])
      for (const soft of ["accent-soft", "warn-soft"])
        expect(contrast(colour(name)[theme], colour(soft)[theme])).toBeGreaterThanOrEqual(4.5);
  });
});

describe.each(["ui/glyph.css", "drawing/canvas.css", "drawing/mini-graph.css"])(
  "%s, which stands without tokens.css too",
  (file) => {
    const own = readFileSync(new URL(`../../../web/${file}`, import.meta.url), "utf8");

    test("has the same colours", () => {
      const colours = [...own.matchAll(/var\(--([\w-]+), light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)\)/g)];
      expect(colours.length).toBeGreaterThan(3);
      for (const [, name = "", light, dark] of colours) expect({ light, dark }, name).toStrictEqual(colour(name));
    });

    test("takes nothing of the page for granted", () => {
      const given = new Set([...own.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
      const asked = [...own.matchAll(/var\((--[\w-]+)(,?)/g)].filter(([, name, otherwise]) => !otherwise && !given.has(name));
      expect(asked.map(([, name]) => name)).toStrictEqual([]);
    });
  },
);

/** Every text of a table of words, as it is on the screen; what is filled in is left open. */
function textsIn(words: unknown): string[] {
  if (typeof words === "string") return [words];
  if (typeof words === "function") return textsIn((words as (...args: string[]) => unknown)(..."…".repeat(words.length)));
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(textsIn) : [];
}

test("Dutch has no words of graph theory", () => {
  const jargon = /\b(node|nodes|edge|edges|knoop|knopen|relaties?|query|queries|property|properties|subgraph|graaf|vertex)\b/i;
  expect(textsIn(nl).filter((text) => jargon.test(text))).toStrictEqual([]);
});

test("Dutch speaks in short sentences, to je and jullie", () => {
  const texts = textsIn(nl);
  expect(texts.filter((text) => /\b(u|uw)\b/i.test(text))).toStrictEqual([]);
  const sentences = texts.flatMap((text) => text.split(/[.!?:;](?:\s|$)/));
  expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 24)).toStrictEqual([]);
});

test("English has as many texts as Dutch, none of them empty", () => {
  expect(textsIn(en)).toHaveLength(textsIn(nl).length);
  expect([...textsIn(en), ...textsIn(nl)].filter((text) => text.trim() === "")).toStrictEqual([]);
});
