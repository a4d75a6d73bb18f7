import type { Steps } from "../graph/steps.ts";
import { Budget } from "./budget.ts";
import { joints, type Known, longestPart, shortestPart, standsLast } from "./compounds.ts";
import { lookAlikes } from "./look-alikes.ts";
import { nearestInSteps, oneSlipFrom } from "./spelling.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Steps that may be taken for each letter of a word. A step is a row of distances, a word that shares three letters, or a quarter of
 * a piece that is looked up. A misspelt word of the project's own data takes about a third of them.
 */
export const stepsPerLetter = 1_000;
/** Letters for which there are steps: what a word of twenty letters may take is enough for any. */
export const mostLetters = 20;
/** A piece that is looked up costs its stem. */
export const stepsPerPiece = 4;

export const correctionBudget = (word: string): Budget => new Budget(stepsPerLetter * Math.min(word.length, mostLetters));

const mostCorrections = 3;
const shortestCorrectedCompound = 8;

/**
 * What a word was meant to be: the known words nearest to it, all at the same distance, those in most nodes first; or a compound of
 * two known words one slip away; or what looks most like it. The best that is found within the budget.
 */
export function* correctionsInSteps(word: string, vocabulary: Vocabulary, budget = correctionBudget(word)): Steps<string[]> {
  const { words, slips } = yield* nearestInSteps(word, vocabulary.correctable, budget);
  const often = (one: string) => vocabulary.nodesWith.get(one) ?? 0;
  const compound = slips > 1 ? yield* correctedCompound(word, vocabulary, budget) : undefined;
  if (compound !== undefined) return [compound];
  if (words.length === 0) return lookAlikes(word, vocabulary.trigrams, budget);
  return words.sort((a, b) => often(b) - often(a) || (a < b ? -1 : 1)).slice(0, mostCorrections);
}

/** A compound of two known words, one slip from a long `word`: *leeruimte* → *leerruimte*. */
function* correctedCompound(word: string, vocabulary: Vocabulary, budget: Budget): Steps<string | undefined> {
  const longest = 2 * longestPart + 2;
  if (word.length < shortestCorrectedCompound || word.length > longest || /\d/.test(word)) return undefined;
  const known = counting(vocabulary, budget);
  let best: { whole: string; weakest: number } | undefined;
  for (let at = shortestPart; at <= word.length - shortestPart && !budget.isSpent; at++) {
    for (const around of [withHead, withTail, swappedAcross]) {
      yield;
      for (const { head, joint, tail } of around(word.slice(0, at), word.slice(at), known)) {
        const whole = head + joint + tail;
        const weakest = Math.min(...[head, tail].map((part) => vocabulary.nodesWith.get(part) ?? 0));
        if (!best || weakest > best.weakest || (weakest === best.weakest && whole < best.whole)) best = { whole, weakest };
      }
    }
  }
  return best?.whole;
}

/** Looks each piece up once, and knows none when the budget is spent. */
function counting({ known }: Vocabulary, budget: Budget): Known {
  const seen = new Map<string, number>();
  return (piece) => {
    const before = seen.get(piece);
    if (before !== undefined) return before;
    const found = piece.length >= shortestPart && piece.length <= longestPart && budget.spend(stepsPerPiece) ? known(piece) : 0;
    seen.set(piece, found);
    return found;
  };
}

interface TwoParts {
  readonly head: string;
  readonly joint: string;
  readonly tail: string;
}

/** Two known parts that make a word one slip from `head` and `rest` together, the first of which is `head`. */
function* withHead(head: string, rest: string, known: Known): Generator<TwoParts> {
  if (known(head) === 0) return;
  for (const other of oneSlipFrom(rest))
    for (const joint of joints) {
      const tail = other.slice(joint.length);
      if (other.startsWith(joint) && standsLast(tail, known)) yield { head, joint, tail };
    }
}

/** The same, the last of which is `rest`. */
function* withTail(head: string, rest: string, known: Known): Generator<TwoParts> {
  if (!standsLast(rest, known)) return;
  for (const joint of joints) {
    if (!head.endsWith(joint)) continue;
    for (const other of oneSlipFrom(head.slice(0, head.length - joint.length)))
      if (known(other) > 0) yield { head: other, joint, tail: rest };
  }
}

/** The same, with the letters on both sides of the cut swapped. */
function* swappedAcross(head: string, rest: string, known: Known): Generator<TwoParts> {
  const swapped = { head: head.slice(0, -1) + rest[0], joint: "", tail: head.at(-1) + rest.slice(1) };
  if (known(swapped.head) > 0 && standsLast(swapped.tail, known)) yield swapped;
}
