import { allAtOnce, type Steps } from "../graph/steps.ts";
import { correctionsInSteps } from "./corrections.ts";
import { familyOf } from "./family.ts";
import { positionOf } from "./spelling.ts";
import { stemKeys, type Vocabulary, type Word, wordOf } from "./vocabulary.ts";
import { isWeak, tellingOf, wordsOf } from "./words.ts";

/** Words that mean the same as some of the words of a query. */
export interface QuerySynonym {
  /** The first and the last word of the query that it stands for, by position. */
  readonly from: number;
  readonly to: number;
  readonly said: string;
  readonly phrases: readonly (readonly Word[])[];
}

/** One word of a query, with what else it may have meant. */
export interface QueryWord {
  readonly word: Word;
  /** How much it tells: the inverse document frequency of BM25, larger for rarer words, above 0. */
  readonly weight: number;
  /** Written as one with the word beside it: *zelf regulatie*. */
  readonly joined: readonly Word[];
  /** Other words of its family. */
  readonly relatives: readonly Word[];
  /** Words that start with it. */
  readonly completions: readonly Word[];
  /** What it was meant to be, when nothing fits it as typed. */
  readonly corrections: readonly Word[];
}

/** What a person typed, understood. */
export interface AnalysedQuery {
  /** Without words too common to search for, unless there are no others. */
  readonly words: readonly QueryWord[];
  readonly synonyms: readonly QuerySynonym[];
  /** For `GraphStore.search`; empty when there is nothing to search for. */
  readonly terms: readonly string[];
  /** The query as it was understood, when a word of it was not found as typed. */
  readonly correctedTo?: string;
}

/** What remains of the weight of a word that tells little. */
const weakWorth = 0.35;
const mostCompletions = 40;
const shortestHalfWord = 3;

/** How much a word tells: ln(1 + (N − n + ½) / (n + ½)) for n of N nodes, as in BM25 (Robertson & Spärck Jones). */
export function weightOf(word: Word, vocabulary: Vocabulary): number {
  const own = Math.max(...[word.stem.nl, word.stem.en].map((key) => vocabulary.nodesWithStem.get(key) ?? 0));
  const often = Math.min(own, vocabulary.nodes);
  if (often === 0 && word.parts.length > 0) return Math.max(...word.parts.map((part) => weightOf(part, vocabulary)));
  return Math.log(1 + (vocabulary.nodes - often + 0.5) / (often + 0.5)) * (isWeak(word.word) ? weakWorth : 1);
}

/** Words that start with `start`, those in most nodes first. */
function completionsOf(start: string, vocabulary: Vocabulary): string[] {
  if (start.length < shortestHalfWord || /^\d+$/.test(start)) return [];
  const found: string[] = [];
  for (let at = positionOf(start, vocabulary.sorted); vocabulary.sorted[at]?.startsWith(start); at++) {
    const word = vocabulary.sorted[at] ?? "";
    if (word !== start) found.push(word);
  }
  const often = (word: string) => vocabulary.nodesWith.get(word) ?? 0;
  return found.sort((a, b) => often(b) - often(a) || (a < b ? -1 : 1)).slice(0, mostCompletions);
}

const stands = (word: Word, vocabulary: Vocabulary) =>
  vocabulary.words.has(word.word) || [word.stem.nl, word.stem.en].some((key) => vocabulary.nodesWithStem.has(key));

function* understand(typed: string, position: number, all: readonly string[], vocabulary: Vocabulary): Steps<QueryWord> {
  const word = wordOf(typed, vocabulary);
  const known = stands(word, vocabulary);
  const isLast = position === all.length - 1;
  const completions = isLast || !known ? completionsOf(typed, vocabulary) : [];
  const neighbours = [`${all[position - 1] ?? ""}${typed}`, `${typed}${all[position + 1] ?? ""}`];
  const joined = neighbours.filter((one) => one !== typed && vocabulary.words.has(one));
  const relatives = relativesOf(word, vocabulary);
  const unknown = !known && word.parts.length < 2 && relatives.length === 0 && completions.length === 0 && joined.length === 0;
  const corrections = unknown ? yield* correctionsInSteps(typed, vocabulary) : [];
  const asWords = (found: readonly string[]) => found.map((one) => wordOf(one, vocabulary));
  const meant = corrections[0] === undefined ? word : wordOf(corrections[0], vocabulary);
  return {
    word,
    weight: weightOf(meant, vocabulary),
    joined: asWords(joined),
    relatives,
    completions: asWords(completions),
    corrections: asWords(corrections),
  };
}

/** The known words of a word's family that its stem does not find. */
function relativesOf(word: Word, vocabulary: Vocabulary): Word[] {
  if (isWeak(word.word)) return [];
  const family = vocabulary.families.get(familyOf(word.word)) ?? [];
  return family.map((one) => wordOf(one, vocabulary)).filter((other) => !sameStem(word, other));
}

const sameStem = (one: Word, other: Word) => one.stem.nl === other.stem.nl || one.stem.en === other.stem.en;

/** Every phrase of a synonym group that stands in the query, with the other phrases of its group. */
function synonymsIn(words: readonly QueryWord[], vocabulary: Vocabulary): QuerySynonym[] {
  const meant = words.map(({ word, corrections }) => corrections[0] ?? word);
  return meant.flatMap((start, from) => {
    const groups = new Set([start.stem.nl, start.stem.en].flatMap((key) => vocabulary.synonymsByStem.get(key) ?? []));
    return [...groups].flatMap((index) => {
      const group = vocabulary.synonyms[index] ?? [];
      const said = group.filter((phrase) =>
        phrase.every((word, at) => sameStem(word, meant[from + at] ?? word) && from + at < meant.length),
      );
      const longest = Math.max(0, ...said.map((phrase) => phrase.length));
      if (longest === 0) return [];
      const others = group.filter((phrase) => !said.includes(phrase));
      const to = from + longest - 1;
      return [
        {
          from,
          to,
          said: meant
            .slice(from, to + 1)
            .map(({ word }) => word)
            .join(" "),
          phrases: others,
        },
      ];
    });
  });
}

/**
 * Understands a search or a sentence in Dutch or English: stems in both languages, compound parts, synonyms and old names; a word
 * that nothing fits is completed or else corrected against the graph's own words.
 */
export const analyseQuery = (text: string, vocabulary: Vocabulary): AnalysedQuery =>
  allAtOnce(analyseQueryInSteps(text, vocabulary));

/** The same, a word at a time, or a part of what a misspelt one takes. */
export function* analyseQueryInSteps(text: string, vocabulary: Vocabulary): Steps<AnalysedQuery> {
  const typed = wordsOf(text);
  const used = tellingOf(typed);
  const words: QueryWord[] = [];
  for (const [position, word] of used.entries()) {
    if (position > 0) yield;
    words.push(yield* understand(word, position, used, vocabulary));
  }
  const synonyms = synonymsIn(words, vocabulary);
  const everyWord = [
    ...words.flatMap(({ word, joined, relatives, completions, corrections }) => [
      word,
      ...joined,
      ...relatives,
      ...completions,
      ...corrections,
    ]),
    ...synonyms.flatMap(({ phrases }) => phrases.flat()),
  ];
  const terms = [...new Set(everyWord.flatMap((word) => [...stemKeys(word)]))];
  const corrected = words.some(({ corrections }) => corrections.length > 0);
  const meant = words.map(({ word, corrections }) => (corrections[0] ?? word).word).join(" ");
  return { words, synonyms, terms, ...(corrected && { correctedTo: meant }) };
}
