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
import type { PatternLink, PatternNode } from "../../model/patterns.ts";
import { cellOf } from "../ui/cells.ts";
import type { Row } from "./found.ts";

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** The nodes and links that stand anywhere in the rows, as a drawing needs them; what is not of our kinds is left out. */
export function graphIn(rows: readonly Row[]): Subgraph {
  const { nodes, links } = itemsIn(rows);
  const there = new Set(nodes.map(({ id }) => id));
  return { nodes, links: links.filter(({ from, to }) => there.has(from) && there.has(to)) };
}

/** The same with links whose ends stand in no row. */
export function itemsIn(rows: readonly Row[]): Subgraph {
  const [nodes, links] = [new Map<NodeId, NodeSummary>(), new Map<string, Link>()];
  const seen = new Set<unknown>();
  const take = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    const cell = cellOf(value);
    if (cell.$type === "node" || cell.$type === "link") seen.add(value);
    if (Array.isArray(value)) value.forEach(take);
    else if (cell.$type === "node") put(nodes, summaryOf(cell));
    else if (cell.$type === "link") put(links, linkOf(cell));
    else if (cell.$type === "path") [...cell.nodes, ...cell.links].forEach(take);
    else Object.values(value).forEach(take);
  };
  rows.forEach(take);
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

/** Whether items stand in the first rows, so that there is something to draw. */
export const hasItems = (rows: readonly Row[]): boolean => itemsIn(rows.slice(0, 100)).nodes.length > 0;

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

/** What an item or a link rests on, as its own properties say. */
export function evidenceOf({ sources, bases, notes }: PatternLink["properties"]): Evidence[] {
  if (!Array.isArray(sources) || !Array.isArray(bases)) return [];
  return sources.flatMap((source, index): Evidence[] => {
    const id = SourceId.safeParse(source);
    if (!id.success) return [];
    const note = text(Array.isArray(notes) ? notes[index] : undefined);
    return [{ source: id.data, basis: bases[index] === "stated" ? "stated" : "derived", ...(note && { note }) }];
  });
}
