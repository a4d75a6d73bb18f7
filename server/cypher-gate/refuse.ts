import { AppError } from "../../model/errors.ts";
import type { Part, Token } from "./syntax.ts";

/** A pattern as the gate looks at it. */
export interface Source {
  readonly tokens: readonly Token[];
  readonly tree: Part;
}

/** Where a part or token begins, in words. */
const place = ({ line, column }: Pick<Token, "line" | "column">) => `line ${line}, column ${column}`;

/** @throws AppError QUERY_REFUSED */
export function refuse(why: string, at?: Pick<Token, "line" | "column">): never {
  throw new AppError("QUERY_REFUSED", at ? `${why} (${place(at)})` : why);
}

/** @throws AppError QUERY_REFUSED */
export function refusePart(why: string, part: Part, tokens: readonly Token[]): never {
  return refuse(why, tokens[part.first]);
}

/** The text of a part as it was written, without comments. */
export const writtenAs = (part: Part, tokens: readonly Token[]): string =>
  tokens
    .slice(part.first, part.last + 1)
    .map(({ kind, text, hidden }) => (hidden && kind !== "SPACE" ? " " : text))
    .join("");

/** Every part of a tree, the whole first. */
export function* allParts(part: Part): Generator<Part> {
  yield part;
  for (const inside of part.parts) yield* allParts(inside);
}
