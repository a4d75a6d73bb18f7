#!/usr/bin/env bash
# Neo4j 5.26.12, Cypher: a decimal number divided by 0 gives Infinity when the 0 is written out, and fails when the same 0 is a parameter or a
# column; the remainder gives NaN in both. Expected: the same value or the same failure however the 0 comes, since parameters stand for values
# (Cypher manual, "Parameters") and a server may turn a literal into a parameter to find a plan again.
# Output seen on 2026-11-28:
#   RETURN 2.5 / 0 AS x gives Infinity
#   RETURN 2.5 / $zero AS x fails: / by zero
#   WITH 0 AS z RETURN 2.5 / z AS x fails: / by zero
#   RETURN 2.5 % 0 AS x gives NaN
#   RETURN 2.5 % $zero AS x gives NaN
# Needs Java 17 and Maven.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>show</groupId>
  <artifactId>show</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.neo4j</groupId>
      <artifactId>neo4j</artifactId>
      <version>5.26.12</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
cat >Show.java <<'JAVA'
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

class Show {
  public static void main(String[] args) {
    var service = new DatabaseManagementServiceBuilder(Path.of("data")).build();
    var db = service.database("neo4j");
    db.executeTransactionally("CREATE (:Entity)");
    var queries = new String[] {
      "RETURN 2.5 / 0 AS x",
      "RETURN 2.5 / $zero AS x",
      "WITH 0 AS z RETURN 2.5 / z AS x",
      "RETURN 2.5 % 0 AS x",
      "RETURN 2.5 % $zero AS x",
    };
    for (var query : queries) {
      try (var transaction = db.beginTx(); var rows = transaction.execute(query, Map.of("zero", 0L))) {
        System.out.println("shown: " + query + " gives " + rows.next().get("x"));
      } catch (Exception error) {
        System.out.println("shown: " + query + " fails: " + error.getMessage().lines().findFirst().orElse(""));
      }
    }
    service.shutdown();
  }
}
JAVA
expected=$(
  cat <<'SEEN'
RETURN 2.5 / 0 AS x gives Infinity
RETURN 2.5 / $zero AS x fails: / by zero
WITH 0 AS z RETURN 2.5 / z AS x fails: / by zero
RETURN 2.5 % 0 AS x gives NaN
RETURN 2.5 % $zero AS x gives NaN
SEEN
)
seen=$(java -cp 'lib/*' Show.java 2>/dev/null | sed -n 's/^shown: //p')
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed: bring the comment up to date." >&2; exit 1; }
