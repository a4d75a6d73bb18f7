import { Duration } from "../moments/duration.ts";
import { CypherDate, DateTime, LocalDateTime, LocalTime, Time } from "../moments/moment.ts";
import { GraphLink, GraphNode, GraphPath, type Value } from "./value.ts";

/** What a value is, in the word that Cypher has for it. */
export type ValueKind =
  | "null"
  | "boolean"
  | "integer"
  | "float"
  | "string"
  | "list"
  | "map"
  | "node"
  | "link"
  | "path"
  | "date"
  | "localtime"
  | "time"
  | "localdatetime"
  | "datetime"
  | "duration";

export function kindOfValue(value: Value): ValueKind {
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "bigint":
      return "integer";
    case "number":
      return "float";
    case "string":
      return "string";
    default:
      return value === null ? "null" : kindOfObject(value);
  }
}

function kindOfObject(value: Value & object): ValueKind {
  if (Array.isArray(value)) return "list";
  if (value instanceof GraphNode) return "node";
  if (value instanceof GraphLink) return "link";
  if (value instanceof GraphPath) return "path";
  if (value instanceof CypherDate) return "date";
  if (value instanceof LocalTime) return "localtime";
  if (value instanceof Time) return "time";
  if (value instanceof LocalDateTime) return "localdatetime";
  if (value instanceof DateTime) return "datetime";
  return value instanceof Duration ? "duration" : "map";
}
