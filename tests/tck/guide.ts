import { join } from "node:path";

/** The guide that tells how the TCK ended, between two marks for each engine. */
export const guide = join(import.meta.dirname, "..", "..", "docs", "patterns.md");

const marks = (engine: string) => [`<!-- tck ${engine} -->`, `<!-- end of tck ${engine} -->`] as const;

export function tableIn(text: string, engine: string): string {
  const [begin, end] = marks(engine);
  return text.slice(text.indexOf(begin) + begin.length, text.indexOf(end)).trim();
}

export function withTable(text: string, engine: string, table: string): string {
  const [begin, end] = marks(engine);
  return `${text.slice(0, text.indexOf(begin) + begin.length)}\n${table}\n${text.slice(text.indexOf(end))}`;
}
