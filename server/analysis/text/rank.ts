import { type Language, languages, type NodeId } from "../../../model/graph.ts";
import { type Field, findIn, readField } from "./find.ts";
import type { AnalysedQuery } from "./query.ts";
import type { NodeTexts, Vocabulary } from "./vocabulary.ts";

/** A node that fits a query. */
export interface RankedHit {
  readonly id: NodeId;
  /** Above 0; higher is better, only comparable within one query. */
  readonly score: number;
}

/** What it is worth to stand in a name, in another name, in the description. */
const fieldWorth = { name: 1, otherName: 0.9, description: 0.2 } as const;
/** How much of a name's worth hangs on how much of the name the query covers. */
const coverage = 0.4;

function fieldsOf(node: NodeTexts, language: Language, vocabulary: Vocabulary): [number, Field, boolean][] {
  const name = language === "nl" ? node.name : node.nameEn;
  const description = language === "nl" ? node.description : node.descriptionEn;
  return [
    [fieldWorth.name, readField(name, language, vocabulary), true],
    ...node.otherNames.map((other): [number, Field, boolean] => [
      fieldWorth.otherName,
      readField(other, language, vocabulary),
      true,
    ]),
    [fieldWorth.description, readField(description, language, vocabulary), false],
  ];
}

/** For each word of the query, what it is worth in this field. */
function worthIn(query: AnalysedQuery, field: Field, isName: boolean): number[] {
  const found = query.words.map((_, position) => findIn(field, query, position));
  const worths = found.map((one) => one?.worth ?? 0);
  if (!isName) return worths;
  const words = new Set(found.flatMap((one) => one?.found.split(" ") ?? []));
  const covered = Math.min(1, words.size / Math.max(1, field.length));
  return worths.map((one) => one * (1 - coverage + coverage * covered));
}

function scoreOf(query: AnalysedQuery, node: NodeTexts, vocabulary: Vocabulary): number {
  const fields = languages.flatMap((language) => fieldsOf(node, language, vocabulary));
  const worths = fields.map(([weight, field, isName]) => worthIn(query, field, isName).map((worth) => weight * worth));
  const words = query.words.map(({ weight }, position) => ({
    weight,
    best: Math.max(0, ...worths.flatMap((inField) => inField[position] ?? [])),
  }));
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const got = words.reduce((sum, { weight, best }) => sum + weight * best, 0);
  const there = words.reduce((sum, { weight, best }) => sum + (best > 0 ? weight : 0), 0);
  return total === 0 ? 0 : (got / total) * (0.5 + (0.5 * there) / total);
}

/**
 * The nodes that fit, best first, ties by id: the same order whichever engine found them.
 *
 * A name counts for more than another name, that for more than a description; a word as typed for more than its stem, a part of a
 * compound, a synonym, a completion, a correction, in that order. Rarer words count for more, and so does fitting every word.
 */
export function rankHits(query: AnalysedQuery, nodes: Iterable<NodeTexts>, vocabulary: Vocabulary): RankedHit[] {
  const hits: RankedHit[] = [];
  for (const node of nodes) {
    const score = Math.round(scoreOf(query, node, vocabulary) * 1e6) / 1e6;
    if (score > 0) hits.push({ id: node.id, score });
  }
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

const wordsAround = 12;

/** A few words of `description` around the first that fits, whole when it is short. */
export function snippetOf(query: AnalysedQuery, description: string, language: Language, vocabulary: Vocabulary): string {
  const pieces = description.split(/\s+/).filter((piece) => piece !== "");
  if (pieces.length <= 2 * wordsAround) return pieces.join(" ");
  const fits = (piece: string) =>
    query.words.some((_, position) => findIn(readField(piece, language, vocabulary), query, position));
  const from = Math.max(0, pieces.findIndex(fits) - wordsAround / 2);
  const shown = pieces.slice(from, from + 2 * wordsAround);
  return `${from > 0 ? "… " : ""}${shown.join(" ")}${from + shown.length < pieces.length ? " …" : ""}`;
}
