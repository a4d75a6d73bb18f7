import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesIn, loadDataset } from "../../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../../server/store/grafeo/store.ts";
import { appOn, projectRoot } from "../app.ts";
import { awkwardFolder } from "./awkward.ts";
import { hasReaders, readByJava, readByPython } from "./readers.ts";
import { fileAt, type Summary, summaryOf } from "./summary.ts";

const names = ["seed", "awkward"] as const;
type Name = (typeof names)[number];

/** Each file that is written for the readers, with the address that gives it. */
const files = {
  "nodes.csv": "csv?table=nodes",
  "links.csv": "csv?table=links",
  "dutch-nodes.csv": "csv?table=nodes&dialect=dutch",
  "dutch-links.csv": "csv?table=links&dialect=dutch",
  xlsx: "xlsx",
  jsonl: "jsonl",
  graphml: "graphml",
  gexf: "gexf",
  cx2: "cx2",
  ttl: "turtle",
  jsonld: "jsonld",
  "crate.zip": "ro-crate",
  "datacite.json": "datacite",
};

/** As somebody would set it who gives the data out. */
const publication = { licence: "CC-BY-4.0", creator: "Lectoraat Leren met ict", publisher: "Een uitgever" };

const folder = mkdtempSync(join(tmpdir(), "overlap-exports-"));
const expected = new Map<Name, Summary>();

beforeAll(async () => {
  const sets = { seed: await filesIn(join(projectRoot, "seed")), awkward: awkwardFolder() };
  for (const name of names) {
    expected.set(name, summaryOf(sets[name]));
    const store = await openGrafeo(":memory:");
    await loadDataset(store, sets[name]);
    const app = await appOn(store, { publication });
    for (const [ending, path] of Object.entries(files))
      writeFileSync(join(folder, `${name}.${ending}`), await fileAt(app, `/api/export/${path}`));
    await app.close();
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function summary(name: Name): Summary {
  const found = expected.get(name);
  if (!found) throw new Error("nothing was written");
  return found;
}

/** As a table tells a text that a spreadsheet would run. */
const guarded = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const mapped = (of: Summary, text: (name: string) => string): Summary => ({
  ...of,
  names: Object.fromEntries(Object.entries(of.names).map(([id, name]) => [id, text(name)])),
});

/** What the form itself, or the reader, does to texts; all others must find them as they are. */
const knownChanges: Readonly<Record<string, (of: Summary) => Summary>> = {
  "pandas, CSV": (of) => mapped(of, guarded),
  "rocrate, RO-Crate": (of) => mapped(of, guarded),
  "pandas, Dutch CSV": (of) => mapped(of, guarded),
  // A cell knows one kind of line break; openpyxl shows how a text is escaped that spreadsheets would misread.
  "pandas and openpyxl, XLSX": (of) => mapped(of, (name) => name.replaceAll("\r\n", "\n").replaceAll("_x0041_", "_x005F_x0041_")),
};

interface ByPython {
  readonly found: Readonly<Record<string, Summary>>;
  readonly sameTriples: boolean;
  readonly shapes: true | string;
  readonly shapesWithoutSources: boolean;
  readonly sheets: readonly string[];
  readonly crate: Described & { readonly name: string };
  readonly missing: readonly string[];
  readonly datacite: Described;
}

/** What archives for research data are told. */
interface Described {
  readonly version: string;
  readonly licence: string;
  readonly published: string;
  readonly creator: string;
  readonly sources: readonly string[];
}

describe.skipIf(!hasReaders("python"))("in Python", () => {
  let read: Readonly<Record<Name, ByPython>> & { readonly warned: readonly string[] };
  beforeAll(async () => {
    read = (await readByPython("read.py", folder, ...names)) as typeof read;
  });

  test.each(names)("every reader finds all nodes, links, kinds, years and sources of %s", (name) => {
    const { found } = read[name];
    expect(Object.keys(found)).toHaveLength(11);
    for (const [reader, its] of Object.entries(found))
      expect(its, reader).toEqual((knownChanges[reader] ?? ((of) => of))(summary(name)));
  });

  test.each(names)("Turtle and JSON-LD say the same of %s, and every link in them has a source", (name) => {
    const { sameTriples, shapes, shapesWithoutSources } = read[name];
    expect([sameTriples, shapes]).toEqual([true, true]);
    expect(shapesWithoutSources, "without sources the shape must not hold").toBe(false);
  });

  test("a workbook has a sheet for each table, and one that tells what it is", () => {
    expect(read.seed.sheets).toEqual(["nodes", "links", "sources", "about"]);
  });

  test.each(names)("an archive is told the version, the licence, the day, the maker and all sources of %s", (name) => {
    const { crate, missing, datacite } = read[name];
    const { name: title, ...told } = crate;
    expect(missing).toEqual([]);
    expect(title).toBe(`Overlap ${told.version}`);
    expect(told).toMatchObject({
      version: expect.stringMatching(/^1-[0-9a-f]{12}$/),
      licence: "CC-BY-4.0",
      creator: publication.creator,
    });
    expect(told.published).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(told.sources.length).toBeGreaterThan(1);
    expect(datacite).toEqual(told);
  });

  test("no reader warns", () => {
    expect(read.warned).toEqual([]);
  });
});

interface ByJava {
  readonly gephi: Omit<Summary, "parallel">;
  readonly jena: { readonly sameTriples: boolean; readonly links: number; readonly conforms: boolean };
}

describe.skipIf(!hasReaders("java"))("in Java", () => {
  let read: Readonly<Record<Name, ByJava>>;
  beforeAll(async () => {
    read = (await readByJava(folder, names)) as typeof read;
  });

  test.each(names)("Gephi finds all of %s, parallel links apart", (name) => {
    const { parallel: _, ...all } = summary(name);
    expect(read[name].gephi).toEqual(all);
  });

  test.each(names)("Jena finds the same in Turtle and JSON-LD of %s, and the shape holds", (name) => {
    expect(read[name].jena).toMatchObject({ sameTriples: true, links: summary(name).links, conforms: true });
  });
});
