import { integer } from "../values/operators.ts";
import { isList, isNumber, type Value } from "../values/value.ts";
import { WrongValue } from "../values/wrong-value.ts";
import { any, type FunctionKind, known, wrong } from "./kinds.ts";

function numberIn(name: string, value: Value | undefined): number | bigint {
  return value !== undefined && isNumber(value) ? value : wrong(name, value ?? null);
}

const ofFloat = (name: string, work: (number: number) => number): [string, FunctionKind] => [
  name,
  known([1, 1], ([value]) => work(Number(numberIn(name, value)))),
];

const floats = Object.fromEntries(
  Object.entries({
    ceil: Math.ceil,
    floor: Math.floor,
    sqrt: Math.sqrt,
    exp: Math.exp,
    log: Math.log,
    log10: Math.log10,
    sin: Math.sin,
    cos: Math.cos,
    tan: Math.tan,
    cot: (number: number) => 1 / Math.tan(number),
    asin: Math.asin,
    acos: Math.acos,
    atan: Math.atan,
    sinh: Math.sinh,
    cosh: Math.cosh,
    tanh: Math.tanh,
    coth: (number: number) => 1 / Math.tanh(number),
    degrees: (number: number) => (number * 180) / Math.PI,
    radians: (number: number) => (number / 180) * Math.PI,
    haversin: (number: number) => (1 - Math.cos(number)) / 2,
  }).map(([name, work]) => ofFloat(name, work)),
);

const roundings: Readonly<Record<string, (size: number, half: boolean) => number>> = {
  UP: Math.ceil,
  DOWN: Math.floor,
  HALF_UP: (size, half) => (half ? Math.floor(size) + 1 : Math.round(size)),
  HALF_DOWN: (size, half) => (half ? Math.floor(size) : Math.round(size)),
  HALF_EVEN: (size, half) => (half ? 2 * Math.round(Math.floor(size) / 2 + (Math.floor(size) % 2 ? 0.5 : 0)) : Math.round(size)),
};

/** A number that is rounded to a whole one goes through a long integer, which ends here. */
const longest = 2 ** 63;

/** To a whole number halves go up, as in -2.5 to -2; with a precision or a mode away from zero, unless the mode says otherwise. */
function round(values: readonly Value[]): Value {
  const [value, places = 0n, mode] = values;
  const number = Number(numberIn("round", value));
  if (typeof places !== "bigint" || places < 0n) return wrong("round", places);
  if (!Number.isFinite(number)) return number;
  // Neo4j has no negative nothing here.
  if (places === 0n && mode === undefined) return Math.min(longest, Math.max(-longest, Math.round(number))) + 0;
  const digits = Number(places);
  const name = mode === undefined ? "HALF_UP" : String(mode);
  const size = Number(`${Math.abs(number)}e${digits}`);
  if (!Number.isFinite(size) || !Number.isFinite(number)) return number;
  const half = size - Math.floor(size) === 0.5;
  const sign = number < 0 ? -1 : 1;
  const rounding = roundings[name];
  const directed = name === "CEILING" ? (sign > 0 ? "UP" : "DOWN") : name === "FLOOR" ? (sign > 0 ? "DOWN" : "UP") : name;
  const work = rounding ?? roundings[directed];
  if (!work) throw new WrongValue(`round() does not know the mode ${name}`);
  const rounded = sign * Number(`${work(size, half)}e-${digits}`);
  return Number.isFinite(rounded) ? rounded + 0 : number;
}

function toInteger(name: string, value: Value, strict: boolean): Value {
  if (typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (typeof value === "number") {
    return nearestInteger(value);
  }
  if (typeof value === "string") return integerOfText(value);
  return strict ? wrong(name, value) : null;
}

/** As Java turns a double into a long: what is no number is 0, and what is too large is the largest there is. */
function nearestInteger(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n];
  if (Math.abs(value) >= 2 ** 63) return value < 0 ? least : most;
  return BigInt(Math.trunc(value));
}

function integerOfText(text: string): Value {
  if (text !== text.trim()) return null;
  if (/^[+-]?\d+$/.test(text)) {
    const value = BigInt(text);
    return BigInt.asIntN(64, value) === value ? value : null;
  }
  const float = floatOfText(text);
  if (float === null || !Number.isFinite(float)) return null;
  const whole = BigInt(Math.trunc(float));
  return BigInt.asIntN(64, whole) === whole ? whole : null;
}

function floatOfText(text: string): number | null {
  const trimmed = text.trim();
  if (/^[+-]?(NaN|Infinity)$/.test(trimmed)) return Number(trimmed.replace(/^[+-](?=NaN)/, ""));
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[fd]?$/i.test(trimmed) ? Number(trimmed.replace(/[fd]$/i, "")) : null;
}

function toFloat(name: string, value: Value, strict: boolean): Value {
  if (isNumber(value)) return Number(value);
  if (typeof value === "string") return floatOfText(value);
  return strict ? wrong(name, value) : null;
}

function toBoolean(name: string, value: Value, strict: boolean): Value {
  if (typeof value === "boolean") return value;
  if (typeof value === "bigint") return value !== 0n;
  if (typeof value === "string") {
    const word = value.trim().toLowerCase();
    return word === "true" ? true : word === "false" ? false : null;
  }
  return strict ? wrong(name, value) : null;
}

type Conversion = (name: string, value: Value, strict: boolean) => Value;

const conversions = Object.fromEntries(
  Object.entries<Conversion>({ toInteger, toFloat, toBoolean }).flatMap(([name, work]) => [
    [name, known([1, 1], ([value = null]) => work(name, value, true))],
    [`${name}OrNull`, known([1, 1], ([value = null]) => work(name, value, false))],
    [
      `${name}List`,
      known([1, 1], ([list = null]) =>
        isList(list) ? list.map((value) => (value === null ? null : work(name, value, false))) : wrong(`${name}List`, list),
      ),
    ],
  ]),
);

export const numberFunctions: Readonly<Record<string, FunctionKind>> = {
  ...floats,
  ...conversions,
  abs: known([1, 1], ([value]) => {
    const number = numberIn("abs", value);
    return typeof number === "bigint" ? integer(number < 0n ? -number : number) : Math.abs(number);
  }),
  sign: known([1, 1], ([value]) => {
    const number = numberIn("sign", value);
    return number > 0 ? 1n : number < 0 ? -1n : 0n;
  }),
  round: known([1, 3], round),
  isNaN: known([1, 1], ([value]) => Number.isNaN(numberIn("isNaN", value))),
  atan2: known([2, 2], ([y, x]) => Math.atan2(Number(numberIn("atan2", y)), Number(numberIn("atan2", x)))),
  pi: any(0, 0, () => Math.PI),
  e: any(0, 0, () => Math.E),
  rand: any(0, 0, () => Math.random()),
  timestamp: any(0, 0, (_, { now }) => BigInt(now)),
};
