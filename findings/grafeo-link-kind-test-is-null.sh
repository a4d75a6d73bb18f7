#!/usr/bin/env bash
# @grafeo-db/js 0.6.0, its Cypher: asking a relationship for its type with a label test, r:ASKS, is neither true nor false, so
# WHERE r:ASKS and WHERE NOT r:ASKS both give no rows. type(r) = "ASKS" works.
# Expected: true or false, as the openCypher TCK has it (Graph5.feature of org.opencypher:tck 1.0.0-M23) and Neo4j 5.26 gives it.
# Output seen on 2026-11-28:
#   r:ASKS [[0]]
#   NOT r:ASKS [[0]]
#   type(r) = 'ASKS' [[1]]
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
  await db.executeCypher("CREATE (a:College {id: 1})-[:ASKS]->(:Question {id: 2}), (a)-[:MADE]->(:Product {id: 3})");
  for (const test of ["r:ASKS", "NOT r:ASKS", "type(r) = 'ASKS'"])
    console.log(test, JSON.stringify((await db.executeCypher(`MATCH ()-[r]->() WHERE ${test} RETURN count(r)`)).rows()));
})();
JS
expected=$(
  cat <<'SEEN'
r:ASKS [[0]]
NOT r:ASKS [[0]]
type(r) = 'ASKS' [[1]]
SEEN
)
seen=$(node show.cjs)
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed: bring the comment up to date." >&2; exit 1; }
