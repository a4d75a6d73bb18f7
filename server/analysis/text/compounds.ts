/** How well a piece is known as a word of its own: 0 when it is not. */
export type Known = (piece: string) => number;

export const shortestPart = 3;
/** Letters of the longest part: *beroepspraktijkvorming* has 22. It bounds the work on a word of any length. */
export const longestPart = 32;
const mostParts = 4;
/** Between the parts of a Dutch compound: *ontwikkeling-s-vraag*. */
export const joints = ["", "s"] as const;
const longestCompound = mostParts * longestPart + (mostParts - 1);
/** When only the last part is known, both must be this long: *branche-organisatie*, not *inter-actieve*. */
const longEnough = 6;
/** Words that are mostly an ending when they stand last: *blijv-end*, *find-able*. */
const endings = new Set(["able", "end", "ends", "hip", "ing", "ion", "less", "name", "ness", "schap", "ward"]);

/** Whether a piece of a compound can be its last part. */
export const standsLast = (piece: string, known: Known): boolean => !endings.has(piece) && known(piece) > 0;

interface Split {
  readonly parts: readonly string[];
  readonly joined: number;
}

/** Fewer parts are better, then fewer joints, then the longer last part, which is the head of a Dutch compound. */
const better = (one: Split, other: Split) =>
  one.parts.length - other.parts.length ||
  one.joined - other.joined ||
  (other.parts.at(-1)?.length ?? 0) - (one.parts.at(-1)?.length ?? 0);

/**
 * The best splits of a word's ends, each worked out once: what follows a part does not depend on what stands before it. So every
 * piece is looked up once, at most `longestPart` pieces for each letter.
 */
class Splits {
  readonly #word: string;
  readonly #known: Known;
  readonly #heads = new Map<number, readonly string[]>();
  readonly #best = new Map<number, Split | undefined>();

  constructor(word: string, known: Known) {
    this.#word = word;
    this.#known = known;
  }

  /** The best split of the word into two to `mostParts` parts. */
  ofWhole(): Split | undefined {
    return this.#inMore(0, mostParts);
  }

  /** The best split of what stands from `at` on, into `most` parts at most. */
  #from(at: number, most: number): Split | undefined {
    const key = at * (mostParts + 1) + most;
    if (this.#best.has(key)) return this.#best.get(key);
    const rest = this.#word.length - at <= longestPart ? this.#word.slice(at) : "";
    const whole = rest !== "" && standsLast(rest, this.#known) ? { parts: [rest], joined: 0 } : undefined;
    const best = whole ?? this.#inMore(at, most); // one part is fewer than any other split has
    this.#best.set(key, best);
    return best;
  }

  #inMore(at: number, most: number): Split | undefined {
    if (most === 1 || this.#word.length - at < 2 * shortestPart) return undefined;
    let best: Split | undefined;
    for (const head of this.#headsAt(at)) {
      for (const joint of joints) {
        const next = at + head.length + joint.length;
        if (!this.#word.startsWith(joint, next - joint.length) || this.#word.length - next < shortestPart) continue;
        const tail = this.#from(next, most - 1);
        if (!tail) continue;
        const split = { parts: [head, ...tail.parts], joined: joint.length + tail.joined };
        if (!best || better(split, best) < 0) best = split;
      }
    }
    return best;
  }

  /** The known pieces that start at `at` and leave room for another, shortest first. */
  #headsAt(at: number): readonly string[] {
    const seen = this.#heads.get(at);
    if (seen) return seen;
    const longest = Math.min(longestPart, this.#word.length - at - shortestPart);
    const heads: string[] = [];
    for (let length = shortestPart; length <= longest; length++) {
      const piece = this.#word.slice(at, at + length);
      if (this.#known(piece) > 0) heads.push(piece);
    }
    this.#heads.set(at, heads);
    return heads;
  }
}

/**
 * The parts of a compound, in order; empty when it is none. Every part is a known word, or the last one is and long.
 *
 * Splits against the words of the data itself, as in Monz & De Rijke (2001); the choice between splits is by the number of parts
 * rather than by frequency (Koehn & Knight 2003), since a small graph has no frequencies to rely on.
 */
export function partsOf(word: string, known: Known): readonly string[] {
  if (/\d/.test(word)) return [];
  const best = word.length <= longestCompound ? new Splits(word, known).ofWhole() : undefined;
  if (best) return best.parts;
  for (let at = Math.max(longEnough, word.length - longestPart); at <= word.length - longEnough; at++) {
    const last = word.slice(at);
    if (known(last) > 0) return [last];
  }
  return [];
}
