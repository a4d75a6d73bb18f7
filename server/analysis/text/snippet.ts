import { everyWordOf, fold } from "./words.ts";

const wordsAround = 12;

/** A few words of `description` around `word`, or its first ones when there is none; whole when it is short. */
export function snippetOf(description: string, word: string | undefined): string {
  const pieces = description.split(/\s+/).filter((piece) => piece !== "");
  if (pieces.length <= 2 * wordsAround) return pieces.join(" ");
  const found = word === undefined ? -1 : pieceWith(word, pieces);
  const from = Math.max(0, found - wordsAround / 2);
  const shown = pieces.slice(from, from + 2 * wordsAround);
  return `${from > 0 ? "… " : ""}${shown.join(" ")}${from + shown.length < pieces.length ? " …" : ""}`;
}

/** The first piece that holds a word: most say it with the same letters, and only the others have to be read. */
function pieceWith(word: string, pieces: readonly string[]): number {
  const plain = pieces.findIndex((piece) => fold(piece).includes(word) && everyWordOf(piece).has(word));
  return plain >= 0 ? plain : pieces.findIndex((piece) => everyWordOf(piece).has(word));
}
