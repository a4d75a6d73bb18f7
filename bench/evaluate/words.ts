import { readFileSync } from "node:fs";
import { z } from "zod";
import { NodeId } from "../../model/graph.ts";
import { plainBm25 } from "./baselines.ts";
import { Searched } from "./searched.ts";
import type { SeedGraph } from "./seed.ts";

const Queries = z.strictObject({
  searches: z.array(z.strictObject({ q: z.string(), expected: z.array(NodeId).min(1) })),
  questions: z.array(z.strictObject({ language: z.enum(["nl", "en"]), text: z.string(), expected: z.array(NodeId).min(1) })),
});

/**
 * What people would search for and ask, with what should come back. In `queries.json` even places are for tuning; other names were
 * added to the data by someone who knew the odd ones too. `fresh.json` was written after that, run, and then tuned on as well.
 * `blind.json` was written from the data alone, without sight of the search, in other words than the data's; its odd places are kept
 * apart. `natural.json` holds questions written so too, but as people of the field say them.
 */
export type QueryFile = "queries.json" | "fresh.json" | "blind.json" | "natural.json";
const readQueries = (file: QueryFile) => Queries.parse(JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")));

export interface Asked {
  readonly text: string;
  readonly expected: readonly NodeId[];
  /** The ids that came back, best first. */
  readonly found: readonly NodeId[];
  readonly plain: readonly NodeId[];
}

/** Share of what was expected among the first `k`. */
export function recall({ expected }: Asked, found: readonly NodeId[], k: number): number {
  const first = new Set(found.slice(0, k));
  return expected.filter((id) => first.has(id)).length / Math.min(k, expected.length);
}

export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Runs every search and every question in own words, and plain BM25 beside them. */
export function askAll(
  { nodes, themesOf, synonyms }: SeedGraph,
  file: QueryFile = "queries.json",
): { searches: Asked[]; questions: Asked[] } {
  const queries = readQueries(file);
  const baseline = plainBm25(nodes);
  const questions = nodes.filter(({ id }) => id.startsWith("question:"));
  const searched = new Searched(nodes, synonyms);
  const asked = searched.questions(questions, themesOf);
  const plainQuestions = plainBm25(questions);
  return {
    searches: queries.searches.map(({ q, expected }) => ({
      text: q,
      expected,
      found: searched.search(q),
      plain: baseline(q),
    })),
    questions: queries.questions.map(({ text, language, expected }) => ({
      text,
      expected,
      found: searched.match(text, asked, language, 10),
      plain: plainQuestions(text),
    })),
  };
}

/** Those at even places, or those at odd places. */
export const half = <Item>(items: readonly Item[], odd: 0 | 1): Item[] => items.filter((_, place) => place % 2 === odd);
