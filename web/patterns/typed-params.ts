import { fitsType, type ParamType, type ParamUse, paramUses, typeOfValue } from "./param-types.ts";
import { type Draft, paramsIn } from "./pattern-address.ts";

/** A $name of a pattern, what its value is, and the value; without one, it must still be given. */
export interface TypedParam {
  readonly use: ParamUse;
  readonly type: ParamType;
  readonly value: unknown;
  /** The pattern does not use it. */
  readonly isIdle: boolean;
}

/**
 * The $names of a pattern and those that have a value. What their values are is what somebody said, what the pattern says of them, or
 * what they look like, in that order, as far as it fits. Undefined when the values are not JSON.
 */
export function typedParams({ cypher, params, types }: Draft): readonly TypedParam[] | undefined {
  const values = paramsIn(params);
  if (!values) return undefined;
  const uses = paramUses(cypher);
  const idle = Object.keys(values).filter((name) => !uses.some((use) => use.name === name));
  return [...uses, ...idle.map((name): ParamUse => ({ name, type: "json" }))].map((use) => {
    const hasValue = Object.hasOwn(values, use.name);
    const value = hasValue ? values[use.name] : undefined;
    const wanted = [types?.[use.name], use.type === "json" ? undefined : use.type, hasValue ? typeOfValue(value) : "text"];
    const type = wanted.find((one) => one !== undefined && (!hasValue || fitsType(value, one))) ?? "json";
    return { use, type, value, isIdle: idle.includes(use.name) };
  });
}

export const typesOf = (draft: Draft): Draft["types"] =>
  Object.fromEntries((typedParams(draft) ?? []).map(({ use, type }) => [use.name, type]));
