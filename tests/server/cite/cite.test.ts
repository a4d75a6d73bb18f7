import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Archive } from "../../../server/archive/archive.ts";
import { filesIn, loadDataset } from "../../../server/dataset/load-dataset.ts";
import type { GraphStore } from "../../../server/store/store.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, ask, projectRoot } from "../app.ts";
import { smallFolder } from "../small.ts";

interface Item {
  readonly type: string;
  readonly title: string;
  readonly version?: string;
  readonly URL: string;
  readonly note: string;
}

/** What a program for references makes of a text. */
const read = (text: string): Item => new Cite(text).data[0] as Item;

const pattern = "MATCH (i:Institution)-[r:ASKS]->(q) WHERE r.basis = $basis RETURN i, q.name AS vraag";
const hashes = new Map<string, string>();

/** Whole items, links and ways as well as values: all that a row can hold. */
const everySort = [
  pattern,
  "MATCH (n) RETURN n",
  "MATCH ()-[r]->(:Theme) RETURN r",
  "MATCH p = (:Institution)-[:MADE]->(:Product)-[*0..1]->(x) RETURN p, size(labels(x)), size(keys(x))",
  "MATCH (n) RETURN count(*) AS items, count(n.year) AS years, sum(n.year) AS sum, count(DISTINCT n.kind) AS kinds",
];

describeOnBothEngines("citing", (open, engine) => {
  const folder = mkdtempSync(join(tmpdir(), "overlap-cite-"));
  const archive = new Archive({ folder, most: 10, say: () => {} });
  let store: GraphStore;
  let app: FastifyInstance;
  beforeAll(async () => {
    store = await open();
    await loadDataset(store, await filesIn(join(projectRoot, "seed")), { archive });
    app = await appOn(store, { archive });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const headers = { host: "example.org" };
  const cite = async (style: string, cypher?: string, version?: string) => {
    const url = `/api/cite/${style}`;
    const payload = { cypher, params: { basis: "stated" }, ...(version && { version }) };
    const answer = await app.inject(cypher === undefined ? { url, headers } : { method: "POST", url, headers, payload });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.body;
  };

  describe("the data set", () => {
    test("as APA", async () => {
      expect(await cite("apa")).toMatch(
        /^Overlap \(Version 1-[0-9a-f]{12}\) \[Data set\]\. \(n\.d\.\)\. Retrieved [A-Z][a-z]+ \d{1,2}, \d{4}, from http:\/\/example\.org\/api\/export\/json\n$/,
      );
    });

    test.each(["bibtex", "ris", "csl-json"])("as %s, read by a citation library", async (style) => {
      const { title, URL: url, note } = read(await cite(style));
      expect([title, url]).toEqual(["Overlap", "http://example.org/api/export/json"]);
      expect(note).toMatch(/Dataset version 1-[0-9a-f]{12}\./);
    });
  });

  describe("a pattern", () => {
    test.each(["bibtex", "ris", "csl-json"])(
      "as %s: where it can be run again, on what it ran, and the hash of what it found",
      async (style) => {
        const { title, URL: url, note } = read(await cite(style, pattern));
        expect(title).toBe("Overlap: the result of a pattern");
        expect(new URL(url).searchParams.get("cypher")).toBe(pattern);
        expect(JSON.parse(new URL(url).searchParams.get("params") ?? "")).toEqual({ basis: "stated" });
        expect(note).toMatch(new RegExp(`version 1-[0-9a-f]{12}, engine ${engine.name}, SHA-256 of the result [0-9a-f]{64}`));
        if (style !== "bibtex") expect(note).toContain(pattern);
      },
    );

    const hashOf = async (cypher: string, version?: string) =>
      /result ([0-9a-f]{64})/.exec(await cite("csl-json", cypher, version))?.[1];

    test("has the same hash each time, in whatever order its rows come, and on the other engine", async () => {
      const hash = await hashOf(pattern);
      expect(hash).toBeDefined();
      expect(await hashOf(`${pattern} ORDER BY vraag DESC`)).toBe(hash);
      expect(await hashOf(pattern.replace("$basis", "'derived'"))).not.toBe(hash);
      if (engine.name === "grafeo") hashes.set(pattern, String(hash));
      else expect(hash).toBe(hashes.get(pattern));
    });

    test("has the same hash on the version that it was run on, after the data have changed, out of a file that another process reads", async () => {
      const before = [];
      for (const cypher of everySort) before.push(await hashOf(cypher));
      expect(new Set(before).size).toBe(everySort.length);
      await loadDataset(store, smallFolder(), { archive });
      for (const [index, cypher] of everySort.entries()) {
        expect(await hashOf(cypher, "1"), cypher).toBe(before[index]);
        expect(await hashOf(cypher, "2"), cypher).toBe(await hashOf(cypher));
      }
      expect(await hashOf("MATCH (n) RETURN n")).not.toBe(before[1]);
      // As a table and as a graph, too: what a file of the version holds is of the version.
      const payload = { cypher: "MATCH (a:Institution)-[r:ASKS]->(b) RETURN a, r, b", version: "1" };
      for (const format of ["csv", "json", "graphml"]) {
        const sent = await app.inject({ method: "POST", url: `/api/export/${format}`, payload });
        expect(sent.headers["x-dataset-version"], sent.body).toMatch(/^1-/);
        expect(sent.body).not.toContain("institution:oost");
      }
      const other = { cypher: "RETURN 1 AS one", version: "3" };
      expect(await ask(app, { method: "POST", url: "/api/patterns", payload: other })).toMatchObject([
        404,
        { code: "VERSION_NOT_FOUND" },
      ]);
    });
  });
});
