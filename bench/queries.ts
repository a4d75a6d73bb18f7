import { nextNeighbours } from "../server/queries/neighbours.ts";

/**
 * The questions as somebody without Overlap would put them to the database: one statement each, with the fields that our API gives.
 * They count less than our API does (nothing of what is left, no links among the neighbours): a lead for the others.
 */
export const plainQueries = {
  /** The best 25 links of a node, with the nodes they lead to. */
  neighbours: `
    MATCH (n:Entity {id: $id})-[r]-(m:Entity)
    WITH r, m, COUNT { (m)--() } AS degree, CASE WHEN r.basis = 'stated' THEN 1 ELSE 0 END AS stated
    ORDER BY stated DESC, degree DESC, m.id LIMIT 25
    RETURN m.id AS id, m.kind AS kind, m.name AS name, m.name_en AS nameEn, m.contested AS contested, degree,
           type(r) AS linkKind, startNode(r).id AS from, endNode(r).id AS to, properties(r) AS link`,
  /** Institutions whose questions share themes with those of this one, by how many. */
  peers: `
    MATCH (:Institution {id: $id})-[:ASKS]->(:Question)-[:ABOUT]->(t:Theme)<-[:ABOUT]-(:Question)<-[:ASKS]-(other:Institution)
    WHERE other.id <> $id
    RETURN other.id AS id, other.name AS name, count(DISTINCT t) AS shared
    ORDER BY shared DESC, id LIMIT 10`,
  /** The best twenty nodes that hold any of some words, in the index that `textIndex` makes. */
  search: `
    CALL db.index.fulltext.queryNodes('entity_texts', $words, {limit: 20}) YIELD node, score
    RETURN node.id AS id, node.kind AS kind, node.name AS name, node.name_en AS nameEn, node.contested AS contested,
           COUNT { (node)--() } AS degree, score`,
} as const;

/** The full-text index that Neo4j's manual has one make for the texts of a node. */
export const textIndex = `
  CREATE FULLTEXT INDEX entity_texts IF NOT EXISTS
  FOR (n:Entity) ON EACH [n.name, n.name_en, n.description, n.description_en]`;

/** The statements that our own API sends for the same answer. */
export const sameQueries = {
  neighbours: {
    cypher: nextNeighbours.cypher,
    values: (id: string) => ({ id, seen: [id], kinds: null, linkKinds: null, limit: 25, sign: 1 }),
  },
} as const;
