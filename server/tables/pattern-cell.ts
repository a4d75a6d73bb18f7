import type { PatternLink, PatternNode, PatternPath } from "../../model/patterns.ts";
import type { Cell } from "./csv.ts";

/** A value of a pattern's row in a table. A node or a link is its id; a path the ids of both, from end to end. */
export function patternCell(value: unknown): Cell {
  if (typeof value !== "object" || value === null) return value as Cell;
  if (Array.isArray(value)) return value.map(inListOf) as unknown as Cell;
  const inside = inListOf(value);
  return typeof inside === "object" && inside !== null ? JSON.stringify(inside) : (inside as Cell);
}

function inListOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inListOf);
  if (typeof value !== "object" || value === null) return value;
  if (!("$type" in value)) return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, inListOf(inside)]));
  if (value.$type === "float") return (value as unknown as { value: number }).value;
  if (value.$type === "node") return (value as PatternNode).id;
  if (value.$type === "link") return (value as PatternLink).properties.id ?? (value as PatternLink).id;
  const { nodes, links } = value as unknown as PatternPath;
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [links[index - 1], node])).map(inListOf);
}
