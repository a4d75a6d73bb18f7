import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DatasetLink, DatasetNode } from "../../../model/dataset.ts";
import { nodeKinds } from "../../../model/kinds.ts";
import { allAtOnce } from "../../../server/analysis/graph/steps.ts";
import type { Stored } from "../../../server/archive/content-hash.ts";
import type { GraphContent } from "../../../server/dataset/content.ts";
import { type Plan, type PlanOptions, planLoad as stepsOfPlan } from "../../../server/dataset/plan.ts";
import { readDataset } from "../../../server/dataset/read.ts";
import { type StoredLink, storedLink, storedNode } from "../../../server/dataset/stored-form.ts";
import { noVersion } from "../../../server/store/store.ts";
import { folder } from "../app.ts";
import { smallFiles } from "../small.ts";

const options: PlanOptions = {
  replace: false,
  keepSynonyms: false,
};
const nothing: GraphContent = {
  sources: new Map(),
  nodes: new Map(),
  links: new Map(),
  synonyms: [],
  number: 0,
  version: noVersion,
};
const planLoad = (...given: Parameters<typeof stepsOfPlan>): Plan => allAtOnce(stepsOfPlan(...given));
const datasetOf = (files: Readonly<Record<string, unknown>>) => readDataset(folder(files)).dataset;
const small = datasetOf(smallFiles);

/** What a graph holds after a plan, worked out from its statements as an engine would. */
function stateAfter(there: GraphContent, { statements }: Plan): GraphContent {
  const state = { ...there, sources: new Map(there.sources), nodes: new Map(there.nodes), links: new Map(there.links) };
  for (const { cypher, params } of statements) {
    const rows = params.rows as never[];
    const kind = /\[r:(\w+)\]/.exec(cypher)?.[1] as StoredLink["kind"];
    if (cypher.includes("(d:Dataset")) {
      const { number, version, synonyms } = params.state as { number: number; version: string; synonyms: string };
      Object.assign(state, { number, version, synonyms: JSON.parse(synonyms) });
    } else if (cypher.includes("DETACH DELETE"))
      for (const id of rows) (cypher.includes(":Source") ? state.sources : state.nodes).delete(id);
    else if (cypher.includes("DELETE r"))
      for (const { from, to } of rows as StoredLink[]) state.links.delete(`${from}|${kind}|${to}`);
    else if (kind) for (const row of rows as StoredLink[]) state.links.set(String(row.properties.id), { ...row, kind });
    else for (const row of rows as Stored[]) (cypher.includes(":Source") ? state.sources : state.nodes).set(String(row.id), row);
  }
  return state;
}

test("the first load adds everything, in batches", () => {
  const plan = planLoad(small, nothing, { ...options, batch: 2 });
  expect(plan.nodes).toEqual({ added: 8, changed: 0, same: 0, removed: 0 });
  expect(plan.links).toEqual({ added: 8, changed: 0, same: 0, removed: 0 });
  expect(plan.sources).toEqual({ added: 3, changed: 0, same: 0, removed: 0 });
  expect(plan.version).toMatch(/^1-[0-9a-f]{12}$/);
  for (const { params } of plan.statements.slice(0, -1)) expect((params.rows as unknown[]).length).toBeLessThanOrEqual(2);
});

test("loading again changes nothing, whatever the order of files, rows and keys", () => {
  const there = stateAfter(nothing, planLoad(small, nothing, options));
  const turned = Object.fromEntries(
    Object.entries(smallFiles)
      .reverse()
      .map(([name, rows]) => [
        name,
        name === "synonyms.json" ? rows : [...rows].reverse().map((row) => Object.fromEntries(Object.entries(row).reverse())),
      ]),
  );
  const again = planLoad(datasetOf(turned), there, options);
  expect(again.statements).toEqual([]);
  expect([again.nodes.same, again.links.same, again.sources.same]).toEqual([8, 8, 3]);
  expect(again.version).toBe(planLoad(small, nothing, options).version);
});

describe("a second folder", () => {
  const there = stateAfter(nothing, planLoad(small, nothing, options));
  const second = datasetOf({
    "nodes/theme.json": [
      { id: "theme:ict", name: "Ict en ai", nameEn: "ICT and AI", evidence: [{ source: "source:page", basis: "stated" }] },
      { id: "theme:ai", name: "Ai", nameEn: "AI", evidence: [{ source: "source:page", basis: "stated" }] },
    ],
  });

  test("adds and updates", () => {
    const plan = planLoad(second, there, { ...options, keepSynonyms: true });
    expect(plan.nodes).toEqual({ added: 1, changed: 1, same: 0, removed: 0 });
    expect([plan.links, plan.sources]).toEqual(Array(2).fill({ added: 0, changed: 0, same: 0, removed: 0 }));
    expect(plan.version).toMatch(/^2-/);
    const now = stateAfter(there, plan);
    expect([now.nodes.size, now.links.size, now.synonyms]).toEqual([9, 8, smallFiles["synonyms.json"]]);
  });

  test("replaces when asked to", () => {
    const plan = planLoad(second, there, { ...options, replace: true });
    expect(plan.nodes).toEqual({ added: 1, changed: 1, same: 0, removed: 7 });
    expect(plan.links).toEqual({ added: 0, changed: 0, same: 0, removed: 8 });
    const now = stateAfter(there, plan);
    expect([[...now.nodes.keys()].sort(), now.links.size, now.sources.size]).toEqual([["theme:ai", "theme:ict"], 0, 0]);
  });
});

test("the version depends on the content alone; the number on how often it changed", () => {
  const hashOf = (version: string) => version.split("-")[1];
  const one = planLoad(small, nothing, options);
  const synonyms = planLoad({ ...small, synonyms: [] }, stateAfter(nothing, one), options);
  expect(synonyms.statements).toHaveLength(1);
  expect(synonyms.version).toMatch(/^2-/);
  expect(hashOf(synonyms.version)).not.toBe(hashOf(one.version));
  const back = planLoad(small, stateAfter(stateAfter(nothing, one), synonyms), options);
  expect([back.version.split("-")[0], hashOf(back.version)]).toEqual(["3", hashOf(one.version)]);
});

const text = fc.string({ minLength: 1, maxLength: 8 });
const someNode = fc.record({
  slug: fc.stringMatching(/^[a-c]$/),
  name: text,
  note: text,
  years: fc.option(fc.integer({ min: 1800, max: 2200 })),
});

test("any two folders, one after the other: what the second says holds, and a third load of it does nothing", () => {
  const dataset = fc.uniqueArray(someNode, { selector: ({ slug }) => slug }).map((nodes) =>
    datasetOf({
      "sources.json": [{ id: "source:s", title: "S" }],
      "nodes/question.json": nodes.map(({ slug, name, note, years }) => ({
        id: `question:${slug}`,
        name,
        nameEn: name,
        properties: { note, ...(years !== null && { year: years }) },
        evidence: [{ source: "source:s", basis: "stated" }],
      })),
    }),
  );
  fc.assert(
    fc.property(dataset, dataset, fc.boolean(), (first, second, replace) => {
      const before = stateAfter(nothing, planLoad(first, nothing, options));
      const plan = planLoad(second, before, { ...options, replace });
      const now = stateAfter(before, plan);
      for (const node of second.nodes) expect(now.nodes.get(node.id)).toMatchObject(storedNode(node));
      expect(plan.nodes.added + plan.nodes.changed + plan.nodes.same).toBe(second.nodes.length);
      expect(now.nodes.size).toBe(before.nodes.size + plan.nodes.added - plan.nodes.removed);
      expect(planLoad(second, now, { ...options, replace }).statements).toEqual([]);
    }),
  );
});

describe("how rows are stored", () => {
  const evidence = [
    { source: "source:a", basis: "derived", note: "Afgeleid." },
    { source: "source:b", basis: "stated" },
  ];

  test("a node: evidence and claims as lists, nothing that is empty, nothing that is absent", () => {
    const claims = [
      { about: "leden", value: "6", source: "source:a" },
      { about: "leden", value: "7", source: "source:b" },
    ];
    const node = DatasetNode("network").parse({
      id: "network:n",
      name: "N",
      nameEn: "N2",
      claims,
      evidence,
      properties: { since: 2016 },
    });
    expect(storedNode(node)).toEqual({
      id: "network:n",
      kind: "network",
      name: "N",
      name_en: "N2",
      description: "",
      description_en: "",
      contested: true,
      since: 2016,
      sources: ["source:a", "source:b"],
      bases: ["derived", "stated"],
      notes: ["Afgeleid.", ""],
      claim_about: ["leden", "leden"],
      claim_value: ["6", "7"],
      claim_source: ["source:a", "source:b"],
    });
  });

  test("contested: claims about one thing that differ, or a conflict in words", () => {
    const contested = (more: object) =>
      storedNode(DatasetNode("network").parse({ id: "network:n", name: "N", nameEn: "N", evidence, ...more })).contested;
    const claim = (about: string, value: string) => ({ about, value, source: "source:a" });
    expect(contested({})).toBe(false);
    expect(contested({ claims: [claim("leden", "6"), claim("leden", "6"), claim("jaar", "7")] })).toBe(false);
    expect(contested({ claims: [claim("leden", "6"), claim("jaar", "7"), claim("leden", "7")] })).toBe(true);
    expect(contested({ properties: { conflict: "Zes of zeven." } })).toBe(true);
  });

  test("a link is stated when any source states it", () => {
    const link = { from: "question:q", kind: "ABOUT", to: "theme:t" };
    const basisOf = (given: object[]) => storedLink(DatasetLink.parse({ ...link, evidence: given })).properties.basis;
    expect([basisOf(evidence), basisOf(evidence.slice(0, 1))]).toEqual(["stated", "derived"]);
  });

  test("labels come from the table of kinds", () => {
    const labels = planLoad(small, nothing, options).statements.flatMap(({ cypher }) => /n:Entity:(\w+)/.exec(cypher)?.[1] ?? []);
    expect(labels.sort()).toEqual(["Institution", "Network", "Product", "Question", "Theme"]);
    expect(Object.values(nodeKinds).map(({ label }) => label)).toEqual(expect.arrayContaining(labels));
  });
});
