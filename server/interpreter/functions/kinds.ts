import { named } from "../values/operators.ts";
import type { Graph, Value } from "../values/value.ts";
import { WrongValue } from "../values/wrong-value.ts";

/** What a function may look at beside its values. */
export interface CallContext {
  readonly graph: Graph;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type Work = (values: readonly Value[], context: CallContext) => Value;

export interface FunctionKind {
  readonly least: number;
  readonly most: number;
  readonly work: Work;
}

/** A function that gives null as soon as one of its values is null. */
export function known<const Count extends readonly [number, number]>(
  [least, most]: Count,
  work: (values: readonly NonNullable<Value>[], context: CallContext) => Value,
): FunctionKind {
  return {
    least,
    most,
    work: (values, context) => (values.includes(null) ? null : work(values as NonNullable<Value>[], context)),
  };
}

/** A function of one value that may be null. */
export const any = (least: number, most: number, work: Work): FunctionKind => ({ least, most, work });

/** @throws WrongValue */
export function wrong(name: string, value: Value): never {
  throw new WrongValue(`${name}() cannot take ${named(value)}`);
}

export function textIn(name: string, value: Value | undefined): string {
  return typeof value === "string" ? value : wrong(name, value ?? null);
}

export function integerIn(name: string, value: Value | undefined): number {
  return typeof value === "bigint" ? Number(value) : wrong(name, value ?? null);
}
