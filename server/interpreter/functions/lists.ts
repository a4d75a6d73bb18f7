import { equals } from "../values/compare.ts";
import { isList, isMap, type Value } from "../values/value.ts";
import { WrongValue } from "../values/wrong-value.ts";
import { any, type FunctionKind, integerIn, known, wrong } from "./kinds.ts";

/** More items than anybody needs, and few enough to be made. */
const mostItems = 5_000_000;

function range(values: readonly Value[]): Value {
  const [from, to, step = 1] = values.map((value) => integerIn("range", value)) as [number, number, number?];
  if (step === 0) throw new WrongValue("The step of range() cannot be 0");
  const count = Math.max(0, Math.floor((to - from) / step) + 1);
  if (count > mostItems) throw new WrongValue(`A range has at most ${mostItems} items, and this one would have ${count}`);
  return Array.from({ length: count }, (_, index) => BigInt(from + index * step));
}

const listIn = (name: string, value: Value | undefined): readonly Value[] =>
  value !== undefined && isList(value) ? value : wrong(name, value ?? null);

export const listFunctions: Readonly<Record<string, FunctionKind>> = {
  size: known([1, 1], ([value = null]) =>
    typeof value === "string" ? BigInt([...value].length) : isList(value) ? BigInt(value.length) : wrong("size", value),
  ),
  isEmpty: known([1, 1], ([value = null]) =>
    isMap(value) ? value.size === 0 : typeof value === "string" || isList(value) ? value.length === 0 : wrong("isEmpty", value),
  ),
  head: known([1, 1], ([list]) => listIn("head", list)[0] ?? null),
  last: known([1, 1], ([list]) => listIn("last", list).at(-1) ?? null),
  tail: known([1, 1], ([list]) => listIn("tail", list).slice(1)),
  reverse: known([1, 1], ([value]) =>
    typeof value === "string" ? [...value].reverse().join("") : [...listIn("reverse", value)].reverse(),
  ),
  range: known([2, 3], range),
  nullIf: any(2, 2, ([one = null, other = null]) => (equals(one, other) === true ? null : one)),
};
