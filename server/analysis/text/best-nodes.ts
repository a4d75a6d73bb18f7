import type { Steps } from "../graph/steps.ts";
import { type Found, fieldOf, findIn } from "./find.ts";
import type { AnalysedQuery } from "./query.ts";
import { bestWorths, coveredWorth, partWorth, type RankedField, rounded, scoreOf } from "./rank.ts";
import { byScore, type ScoredNode, TopNodes } from "./top-nodes.ts";
import { occurrenceCodes, occurrenceOf, type Part, type WordIndex } from "./word-index.ts";
import { wordsFor } from "./words-for.ts";

/** What a search comes to. */
export interface BestNodes {
  /** Best first. */
  readonly nodes: readonly ScoredNode[];
  /** The first word of a node's Dutch description in which the query is found. */
  readonly wordIn: (node: number) => string | undefined;
  /** What each word of the query that is found in a node leads to at best, in the order of the query. */
  readonly whyIn: (node: number) => readonly FoundWord[];
}

/** A word of a query as it stands in a node, and in which of its texts. */
export interface FoundWord extends Found {
  readonly part: Part;
}

/** So many nodes are scored exactly at most, unless more are asked for; the others are known by what they are worth at best. */
const mostScored = 300;

/** What an occurrence says at best: the more words of a query stand in a name, the more it is worth. */
function worthOfOccurrences(mostFound: number): Float64Array {
  return Float64Array.from({ length: occurrenceCodes }, (_, code) => {
    const { part, length } = occurrenceOf(code);
    return partWorth[part] * (part === "description" ? 1 : coveredWorth(mostFound, length));
  });
}

/** Sums for every node, lent to one search at a time, and given back empty. */
class Sums {
  /** What the word that is added is worth: beside others of the query, and when no other stands in the node. */
  readonly #best: Float64Array;
  readonly #bestAlone: Float64Array;
  readonly #got: Float64Array;
  readonly #gotAlone: Float64Array;
  readonly #there: Float64Array;
  /** How many words of the query stand in a node. */
  readonly #found: Int32Array;
  /** Nodes with a sum, and those with one for the word that is added. */
  readonly #touched: Int32Array;
  readonly #here: Int32Array;
  #size = 0;

  constructor(nodes: number) {
    const sums = () => new Float64Array(nodes);
    [this.#best, this.#bestAlone, this.#got, this.#gotAlone, this.#there] = [sums(), sums(), sums(), sums(), sums()];
    [this.#found, this.#touched, this.#here] = [new Int32Array(nodes), new Int32Array(nodes), new Int32Array(nodes)];
  }

  /**
   * Adds what one word of a query is worth in each node at best.
   *
   * @param beside what an occurrence is worth when the query's other words stand in the node too
   * @param alone when they do not; the same array when there are no others
   */
  add(words: ReadonlyMap<number, number>, weight: number, index: WordIndex, beside: Float64Array, alone: Float64Array): void {
    const [best, bestAlone] = [this.#best, this.#bestAlone];
    const isOnly = beside === alone;
    let size = 0;
    for (const [word, worthOfWord] of words) {
      const { nodes, codes } = index.occurrencesOf(word);
      for (let occurrence = 0; occurrence < nodes.length; occurrence++) {
        const node = nodes[occurrence]!;
        const code = codes[occurrence]!;
        if (best[node] === 0) this.#here[size++] = node;
        const most = worthOfWord * beside[code]!;
        if (most > best[node]!) best[node] = most;
        if (isOnly) continue;
        const mostAlone = worthOfWord * alone[code]!;
        if (mostAlone > bestAlone[node]!) bestAlone[node] = mostAlone;
      }
    }
    for (let at = 0; at < size; at++) {
      const node = this.#here[at]!;
      if (this.#found[node] === 0) this.#touched[this.#size++] = node;
      this.#found[node]! += 1;
      this.#got[node]! += weight * best[node]!;
      this.#gotAlone[node] = weight * (isOnly ? best : bestAlone)[node]!;
      this.#there[node]! += weight;
      best[node] = 0;
      bestAlone[node] = 0;
    }
  }

  /** The nodes that may be worth most, by what they are worth at best. */
  promising(total: number, most: number, counts: (node: number) => boolean): ScoredNode[] {
    const top = new TopNodes(most);
    const half = 0.5 / total;
    let [leastScore, leastNode] = [0, 0];
    for (let at = 0; at < this.#size; at++) {
      const node = this.#touched[at]!;
      const got = (this.#found[node] === 1 ? this.#gotAlone : this.#got)[node]!;
      const most = (got / total) * (0.5 + half * this.#there[node]!);
      if (most < leastScore || (most === leastScore && node > leastNode) || !counts(node)) continue;
      top.offer(node, most);
      if (top.worst) ({ score: leastScore, node: leastNode } = top.worst);
    }
    // Rounded as scores are, so that those that are alike stand in the order of the index.
    return top
      .sorted()
      .map(({ node, score }) => ({ node, score: rounded(score) }))
      .sort(byScore);
  }

  clear(): void {
    for (let at = 0; at < this.#size; at++) {
      const node = this.#touched[at]!;
      this.#got[node] = 0;
      this.#there[node] = 0;
      this.#found[node] = 0;
    }
    this.#size = 0;
  }
}
const lent = new WeakMap<WordIndex, Sums[]>();

/**
 * The nodes that fit a query best, as `rankHits` orders them, without looking at all: what a node is worth at best follows from where
 * the words stand, so that nodes are scored exactly in that order, until no other can come among the best (Fagin, Lotem & Naor 2003).
 * A step for each word of the query, and one for some nodes that are scored.
 *
 * @param counts whether a node may be among them
 */
export function* bestNodes(
  query: AnalysedQuery,
  index: WordIndex,
  limit: number,
  counts: (node: number) => boolean = () => true,
): Steps<BestNodes> {
  const free = lent.get(index) ?? [];
  lent.set(index, free);
  const sums = free.pop() ?? new Sums(index.nodes);
  try {
    const isWanted = new Uint8Array(index.words.length);
    const longer = query.synonyms.map(({ phrases }) => Math.max(0, ...phrases.map((phrase) => phrase.length - 1)));
    const more = longer.reduce((sum, words) => sum + words, 0);
    const beside = worthOfOccurrences(query.words.length + more);
    const alone = query.words.length === 1 ? beside : worthOfOccurrences(1 + more);
    for (const [position, { weight }] of query.words.entries()) {
      yield;
      const words = wordsFor(query, position, index);
      for (const word of words.keys()) isWanted[word] = 1;
      sums.add(words, weight, index, beside, alone);
    }
    yield;
    const total = query.words.reduce((sum, { weight }) => sum + weight, 0);
    const nodes = yield* scored(query, index, isWanted, sums.promising(total, Math.max(mostScored, limit), counts), limit);
    return { nodes, wordIn: wordFinder(query, index, isWanted), whyIn: whyFinder(query, index, isWanted) };
  } finally {
    sums.clear();
    free.push(sums);
  }
}

/** Nodes that are scored in one step. */
const stepSize = 50;

/** @param promised those that are worth most at best, in that order */
function* scored(
  query: AnalysedQuery,
  index: WordIndex,
  isWanted: Uint8Array,
  promised: readonly ScoredNode[],
  limit: number,
): Steps<ScoredNode[]> {
  const best = new TopNodes(limit);
  for (const [position, candidate] of promised.entries()) {
    if (best.worst && byScore(best.worst, candidate) < 0) break;
    if (position % stepSize === stepSize - 1) yield;
    const score = scoreOf(query, bestWorths(query, fieldsOf(candidate.node, index, isWanted)));
    if (score > 0) best.offer(candidate.node, score);
  }
  return best.sorted();
}

function* fieldsOf(node: number, index: WordIndex, isWanted: Uint8Array): Generator<RankedField> {
  for (const indexed of index.fieldsOf(node))
    for (const language of indexed.languages) {
      const field = index.fieldWith(indexed, language, isWanted);
      if (field) yield { part: indexed.part, field };
    }
}

function whyFinder(query: AnalysedQuery, index: WordIndex, isWanted: Uint8Array): BestNodes["whyIn"] {
  return (node) => {
    const fields = [...fieldsOf(node, index, isWanted)];
    return query.words.flatMap((_, position) => {
      const found = fields.flatMap(({ part, field }) => {
        const one = findIn(field, query, position);
        return one ? [{ ...one, part }] : [];
      });
      return found.toSorted((one, other) => other.worth * partWorth[other.part] - one.worth * partWorth[one.part]).slice(0, 1);
    });
  };
}

/** Many descriptions share their words, so each word is looked at once. */
function wordFinder(query: AnalysedQuery, index: WordIndex, isWanted: Uint8Array): BestNodes["wordIn"] {
  const fits = new Map<number, boolean>();
  const isFound = (word: number): boolean => {
    const field = fieldOf([index.words[word]!], "nl", 1);
    return query.words.some((_, position) => findIn(field, query, position));
  };
  return (node) => {
    for (const word of index.textOf(node, "description", "nl").words) {
      if (isWanted[word] === 0) continue;
      const known = fits.get(word) ?? isFound(word);
      fits.set(word, known);
      if (known) return index.words[word]!.word;
    }
    return undefined;
  };
}
