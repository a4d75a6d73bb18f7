import { bare, engineOf, graphql, ours, queryApi, startGraphql } from "../contestants.ts";
import { peersText } from "../graphql-schema.ts";
import type { Contestant } from "../measure.ts";
import type { Neo4j } from "../neo4j.ts";
import { restOf, startOverlap } from "../overlap.ts";
import { type Bench, largeSample, type Part, raceAtBoth, standingsTable } from "../part.ts";
import { plainQueries } from "../queries.ts";
import { figure, megabytes, milliseconds, table, times, verdict } from "../report.ts";
import { type Sample, someOf } from "../world.ts";

const names = {
  embedded: "Overlap, embedded",
  embeddedNew: "Overlap, embedded, not asked before",
  neo4j: "Overlap, Neo4j",
  neo4jNew: "Overlap, Neo4j, not asked before",
  bareEmbedded: "one Cypher query, Grafeo in process",
  bareNeo4j: "one Cypher query, Neo4j's driver",
  http: "one Cypher query, Neo4j's HTTP API",
  graphql: "one Cypher query, @neo4j/graphql",
} as const;

/** The ten best peers of an institution with their first reasons, beside a query that only counts shared themes. */
export const peersPart: Part = async (bench) => {
  const sample = largeSample(bench);
  const ids = someOf(sample.ids, 300, "institution");
  const paths = ids.map((id) => `/api/institutions/${id}/peers`);
  const values = ids.map((id) => ({ id }));
  const embedded = await startOverlap((await bench.world.embedded(sample)).place);
  const first = await firstRead(embedded.url, paths[0] ?? "");
  await restOf(embedded);
  const neo4j = await bench.world.neo4j();
  const others = neo4j ? await againstNeo4j(bench, sample, neo4j, paths) : undefined;
  bench.say("asking for peers");
  const standings = await raceAtBoth(bench, [
    ours(names.embedded, embedded, paths, answer),
    ours(names.embeddedNew, embedded, paths, answer, everNew),
    bare(names.bareEmbedded, {
      engine: { grafeo: await bench.world.copyOfEmbedded(sample) },
      cypher: plainQueries.peers,
      values,
    }),
    ...(others?.contestants ?? []),
  ]);
  const held = embedded.memory();
  const memory = [[names.embedded, milliseconds(first), megabytes(held)], ...(others?.memory() ?? [])];
  await Promise.all([embedded.stop(), others?.stop()]);
  const p95 = (name: string) => standings.get(name)?.one.p95 ?? Number.NaN;
  const against = (name: string, query: string) =>
    verdict(`95th percentile of ${name} against ${query}`, p95(name) / p95(query), times, "under", 0.3);
  return `## Peers

${figure(ids.length)} of ${figure(bench.large.institutions)} institutions, the ten best peers each, with the first reasons, certainty and the address of all the rest. *Not asked before* has each request weigh in a way of its own, so that each answer is made anew. The Cypher query counts the themes that their questions share, and no more.

${standingsTable(standings, names.http)}

${[against(names.embeddedNew, names.bareEmbedded), ...(others ? [against(names.neo4jNew, names.bareNeo4j)] : [])].join("\n")}
${verdict(`95th percentile, ${figure(bench.large.institutions)} institutions, not asked before`, p95(names.embeddedNew), milliseconds, "under", 10)}
${verdict("bytes of ten peers", standings.get(names.embedded)?.one.bytes ?? Number.NaN, figure, "under", 40_000)}

${table(["", "first read after a start", "memory"], memory)}

${verdict("first read after a start, embedded", first, milliseconds, "under", 3_000)}
${verdict("memory of the whole server, embedded, in MB", held.now ?? Number.NaN, figure, "under", 700)}`;
};

/** A weight that nobody chose before: everything is weighed again. */
const everNew = { text: "?outcomes=1.", differsBy: "number" } as const;

const answer = '"peers":[';

/** Milliseconds until the first answer of its kind, which reads everybody's profile. */
export async function firstRead(url: string, path: string): Promise<number> {
  const begin = performance.now();
  const response = await fetch(url + path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  await response.text();
  return performance.now() - begin;
}

async function againstNeo4j({ world }: Bench, sample: Sample, neo4j: Neo4j, paths: readonly string[]) {
  const overlap = await startOverlap((await world.onNeo4j(sample, neo4j)).place);
  const first = await firstRead(overlap.url, paths[0] ?? "");
  await restOf(overlap);
  const yoga = await startGraphql(neo4j);
  const values = someOf(sample.ids, 300, "institution").map((id) => ({ id }));
  const contestants: Contestant[] = [
    ours(names.neo4j, overlap, paths, answer),
    ours(names.neo4jNew, overlap, paths, answer, everNew),
    bare(names.bareNeo4j, { engine: engineOf(neo4j), cypher: plainQueries.peers, values }),
    queryApi(names.http, neo4j, plainQueries.peers, values),
    graphql(
      names.graphql,
      yoga,
      values.map((variables) => ({ query: peersText, variables })),
      '"peers":[{',
    ),
  ];
  return {
    contestants,
    memory: () => [[names.neo4j, milliseconds(first), megabytes(overlap.memory())]],
    stop: () => Promise.all([overlap.stop(), yoga.stop()]),
  };
}
