/** What operators make of two values. Null with anything is null. */
import { Duration } from "../moments/duration.ts";
import { isMoment } from "../moments/moment.ts";
import { kindOfValue } from "./kind.ts";
import { textOfValue } from "./text.ts";
import { isList, isNumber, type Value } from "./value.ts";
import { WrongValue } from "./wrong-value.ts";

const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n];

/** @throws WrongValue when a whole number is too large for 64 bits */
export function integer(value: bigint): bigint {
  if (value < least || value > most) throw new WrongValue("A whole number beyond 64 bits comes out of this");
  return value;
}

const words: Readonly<Record<string, string>> = {
  integer: "a whole number",
  float: "a number",
  string: "a text",
  link: "a link",
};
export const named = (value: Value): string => words[kindOfValue(value)] ?? `a ${kindOfValue(value)}`;

const cannot = (one: Value, sign: string, other: Value): never => {
  throw new WrongValue(`${named(one)} ${sign} ${named(other)} has no meaning`);
};

export function add(one: Value, other: Value): Value {
  if (one === null || other === null) return null;
  if (isList(one)) return isList(other) ? [...one, ...other] : [...one, other];
  if (isList(other)) return [one, ...other];
  if (isNumber(one) && isNumber(other)) return arithmetic("+", one, other);
  if (one instanceof Duration && other instanceof Duration) return one.plus(other);
  if (isMoment(one) && other instanceof Duration) return one.plus(other);
  if (one instanceof Duration && isMoment(other)) return other.plus(one);
  if (typeof one === "string" || typeof other === "string") {
    const [text, more] = [textOfValue(one), textOfValue(other)];
    if (text !== undefined && more !== undefined) return text + more;
  }
  return cannot(one, "+", other);
}

/** What `||` gives: a text of texts, or a list of lists. */
export function concatenate(one: Value, other: Value): Value {
  if (one === null || other === null) return null;
  if (typeof one === "string" && typeof other === "string") return one + other;
  return isList(one) && isList(other) ? [...one, ...other] : cannot(one, "||", other);
}

export function subtract(one: Value, other: Value): Value {
  if (one === null || other === null) return null;
  if (isNumber(one) && isNumber(other)) return arithmetic("-", one, other);
  if (one instanceof Duration && other instanceof Duration) return one.plus(other.negated);
  if (isMoment(one) && other instanceof Duration) return one.plus(other.negated);
  return cannot(one, "-", other);
}

export function multiply(one: Value, other: Value): Value {
  if (one === null || other === null) return null;
  if (isNumber(one) && isNumber(other)) return arithmetic("*", one, other);
  if (one instanceof Duration && isNumber(other)) return one.times(other);
  if (isNumber(one) && other instanceof Duration) return other.times(one);
  return cannot(one, "*", other);
}

export function divide(one: Value, other: Value): Value {
  // also of a decimal number, and of null
  if (other === 0n && (one === null || isNumber(one))) throw new WrongValue("Division by zero");
  if (one === null || other === null) return null;
  if (isNumber(one) && isNumber(other)) return arithmetic("/", one, other);
  if (one instanceof Duration && isNumber(other)) {
    if (Number(other) === 0) throw new WrongValue("Division by zero");
    return one.dividedBy(other);
  }
  return cannot(one, "/", other);
}

/** Neo4j works out what is written in numbers alone before it runs, and lets a decimal number be divided by 0 there. */
export function divideWritten(one: Value, other: Value): Value {
  return typeof one === "number" && other === 0n ? one / 0 : divide(one, other);
}

export function remainder(one: Value, other: Value): Value {
  if (one === null || other === null) return null;
  return isNumber(one) && isNumber(other) ? arithmetic("%", one, other) : cannot(one, "%", other);
}

export function power(one: Value, other: Value): Value {
  if (one === null || other === null) return null;
  return isNumber(one) && isNumber(other) ? Number(one) ** Number(other) : cannot(one, "^", other);
}

type Sign = "+" | "-" | "*" | "/" | "%";

function arithmetic(sign: Sign, one: number | bigint, other: number | bigint): number | bigint {
  if (typeof one === "bigint" && typeof other === "bigint") return integer(ofIntegers(sign, one, other));
  return ofFloats(sign, Number(one), Number(other));
}

function ofIntegers(sign: Sign, one: bigint, other: bigint): bigint {
  if ((sign === "/" || sign === "%") && other === 0n) throw new WrongValue("Division by zero");
  switch (sign) {
    case "+":
      return one + other;
    case "-":
      return one - other;
    case "*":
      return one * other;
    case "/":
      return one / other;
    case "%":
      return one % other;
  }
}

function ofFloats(sign: Sign, one: number, other: number): number {
  switch (sign) {
    case "+":
      return one + other;
    case "-":
      return one - other;
    case "*":
      return one * other;
    case "/":
      return one / other;
    case "%":
      return one % other;
  }
}

export function negate(value: Value): Value {
  if (value === null) return null;
  if (typeof value === "bigint") return integer(-value);
  if (typeof value === "number") return -value;
  if (value instanceof Duration) return value.negated;
  throw new WrongValue(`- before ${named(value)} has no meaning`);
}

/** A value where a condition is meant. @throws WrongValue when it is no truth */
export function truth(value: Value): boolean | null {
  if (value === null || typeof value === "boolean") return value;
  throw new WrongValue(`A condition must be true or false, and this is ${named(value)}`);
}

export function and(one: Value, other: () => Value): Value {
  const first = truth(one);
  if (first === false) return false;
  const second = truth(other());
  return second === false ? false : first === null || second === null ? null : true;
}

export function or(one: Value, other: () => Value): Value {
  const first = truth(one);
  if (first === true) return true;
  const second = truth(other());
  return second === true ? true : first === null || second === null ? null : false;
}

export function xor(one: Value, other: Value): Value {
  const [first, second] = [truth(one), truth(other)];
  return first === null || second === null ? null : first !== second;
}
