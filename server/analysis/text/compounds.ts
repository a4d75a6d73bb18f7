/** How well a piece is known as a word of its own: 0 when it is not. */
export type Known = (piece: string) => number;

const shortest = 3;
const mostParts = 4;
/** Between the parts of a Dutch compound: *ontwikkeling-s-vraag*. */
const joints = ["", "s"];
/** When only the last part is known, both must be this long: *branche-organisatie*, not *inter-actieve*. */
const longEnough = 6;
/** Words that are mostly an ending when they stand last: *blijv-end*, *find-able*. */
const endings = new Set(["able", "end", "ends", "hip", "ing", "ion", "less", "name", "ness", "schap", "ward"]);

interface Split {
  readonly parts: readonly string[];
  readonly joined: number;
}

/** Fewer parts are better, then fewer joints, then the longer last part, which is the head of a Dutch compound. */
const better = (one: Split, other: Split) =>
  one.parts.length - other.parts.length ||
  one.joined - other.joined ||
  (other.parts.at(-1)?.length ?? 0) - (one.parts.at(-1)?.length ?? 0);

function splits(word: string, known: Known, most: number): Split[] {
  const whole: Split[] = known(word) > 0 && !endings.has(word) ? [{ parts: [word], joined: 0 }] : [];
  if (most === 1 || word.length < 2 * shortest) return whole;
  const found = [...whole];
  for (let at = shortest; at <= word.length - shortest; at++) {
    const head = word.slice(0, at);
    if (known(head) === 0) continue;
    for (const joint of joints) {
      if (!word.startsWith(joint, at)) continue;
      const tails = splits(word.slice(at + joint.length), known, most - 1);
      found.push(...tails.map(({ parts, joined }) => ({ parts: [head, ...parts], joined: joined + joint.length })));
    }
  }
  return found;
}

/**
 * The parts of a compound, in order; empty when it is none. Every part is a known word, or the last one is and long.
 *
 * Splits against the words of the data itself, as in Monz & De Rijke (2001); the choice between splits is by the number of parts
 * rather than by frequency (Koehn & Knight 2003), since a small graph has no frequencies to rely on.
 */
export function partsOf(word: string, known: Known): readonly string[] {
  if (/\d/.test(word)) return [];
  const whole = splits(word, known, mostParts).filter(({ parts }) => parts.length > 1);
  const [best] = whole.sort(better);
  if (best) return best.parts;
  for (let at = longEnough; at <= word.length - longEnough; at++) {
    if (known(word.slice(at)) > 0) return [word.slice(at)];
  }
  return [];
}
