import { type Field, findIn } from "./find.ts";
import type { AnalysedQuery } from "./query.ts";
import type { Part } from "./word-index.ts";

/*
 * A name counts for more than another name, that for more than a description; a word as typed for more than its stem, a part of a
 * compound, a synonym, a completion, a correction, in that order. Rarer words count for more, and so does fitting every word.
 */

/** What it is worth to stand in a name, in another name, in the description. */
export const partWorth: Readonly<Record<Part, number>> = { name: 1, otherName: 0.9, description: 0.2 };
/** How much of a name's worth hangs on how much of the name the query covers. */
const coverage = 0.4;

/** What of a name's worth is left when a query covers so many words of so many. */
export const coveredWorth = (covered: number, length: number): number =>
  1 - coverage + coverage * Math.min(1, covered / Math.max(1, length));

/** Scores are told apart to the sixth decimal, so that no sum of fractions orders what is alike. */
export const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;

/** A text of a node, ready to be searched. */
export interface RankedField {
  readonly part: Part;
  readonly field: Field;
}

/** For each word of the query, what it is worth in this field. */
function worthIn(query: AnalysedQuery, { part, field }: RankedField): number[] {
  const found = query.words.map((_, position) => findIn(field, query, position));
  const worths = found.map((one) => (one?.worth ?? 0) * partWorth[part]);
  if (part === "description") return worths;
  const words = new Set(found.flatMap((one) => one?.found.split(" ") ?? []));
  const share = coveredWorth(words.size, field.length);
  return worths.map((worth) => worth * share);
}

/** What a node is worth in which each word of the query is worth so much at best. */
export function scoreOf(query: AnalysedQuery, bests: ArrayLike<number>): number {
  let [total, got, there] = [0, 0, 0];
  for (const [position, { weight }] of query.words.entries()) {
    const best = bests[position] ?? 0;
    total += weight;
    got += weight * best;
    if (best > 0) there += weight;
  }
  return total === 0 ? 0 : rounded((got / total) * (0.5 + (0.5 / total) * there)); // fitting every word counts for more
}

/** What each word of the query is worth in the best of some fields. */
export function bestWorths(query: AnalysedQuery, fields: Iterable<RankedField>): number[] {
  const bests = query.words.map(() => 0);
  for (const one of fields)
    for (const [position, worth] of worthIn(query, one).entries()) bests[position] = Math.max(bests[position] ?? 0, worth);
  return bests;
}
