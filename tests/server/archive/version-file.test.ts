import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { AppError } from "../../../model/errors.ts";
import { ContentHash, type Stored } from "../../../server/archive/content-hash.ts";
import { VersionFile, writeVersionFile } from "../../../server/archive/version-file.ts";
import { compareVersions } from "../../../server/versions/compare.ts";

const folder = mkdtempSync(join(tmpdir(), "overlap-version-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const synonyms = [{ language: "nl" as const, words: ["bril", "headset"] }];

/** Writes rows as a version, in the order that their file has, and opens it. */
async function versionOf(rows: readonly Stored[], name: string): Promise<VersionFile> {
  const isLink = ({ id }: Stored) => String(id).includes("|");
  const isSource = ({ id }: Stored) => String(id).startsWith("source:");
  const sections = [rows.filter(isSource), rows.filter((row) => !isSource(row) && !isLink(row)), rows.filter(isLink)];
  const inOrder = sections.map((some) => some.sort((one, other) => (String(one.id) < String(other.id) ? -1 : 1)));
  const hash = new ContentHash();
  for (const row of inOrder.flat()) hash.add(row);
  const whole = hash.finish({ synonyms });
  const [sources = 0, nodes = 0, links = 0] = inOrder.map(({ length }) => length);
  const version = `1-${whole.slice(0, 12)}`;
  const head = { number: 1, version, hash: whole, keptAt: new Date(0).toISOString(), counts: { sources, nodes, links } };
  const path = join(folder, `${name}.jsonl.gz`);
  await writeVersionFile(path, head, { synonyms }, [inOrder.flat()]);
  return VersionFile.open(path);
}

async function rowsIn(file: VersionFile): Promise<Stored[]> {
  const rows: Stored[] = [];
  for await (const page of file.checkedRows()) rows.push(...page);
  return rows;
}

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,4}$/);
const property = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 3 }));
const properties = fc.dictionary(fc.constantFrom("name", "year", "note", "other_names"), property);
const row = fc
  .tuple(
    fc.oneof(
      slug.map((end) => `source:${end}`),
      slug.map((end) => `theme:${end}`),
      fc.tuple(slug, slug).map(([from, to]) => `theme:${from}|BROADER|theme:${to}`),
    ),
    properties,
  )
  .map(([id, held]): Stored => ({ ...held, id }));
const graph = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 30 });

test("what was written is read back, and what two versions differ in is what their rows differ in", async () => {
  await fc.assert(
    fc.asyncProperty(graph, graph, async (one, other) => {
      const [before, after] = [await versionOf(one, "before"), await versionOf(other, "after")];
      const byId = (rows: readonly Stored[]) => new Map(rows.map((held) => [String(held.id), held]));
      const [left, right] = [byId(await rowsIn(before)), byId(await rowsIn(after))];
      expect(left).toEqual(byId(one));
      expect(right).toEqual(byId(other));
      const { rows, more } = await compareVersions(before, after, 100, new AbortController().signal);
      const ids = (change: string) => new Set(rows.filter((told) => told.change === change).map(({ id }) => id));
      expect(more).toBe(0);
      expect(ids("added")).toEqual(new Set([...right.keys()].filter((id) => !left.has(id))));
      expect(ids("removed")).toEqual(new Set([...left.keys()].filter((id) => !right.has(id))));
      const texts = (held: Stored | undefined) => JSON.stringify(Object.entries(held ?? {}).sort());
      const changed = [...left.keys()].filter((id) => right.has(id) && texts(left.get(id)) !== texts(right.get(id)));
      expect(ids("changed")).toEqual(new Set(changed));
    }),
    { numRuns: 30 },
  );
});

test("a file of which any byte is wrong, or the end is missing, never gives other rows than were written", async () => {
  const rows = [
    { id: "source:page", title: "Een pagina" },
    { id: "theme:ict", name: "Ict", sources: ["source:page"] },
  ];
  const { path, head } = await versionOf(rows, "whole");
  const bytes = readFileSync(path);
  let noticed = 0;
  const read = async (wrong: Buffer) => {
    writeFileSync(join(folder, "wrong.jsonl.gz"), wrong);
    try {
      const file = await VersionFile.open(join(folder, "wrong.jsonl.gz"));
      expect(await rowsIn(file)).toEqual(rows);
      expect(file.head.hash).toBe(head.hash);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      expect(error.code).toBe("VERSION_DAMAGED");
      noticed++;
    }
  };
  for (let position = 0; position < bytes.length; position++) {
    const wrong = Buffer.from(bytes);
    wrong[position] = (wrong[position] ?? 0) ^ 0x10;
    await read(wrong);
    await read(bytes.subarray(0, position));
  }
  expect(noticed).toBeGreaterThan(1.8 * bytes.length);
});

test("a version that does not have the hash of its name is not written, and leaves nothing behind", async () => {
  const head = { number: 1, version: "1-000000000000", hash: "0".repeat(64), keptAt: new Date().toISOString() };
  const counts = { sources: 0, nodes: 1, links: 0 };
  const before = readdirSync(folder);
  const path = join(folder, "other.jsonl.gz");
  await expect(writeVersionFile(path, { ...head, counts }, { synonyms }, [[{ id: "theme:ict" }]])).rejects.toMatchObject({
    code: "DATASET_CHANGED",
  });
  expect(readdirSync(folder)).toEqual(before);
});
