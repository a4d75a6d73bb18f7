#!/usr/bin/env bash
# Neo4j 5.26.12, Cypher: reverse() of a list that is stored as a property fails with "Expected a string or a list", although it is one; the
# same list gathered anew is reversed, and other functions take the stored one. Expected: the list in reverse, as the Cypher manual
# ("List functions", reverse) says of every list.
# Output seen on 2026-11-28:
#   MATCH (n) RETURN reverse(n.texts) AS x fails: Invalid input for function 'reverse()': Expected a string or a list; consider converting the value to a string with toString() or creating a list.
#   MATCH (n) RETURN reverse([t IN n.texts | t]) AS x gives [b, a]
#   MATCH (n) RETURN tail(n.texts) AS x gives [b]
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
    db.executeTransactionally("CREATE (:Entity {texts: ['a', 'b']})");
    var queries = new String[] {
      "MATCH (n) RETURN reverse(n.texts) AS x",
      "MATCH (n) RETURN reverse([t IN n.texts | t]) AS x",
      "MATCH (n) RETURN tail(n.texts) AS x",
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
MATCH (n) RETURN reverse(n.texts) AS x fails: Invalid input for function 'reverse()': Expected a string or a list; consider converting the value to a string with toString() or creating a list.
MATCH (n) RETURN reverse([t IN n.texts | t]) AS x gives [b, a]
MATCH (n) RETURN tail(n.texts) AS x gives [b]
SEEN
)
seen=$(java -cp 'lib/*' Show.java 2>/dev/null | sed -n 's/^shown: //p')
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed: bring the comment up to date." >&2; exit 1; }
