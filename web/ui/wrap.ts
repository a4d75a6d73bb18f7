/** Stands where a word is broken, and nowhere else: HYPHEN, not the hyphen-minus of the keyboard. */
export const broken = "\u2010";

/** A word of up to so many letters is not broken: it is easier to read, and to call by its name. */
const unbroken = 28;

/**
 * Breaks a text into at most `lines` lines of about `width` characters, at spaces where it can. What does not fit is
 * left out word by word, and ends in `…`.
 */
export function wrap(text: string, width: number, lines: number): string[] {
  const words = text.split(/\s+/).flatMap((word) => pieces(word, width));
  const rows: string[] = [];
  for (const word of words) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  if (rows.length <= lines) return rows;
  const end = rows[lines - 1] ?? "";
  const shorter = end.length < width || !end.includes(" ") ? end : end.slice(0, end.lastIndexOf(" "));
  return withoutHalfAside([...rows.slice(0, lines - 1), `${shorter}…`]);
}

/** What is left out takes the bracket along that would not be closed. */
function withoutHalfAside(rows: readonly string[]): string[] {
  const text = rows.join("\n");
  const cut = text.search(/\s*\([^)]*$/);
  return cut > 0 ? `${text.slice(0, cut)}…`.split("\n") : [...rows];
}

/** A word, hyphenated where it is far longer than a line. */
function pieces(word: string, width: number): string[] {
  if (word.length <= Math.max(width + 2, unbroken)) return [word];
  const size = Math.ceil(word.length / Math.ceil(word.length / (width - 1)));
  const parts = Array.from({ length: Math.ceil(word.length / size) }, (_, part) => word.slice(part * size, (part + 1) * size));
  return parts.map((part, index) => (index < parts.length - 1 ? `${part}${broken}` : part));
}

/** The lines as text that reads on: a space between words, nothing within one. */
export const readOn = (lines: readonly string[]): string[] =>
  lines.map((line, index) => (index === lines.length - 1 || line.endsWith(broken) ? line : `${line} `));
