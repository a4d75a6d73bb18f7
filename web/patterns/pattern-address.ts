import { patternLimits } from "../../model/patterns.ts";
import type { Address } from "../app/address.ts";
import { examples } from "./examples.ts";

/** A pattern as it is typed: whether it can run is seen when it runs. */
export interface Draft {
  readonly cypher: string;
  /** JSON, as text. */
  readonly params: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly rows: number;
}

export const paramsText = (params: Readonly<Record<string, unknown>>): string => JSON.stringify(params, null, 2);

/** The pattern that an address holds; the first example when it holds none. */
export function draftIn({ voorbeeld, cypher, params, tijd, rijen }: Address["query"]): Draft {
  const example = examples.find(({ id }) => id === voorbeeld) ?? (cypher === undefined ? examples[0] : undefined);
  return {
    cypher: cypher ?? example?.cypher ?? "",
    params: params ?? paramsText(example?.params ?? {}),
    timeout: within(tijd, 100, patternLimits.timeout),
    rows: within(rijen, 1, patternLimits.rows),
  };
}

/** The address of a pattern: the name of an example for as long as it is that, and only what differs. */
export function draftQuery({ cypher, params, timeout, rows }: Draft): Address["query"] {
  const example = examples.find((one) => one.cypher === cypher);
  const sameParams = params === paramsText(example?.params ?? {});
  return {
    ...(example ? { voorbeeld: example.id } : { cypher }),
    ...(!sameParams && { params }),
    ...(timeout !== patternLimits.timeout.standard && { tijd: String(timeout) }),
    ...(rows !== patternLimits.rows.standard && { rijen: String(rows) }),
  };
}

function within(text: string | undefined, least: number, { standard, most }: { standard: number; most: number }): number {
  const value = Number(text);
  return text === undefined || !Number.isInteger(value) ? standard : Math.min(Math.max(value, least), most);
}
