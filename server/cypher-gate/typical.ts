/** Patterns of the kinds that researchers write: what the parser learned from these, it need not find out while somebody waits. */
export const typical: readonly string[] = [
  "MATCH (n:Theme) RETURN n",
  "MATCH (n:Entity {id: $id})-[r]-(m) RETURN r, m LIMIT 25",
  "MATCH (i:Institution)-[r:ASKS]->(q:Question)-[:ABOUT]->(t:Theme {id: 'a'}) WHERE r.basis = 'stated' AND NOT i.city IS NULL RETURN i.name AS institution, count(DISTINCT q) AS questions ORDER BY questions DESC, institution SKIP 5 LIMIT 10",
  "MATCH (a:Institution)-[:ASKS]->(q)<-[:ASKS]-(b:Institution) WHERE a.id < b.id RETURN a.name, b.name, collect(q.name) AS shared ORDER BY size(shared) DESC",
  "MATCH (n:Theme) OPTIONAL MATCH (n)<-[r:ABOUT|ADDRESSES]-(m) WHERE m.name CONTAINS 'a' OR m.name STARTS WITH 'b' WITH n, count(m) AS many WHERE many > 2 RETURN n.name, many",
  "MATCH p = (a:Theme)-[:BROADER*1..4]->(b) RETURN [x IN nodes(p) WHERE x.year >= 2019 | x.name] AS names, length(p) * 2 + 1 AS l",
  "MATCH p = shortestPath((a {id: 'a'})-[*..8]-(b {id: 'b'})) RETURN p",
  "MATCH (n) WHERE EXISTS { (n)-[:MADE]->(p:Product) } AND NOT (n)-[:ASKS]->() RETURN n {.id, .name, links: COUNT { (n)--() }} AS item",
  "UNWIND range(1, 10) AS x RETURN CASE WHEN x % 2 = 0 THEN 'a' ELSE toString(x) END AS text UNION ALL RETURN 'b' AS text",
  "MATCH (n:Theme) CALL (n) { MATCH (n)<-[:ABOUT]-(m) RETURN m ORDER BY m.id LIMIT 1 } RETURN n.id IN ['a'], m {.*}, [(m)-->(o) | o.id], any(s IN n.sources WHERE s =~ 'a.*')",
  "MATCH (n) RETURN n.kind, avg(n.year), reduce(s = 0, x IN [1, 2.5, -3] | s + x) AS sum // words",
];
