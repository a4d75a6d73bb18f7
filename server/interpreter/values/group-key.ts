import { Duration } from "../moments/duration.ts";
import { kindOfValue } from "./kind.ts";
import { GraphLink, GraphNode, GraphPath, isList, isMap, type Value } from "./value.ts";

/** How often something was no number: none of these is like another, nor like itself. */
let notNumbers = 0;

/** A text that two values share exactly when DISTINCT and grouping take them for one: null is like null there, and 1 like 1.0. */
export function groupKey(value: Value): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "bigint":
      return `n${value}`;
    case "number":
      if (Number.isNaN(value)) return keyOfNoNumber();
      return Number.isInteger(value) ? `n${BigInt(value)}` : `n${value}`;
    case "boolean":
      return value ? "t" : "f";
    default:
      return value === null ? "_" : keyOfObject(value);
  }
}

function keyOfNoNumber(): string {
  notNumbers++;
  return `NaN${notNumbers}`;
}

function keyOfObject(value: Value & object): string {
  if (isList(value)) return `[${value.map(groupKey).join()}]`;
  if (value instanceof GraphNode) return `N${value.node}`;
  if (value instanceof GraphLink) return `L${value.link}`;
  if (value instanceof GraphPath) return `P${value.items.map(groupKey).join()}`;
  if (isMap(value))
    return `{${[...value]
      .map(([key, inside]) => `${JSON.stringify(key)}:${groupKey(inside)}`)
      .sort()
      .join()}}`;
  return `${kindOfValue(value)} ${value instanceof Duration ? value.parts.join() : value.toString()}`;
}
