import { list, number, type Size } from "../given/size.ts";
import { functionNameOf } from "../language/source.ts";
import type { Part } from "../language/syntax.ts";

/** Between which whole numbers a value lies. */
interface Span {
  readonly least: number;
  readonly most: number;
  /** Its bounds come from the size of a list that is there already, rather than from a number in the query. */
  readonly counted: boolean;
}

/** What is known of the parts of an expression. */
interface Known {
  /** Of a literal number or a parameter. */
  numberOf(part: Part): number | undefined;
  sizeOf(part: Part): Size;
}

/** The list that range(from, to, step) gives; undefined when its size is not known beforehand. */
export function sizeOfRange([from, to, step]: readonly Part[], known: Known): Size | undefined {
  const first = from && spanOf(from, known);
  const last = to && spanOf(to, known);
  const by = step ? spanOf(step, known) : { least: 1, most: 1 };
  if (!first || !last || !by || by.least !== by.most || by.least === 0) return undefined;
  const [low, high] = by.least > 0 ? [first.least, last.most] : [last.least, first.most];
  const counted = first.counted || last.counted;
  return list(Math.max(0, Math.floor((high - low) / Math.abs(by.least)) + 1), number, !counted);
}

function spanOf(part: Part, known: Known): Span | undefined {
  if (part.rule === "parenthesizedExpression" && part.parts[1]) return spanOf(part.parts[1], known);
  if (part.rule === "expression6") return spanOfSum(part, known);
  if (part.rule === "functionInvocation" && ["size", "length"].includes(functionNameOf(part))) {
    const argument = part.parts.find(({ rule }) => rule === "functionArgument")?.parts[0];
    return argument && { least: 0, most: known.sizeOf(argument).most, counted: true };
  }
  const value = known.numberOf(part);
  return value === undefined ? undefined : { least: value, most: value, counted: false };
}

function spanOfSum({ parts: [first, operator, second, ...more] }: Part, known: Known): Span | undefined {
  const one = first && spanOf(first, known);
  const other = second && spanOf(second, known);
  if (!one || !other || more.length > 0) return undefined;
  const counted = one.counted || other.counted;
  return operator?.text === "-"
    ? { least: one.least - other.most, most: one.most - other.least, counted }
    : { least: one.least + other.least, most: one.most + other.most, counted };
}
