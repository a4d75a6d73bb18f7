import type { Steps } from "../graph/steps.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { tellingOf, wordsOf } from "./words.ts";

/** How much of their pairs of letters two words share at least (Dice 1945): less than a correction asks, since a person chooses. */
const leastAlike = 0.35;
/** Words that are read in one step. */
const stepSize = 500;
/** Letters of a word that are looked at, so that the work is bounded. */
const mostLetters = 40;

const pairsOf = (word: string) =>
  new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)));

/** The words of the graph that look most like those of a text that nothing fits, best first, at most `most`. */
export function* nearestWordsInSteps(text: string, vocabulary: Vocabulary, most: number): Steps<string[]> {
  const typed = tellingOf(wordsOf(text)).map((word) => pairsOf(word.slice(0, mostLetters)));
  const alike: { word: string; likeness: number }[] = [];
  for (const [position, word] of vocabulary.correctable.entries()) {
    if (position % stepSize === 0) yield;
    const own = pairsOf(word);
    for (const pairs of typed) {
      const likeness = (2 * [...pairs].filter((pair) => own.has(pair)).length) / (own.size + pairs.size);
      if (likeness >= leastAlike && vocabulary.nodesWith.has(word)) alike.push({ word, likeness });
    }
  }
  const best = alike.sort((one, other) => other.likeness - one.likeness || (one.word < other.word ? -1 : 1));
  return [...new Set(best.map(({ word }) => word))].slice(0, most);
}
