/** Finding one's way in a part of the parse tree. */

import type { Expression, LabelTest, PathPattern, Place, Query } from "../../interpreter/plan.ts";
import { refusePart } from "../language/refuse.ts";
import { nameIn, writtenAs } from "../language/source.ts";
import type { Part, Token } from "../language/syntax.ts";

/** What the makers of expressions, paths and queries need of one another, and the tokens that all of them look at. */
export interface Making {
  readonly tokens: readonly Token[];
  expression(part: Part): Expression;
  path(part: Part): PathPattern;
  labels(part: Part): LabelTest;
  /** The query that a part holds. */
  query(part: Part): Query;
}

export const ofRule = (part: Part | undefined, ...rules: readonly string[]): Part | undefined =>
  part?.parts.find(({ rule }) => rules.includes(rule));
export const allOfRule = (part: Part | undefined, rule: string): readonly Part[] =>
  part?.parts.filter((one) => one.rule === rule) ?? [];

/** The parts that are no single tokens. */
export const inner = (part: Part): readonly Part[] => part.parts.filter(({ rule }) => rule !== "");

/** Whether one of its own tokens is this word, in whatever case. */
export const hasWord = ({ parts }: Part, word: string): boolean =>
  parts.some(({ rule, text }) => rule === "" && text.toUpperCase() === word);

/** The first part after one of its own tokens. */
export function after({ parts }: Part, word: string): Part | undefined {
  const at = parts.findIndex(({ rule, text }) => rule === "" && text.toUpperCase() === word);
  return at < 0 ? undefined : parts.slice(at + 1).find(({ rule }) => rule !== "");
}

export const variableIn = (part: Part): string | undefined => {
  const variable = ofRule(part, "variable");
  return variable && nameIn(variable);
};

export const placeOf = (part: Part, { tokens }: Making): Place => {
  const token = tokens[part.first];
  return { line: token?.line ?? 1, column: token?.column ?? 1 };
};

/** Refuses what the interpreter has no word for. */
export function notHere(part: Part, { tokens }: Making): never {
  return refusePart(`The embedded engine does not know this: ${writtenAs(part, tokens).slice(0, 60)}`, part, tokens);
}
