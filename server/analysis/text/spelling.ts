/**
 * The number of letters to insert, delete, replace or swap with a neighbour to make `other` from `word`, or more than `most` when it
 * takes more than that. Damerau (1964), in the restricted form that touches no letter twice.
 */
export function distance(word: string, other: string, most: number): number {
  if (Math.abs(word.length - other.length) > most) return most + 1;
  // Three rows of the table of distances; every column is in range, so none can be absent.
  const columns = other.length + 1;
  let before = new Int32Array(columns);
  let row = Int32Array.from({ length: columns }, (_, column) => column);
  let next = new Int32Array(columns);
  for (let i = 1; i <= word.length; i++) {
    next[0] = i;
    let least = i;
    for (let j = 1; j < columns; j++) {
      const replaced = row[j - 1]! + (word[i - 1] === other[j - 1] ? 0 : 1);
      let slips = Math.min(row[j]! + 1, next[j - 1]! + 1, replaced);
      const swapped = i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
      if (swapped) slips = Math.min(slips, before[j - 2]! + 1);
      next[j] = slips;
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    [before, row, next] = [row, next, before];
  }
  return row[other.length]!;
}

/** How many slips a word of this length may hold: none under 4 letters, one under 8, else two. */
export const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

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
