import { AppError } from "../../../model/errors.ts";
import type { Part, Token } from "./syntax.ts";

/** Where a part or token begins, in words. */
const placeText = ({ line, column }: Pick<Token, "line" | "column">) => `line ${line}, column ${column}`;

/** @throws AppError QUERY_REFUSED */
export function refuse(why: string, at?: Pick<Token, "line" | "column">): never {
  throw new AppError("QUERY_REFUSED", at ? `${why} (${placeText(at)})` : why);
}

/** @throws AppError QUERY_REFUSED */
export function refusePart(why: string, part: Part, tokens: readonly Token[]): never {
  return refuse(why, tokens[part.first]);
}
