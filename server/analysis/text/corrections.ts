import { Budget } from "./budget.ts";
import { joints, type Known, longestPart, shortestPart, standsLast } from "./compounds.ts";
import { lookAlikes } from "./look-alikes.ts";
import { nearestWords, oneSlipFrom } from "./spelling.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Steps that may be taken for each letter of a word. A step is a row of distances, a word that shares three letters, or a third of
 * a piece that is looked up. A misspelt word of the project's own data takes about a third of them.
 */
export const stepsPerLetter = 1_000;
/** Letters for which there are steps: what a word of twenty letters may take is enough for any. */
export const mostLetters = 20;
/** A piece that is looked up costs its stem. */
const stepsPerPiece = 3;

export const correctionBudget = (word: string): Budget => new Budget(stepsPerLetter * Math.min(word.length, mostLetters));

const mostCorrections = 3;
const shortestCorrectedCompound = 8;

/**
 * What a word was meant to be: the known words nearest to it, all at the same distance, those in most nodes first; or a compound of
 * two known words one slip away; or what looks most like it. The best that is found within the budget.
 */
export function correctionsOf(word: string, vocabulary: Vocabulary, budget = correctionBudget(word)): string[] {
  const { words, slips } = nearestWords(word, vocabulary.correctable, budget);
  const often = (one: string) => vocabulary.nodesWith.get(one) ?? 0;
  const compound = slips > 1 ? correctedCompound(word, vocabulary, budget) : undefined;
  if (compound !== undefined) return [compound];
  if (words.length === 0) return lookAlikes(word, vocabulary.trigrams, budget);
  return words.sort((a, b) => often(b) - often(a) || (a < b ? -1 : 1)).slice(0, mostCorrections);
}

/** A compound of two known words, one slip from a long `word`: *leeruimte* → *leerruimte*. */
function correctedCompound(word: string, vocabulary: Vocabulary, budget: Budget): string | undefined {
  const longest = 2 * longestPart + 2;
  if (word.length < shortestCorrectedCompound || word.length > longest || /\d/.test(word)) return undefined;
  let best: { whole: string; weakest: number } | undefined;
  for (const parts of twoParts(word, counting(vocabulary, budget), budget)) {
    const whole = parts.head + parts.joint + parts.tail;
    const weakest = Math.min(...[parts.head, parts.tail].map((part) => vocabulary.nodesWith.get(part) ?? 0));
    if (!best || weakest > best.weakest || (weakest === best.weakest && whole < best.whole)) best = { whole, weakest };
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

/** Two known parts that make a word one slip from `word`: the slip is in one of them, beside the joint, or swaps across it. */
function* twoParts(word: string, known: Known, budget: Budget): Generator<TwoParts> {
  for (let at = shortestPart; at <= word.length - shortestPart && !budget.isSpent; at++) {
    const [head, rest] = [word.slice(0, at), word.slice(at)];
    if (known(head) > 0)
      for (const other of oneSlipFrom(rest))
        for (const joint of joints) {
          const tail = other.slice(joint.length);
          if (other.startsWith(joint) && standsLast(tail, known)) yield { head, joint, tail };
        }
    if (standsLast(rest, known))
      for (const joint of joints) {
        if (!head.endsWith(joint)) continue;
        for (const other of oneSlipFrom(head.slice(0, head.length - joint.length)))
          if (known(other) > 0) yield { head: other, joint, tail: rest };
      }
    const swapped = { head: head.slice(0, -1) + rest[0], joint: "", tail: head.at(-1) + rest.slice(1) };
    if (known(swapped.head) > 0 && standsLast(swapped.tail, known)) yield swapped;
  }
}
