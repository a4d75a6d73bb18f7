import { bare, engineOf } from "../contestants.ts";
import { type Ask, type Contestant, overHttp, race } from "../measure.ts";
import { startOverlap } from "../overlap.ts";
import { largeSample, type Part } from "../part.ts";
import type { Server } from "../processes.ts";
import { figure, megabytes, milliseconds, table } from "../report.ts";
import { someOf } from "../world.ts";

/** A researcher's question of an ordinary size: who asks what, as a source states it, about a theme. */
const cypher = `
  MATCH (i:Institution)-[r:ASKS]->(q:Question)-[:ABOUT]->(t:Theme {id: $id})
  WHERE r.basis = 'stated'
  RETURN i.name AS institution, q.name AS question ORDER BY institution, question LIMIT 100`;

/** A small pattern through the API: on the embedded engine that is a child process, on Neo4j a read transaction. */
export const patternsPart: Part = async (bench) => {
  const sample = largeSample(bench);
  const values = someOf(sample.ids, 100, "theme").map((id) => ({ id }));
  const through = (name: string, { url }: Server): Contestant => {
    const ask = (params: unknown): Ask => {
      return {
        path: "/api/patterns",
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ cypher, params }),
      };
    };
    return overHttp(name, url, values.map(ask), '"columns":[');
  };
  const embedded = await startOverlap((await bench.world.embedded(sample)).place);
  const neo4j = await bench.world.neo4j();
  const onNeo4j = neo4j && (await startOverlap((await bench.world.onNeo4j(sample, neo4j)).place));
  bench.say("running patterns");
  const { rounds, seconds } = bench;
  const results = await race(
    [
      through("Overlap, embedded", embedded),
      bare("Grafeo, in process", {
        engine: { grafeo: await bench.world.copyOfEmbedded(sample) },
        cypher,
        values,
        mayBeEmpty: true,
      }),
      ...(onNeo4j ? [through("Overlap, Neo4j", onNeo4j)] : []),
      ...(neo4j ? [bare("Neo4j's driver", { engine: engineOf(neo4j), cypher, values, mayBeEmpty: true })] : []),
    ],
    { connections: 1, rounds, seconds },
  );
  const memory = megabytes(embedded.memory());
  await Promise.all([embedded.stop(), onNeo4j?.stop()]);
  const rows = [...results].map(([name, { p50, p95, perSecond, failures }]) => [
    name,
    milliseconds(p50),
    milliseconds(p95),
    `${figure(perSecond)} /s`,
    String(failures),
  ]);
  return `## Patterns

Who asks what about a theme, at most 100 rows, one pattern at a time. The server on the embedded engine held ${memory} afterwards.

${table(["", "p50", "p95", "requests", "failed"], rows)}`;
};
