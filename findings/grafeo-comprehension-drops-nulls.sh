#!/usr/bin/env bash
# @grafeo-db/js 0.6.0, its Cypher: a pattern comprehension leaves out matches whose value is null.
# Expected: one entry for each match, null where the property is not there, as the openCypher TCK has it (Pattern2.feature of
# org.opencypher:tck 1.0.0-M23) and Neo4j 5.26 gives it. size() of such a list is then not the number of matches.
# Output seen on 2026-11-28:
#   [[[2024],3]]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @grafeo-db/js@0.6.0 >/dev/null
cat >show.cjs <<'JS'
const { GrafeoDB } = require("@grafeo-db/js");
(async () => {
  const db = GrafeoDB.create();
  await db.executeCypher("CREATE (c:College {id: 1}), (c)-[:MADE]->(:Product {year: 2024}), (c)-[:MADE]->(:Product), (c)-[:MADE]->(:Product)");
  const found = await db.executeCypher("MATCH (c:College) RETURN [(c)-[:MADE]->(p) | p.year] AS years, COUNT { (c)-[:MADE]->() } AS made");
  console.log(JSON.stringify(found.rows()));
})();
JS
expected=$(
  cat <<'SEEN'
[[[2024],3]]
SEEN
)
seen=$(node show.cjs)
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed: bring the comment up to date." >&2; exit 1; }
