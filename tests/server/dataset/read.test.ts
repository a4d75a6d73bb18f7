import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkKindNames, linkKinds, mayJoin, nodeKindNames } from "../../../model/kinds.ts";
import { problemText } from "../../../server/dataset/problems.ts";
import { readDataset } from "../../../server/dataset/read.ts";
import { folder } from "../app.ts";
import { smallFiles, smallFolder } from "../small.ts";

/** What is wrong with the small data set when some of its files are others, a line for each problem. */
const problemsOf = (changes: Readonly<Record<string, unknown>>) =>
  readDataset(folder({ ...smallFiles, ...changes })).problems.map(problemText);

const evidence = [{ source: "source:page", basis: "stated" }];

test("a right data set has no problems", () => {
  const { dataset, problems, mentions } = readDataset(smallFolder());
  expect([problems, mentions]).toEqual([[], []]);
  expect([dataset.sources.length, dataset.nodes.length, dataset.links.length, dataset.synonyms.length]).toEqual([3, 8, 8, 1]);
});

describe("every problem is found, with its file and place", () => {
  test("what is not JSON", () => {
    expect(problemsOf({ "nodes/theme.json": '[\n  {"id": "theme:a",\n   "name": }\n]' })).toEqual([
      "nodes/theme.json:3:12 (0.name): not JSON: value expected",
    ]);
    expect(problemsOf({ "nodes/theme.json": "[{}," })[0]).toMatch(/^nodes\/theme\.json:1:5.*: not JSON: /);
    expect(problemsOf({ "nodes/theme.json": "" })[0]).toMatch(/^nodes\/theme\.json:1:1.*: not JSON: /);
    expect(problemsOf({ "nodes/theme.json": "[1, 2,]" })[0]).toMatch(/^nodes\/theme\.json:1:7.*: not JSON: /);
    expect(problemsOf({ "nodes/theme.json": "{}" })).toEqual(["nodes/theme.json:1:1: a list is expected: [ … ]"]);
  });

  test("what is not text", () => {
    const files = new Map([...smallFolder(), ["nodes/theme.json", new Uint8Array([0x5b, 0xff, 0x5d])]]);
    expect(readDataset(files).problems.map(problemText)).toEqual(["nodes/theme.json: not UTF-8 text"]);
  });

  test("what others name of a file that cannot be read is no problem of theirs", () => {
    for (const name of ["sources.json", "nodes/institution.json"]) {
      const { problems, mentions } = readDataset(folder({ ...smallFiles, [name]: "[{" }));
      expect([[...new Set(problems.map(({ file }) => file))], mentions]).toEqual([[name], []]);
    }
  });

  test("a byte order mark is no problem", () => {
    expect(problemsOf({ "nodes/team.json": "\uFEFF[]" })).toEqual([]);
  });

  test("values that are missing, wrong or unknown, all of them", () => {
    const text = `[
  { "id": "theme:a", "name": "", "nameEn": "A", "evidence": [] },
  { "id": "question:b",
    "name": "B",
    "evidence": [{ "source": "source:page", "basis": "said" }],
    "colour": "red" }
]`;
    expect(problemsOf({ "nodes/theme.json": text })).toEqual([
      "nodes/theme.json:2:30 (0.name): Too small: expected string to have >=1 characters",
      "nodes/theme.json:2:61 (0.evidence): Too small: expected array to have >=1 items",
      "nodes/theme.json:3:11 (1.id): an id in this file starts with theme:",
      "nodes/theme.json:3:3 (1.nameEn): Invalid input: expected string, received undefined",
      'nodes/theme.json:5:54 (1.evidence.0.basis): Invalid option: expected one of "stated"|"derived"',
      'nodes/theme.json:3:3 (1): Unrecognized key: "colour"',
    ]);
  });

  test("a property that the kind does not have", () => {
    const theme = { id: "theme:a", name: "A", nameEn: "A", evidence, properties: { website: "https://example.org" } };
    expect(problemsOf({ "nodes/theme.json": [theme] })[0]).toContain('(0.properties): Unrecognized key: "website"');
  });

  test("what stands there twice", () => {
    const asks = smallFiles["links/asks.json"];
    expect(problemsOf({ "links/asks.json": [...asks, asks[0]] })).toEqual([
      "links/asks.json:25:3 (2): institution:noord|ASKS|question:vr stands here for the second time",
    ]);
    const source = { id: "source:page", title: "Nog een" };
    expect(problemsOf({ "sources.json": [...smallFiles["sources.json"], source] })[0]).toContain("for the second time");
  });

  test("a link in the file of another kind, and one to itself", () => {
    expect(problemsOf({ "links/made.json": [{ from: "institution:zuid", kind: "ASKS", to: "question:vr", evidence }] })).toEqual([
      "links/made.json:4:13 (0.kind): this file holds MADE",
    ]);
    expect(problemsOf({ "links/broader.json": [{ from: "theme:xr", kind: "BROADER", to: "theme:xr", evidence }] })).toEqual([
      "links/broader.json:5:11 (0.to): a link cannot lead from an item to itself",
    ]);
  });

  test("a link without a source", () => {
    const link = { from: "question:vr", kind: "ABOUT", to: "theme:xr", evidence: [] };
    expect(problemsOf({ "links/about.json": [link] })[0]).toContain("(0.evidence): Too small");
  });

  test("a file that has no place in a data set", () => {
    expect(problemsOf({ "nodes/themes.json": [], "extra.json": [], "links/ASKS.json": [] })).toEqual([
      expect.stringMatching(
        /^nodes\/themes\.json: not a file of a data set; known are nodes\/institution\.json, .*nodes\/theme\.json/,
      ),
      "extra.json: not a file of a data set; known are sources.json, synonyms.json, nodes/ and links/",
      expect.stringMatching(/^links\/ASKS\.json: .*links\/asks\.json/),
    ]);
    expect(problemsOf({ "README.md": "Over deze gegevens", ".DS_Store": "", "nodes/.gitkeep": "" })).toEqual([]);
  });

  test("no data at all", () => {
    expect(readDataset(new Map()).problems.map(problemText)).toEqual([expect.stringContaining("there is no data file here")]);
  });
});

test("what a data set names but does not hold is told apart, for the database may have it", () => {
  const { problems, mentions } = readDataset(
    folder({ "links/asks.json": [{ from: "team:x", kind: "ASKS", to: "question:y", evidence }] }),
  );
  expect(problems).toEqual([]);
  expect(mentions.map(({ id, problem }) => [id, problemText(problem())])).toEqual([
    ["team:x", "links/asks.json:3:13 (0.from): no item team:x"],
    ["question:y", "links/asks.json:5:11 (0.to): no item question:y"],
    ["source:page", "links/asks.json:8:19 (0.evidence.0.source): unknown source source:page"],
  ]);
  const claims = [{ about: "leden", value: "zes", source: "source:weg" }];
  const network = { id: "network:n", name: "N", nameEn: "N", evidence, claims };
  const inClaim = readDataset(folder({ ...smallFiles, "nodes/network.json": [network], "links/participates-in.json": [] }));
  expect(inClaim.mentions.map(({ problem }) => problemText(problem()))).toEqual([
    expect.stringContaining("(0.claims.0.source): unknown source source:weg"),
  ]);
});

test("a link joins only kinds that it may join, whichever they are", () => {
  const kind = fc.constantFrom(...nodeKindNames);
  fc.assert(
    fc.property(fc.constantFrom(...linkKindNames), kind, kind, (name, from, to) => {
      const file = `links/${name.toLowerCase().replaceAll("_", "-")}.json`;
      const files = folder({ [file]: [{ from: `${from}:a`, kind: name, to: `${to}:b`, evidence }] });
      const { problems } = readDataset(files);
      expect(problems.length).toBe(mayJoin(name, from, to) ? 0 : 1);
      expect(mayJoin(name, from, to)).toBe(linkKinds[name].ends.some((ends) => ends[0] === from && ends[1] === to));
    }),
    { numRuns: 500 },
  );
});

test("whatever a file holds, it is told what is wrong, and nothing is thrown", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(smallFiles)),
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.jsonValue().map((v) => [v]),
      ),
      (name, content) => {
        for (const problem of problemsOf({ [name]: content })) expect(problem).toMatch(/^[\w./-]+(:\d+:\d+)?( \([^)]*\))?: ./);
      },
    ),
    { numRuns: 300 },
  );
});
