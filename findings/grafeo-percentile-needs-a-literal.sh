#!/usr/bin/env bash
# @grafeo-db/js 0.6.0, its Cypher: percentileCont(x, p) gives the median whenever p is not a number written out, such as a parameter.
# Expected: the percentile that p says, as with the same number written out and as Neo4j 5.26 gives it.
# Output seen on 2026-11-28:
#   written out [[14]]
#   parameter [[30]]
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
  await db.executeCypher("UNWIND [10, 20, 30, 40, 50] AS x CREATE (:Number {x: x})");
  const rows = async (p) => JSON.stringify((await db.executeCypher(`MATCH (n:Number) RETURN percentileCont(n.x, ${p})`, { p: 0.1 })).rows());
  console.log("written out", await rows("0.1"));
  console.log("parameter", await rows("$p"));
})();
JS
expected=$(
  cat <<'SEEN'
written out [[14]]
parameter [[30]]
SEEN
)
seen=$(node show.cjs)
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed: bring the comment up to date." >&2; exit 1; }
