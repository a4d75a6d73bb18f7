/** Properties, positions and slices. */
import { Duration } from "../moments/duration.ts";
import { isMoment } from "../moments/moment.ts";
import { named } from "../values/operators.ts";
import { type Graph, GraphLink, GraphNode, isList, isMap, type Value } from "../values/value.ts";
import { WrongValue } from "../values/wrong-value.ts";

/** @throws WrongValue when a value has no properties */
export function propertyOf(value: Value, key: string, graph: Graph): Value {
  if (value === null) return null;
  if (value instanceof GraphNode) return graph.nodeProperty(value.node, key);
  if (value instanceof GraphLink) return graph.linkProperty(value.link, key);
  if (isMap(value)) return value.get(key) ?? null;
  if (value instanceof Duration || isMoment(value)) {
    const part = value.part(key);
    if (part === undefined) throw new WrongValue(`${named(value)} has no part ${key}`);
    return part;
  }
  throw new WrongValue(`${named(value)} has no properties`);
}

/** @throws WrongValue when a value has nothing at such a place */
export function itemAt(value: Value, by: Value, graph: Graph): Value {
  if (value === null || by === null) return null;
  if (isList(value)) {
    if (typeof by !== "bigint") throw new WrongValue(`A place in a list is a whole number, and this is ${named(by)}`);
    const index = Number(by);
    return value[index < 0 ? value.length + index : index] ?? null;
  }
  if (isMap(value) || value instanceof GraphNode || value instanceof GraphLink) {
    if (typeof by !== "string") throw new WrongValue(`The name of a property is a text, and this is ${named(by)}`);
    return propertyOf(value, by, graph);
  }
  throw new WrongValue(`[…] after ${named(value)} has no meaning`);
}

/** Without a bound it goes on to the end; with null for a bound it is null. */
export function sliceOf(value: Value, from: Value | undefined, to: Value | undefined): Value {
  if (value === null || from === null || to === null) return null;
  if (!isList(value)) throw new WrongValue(`[… .. …] after ${named(value)} has no meaning`);
  const bound = (one: Value | undefined, otherwise: number): number => {
    if (one === undefined) return otherwise;
    if (typeof one !== "bigint") throw new WrongValue(`A bound of a slice is a whole number, and this is ${named(one ?? null)}`);
    return Number(one);
  };
  return value.slice(bound(from, 0), bound(to, value.length));
}
