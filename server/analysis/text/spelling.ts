import type { Steps } from "../graph/steps.ts";
import type { Budget } from "./budget.ts";

/** How many slips a word of this length may hold: none under 4 letters, one under 8, else two. */
export const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** The position of the first word that is not before `word`. */
export function positionOf(word: string, sorted: readonly string[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Rows of the table of distances between one word and others, which are given in order: what the next one starts with in common
 * with the one before is not counted again, so that a sorted list is gone through as if it were a trie. Only the cells are filled
 * that can hold `most` slips or fewer, at most 2 × `most` + 1 in a row.
 */
class SharedRows {
  readonly #word: string;
  readonly #most: number;
  readonly #width: number;
  /** Row after row; the cell for column j of row i stands at j − i + `most`. */
  readonly #cells: Uint8Array;
  #letters = "";

  constructor(word: string, most: number) {
    this.#word = word;
    this.#most = most;
    this.#width = 2 * most + 1;
    this.#cells = new Uint8Array((word.length + most + 1) * this.#width);
    for (let j = 0; j <= most; j++) this.#cells[j + most] = j;
    for (let j = -most; j < 0; j++) this.#cells[j + most] = most + 1;
  }

  /** How many letters of `other` are counted already. */
  shared(other: string): number {
    const most = Math.min(other.length, this.#letters.length);
    let letters = 0;
    while (letters < most && other[letters] === this.#letters[letters]) letters++;
    return letters;
  }

  /**
   * Counts on from what is shared, a row for each letter. Gives how many letters of `other` already take more than `most` slips,
   * whatever follows them, or 0 when it can be counted to its end.
   */
  count(other: string, budget: Budget): number {
    for (let row = this.shared(other) + 1; row <= other.length; row++) {
      this.#letters = other.slice(0, row);
      if (row > this.#word.length + this.#most || !budget.spend() || this.#fill(other, row) > this.#most) {
        this.#letters = other.slice(0, row - 1);
        return row;
      }
    }
    this.#letters = other;
    return 0;
  }

  /** The slips between the word and the one that was counted to its end. */
  get slips(): number {
    return this.#at(this.#letters.length, this.#word.length);
  }

  #at(row: number, column: number): number {
    const cell = column - row + this.#most;
    return cell < 0 || cell >= this.#width ? this.#most + 1 : this.#cells[row * this.#width + cell]!;
  }

  /** Fills a row, and gives its least cell. */
  #fill(other: string, row: number): number {
    const most = this.#most;
    const letter = other[row - 1];
    let least = most + 1;
    for (let cell = 0; cell < this.#width; cell++) {
      const column = row + cell - most;
      let slips = most + 1;
      if (column === 0) slips = Math.min(row, most + 1);
      else if (column > 0 && column <= this.#word.length) {
        const own = this.#word[column - 1];
        slips = Math.min(
          slips,
          this.#at(row - 1, column - 1) + (own === letter ? 0 : 1),
          this.#at(row - 1, column) + 1,
          cell > 0 ? this.#cells[row * this.#width + cell - 1]! + 1 : most + 1,
        );
        if (row > 1 && column > 1 && own === other[row - 2] && this.#word[column - 2] === letter)
          slips = Math.min(slips, this.#at(row - 2, column - 2) + 1);
      }
      this.#cells[row * this.#width + cell] = slips;
      if (slips < least) least = slips;
    }
    return least;
  }
}

/** Comes after every letter. */
const afterAll = "\uffff";

/**
 * The words of a sorted list that take `most` slips or fewer to make from `word`: letters inserted, deleted, replaced, or swapped with
 * a neighbour (Damerau 1964, in the restricted form that touches no letter twice). A stretch of the list whose common start takes
 * more is passed over at once (Schulz & Mihov 2002 do so with an automaton). A step is a row of the table of distances.
 */
export function withinSlips(word: string, sorted: readonly string[], most: number, budget: Budget): string[] {
  const rows = new SharedRows(word, most);
  const found: string[] = [];
  for (let at = 0; at < sorted.length; ) {
    const other = sorted[at] ?? "";
    const tooFar = rows.count(other, budget);
    if (tooFar > 0) {
      if (!budget.spend()) break;
      at = positionOf(other.slice(0, tooFar) + afterAll, sorted);
      continue;
    }
    if (rows.slips <= most) found.push(other);
    at++;
  }
  return found;
}

/** The words of a sorted list that take the fewest slips to make from `word`, if as few as its length allows: a step for each slip. */
export function* nearestInSteps(
  word: string,
  sorted: readonly string[],
  budget: Budget,
): Steps<{ words: string[]; slips: number }> {
  for (let most = 1; most <= slipsAllowed(word.length); most++) {
    const words = withinSlips(word, sorted, most, budget);
    if (words.length > 0) return { words, slips: most };
    yield;
  }
  return { words: [], slips: Number.POSITIVE_INFINITY };
}

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** Every word that is one slip away. */
export function* oneSlipFrom(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    for (const letter of letters) yield head + letter + tail;
    if (tail === "") continue;
    yield head + tail.slice(1);
    for (const letter of letters) yield head + letter + tail.slice(1);
    if (tail.length > 1) yield `${head}${tail[1]}${tail[0]}${tail.slice(2)}`;
  }
}
