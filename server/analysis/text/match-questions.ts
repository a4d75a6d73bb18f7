import { type Language, languages, type NodeId } from "../../../model/graph.ts";
import type { MatchReason } from "../../../model/match.ts";
import type { Steps } from "../graph/steps.ts";
import { type Found, findIn, type How } from "./find.ts";

import type { AnalysedQuery } from "./query.ts";
import { byScore, TopNodes } from "./top-nodes.ts";
import { occurrenceOf, type WordIndex } from "./word-index.ts";
import { isCommon, isPeople, isWeak } from "./words.ts";
import { wordsFor } from "./words-for.ts";

/** A question, by its position in an index, with those of its themes. */
export interface IndexedQuestion {
  readonly id: NodeId;
  readonly node: number;
  readonly themes: readonly number[];
}

/** What a word of a text adds to the score of a question; wording/ has a sentence for each `how`. */
export type QuestionMatchReason = Readonly<Omit<MatchReason, "sentence">>;

/** A question that is like a text. */
export interface QuestionMatch {
  readonly id: NodeId;
  /** In whole points: the sum of the reasons' amounts. */
  readonly score: number;
  /** Largest first, then by what was said. */
  readonly reasons: readonly QuestionMatchReason[];
}

/** What it is worth to stand in the question, in a theme of it, in its description; and in the language that was not asked in. */
const fieldWorth = { name: 1, theme: 0.5, themeDescription: 0.3, description: 0.35, otherLanguage: 0.85 } as const;
/** BM25's b for the question's name: how much a short question gains on a long one (Robertson & Zaragoza 2009). */
const lengthMatters = 0.3;
/** What is left of the weight of a verb or everyday word, and of a word for those whom every question is about. */
const everydayWorth = { weak: 0.5, people: 0.4 } as const;
/** Points for each unit of inverse document frequency. */
const pointsPerWord = 10;

/** So many questions are scored exactly at most; the others are known by what they can be worth at best. */
const mostScored = 300;
/** Questions that are scored in one step, and that are bounded in one. */
const [scoredInStep, boundedInStep] = [10, 5_000];

/**
 * The questions most like a text, best first, ties by id. A word adds its inverse document frequency times what it is worth where and
 * how it stands at best, as BM25 with weighted fields does. Every amount is whole points, so that they add up to the score.
 *
 * @param questions in the order of their ids
 */
export function* matchQuestionsInSteps(
  query: AnalysedQuery,
  questions: readonly IndexedQuestion[],
  index: WordIndex,
  language: Language,
  limit: number,
): Steps<QuestionMatch[]> {
  const lengths = Float64Array.from(questions, ({ node }) => index.textOf(node, "name", "nl").length);
  const mean = lengths.reduce((total, length) => total + length, 0) / Math.max(1, questions.length);
  const shorter = lengths.map((length) => 1 / (1 - lengthMatters + (lengthMatters * length) / Math.max(1, mean)));
  const found = new TextInIndex(query, index);
  const most = yield* boundsOf(questions, found, shorter);
  const promising = new TopNodes(mostScored);
  for (const [question, bound] of most.entries()) if (bound > 0) promising.offer(question, bound);
  const best = new TopNodes(limit);
  const matches = new Map<number, QuestionMatch>();
  for (const [turn, candidate] of promising.sorted().entries()) {
    if (best.worst && byScore(best.worst, candidate) < 0) break;
    if (turn % scoredInStep === scoredInStep - 1) yield;
    const reasons = reasonsIn(found, questions[candidate.node]!, language, shorter[candidate.node]!);
    const match = { id: questions[candidate.node]!.id, score: sum(reasons), reasons };
    matches.set(candidate.node, match);
    if (match.score > 0) best.offer(candidate.node, match.score);
  }
  return best.sorted().flatMap(({ node }) => matches.get(node) ?? []);
}

/** A text that is matched, with the words of the index that each word of it may be found in. */
class TextInIndex {
  readonly query: AnalysedQuery;
  readonly index: WordIndex;
  readonly words: readonly ReadonlyMap<number, number>[];
  /** How much each word of the text tells in a whole sentence. */
  readonly weights: readonly number[];
  readonly #isWanted: Uint8Array;
  readonly #askedBy = new Map<number, number[]>();

  constructor(query: AnalysedQuery, index: WordIndex) {
    this.query = query;
    this.index = index;
    this.words = query.words.map((_, position) => wordsFor(query, position, index));
    this.weights = query.words.map(({ word: { word }, weight }) => {
      const isLittle = isWeak(word) ? everydayWorth.weak : 1;
      return weight * (isPeople(word) ? everydayWorth.people : isLittle);
    });
    this.#isWanted = new Uint8Array(index.words.length);
    for (const [position, words] of this.words.entries())
      for (const word of words.keys()) {
        this.#isWanted[word] = 1;
        const asked = this.#askedBy.get(word);
        if (asked) asked.push(position);
        else this.#askedBy.set(word, [position]);
      }
  }

  /** What stands in a field of each word of the text that stands there at all, by its position. */
  *in(node: number, part: "name" | "description", language: Language): Generator<readonly [number, Found]> {
    const indexed = this.index.textOf(node, part, language);
    const field = this.index.fieldWith(indexed, language, this.#isWanted);
    if (!field) return;
    const positions = new Set<number>();
    for (const word of indexed.words) for (const position of this.#askedBy.get(word) ?? []) positions.add(position);
    for (const position of positions) {
      const hit = findIn(field, this.query, position);
      if (hit) yield [position, hit];
    }
  }
}

/** What each question is worth at best, from where the words of the text stand. */
function* boundsOf(
  questions: readonly IndexedQuestion[],
  { index, words, weights }: TextInIndex,
  shorter: Float64Array,
): Steps<Float64Array> {
  const bounds = new Float64Array(questions.length);
  const own = new Float64Array(index.nodes);
  const asTheme = new Float64Array(index.nodes);
  for (const [position, its] of words.entries()) {
    const touched: number[] = [];
    for (const [word, worth] of its) {
      const { nodes, codes } = index.occurrencesOf(word);
      for (let occurrence = 0; occurrence < nodes.length; occurrence++) {
        const node = nodes[occurrence]!;
        const isName = occurrenceOf(codes[occurrence]!).part === "name";
        if (own[node] === 0) touched.push(node);
        own[node] = Math.max(own[node]!, worth * (isName ? fieldWorth.name : fieldWorth.description));
        asTheme[node] = Math.max(asTheme[node]!, worth * (isName ? fieldWorth.theme : fieldWorth.themeDescription));
      }
    }
    yield;
    for (const [question, { node, themes }] of questions.entries()) {
      if (question % boundedInStep === boundedInStep - 1) yield;
      let most = own[node]!;
      for (const theme of themes) most = Math.max(most, asTheme[theme]!);
      if (most > 0) bounds[question]! += most * weights[position]! * shorter[question]! * pointsPerWord + rounding;
    }
    for (const node of touched) {
      own[node] = 0;
      asTheme[node] = 0;
    }
  }
  return bounds;
}

/** What rounding to whole points adds at most. */
const rounding = 0.5;

const sum = (reasons: readonly QuestionMatchReason[]) => reasons.reduce((total, { amount }) => total + amount, 0);

function reasonsIn(
  text: TextInIndex,
  { node, themes }: IndexedQuestion,
  language: Language,
  shorter: number,
): QuestionMatchReason[] {
  const bests = new Map<number, { hit: Found; worth: number; isTheme: boolean }>();
  const look = (at: number, part: "name" | "description", spoken: Language, worth: number, isTheme: boolean) => {
    for (const [position, hit] of text.in(at, part, spoken)) {
      const here = hit.worth * worth * (spoken === language ? 1 : fieldWorth.otherLanguage);
      if (here > (bests.get(position)?.worth ?? 0)) bests.set(position, { hit, worth: here, isTheme });
    }
  };
  for (const spoken of languages) {
    look(node, "name", spoken, fieldWorth.name, false);
    look(node, "description", spoken, fieldWorth.description, false);
    for (const theme of themes) {
      look(theme, "name", spoken, fieldWorth.theme, true);
      look(theme, "description", spoken, fieldWorth.themeDescription, true);
    }
  }
  const found = text.query.words.flatMap((word, position) => {
    const best = bests.get(position);
    if (!best || isCommon(word.word.word)) return [];
    const amount = Math.round(text.weights[position]! * best.worth * shorter * pointsPerWord);
    return amount > 0 ? [{ ...best.hit, amount, isTheme: best.isTheme }] : [];
  });
  return merged(found).sort((a, b) => b.amount - a.amount || (a.said < b.said ? -1 : 1));
}

/** Words that were found together as one synonym make one reason, and so does a word that was said twice. */
function merged(found: readonly (Found & { amount: number; isTheme: boolean })[]): QuestionMatchReason[] {
  const groups = new Map<string, { how: MatchReason["how"]; said: string[]; found: string; amount: number }>();
  for (const { how, said, found: as, amount, isTheme } of found) {
    const named = isTheme ? "theme" : howNames[how];
    const key = how === "synonym" ? `${named} ${as}` : `${named} ${said} ${as}`;
    const known = groups.get(key);
    if (!known) groups.set(key, { how: named, said: [said], found: as, amount });
    else {
      if (!known.said.includes(said)) known.said.push(said);
      if (how === "synonym") known.amount += amount;
    }
  }
  return [...groups.values()].map(({ said, ...group }) => ({ ...group, said: said.join(" ") }));
}

const howNames: Readonly<Record<How, MatchReason["how"]>> = {
  word: "word",
  stem: "stem",
  part: "part",
  family: "stem",
  synonym: "synonym",
  prefix: "part",
  spelling: "spelling",
};
