/** Equality, comparison and order as openCypher has them: three values of truth, and one order over all kinds. */
import { Duration } from "../moments/duration.ts";
import { compareMoments, isMoment, sameKind } from "../moments/moment.ts";
import { kindOfValue, type ValueKind } from "./kind.ts";
import { GraphLink, GraphNode, GraphPath, isList, isMap, isNumber, type Value } from "./value.ts";

/** True, false, or null for "not known". */
export type Truth = boolean | null;

export const not = (truth: Truth): Truth => (truth === null ? null : !truth);

export function equals(one: Value, other: Value): Truth {
  if (one === null || other === null) return null;
  if (isNumber(one) && isNumber(other)) return compareNumbers(one, other) === 0;
  if (typeof one !== "object" || typeof other !== "object") return one === other;
  if (isList(one) && isList(other)) return equalLists(one, other);
  if (isMap(one) && isMap(other)) return equalMaps(one, other);
  return sameObject(one, other);
}

function sameObject(one: Value & object, other: Value & object): boolean {
  if (one instanceof GraphNode && other instanceof GraphNode) return one.node === other.node;
  if (one instanceof GraphLink && other instanceof GraphLink) return one.link === other.link;
  if (one instanceof GraphPath && other instanceof GraphPath) {
    const [items, others] = [one.items, other.items];
    return items.length === others.length && items.every((item, index) => sameObject(item, others[index] as GraphNode));
  }
  if (one instanceof Duration && other instanceof Duration) return one.sameAs(other);
  return isMoment(one) && isMoment(other) && sameKind(one, other) && compareMoments(one, other) === 0;
}

function equalLists(one: readonly Value[], other: readonly Value[]): Truth {
  if (one.length !== other.length) return false;
  return allOf(one.map((value, index) => equals(value, other[index] ?? null)));
}

function equalMaps(one: ReadonlyMap<string, Value>, other: ReadonlyMap<string, Value>): Truth {
  if (one.size !== other.size || [...one.keys()].some((key) => !other.has(key))) return false;
  return allOf([...one].map(([key, value]) => equals(value, other.get(key) ?? null)));
}

function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

export function isIn(value: Value, list: readonly Value[]): Truth {
  let unknown = false;
  for (const item of list) {
    const same = equals(value, item);
    if (same) return true;
    unknown ||= same === null;
  }
  return unknown ? null : false;
}

/** Below, equal to or above zero; undefined when the two cannot be compared, NaN when one is no number that can be. */
export function comparison(one: Value, other: Value): number | undefined {
  if (one === null || other === null) return undefined;
  if (isNumber(one) && isNumber(other)) return compareNumbers(one, other);
  if (typeof one === "string" && typeof other === "string") return compareTexts(one, other);
  if (typeof one === "boolean" && typeof other === "boolean") return Number(one) - Number(other);
  if (isList(one) && isList(other)) return compareLists(one, other);
  if (isMoment(one) && isMoment(other) && sameKind(one, other)) return compareMoments(one, other);
  // a month has no length of its own, so that durations are alike or cannot be compared
  if (one instanceof Duration && other instanceof Duration) return one.sameAs(other) ? 0 : undefined;
  if (one instanceof GraphNode && other instanceof GraphNode) return one.node - other.node;
  if (one instanceof GraphLink && other instanceof GraphLink) return one.link - other.link;
  if (one instanceof GraphPath && other instanceof GraphPath) return compareLists(one.items, other.items);
  if (isMap(one) && isMap(other)) return compareMaps(one, other);
  return undefined;
}

function compareNumbers(one: number | bigint, other: number | bigint): number {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number.NaN;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** By code points, as the engines have it; JavaScript's own order is that of UTF-16. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [one.charCodeAt(index), other.charCodeAt(index)];
    if (a !== b) return a - b;
  }
  return one.length - other.length;
}

function compareLists(one: readonly Value[], other: readonly Value[]): number | undefined {
  for (const [index, value] of one.entries()) {
    if (index >= other.length) return 1;
    const result = comparison(value, other[index] ?? null);
    if (result !== 0) return result;
  }
  return one.length - other.length;
}

/** By size, then by keys, then by what stands behind these. */
function compareMaps(one: ReadonlyMap<string, Value>, other: ReadonlyMap<string, Value>): number | undefined {
  const [keys, others] = [[...one.keys()].sort(), [...other.keys()].sort()];
  return (
    keys.length - others.length ||
    compareLists(keys, others) ||
    compareLists(
      keys.map((key) => one.get(key) ?? null),
      keys.map((key) => other.get(key) ?? null),
    )
  );
}

/** The order of kinds where values of several are sorted. */
const ranks: Readonly<Record<ValueKind, number>> = {
  map: 0,
  node: 1,
  link: 2,
  list: 3,
  path: 4,
  datetime: 5,
  localdatetime: 6,
  date: 7,
  time: 8,
  localtime: 9,
  duration: 10,
  string: 11,
  boolean: 12,
  integer: 13,
  float: 13,
  null: 14,
};

/** The order of ORDER BY, min() and max(): any two values have one, and null comes last. */
export function order(one: Value, other: Value): number {
  const [kind, otherKind] = [kindOfValue(one), kindOfValue(other)];
  const rank = ranks[kind] - ranks[otherKind];
  if (rank !== 0 || kind === "null") return rank;
  if (isNumber(one) && isNumber(other)) return orderNumbers(one, other);
  if (isList(one) && isList(other)) return orderLists(one, other);
  if (isMap(one) && isMap(other)) return orderMaps(one, other);
  if (one instanceof GraphNode && other instanceof GraphNode) return one.node - other.node;
  if (one instanceof GraphLink && other instanceof GraphLink) return one.link - other.link;
  if (one instanceof GraphPath && other instanceof GraphPath) return orderLists(one.items, other.items);
  if (one instanceof Duration && other instanceof Duration) return one.compare(other);
  return comparison(one, other) ?? 0;
}

function orderNumbers(one: number | bigint, other: number | bigint): number {
  const [noNumber, noOther] = [Number.isNaN(one), Number.isNaN(other)];
  if (noNumber || noOther) return Number(noNumber) - Number(noOther);
  return compareNumbers(one, other);
}

function orderLists(one: readonly Value[], other: readonly Value[]): number {
  for (const [index, value] of one.entries()) {
    if (index >= other.length) return 1;
    const result = order(value, other[index] ?? null);
    if (result !== 0) return result;
  }
  return one.length - other.length;
}

function orderMaps(one: ReadonlyMap<string, Value>, other: ReadonlyMap<string, Value>): number {
  if (one.size !== other.size) return one.size - other.size;
  const [keys, others] = [[...one.keys()].sort(), [...other.keys()].sort()];
  return (
    orderLists(keys, others) ||
    orderLists(
      keys.map((key) => one.get(key) ?? null),
      others.map((key) => other.get(key) ?? null),
    )
  );
}
