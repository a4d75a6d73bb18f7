import {
  type Evidence,
  type Link,
  LinkKindName,
  NodeId,
  NodeKindName,
  type NodeSummary,
  SourceId,
  type Subgraph,
} from "../../model/graph.ts";
import { type PatternAnswer, PatternFloat, PatternLink, PatternNode, PatternPath } from "../../model/patterns.ts";

/** What a value in a row is: something of the graph, or plain JSON. */
export type Cell = PatternNode | PatternLink | PatternPath | PatternFloat | { readonly $type: "plain"; readonly value: unknown };

export function cellOf(value: unknown): Cell {
  for (const shape of [PatternNode, PatternLink, PatternPath, PatternFloat]) {
    const found = shape.safeParse(value);
    if (found.success) return found.data;
  }
  return { $type: "plain", value };
}

const text = (value: unknown) => (typeof value === "string" ? value : "");

export const nodeName = ({ id, properties }: PatternNode): string => text(properties.name) || id;

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

/** The nodes and links that stand anywhere in the rows, as a drawing needs them; what is not of our kinds is left out. */
export function graphIn(rows: PatternAnswer["rows"]): Subgraph {
  const [nodes, links] = [new Map<NodeId, NodeSummary>(), new Map<string, Link>()];
  const take = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const cell = cellOf(value);
    if (Array.isArray(value)) value.forEach(take);
    else if (cell.$type === "node") put(nodes, summaryOf(cell));
    else if (cell.$type === "link") put(links, linkOf(cell));
    else if (cell.$type === "path") [...cell.nodes, ...cell.links].forEach(take);
    else Object.values(value).forEach(take);
  };
  rows.forEach(take);
  return { nodes: [...nodes.values()], links: [...links.values()].filter(({ from, to }) => nodes.has(from) && nodes.has(to)) };
}

function put<Item extends { readonly id: string }>(items: Map<string, Item>, item: Item | undefined): void {
  if (item) items.set(item.id, item);
}

/** A node of one of our kinds; how many links it has is not in a row. */
export function summaryOf({ id, kind, properties }: PatternNode): NodeSummary | undefined {
  const [nodeId, nodeKind] = [NodeId.safeParse(id), NodeKindName.safeParse(kind)];
  if (!nodeId.success || !nodeKind.success) return undefined;
  const name = text(properties.name) || id;
  const nameEn = text(properties.name_en) || name;
  return { id: nodeId.data, kind: nodeKind.data, name, nameEn, contested: properties.contested === true, degree: 0 };
}

function linkOf({ id, kind, from, to, properties }: PatternLink): Link | undefined {
  const [linkKind, start, end] = [LinkKindName.safeParse(kind), NodeId.safeParse(from), NodeId.safeParse(to)];
  if (!linkKind.success || !start.success || !end.success) return undefined;
  return {
    id: id as Link["id"],
    kind: linkKind.data,
    from: start.data,
    to: end.data,
    basis: properties.basis === "stated" ? "stated" : "derived",
    contested: properties.contested === true,
    properties: {},
    evidence: evidenceOf(properties),
  };
}

function evidenceOf({ sources, bases }: PatternLink["properties"]): Evidence[] {
  if (!Array.isArray(sources) || !Array.isArray(bases)) return [];
  return sources.flatMap((source, index) => {
    const id = SourceId.safeParse(source);
    return id.success ? [{ source: id.data, basis: bases[index] === "stated" ? "stated" : "derived" } as const] : [];
  });
}
