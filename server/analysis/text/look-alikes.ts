import type { Steps } from "../graph/steps.ts";
import type { Budget } from "./budget.ts";

const shortestAlike = 8;
const leastAlike = 0.6;
const mostAlike = 3;
/** Words that are read in one step. */
const stepSize = 500;

/** The runs of three letters of a word, each once. */
const trigramsOf = (word: string) =>
  new Set(Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => word.slice(at, at + 3)));

/** Long words by the runs of three letters that they hold. */
export interface Trigrams {
  readonly words: readonly string[];
  /** How many runs each word has. */
  readonly sizes: Uint32Array;
  /** Indices of the words that hold a run. */
  readonly holders: ReadonlyMap<string, readonly number[]>;
}

export function* trigramsIn(all: readonly string[]): Steps<Trigrams> {
  const words = all.filter(({ length }) => length >= shortestAlike);
  const sizes = new Uint32Array(words.length);
  const holders = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    if (index % stepSize === 0) yield;
    const runs = trigramsOf(word);
    sizes[index] = runs.size;
    for (const run of runs) {
      const holding = holders.get(run);
      if (holding) holding.push(index);
      else holders.set(run, [index]);
    }
  }
  return { words, sizes, holders };
}

/**
 * The words that look most like a long `word`: Dice's coefficient (1945) of their runs of three letters, best first, at most three.
 * Only words that share a run are looked at, those of the rarest runs first. A step is a word that holds one.
 */
export function lookAlikes(word: string, { words, sizes, holders }: Trigrams, budget: Budget): string[] {
  if (word.length < shortestAlike) return [];
  const own = trigramsOf(word);
  const shared = new Map<number, number>();
  const lists = [...own].flatMap((run) => [holders.get(run) ?? []]).sort((a, b) => a.length - b.length);
  for (const list of lists)
    for (const index of list) {
      if (!budget.spend()) break;
      shared.set(index, (shared.get(index) ?? 0) + 1);
    }
  const alike: { word: string; likeness: number }[] = [];
  for (const [index, runs] of shared) {
    const likeness = (2 * runs) / (own.size + sizes[index]!);
    if (likeness >= leastAlike) alike.push({ word: words[index]!, likeness });
  }
  return alike
    .sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1))
    .slice(0, mostAlike)
    .map(({ word }) => word);
}
