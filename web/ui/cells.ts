import type { PatternFloat, PatternLink, PatternNode, PatternPath } from "../../model/patterns.ts";

/** What a value in a row is: something of the graph, or plain JSON. */
export type Cell = PatternNode | PatternLink | PatternPath | PatternFloat | { readonly $type: "plain"; readonly value: unknown };

/** Told by its marks alone: a hundred thousand rows of our own server are not held against their shapes one by one. */
export function cellOf(value: unknown): Cell {
  if (typeof value !== "object" || value === null || !("$type" in value)) return { $type: "plain", value };
  const has = value as Readonly<Record<string, unknown>>;
  const isOfGraph = typeof has.id === "string" && typeof has.kind === "string" && typeof has.properties === "object";
  if (has.$type === "node" && isOfGraph) return value as PatternNode;
  if (has.$type === "link" && isOfGraph && typeof has.from === "string" && typeof has.to === "string")
    return value as PatternLink;
  if (has.$type === "path" && Array.isArray(has.nodes) && Array.isArray(has.links)) return value as PatternPath;
  if (has.$type === "float" && typeof has.value === "number") return value as PatternFloat;
  return { $type: "plain", value };
}

export const nodeName = ({ id, properties }: PatternNode): string =>
  (typeof properties.name === "string" && properties.name) || id;

/** A value as one line of text, as a table or a file has it. */
export function cellText(value: unknown): string {
  const cell = cellOf(value);
  switch (cell.$type) {
    case "node":
      return nodeName(cell);
    case "link":
      return `${cell.from} ${cell.kind} ${cell.to}`;
    case "path":
      return cell.nodes.map(nodeName).join(" – ");
    case "float":
      return String(cell.value);
    default:
      return plainText(cell.value);
  }
}

function plainText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cellText).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
