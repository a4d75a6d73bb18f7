import { type LinkKind, nodeKinds } from "../../model/kinds.ts";
import type { Stored } from "../archive/content-hash.ts";
import type { StoredLink } from "./stored-form.ts";

/** A statement that writes a batch of rows. */
export interface PlannedStatement {
  readonly cypher: string;
  readonly params: Stored;
}

/** What is to be written or removed, by what it is. */
interface Writes {
  readonly sources: readonly Stored[];
  readonly nodes: readonly Stored[];
  readonly links: readonly StoredLink[];
  readonly goneSources: readonly string[];
  readonly goneNodes: readonly string[];
  readonly goneLinks: readonly StoredLink[];
}

/**
 * Statements of at most `batch` rows, in an order in which every link finds its ends. Labels and kinds of link stand in the
 * text, since Cypher has no parameters for them; they come from the table of kinds, never from data.
 */
export function writeStatements(writes: Writes, batch: number): PlannedStatement[] {
  return [
    ...grouped(writes.goneLinks, ({ kind }) => kind).flatMap(([kind, links]) => removeLinks(kind, links, batch)),
    ...removeNodes("Entity", writes.goneNodes, batch),
    ...removeNodes("Source", writes.goneSources, batch),
    ...mergeNodes("Source", writes.sources, batch),
    ...grouped(writes.nodes, labelOf).flatMap(([label, nodes]) => mergeNodes(label, nodes, batch)),
    ...grouped(writes.links, ({ kind }) => kind).flatMap(([kind, links]) => mergeLinks(kind, links, batch)),
  ];
}

const labelOf = ({ kind }: Stored) => `Entity:${nodeKinds[kind as keyof typeof nodeKinds].label}`;

const mergeNodes = (label: string, rows: readonly Stored[], batch: number) =>
  batched(`UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row`, rows, batch);

const mergeLinks = (kind: LinkKind, links: readonly StoredLink[], batch: number) =>
  batched(
    `UNWIND $rows AS row
     MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})
     MERGE (a)-[r:${kind}]->(b) SET r = row.properties`,
    links.map(({ from, to, properties }) => ({ from, to, properties })),
    batch,
  );

const removeNodes = (label: "Entity" | "Source", ids: readonly string[], batch: number) =>
  batched(`UNWIND $rows AS id MATCH (n:${label} {id: id}) DETACH DELETE n`, ids, batch);

const removeLinks = (kind: LinkKind, links: readonly StoredLink[], batch: number) =>
  batched(
    `UNWIND $rows AS row MATCH (a:Entity {id: row.from})-[r:${kind}]->(b:Entity {id: row.to}) DELETE r`,
    links.map(({ from, to }) => ({ from, to })),
    batch,
  );

function batched(cypher: string, rows: readonly unknown[], size: number): PlannedStatement[] {
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, index) => ({
    cypher,
    params: { rows: rows.slice(index * size, (index + 1) * size) },
  }));
}

/** Rows by a key of theirs, in the order in which the keys come. */
export function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): [Key, Row[]][] {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups];
}
