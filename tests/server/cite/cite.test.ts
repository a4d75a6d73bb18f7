import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import type { FastifyInstance } from "fastify";
import { beforeAll, describe, expect, test } from "vitest";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, loadSeed } from "../app.ts";

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

describeOnBothEngines("citing", (open, engine) => {
  let app: FastifyInstance;
  beforeAll(async () => {
    const store = await open();
    await loadSeed(store);
    app = await appOn(store);
  });
  const headers = { host: "example.org" };
  const cite = async (style: string, cypher?: string) => {
    const url = `/api/cite/${style}`;
    const payload = { cypher, params: { basis: "stated" } };
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

    test("has the same hash each time, in whatever order its rows come, and on the other engine", async () => {
      const hashOf = async (cypher: string) => /result ([0-9a-f]{64})/.exec(await cite("csl-json", cypher))?.[1];
      const hash = await hashOf(pattern);
      expect(hash).toBeDefined();
      expect(await hashOf(`${pattern} ORDER BY vraag DESC`)).toBe(hash);
      expect(await hashOf(pattern.replace("$basis", "'derived'"))).not.toBe(hash);
      if (engine.name === "grafeo") hashes.set(pattern, String(hash));
      else expect(hash).toBe(hashes.get(pattern));
    });
  });
});
