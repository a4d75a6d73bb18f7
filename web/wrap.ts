/** Breaks a text into at most `lines` lines of about `width` characters, at spaces where it can; what does not fit ends in `…`. */
export function wrap(text: string, width: number, lines: number): string[] {
  const words = text.split(/\s+/).flatMap((word) => pieces(word, width));
  const rows: string[] = [];
  for (const word of words) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  if (rows.length <= lines) return rows;
  const kept = rows.slice(0, lines);
  const end = kept.at(-1) ?? "";
  return [...kept.slice(0, -1), `${end.length < width ? end : end.slice(0, width - 1)}…`];
}

/** A word, hyphenated where it is longer than a line. */
function pieces(word: string, width: number): string[] {
  if (word.length <= width + 2) return [word];
  const size = Math.ceil(word.length / Math.ceil(word.length / (width - 1)));
  const parts = Array.from({ length: Math.ceil(word.length / size) }, (_, part) => word.slice(part * size, (part + 1) * size));
  return parts.map((part, index) => (index < parts.length - 1 ? `${part}-` : part));
}
