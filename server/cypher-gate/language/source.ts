import type { Part, Token } from "./syntax.ts";

/** A pattern as the gate looks at it. */
export interface Source {
  readonly tokens: readonly Token[];
  readonly tree: Part;
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

/** The name of a function that is called, with its namespace. */
export const functionAsWritten = (part: Part): string =>
  [...allParts(part.parts[0] ?? part)]
    .filter(({ rule }) => rule === "name")
    .map(({ text }) => text)
    .join(".");

/** The same in lower case: the case of a function's name means nothing. */
export const functionNameOf = (part: Part): string => functionAsWritten(part).toLowerCase();

/** The name that a part is, or holds first; empty when it holds none. */
export const nameIn = (part: Part | undefined): string =>
  [...(part ? allParts(part) : [])].find(({ rule }) => rule === "name")?.text ?? "";

/** The name of a parameter, which may be a number. */
export const parameterNameOf = (part: Part): string =>
  [...allParts(part)].map(({ rule, text }) => (rule === "" && text === "$" ? "" : text)).join("");

const aggregates: ReadonlySet<string> = new Set(
  "count sum avg min max collect stdev stdevp percentilecont percentiledisc".split(" "),
);

/** Whether it gathers a value from several rows. */
export const isAggregate = (part: Part): boolean =>
  part.rule === "countStar" || (part.rule === "functionInvocation" && aggregates.has(functionNameOf(part)));
