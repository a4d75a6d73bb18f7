import { z } from "zod";
import { LinkKindName, NodeKindName } from "../../model/graph.ts";
import type { Query } from "../graph/store.ts";
import { LinkRow, linkColumn, SummaryRow, summaryColumns } from "./rows.ts";

const LinkAndNodeRow = z.unknown().transform((row) => ({ node: SummaryRow.parse(row), link: LinkRow.parse(row) }));
/** At most `$most` links of a node, each with the node at its other end, in no order. */
export const linksOf: Query<{ id: string; most: number }, z.output<typeof LinkAndNodeRow>> = {
  name: "linksOf",
  row: LinkAndNodeRow,
  cypher: `
    MATCH (n:Entity {id: $id})-[r]-(m:Entity) WITH r, m LIMIT $most
    RETURN ${summaryColumns("m")}, ${linkColumn("r")}`,
};

/**
 * The links that lead from one of the nodes `$all` to another and touch one of `$some`. Only ever followed outwards: a hub has
 * very many links inwards and few outwards.
 */
export const linksAmong: Query<{ all: readonly string[]; some: readonly string[] }, z.output<typeof LinkRow>> = {
  name: "linksAmong",
  row: LinkRow,
  cypher: `
    UNWIND $all AS one MATCH (a:Entity {id: one})-[r]->(b:Entity)
    WHERE b.id IN $all AND (one IN $some OR b.id IN $some)
    RETURN ${linkColumn("r")}`,
};

/** What a request for neighbours narrows down to. */
export type NeighbourFilter = {
  id: string;
  kinds: readonly string[];
  linkKinds: readonly string[];
  seen: readonly string[];
};

const wanted = "m.kind IN $kinds AND type(r) IN $linkKinds AND NOT m.id IN $seen";

/** The next `$limit` neighbours: those that a source states first, then the best connected, then by id. */
export const nextNeighbours: Query<NeighbourFilter & { limit: number }, z.output<typeof SummaryRow>> = {
  name: "nextNeighbours",
  row: SummaryRow,
  cypher: `
    MATCH (n:Entity {id: $id})-[r]-(m:Entity) WHERE ${wanted}
    WITH m, max(CASE WHEN r.basis = 'stated' THEN 1 ELSE 0 END) AS stated
    WITH m, stated, COUNT { (m)--() } AS degree
    ORDER BY stated DESC, degree DESC, m.id LIMIT $limit
    RETURN m.id AS id, m.kind AS kind, m.name AS name, m.name_en AS nameEn, m.contested AS contested, degree`,
};

const Count = z.number().int().min(0);
const GroupRow = z.object({ linkKind: LinkKindName, direction: z.enum(["out", "in"]), kind: NodeKindName, count: Count });
const LeftRow = z.union([
  z
    .object({ group: z.literal(true) })
    .and(GroupRow)
    .transform(({ group: _, ...row }) => ({ group: row })),
  z.object({ group: z.literal(false), count: Count }).transform(({ count }) => ({ left: count })),
]);
const countIn = (direction: "out" | "in") =>
  `RETURN true AS group, type(r) AS linkKind, '${direction}' AS direction, m.kind AS kind, count(DISTINCT m) AS count`;

/** How many neighbours are left: one row for all of them, and one for each kind of link, direction and kind of node. */
export const neighboursLeft: Query<NeighbourFilter, z.output<typeof LeftRow>> = {
  name: "neighboursLeft",
  row: LeftRow,
  cypher: `
    MATCH (n:Entity {id: $id})-[r]-(m:Entity) WHERE ${wanted}
    RETURN false AS group, '' AS linkKind, '' AS direction, '' AS kind, count(DISTINCT m) AS count
    UNION ALL
    MATCH (n:Entity {id: $id})-[r]->(m:Entity) WHERE ${wanted} ${countIn("out")}
    UNION ALL
    MATCH (n:Entity {id: $id})<-[r]-(m:Entity) WHERE ${wanted} ${countIn("in")}`,
};
