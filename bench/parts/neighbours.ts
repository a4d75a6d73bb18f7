import type { NodeId } from "../../model/graph.ts";
import { bare, engineOf, graphql, ours, queryApi, startGraphql } from "../contestants.ts";
import { favouredNeighbours, neighboursText } from "../graphql-schema.ts";
import type { Contestant } from "../measure.ts";
import type { Neo4j } from "../neo4j.ts";
import { restOf, startOverlap } from "../overlap.ts";
import { type Bench, largeSample, type Part, raceAtBoth, ratio, standingsTable } from "../part.ts";
import { plainQueries, sameQueries } from "../queries.ts";
import { figure, megabytes, table, times, verdict } from "../report.ts";
import { type Sample, someOf } from "../world.ts";

const names = {
  embedded: "Overlap, embedded",
  embeddedNew: "Overlap, embedded, not asked before",
  neo4j: "Overlap, Neo4j",
  neo4jNew: "Overlap, Neo4j, not asked before",
  bareEmbedded: "Grafeo, in process",
  bareNeo4j: "Neo4j's driver",
  same: "Neo4j's HTTP API, same statement",
  plain: "Neo4j's HTTP API, plain statement",
  graphql: "@neo4j/graphql, same answer",
  favoured: "@neo4j/graphql, fewer fields",
} as const;

/** The neighbours of nodes of every kind, hubs among them, 25 at most, with the links to them. */
export const neighboursPart: Part = async (bench) => {
  const sample = largeSample(bench);
  const ids = someOf(sample.ids, 2_000);
  const embedded = await startOverlap((await bench.world.embedded(sample)).place);
  await restOf(embedded);
  const neo4j = await bench.world.neo4j();
  const paths = ids.map((id) => `/api/nodes/${id}/neighbours?limit=25`);
  const others = neo4j ? await againstNeo4j(bench, sample, neo4j, ids, paths) : undefined;
  const plain = { cypher: plainQueries.neighbours, values: byId(ids) };
  const contestants = [
    ours(names.embedded, embedded, paths, answer),
    ours(names.embeddedNew, embedded, paths, answer, everNew),
    bare(names.bareEmbedded, { engine: { grafeo: await bench.world.copyOfEmbedded(sample) }, ...plain }),
    ...(others?.contestants ?? []),
  ];
  bench.say("asking for neighbours");
  const standings = await raceAtBoth(bench, contestants);
  const memory = [[names.embedded, megabytes(embedded.memory())], ...(others?.memory() ?? [])];
  await Promise.all([embedded.stop(), others?.stop()]);
  const targets = [
    verdict("Overlap on Neo4j against its HTTP API", ratio(standings, names.neo4j, names.same), times, "at least", 2),
    verdict("Overlap on Neo4j against @neo4j/graphql", ratio(standings, names.neo4j, names.graphql), times, "at least", 8),
    verdict("Overlap embedded against Neo4j's HTTP API", ratio(standings, names.embedded, names.same), times, "at least", 10),
    verdict(
      "not asked before: on Neo4j against its HTTP API",
      ratio(standings, names.neo4jNew, names.same),
      times,
      "at least",
      2,
    ),
    verdict("not asked before: embedded against it", ratio(standings, names.embeddedNew, names.same), times, "at least", 5),
  ];
  return `## Neighbours

${figure(ids.length)} nodes drawn from ${figure(bench.large.nodes)}, at most 25 neighbours each with name, kind and number of links, and the links with their evidence.
*Same statement* and *same answer* give what Overlap gives: also the links among the neighbours, and how many are left of each kind (GraphQL has no way to ask for
the links among neighbours). *Plain statement* and *fewer fields* are what one would write who does without: the best 25 links of the node, no counts; in GraphQL only
the kinds of link that a node of that kind can have. Overlap caches its answers while the data stay as they are; *not asked before* has every request differ, so that each
answer is made anew.

${standingsTable(standings, names.same)}

${targets.join("\n")}

${table(["memory", ""], memory)}`;
};

const answer = '"nodes":[{"id"';
/** A node that is nowhere, and that is said to be seen. */
const everNew = { text: "&seen=theme:none-", differsBy: "number" } as const;
const byId = (ids: readonly string[]) => ids.map((id) => ({ id }));

async function againstNeo4j({ world }: Bench, sample: Sample, neo4j: Neo4j, ids: readonly NodeId[], paths: readonly string[]) {
  const overlap = await startOverlap((await world.onNeo4j(sample, neo4j)).place);
  await restOf(overlap);
  const yoga = await startGraphql(neo4j);
  const query = (text: (id: NodeId) => string) => ids.map((id) => ({ query: text(id), variables: { id } }));
  const contestants: Contestant[] = [
    ours(names.neo4j, overlap, paths, answer),
    ours(names.neo4jNew, overlap, paths, answer, everNew),
    bare(names.bareNeo4j, { engine: engineOf(neo4j), cypher: plainQueries.neighbours, values: byId(ids) }),
    queryApi(names.same, neo4j, sameQueries.neighbours.cypher, ids.map(sameQueries.neighbours.values)),
    queryApi(names.plain, neo4j, plainQueries.neighbours, byId(ids)),
    graphql(names.graphql, yoga, query(neighboursText), '"edges":[{'),
    graphql(names.favoured, yoga, query(favouredNeighbours), '"edges":[{'),
  ];
  return {
    contestants,
    memory: () => [
      [names.neo4j, megabytes(overlap.memory())],
      ["Neo4j itself", megabytes(neo4j.memory())],
      ["@neo4j/graphql", megabytes(yoga.memory())],
    ],
    stop: () => Promise.all([overlap.stop(), yoga.stop()]),
  };
}
