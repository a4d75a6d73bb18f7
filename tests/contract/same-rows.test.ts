/** Both engines give the same rows on the real data, but for what is known, and told in docs/patterns.md. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "../../model/errors.ts";
import { Gatekeeper } from "../../server/cypher-gate/gatekeeper.ts";
import { filesIn, loadDataset } from "../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { describeOnNeo4j, openTestNeo4j } from "../real/engines.ts";
import { pattern, write } from "./ask.ts";
import { randomPatterns } from "./random-patterns.ts";
import { randomOfAllKinds } from "./random-values.ts";

const params = {
  ids: ["theme:zelfregulatie", "institution:summa-college"],
  kinds: ["Theme", "Network"],
  x: 1,
  s: "a",
  none: null,
  l: [1, 2],
  nothing: [],
};

interface Case {
  readonly cypher: string;
  readonly expected: "same" | "refused" | "differs";
  /** Where docs/patterns.md tells of it. */
  readonly told: string;
}

const [, ...texts] = readFileSync(join(import.meta.dirname, "patterns.cypher"), "utf8").split(/^;$/m);
const cases = texts.map((text): Case => {
  const [, mark, told = "", cypher = ""] = /^(?:\/\/ (refused|differs)(?:: (.*))?\n)?([\s\S]*)$/.exec(text.trim()) ?? [];
  return { cypher, expected: (mark as "refused" | "differs" | undefined) ?? "same", told };
});

/** Columns and rows as text, with decimals to twelve digits: the last ones depend on the order of adding up. */
async function answerOf(store: GraphStore, cypher: string): Promise<string> {
  try {
    const { columns, rows } = await pattern(store, cypher, params, { rows: 10_000 });
    const lines = rows.map((row) =>
      JSON.stringify(row, (_, value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value)),
    );
    return [JSON.stringify(columns), ...(/\bORDER BY\b/i.test(cypher) ? lines : lines.sort())].join("\n");
  } catch (error) {
    if (error instanceof AppError && error.code === "QUERY_REFUSED")
      return /characters or items|too many steps/.test(error.message) ? "too costly" : "refused";
    throw new Error(cypher, { cause: error });
  }
}

describeOnNeo4j("the same rows on both engines", () => {
  const gatekeeper = new Gatekeeper();
  let engines: readonly GraphStore[] = [];
  const answers = (cypher: string) => Promise.all(engines.map((store) => answerOf(store, cypher)));

  beforeAll(async () => {
    const seed = await filesIn(join(import.meta.dirname, "..", "..", "seed"));
    const neo4j = await openTestNeo4j(gatekeeper);
    await write(neo4j, "MATCH (n) DETACH DELETE n");
    engines = [await openGrafeo(":memory:", gatekeeper), neo4j];
    for (const store of engines) await loadDataset(store, seed);
  });
  afterAll(async () => {
    for (const store of engines) await store.close();
  });

  test("there are many queries, each once", () => {
    expect(cases.filter(({ expected }) => expected === "same").length).toBeGreaterThan(400);
    expect(new Set(cases.map(({ cypher }) => cypher)).size).toBe(cases.length);
  });

  test("the known differences are told to the researcher", () => {
    const guide = readFileSync(join(import.meta.dirname, "..", "..", "docs", "patterns.md"), "utf8");
    const told = [...new Set(cases.filter(({ expected }) => expected === "differs").map(({ told }) => told))];
    expect(told.filter((words) => words === "" || !guide.includes(`**${words}`))).toEqual([]);
  });

  test("every query does what the file says", async () => {
    const wrong: string[] = [];
    const left = cases.values();
    const work = async () => {
      for (const { cypher, expected } of left) {
        const [one, other] = await answers(cypher);
        const found = one !== other ? "differs" : one === "refused" ? "refused" : "same";
        if (found !== expected)
          wrong.push(`${found}, not ${expected}: ${cypher}\n${one?.slice(0, 300)}\n${other?.slice(0, 300)}`);
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    expect(wrong).toEqual([]);
  });

  test.each([
    ["whatever a researcher puts together", randomPatterns, 120],
    ["values of all kinds, put together in any way", randomOfAllKinds, 250],
  ])("and so does %s", async (_, patterns, most) => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(patterns, async (cypher) => {
        const [one, other] = await answers(cypher);
        if (other === "too costly") return; // only Neo4j has to know beforehand: see docs/patterns.md
        if (one !== "refused") answered++;
        expect(one, cypher).toBe(other);
      }),
      { numRuns: Number(process.env.RANDOM_PATTERNS ?? most), seed: Number(process.env.RANDOM_SEED ?? 2026) },
    );
    expect(answered).toBeGreaterThan(60);
  });
});
