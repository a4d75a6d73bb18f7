import type { TypeTest } from "../plan.ts";
import { kindOfValue } from "../values/kind.ts";
import { isList, type Value } from "../values/value.ts";

/** Whether a value is what `IS ::` asks: null is of every kind, unless NOT NULL says otherwise. */
export function isOfType(value: Value, { is, notNull, tests = [] }: TypeTest): boolean {
  if (value === null) return is !== "nothing" && !notNull && (is !== "either" || tests.some((one) => isOfType(value, one)));
  switch (is) {
    case "anything":
      return true;
    case "nothing":
    case "null":
      return false;
    case "either":
      return tests.some((one) => isOfType(value, one));
    case "list":
      return isList(value) && value.every((item) => tests.every((one) => isOfType(item, one)));
    default:
      return kindOfValue(value) === is;
  }
}
