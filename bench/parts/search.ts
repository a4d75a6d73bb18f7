import { bare, engineOf, graphql, ours, queryApi, startGraphql } from "../contestants.ts";
import { searchText } from "../graphql-schema.ts";
import { type Contestant, roundOf } from "../measure.ts";
import type { Neo4j } from "../neo4j.ts";
import { restOf, startOverlap } from "../overlap.ts";
import { type Bench, largeSample, type Part, raceAtBoth, ratio, standingsTable } from "../part.ts";
import { plainQueries, textIndex } from "../queries.ts";
import { randomFrom } from "../random.ts";
import { figure, megabytes, milliseconds, table, times, verdict } from "../report.ts";
import type { Sample } from "../world.ts";

const names = {
  embedded: "Overlap, embedded",
  embeddedNew: "Overlap, embedded, not asked before",
  neo4j: "Overlap, Neo4j",
  neo4jNew: "Overlap, Neo4j, not asked before",
  bareEmbedded: "Grafeo's text index, in process",
  bareNeo4j: "Neo4j's driver",
  http: "Neo4j's HTTP API",
  graphql: "@neo4j/graphql",
} as const;

/** What someone types. */
interface Search extends Readonly<Record<string, unknown>> {
  readonly words: string;
}

/** One or two words of the name of some node. */
function searches({ nodes }: Sample, count: number): Search[] {
  const random = randomFrom(11);
  return Array.from({ length: count }, () => {
    const words = random
      .pick(nodes)
      .name.split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "");
    const first = random.below(words.length);
    return { words: words.slice(first, first + 1 + random.below(2)).join(" ") };
  }).filter(({ words }) => words !== "");
}

/** Full-text search by what people type. */
export const searchPart: Part = async (bench) => {
  const sample = largeSample(bench);
  const asked = searches(sample, 500);
  const embedded = await startOverlap((await bench.world.embedded(sample)).place);
  const first = await firstAnswers(embedded.url, asked);
  await restOf(embedded);
  const neo4j = await bench.world.neo4j();
  const others = neo4j ? await againstNeo4j(bench, sample, neo4j, asked) : undefined;
  bench.say("searching");
  const standings = await raceAtBoth(bench, [
    ours(names.embedded, embedded, pathsOf(asked), answer),
    ours(names.embeddedNew, embedded, pathsOf(asked), answer, everNew),
    bare(names.bareEmbedded, { engine: { grafeo: await bench.world.copyOfEmbedded(sample) }, values: asked, mayBeEmpty: true }),
    ...(others?.contestants ?? []),
  ]);
  const memory = [[names.embedded, ...first, megabytes(embedded.memory())], ...(others?.memory() ?? [])];
  await Promise.all([embedded.stop(), others?.stop()]);
  const targets = [
    verdict(
      "not asked before: embedded against Neo4j's HTTP API",
      ratio(standings, names.embeddedNew, names.http),
      times,
      "at least",
      5,
    ),
    verdict("not asked before: on Neo4j against it", ratio(standings, names.neo4jNew, names.http), times, "at least", 5),
  ];
  return `## Search

${figure(asked.length)} searches by one or two words out of names, 20 answers each. Overlap analyses what was typed (case, accents, stems, compounds, synonyms, typing errors), ranks
by its own measure, and cuts a snippet. The others look the words up in the text index of their engine, as they stand: Neo4j in names and descriptions in both languages, Grafeo in names, since its index holds one property.

${standingsTable(standings, names.http)}

${targets.join("\n")}

Overlap caches its answers while the data stay as they are; *not asked before* has every request differ. One after the other, each for the first time:

${table(["", "first search after a start, which reads all words", "each for the first time: p50", "p95", "memory"], memory)}`;
};

const answer = '"results":[';
const pathsOf = (asked: readonly Search[]) => asked.map(({ words }) => `/api/search?limit=20&q=${encodeURIComponent(words)}`);
/** Letters by themselves, which are no words. */
const everNew = { text: "%20", differsBy: "letters" } as const;

async function answeredIn(address: string): Promise<number> {
  const begin = performance.now();
  await (await fetch(address)).text();
  return performance.now() - begin;
}

/** How long the very first search takes, and the others when they are asked for the first time, at the middle and at the 95th percentile. */
async function firstAnswers(url: string, asked: readonly Search[]): Promise<string[]> {
  const very = await answeredIn(`${url}/api/search?q=college`);
  const taken: number[] = [];
  for (const path of new Set(pathsOf(asked))) taken.push(await answeredIn(url + path));
  const { p50, p95 } = roundOf(taken, 1, 0, 0);
  return [very, p50, p95].map(milliseconds);
}

async function againstNeo4j({ world }: Bench, sample: Sample, neo4j: Neo4j, asked: readonly Search[]) {
  const overlap = await startOverlap((await world.onNeo4j(sample, neo4j)).place);
  const first = await firstAnswers(overlap.url, asked);
  await restOf(overlap);
  await makeTextIndex(neo4j);
  const yoga = await startGraphql(neo4j);
  const queries = asked.map(({ words }) => ({ query: searchText, variables: { phrase: words } }));
  const contestants: Contestant[] = [
    ours(names.neo4j, overlap, pathsOf(asked), answer),
    ours(names.neo4jNew, overlap, pathsOf(asked), answer, everNew),
    bare(names.bareNeo4j, { engine: engineOf(neo4j), cypher: plainQueries.search, values: asked, mayBeEmpty: true }),
    queryApi(names.http, neo4j, plainQueries.search, asked),
    graphql(names.graphql, yoga, queries, '"edges":[{'),
  ];
  return {
    contestants,
    memory: () => [[names.neo4j, ...first, megabytes(overlap.memory())]],
    stop: () => Promise.all([overlap.stop(), yoga.stop()]),
  };
}

async function makeTextIndex({ url, user, password }: Neo4j): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  const headers = { authorization, "content-type": "application/json", accept: "application/json" };
  for (const statement of [textIndex, "CALL db.awaitIndexes(600)"]) {
    const answer = await fetch(`${url}/db/neo4j/query/v2`, { method: "POST", headers, body: JSON.stringify({ statement }) });
    if (!answer.ok) throw new Error(`Neo4j makes no text index: ${await answer.text()}`);
  }
}
