import { NodeId } from "../../model/graph.ts";
import { nodeKindNames, nodeKinds } from "../../model/kinds.ts";
import { patternLimits } from "../../model/patterns.ts";
import type { Address } from "../app/address.ts";
import { examples } from "./examples.ts";
import type { ParamType } from "./param-types.ts";

/** A pattern as it is typed: whether it can run is seen when it runs. */
export interface Draft {
  readonly cypher: string;
  /** JSON, as text. */
  readonly params: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly rows: number;
  /** What the values of some $names are, where somebody has said so. */
  readonly types?: Readonly<Record<string, ParamType>>;
}

/** How many rows a page shows. */
export const rowLimits = { standard: patternLimits.rows.standard, most: patternLimits.streamedRows.standard } as const;

export const paramsText = (params: Readonly<Record<string, unknown>>): string => JSON.stringify(params, null, 2);

/** The parameters as an object; undefined when the text is not one. */
export function paramsIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const params: unknown = JSON.parse(text.trim() || "{}");
    return typeof params === "object" && params !== null && !Array.isArray(params) ? { ...params } : undefined;
  } catch {
    return undefined;
  }
}

/** The pattern that an address holds; the first example when it holds none. */
export function draftIn({ voorbeeld, cypher, params, tijd, rijen, items }: Address["query"]): Draft {
  const chosen = items === undefined ? [] : items.split(",").flatMap((id) => NodeId.safeParse(id).data ?? []);
  if (chosen.length > 0) return { ...limitsIn(tijd, rijen), ...aboutItems(chosen) };
  const example = examples.find(({ id }) => id === voorbeeld) ?? (cypher === undefined ? examples[0] : undefined);
  return {
    cypher: cypher ?? example?.cypher ?? "",
    params: params ?? paramsText(example?.params ?? {}),
    ...limitsIn(tijd, rijen),
  };
}

const limitsIn = (tijd: string | undefined, rijen: string | undefined): Pick<Draft, "timeout" | "rows"> => ({
  timeout: within(tijd, 100, patternLimits.timeout),
  rows: within(rijen, 1, rowLimits),
});

/** A pattern of the items that were chosen elsewhere, as the builder would write it: to go on from. */
function aboutItems(ids: readonly NodeId[]): Pick<Draft, "cypher" | "params"> {
  const kinds = new Set(ids.map((id) => nodeKindNames.find((kind) => id.startsWith(`${kind}:`))));
  const [kind] = kinds;
  const [name, label] = kind && kinds.size === 1 ? [kind, nodeKinds[kind].label] : ["item", "Entity"];
  const cypher = `MATCH (${name}:${label})\nWHERE ${name}.id IN $${name}_ids\nRETURN ${name}\nORDER BY ${name}.name, ${name}.id`;
  return { cypher, params: paramsText({ [`${name}_ids`]: ids }) };
}

/** The address of a pattern: the name of an example for as long as it is that, and only what differs. */
export function draftQuery({ cypher, params, timeout, rows }: Draft): Address["query"] {
  const example = examples.find((one) => one.cypher === cypher);
  const sameParams = params === paramsText(example?.params ?? {});
  return {
    ...(example ? { voorbeeld: example.id } : { cypher }),
    ...(!sameParams && { params }),
    ...(timeout !== patternLimits.timeout.standard && { tijd: String(timeout) }),
    ...(rows !== rowLimits.standard && { rijen: String(rows) }),
  };
}

function within(text: string | undefined, least: number, { standard, most }: { standard: number; most: number }): number {
  const value = Number(text);
  return text === undefined || !Number.isInteger(value) ? standard : Math.min(Math.max(value, least), most);
}
