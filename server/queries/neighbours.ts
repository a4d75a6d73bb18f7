import { z } from "zod";
import { LinkKindName, NodeKindName } from "../../model/graph.ts";
import type { Query } from "../store/store.ts";
import { LinkRow, linkColumn, SummaryRow } from "./rows.ts";

/**
 * The links that lead from one of the nodes `$from` to one of `$among`. Only ever followed outwards: a hub has very many links inwards
 * and few outwards.
 */
export const linksFrom: Query<{ from: readonly string[]; among: readonly string[] }, z.output<typeof LinkRow>> = {
  name: "linksFrom",
  row: LinkRow,
  cypher: `
    UNWIND $from AS one MATCH (a:Entity {id: one})-[r]->(b:Entity) WHERE b.id IN $among
    RETURN ${linkColumn("r")}`,
};

/** What a request for neighbours narrows down to. */
export type NeighbourFilter = {
  id: string;
  /** Null for all kinds, as for `linkKinds`. */
  kinds: readonly string[] | null;
  linkKinds: readonly string[] | null;
  seen: readonly string[];
};

/** What counts as a neighbour `m` over a link `r`. */
const fits = `($kinds IS NULL OR m.kind IN $kinds) AND ($linkKinds IS NULL OR type(r) IN $linkKinds) AND NOT m.id IN $seen`;

const NextRow = z.object({ nodes: z.array(SummaryRow), links: z.array(LinkRow) });
/**
 * The next `$limit` neighbours, those that a source states first, then the best connected (or, with a `$sign` of -1, the least), then by id; and the links among them
 * and between them and what was seen, the node itself included. No row when there is no such node. It is one query, because a
 * round trip costs as much as its parts; links are followed outwards only, because hubs have their many links inwards.
 */
export const nextNeighbours: Query<NeighbourFilter & { limit: number; sign: 1 | -1 }, z.output<typeof NextRow>> = {
  name: "nextNeighbours",
  row: NextRow,
  cypher: `
    MATCH (n:Entity {id: $id})
    CALL (n) {
      MATCH (n)-[r]-(m:Entity) WHERE ${fits}
      WITH m, max(CASE WHEN r.basis = 'stated' THEN 1 ELSE 0 END) AS stated
      WITH m, stated, COUNT { (m)--() } AS degree ORDER BY stated DESC, degree * $sign DESC, m.id LIMIT $limit
      RETURN collect(m.id) AS shown,
             collect({id: m.id, kind: m.kind, name: m.name, nameEn: m.name_en, contested: m.contested, degree: degree}) AS nodes
    }
    CALL (shown) {
      UNWIND shown + $seen AS one
      MATCH (a:Entity {id: one})-[r]->(b:Entity) WHERE b.id IN shown OR (one IN shown AND b.id IN $seen)
      RETURN collect({link: properties(r)}) AS links
    }
    RETURN nodes, links`,
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
    MATCH (n:Entity {id: $id})-[r]-(m:Entity) WHERE ${fits}
    RETURN false AS group, '' AS linkKind, '' AS direction, '' AS kind, count(DISTINCT m) AS count
    UNION ALL
    MATCH (n:Entity {id: $id})-[r]->(m:Entity) WHERE ${fits} ${countIn("out")}
    UNION ALL
    MATCH (n:Entity {id: $id})<-[r]-(m:Entity) WHERE ${fits} ${countIn("in")}`,
};
