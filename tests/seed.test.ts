import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { kindOf } from "../model/graph.ts";
import { mayJoin } from "../model/kinds.ts";
import { filesIn } from "../server/dataset/load-dataset.ts";
import { problemText } from "../server/dataset/problems.ts";
import { readDataset } from "../server/dataset/read.ts";

const seed = join(import.meta.dirname, "..", "seed");
const files = await filesIn(seed);
const { dataset, problems, mentions } = readDataset(files);
const { sources, nodes, links, synonyms } = dataset;

test("it is right, as any data set must be", () => {
  expect(problems.map(problemText)).toEqual([]);
  expect(mentions.map(({ problem }) => problemText(problem()))).toEqual([]);
});

test("it holds everything that was compiled", () => {
  expect([nodes.length, links.length]).toEqual([401, 1_233]);
  expect(links.filter(({ evidence }) => evidence.every(({ basis }) => basis === "derived"))).toHaveLength(623);
  expect(synonyms.length).toBeGreaterThan(0);
});

test("no link dangles, lacks a source, or joins what it may not", () => {
  const ids = new Set(nodes.map(({ id }) => id));
  for (const { from, kind, to, evidence } of links) {
    expect([ids.has(from), ids.has(to), mayJoin(kind, kindOf(from), kindOf(to))], `${from} ${kind} ${to}`).toEqual([
      true,
      true,
      true,
    ]);
    expect(evidence.length).toBeGreaterThan(0);
  }
});

test("every source is used, and everything rests on one", () => {
  const claims = nodes.flatMap((node) => node.claims ?? []);
  const used = new Set([...[...nodes, ...links].flatMap(({ evidence }) => evidence), ...claims].map(({ source }) => source));
  expect(sources.filter(({ id }) => !used.has(id))).toEqual([]);
  expect([...used].filter((id) => !sources.some((source) => source.id === id))).toEqual([]);
});

test("what is derived says how", () => {
  for (const { evidence } of links) for (const { basis, note } of evidence) if (basis === "derived") expect(note).toBeTruthy();
});

test("every node hangs together with another", () => {
  const joined = new Set(links.flatMap(({ from, to }) => [from, to]));
  expect(nodes.filter(({ id }) => !joined.has(id)).map(({ id }) => id)).toEqual([]);
});

test("the article that the project began with is a source with a title, without an address", () => {
  expect(sources.filter(({ url }) => url === undefined)).toEqual([
    { id: expect.stringMatching(/^source:mbos-aan-het-werk/), title: "Mbo’s aan het werk met gepersonaliseerd leren met ict" },
  ]);
});

/** Ten digits after each other, a 0 or +31 first, with spaces or hyphens between them. */
const telephone = /(?<![\d/-])(?:\+31[ -]?(?:\(0\)[ -]?)?|0)[1-9](?:[ -]?\d){8}(?!\d)/g;

test("it holds nobody's e-mail address or telephone number", () => {
  for (const [name, bytes] of files) {
    const text = new TextDecoder().decode(bytes);
    expect(text.match(/[\w.+-]+@[\w-]+\.[a-z]{2,}/gi), name).toBeNull();
    expect(text.match(telephone), name).toBeNull();
    expect(text, name).not.toMatch(/mailto:|tel:/);
  }
});

test("a telephone number would be seen, and a date would not", () => {
  const seen = (text: string) => text.match(telephone) !== null;
  expect(["024 353 05 00", "0243530500", "06-12345678", "+31 24 353 0500", "+31 (0)6 12345678"].filter(seen)).toHaveLength(5);
  expect(["08-02-2023", "/2023/12/xr", "2018-2022"].filter(seen)).toEqual([]);
});

test("its files are laid out as a person can review them: sorted, and one line for a link or a source", () => {
  const sorted = (ids: readonly string[]) => [...ids].sort();
  expect(sources.map(({ id }) => id)).toEqual(sorted(sources.map(({ id }) => id)));
  for (const file of readdirSync(join(seed, "links"))) {
    const text = readFileSync(join(seed, "links", file), "utf8");
    const rows: unknown[] = JSON.parse(text);
    expect(text.trim().split("\n"), file).toHaveLength(rows.length + 2);
  }
});
