import { kindOfValue } from "./kind.ts";
import type { Value } from "./value.ts";

/** A decimal number as Neo4j writes it: 1.0, 2.5E10. */
export function floatText(number: number): string {
  if (!Number.isFinite(number)) return String(number);
  if (Object.is(number, -0)) return "-0.0";
  const size = Math.abs(number);
  if (number === 0 || (size >= 1e-3 && size < 1e7)) {
    const text = String(number);
    return /\./.test(text) ? text : `${text}.0`;
  }
  const [digits = "", exponent = ""] = number.toExponential().split("e");
  return `${/\./.test(digits) ? digits : `${digits}.0`}E${exponent.replace("+", "")}`;
}

/** A value as toString() gives it; undefined for what has no text. */
export function textOfValue(value: Value): string | undefined {
  switch (typeof value) {
    case "string":
      return value;
    case "bigint":
    case "boolean":
      return String(value);
    case "number":
      return floatText(value);
    default:
      return value === null || ["list", "map", "node", "link", "path"].includes(kindOfValue(value))
        ? undefined
        : value.toString();
  }
}
