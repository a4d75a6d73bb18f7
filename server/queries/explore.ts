import { z } from "zod";
import type { NodeChoice } from "../../model/explore.ts";
import { LinkKindName, type NodeId, NodeKindName } from "../../model/graph.ts";
import { linkKindNames, type NodeKind } from "../../model/kinds.ts";
import type { Query } from "../store/store.ts";
import { LinkRow, linkColumn, NodeRow, SourceRow, SummaryRow, summaryColumns } from "./rows.ts";

type None = Record<never, never>;
type Ids = { ids: readonly string[] };

const Count = z.number().int().min(0);
const Direction = z.enum(["out", "in"]);

const SizeRow = z.object({ what: z.enum(["nodes", "links"]), count: Count });
/** How many nodes and links there are. */
export const graphSize: Query<None, z.output<typeof SizeRow>> = {
  name: "graphSize",
  row: SizeRow,
  cypher: `
    MATCH (n:Entity) RETURN 'nodes' AS what, count(n) AS count
    UNION ALL
    MATCH (:Entity)-[r]->(:Entity) RETURN 'links' AS what, count(r) AS count`,
};

const KindRow = z.object({ kind: z.string(), count: Count });
/** How many nodes of each kind there are, and how many sources (under `source`). */
export const kindCounts: Query<None, z.output<typeof KindRow>> = {
  name: "kindCounts",
  row: KindRow,
  cypher: `
    MATCH (n:Entity) RETURN n.kind AS kind, count(n) AS count
    UNION ALL
    MATCH (s:Source) RETURN 'source' AS kind, count(s) AS count`,
};

const EndsRow = z.object({ kind: LinkKindName, from: NodeKindName, to: NodeKindName, count: Count });
/** How often each kind of link joins which kinds of node. */
export const linkKindCounts: Query<None, z.output<typeof EndsRow>> = {
  name: "linkKindCounts",
  row: EndsRow,
  cypher: `
    MATCH (a:Entity)-[r]->(b:Entity)
    RETURN type(r) AS kind, a.kind AS from, b.kind AS to, count(r) AS count`,
};

/** One node with all it holds; no row when there is none. */
export const nodeById: Query<{ id: string }, z.output<typeof NodeRow>> = {
  name: "nodeById",
  row: NodeRow,
  cypher: "MATCH (n:Entity {id: $id}) RETURN properties(n) AS node, COUNT { (n)--() } AS degree",
};

const ChoiceRow = SummaryRow.extend({ sector: z.string().nullish() }).transform(
  ({ sector, ...node }): NodeChoice => (sector ? { ...node, sector } : node),
);

/** The first `$limit` nodes of some kinds, by name. */
export const nodesOfKinds: Query<{ kinds: readonly string[]; limit: number }, z.output<typeof ChoiceRow>> = {
  name: "nodesOfKinds",
  row: ChoiceRow,
  cypher: `
    MATCH (n:Entity) WHERE n.kind IN $kinds
    WITH n ORDER BY n.name, n.id LIMIT $limit
    RETURN ${summaryColumns("n")}, n.sector AS sector`,
};

const LinkAndNodeRow = z.unknown().transform((row) => ({ node: SummaryRow.parse(row), link: LinkRow.parse(row) }));
/** At most `$most` links of a node, each with the node at its other end, in no order. */
export const linksOf: Query<{ id: string; most: number }, z.output<typeof LinkAndNodeRow>> = {
  name: "linksOf",
  row: LinkAndNodeRow,
  cypher: `
    MATCH (n:Entity {id: $id})-[r]-(m:Entity) WITH r, m LIMIT $most
    RETURN ${summaryColumns("m")}, ${linkColumn("r")}`,
};

const GroupRow = z.object({ kind: LinkKindName, direction: Direction, count: Count });
/** How many links of each kind and direction a node has. Two halves, because an undirected match loses the direction. */
export const linkGroups: Query<{ id: string }, z.output<typeof GroupRow>> = {
  name: "linkGroups",
  row: GroupRow,
  cypher: `
    MATCH (:Entity {id: $id})-[r]->(:Entity) RETURN type(r) AS kind, 'out' AS direction, count(r) AS count
    UNION ALL
    MATCH (:Entity {id: $id})<-[r]-(:Entity) RETURN type(r) AS kind, 'in' AS direction, count(r) AS count`,
};

const isStated = "CASE WHEN r.basis = 'stated' THEN 1 ELSE 0 END";

const GroupItemRow = z.looseObject({ direction: Direction }).transform((row) => ({
  direction: row.direction,
  node: SummaryRow.parse(row),
  link: LinkRow.parse(row),
}));

/**
 * The first `$limit` links of each kind and direction of a node, stated ones first, then to the best connected node, then
 * by id. A half for each kind and direction, so that each is limited by itself and no more than the node's own links are read.
 */
export const linkGroupItems: Query<{ id: string; limit: number }, z.output<typeof GroupItemRow>> = {
  name: "linkGroupItems",
  row: GroupItemRow,
  cypher: linkKindNames
    .flatMap((kind) => [
      groupItems(`(n:Entity {id: $id})-[r:${kind}]->(m:Entity)`, "out"),
      groupItems(`(n:Entity {id: $id})<-[r:${kind}]-(m:Entity)`, "in"),
    ])
    .join("UNION ALL"),
};

function groupItems(pattern: string, direction: "out" | "in"): string {
  return `
    MATCH ${pattern}
    WITH n, r, m, ${isStated} AS stated, COUNT { (m)--() } AS degree
    ORDER BY stated DESC, degree DESC, m.id LIMIT $limit
    RETURN '${direction}' AS direction, m.id AS id, m.kind AS kind, m.name AS name, m.name_en AS nameEn,
           m.contested AS contested, degree, ${linkColumn("r")} `;
}

/** The named nodes that exist, in no order. */
export const nodesById: Query<Ids, z.output<typeof SummaryRow>> = {
  name: "nodesById",
  row: SummaryRow,
  cypher: `UNWIND $ids AS one MATCH (n:Entity {id: one}) RETURN ${summaryColumns("n")}`,
};

/** Checked when it was written; a whole check of every id would be half of the time of reading all. */
const stored = <Value extends string>() => z.custom<Value>((value) => typeof value === "string");

const TextsRow = z.object({
  id: stored<NodeId>(),
  kind: stored<NodeKind>(),
  name: z.string(),
  nameEn: z.string(),
  contested: z.boolean(),
  degree: Count,
  otherNames: z.array(z.string()).default([]),
  description: z.string(),
  descriptionEn: z.string(),
});
/** The named nodes that exist, with everything that search looks at and shows. */
export const textsById: Query<Ids, z.output<typeof TextsRow>> = {
  name: "textsById",
  row: TextsRow,
  cypher: `
    UNWIND $ids AS one MATCH (n:Entity {id: one})
    RETURN ${summaryColumns("n")}, n.description AS description, n.description_en AS descriptionEn, n.other_names AS otherNames`,
};

/** Sources by id. */
export const sourcesById: Query<Ids, z.output<typeof SourceRow>> = {
  name: "sourcesById",
  row: SourceRow,
  cypher: "UNWIND $ids AS one MATCH (s:Source {id: one}) RETURN properties(s) AS source",
};

/** Every source. */
export const allSources: Query<None, z.output<typeof SourceRow>> = {
  name: "allSources",
  row: SourceRow,
  cypher: "MATCH (s:Source) RETURN properties(s) AS source",
};
