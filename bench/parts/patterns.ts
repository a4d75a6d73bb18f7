import { bare, engineOf } from "../contestants.ts";
import { type Ask, type Contestant, overHttp, type Round, race } from "../measure.ts";
import { restOf, startOverlap } from "../overlap.ts";
import { type Bench, largeSample, type Part, raceAtBoth, type Standing } from "../part.ts";
import type { Memory, Server } from "../processes.ts";
import { figure, megabytes, milliseconds, table, times } from "../report.ts";
import { type Sample, someOf } from "../world.ts";

/** A researcher's question of an ordinary size: who asks what, as a source states it, about a theme. */
const small = `
  MATCH (i:Institution)-[r:ASKS]->(q:Question)-[:ABOUT]->(t:Theme {id: $id})
  WHERE r.basis = 'stated'
  RETURN i.name AS institution, q.name AS question ORDER BY institution, question LIMIT 100`;

/** So many rows of two texts. */
const many = (rows: number) => `MATCH (n:Entity) RETURN n.id AS id, n.name AS name LIMIT ${rows}`;
const rowCounts = [100, 1_000, 10_000];

/** More texts than the server remembers the checks of, so that each is new to it when its turn comes again. */
const newTexts = 6_000;

/** As large as the project's own data set. */
const asTheSeed = { nodes: 401, links: 1_604, institutions: 40 };

/** A graph in an engine: through the API, and called without anything between. */
interface Pair {
  readonly name: string;
  readonly bareName: string;
  readonly server: Server;
  readonly engine: Parameters<typeof bare>[1]["engine"];
  readonly ids: readonly { readonly id: string }[];
  /** How many times as long as the bare engine the small pattern may take at the middle, and at the 95th percentile. */
  readonly most: { readonly p50: number; readonly p95?: number };
}

const request = (cypher: string, params: unknown = {}): Ask => ({
  path: "/api/patterns",
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ cypher, params, limits: { rows: 10_000, timeout: 30_000 } }),
});

const asked = ({ name, server }: Pair, requests: readonly Ask[]): Contestant =>
  overHttp(name, server.url, requests, '"columns":[');

async function embedded(bench: Bench, sample: Sample): Promise<Pair> {
  const { place } = await bench.world.embedded(sample);
  const engine = { grafeo: await bench.world.copyOfEmbedded(sample) };
  const nodes = figure(sample.size.nodes);
  const names = { name: `Overlap, embedded, ${nodes} nodes`, bareName: `Grafeo in process, ${nodes} nodes` };
  return { ...names, server: await startOverlap(place), engine, ids: themes(sample), most: { p50: 1.5 } };
}

async function onNeo4j(bench: Bench, sample: Sample): Promise<Pair | undefined> {
  const neo4j = await bench.world.neo4j();
  if (!neo4j) return undefined;
  const server = await startOverlap((await bench.world.onNeo4j(sample, neo4j)).place);
  const names = { name: "Overlap, Neo4j", bareName: "Neo4j's driver" };
  return { ...names, server, engine: engineOf(neo4j), ids: themes(sample), most: { p50: 2, p95: 3 } };
}

const themes = ({ ids }: Sample) => someOf(ids, 100, "theme").map((id) => ({ id }));

/** Patterns through the API beside the bare engines: on the embedded engine that is a process of its own, on Neo4j a read transaction. */
export const patternsPart: Part = async (bench) => {
  const pairs = [
    await embedded(bench, bench.world.sample(asTheSeed)),
    await embedded(bench, largeSample(bench)),
    await onNeo4j(bench, largeSample(bench)),
  ].filter((pair) => pair !== undefined);
  await Promise.all(pairs.map(({ server }) => restOf(server)));
  bench.say("asking the small pattern");
  const known = await raceAtBoth(
    bench,
    pairs.flatMap((pair) => [
      asked(
        pair,
        pair.ids.map((params) => request(small, params)),
      ),
      bare(pair.bareName, { engine: pair.engine, cypher: small, values: pair.ids, mayBeEmpty: true }),
    ]),
  );
  bench.say("asking it in ever new words");
  const unknown = await raceAtBoth(
    bench,
    pairs.map((pair) =>
      asked(
        pair,
        Array.from({ length: newTexts }, (_, time) => request(`${small} // ${time}`, pair.ids[time % pair.ids.length])),
      ),
    ),
  );
  bench.say("asking for many rows");
  const before = pairs.map(({ server }) => server.memory());
  const rows = new Map<number, Map<string, Round>>();
  for (const count of rowCounts) rows.set(count, await raceRows(bench, pairs, count));
  const after = pairs.map(({ server }) => server.memory());
  await Promise.all(pairs.map(({ server }) => server.stop()));
  return report(pairs, { known, unknown, rows, before, after });
};

function raceRows({ rounds, seconds }: Bench, pairs: readonly Pair[], count: number): Promise<Map<string, Round>> {
  const contestants = pairs.flatMap((pair) => [
    asked(pair, [request(many(count))]),
    bare(pair.bareName, { engine: pair.engine, cypher: many(count), values: [{}] }),
  ]);
  return race(contestants, { connections: 1, rounds, seconds });
}

interface Results {
  readonly known: ReadonlyMap<string, Standing>;
  readonly unknown: ReadonlyMap<string, Standing>;
  readonly rows: ReadonlyMap<number, ReadonlyMap<string, Round>>;
  readonly before: readonly Memory[];
  readonly after: readonly Memory[];
}

function report(pairs: readonly Pair[], { known, unknown, rows, before, after }: Results): string {
  const standing = (name: string, { one, sixteen }: Standing) => [
    name,
    milliseconds(one.p50),
    milliseconds(one.p95),
    milliseconds(sixteen.p50),
    milliseconds(sixteen.p95),
    `${figure(sixteen.perSecond)} /s`,
    String(one.failures + sixteen.failures),
  ];
  const head = ["", "1 at a time: p50", "p95", "16 at a time: p50", "p95", "requests", "failed"];
  const small = [...known].map(([name, one]) => standing(name, one));
  const news = [...unknown].map(([name, one]) => standing(`${name}, a new text each time`, one));
  const lines = [...rows].flatMap(([count, rounds]) =>
    pairs.flatMap(({ name, bareName }) => rowLine(count, name, rounds.get(name), rounds.get(bareName))),
  );
  const memory = pairs.map(
    ({ name }, index) =>
      `- ${name}: ${before[index] ? megabytes(before[index]) : "–"} before the many rows, ${after[index] ? megabytes(after[index]) : "–"} after them`,
  );
  return `## Patterns

Who asks what about a theme, at most 100 rows, in words that the server has checked before and in new ones.

${table(head, [...small, ...news])}

Two texts a row, one pattern at a time.

${table(["rows", "", "p50", "bare", "times as long", "failed"], lines)}

Memory of the serving process:

${memory.join("\n")}

Targets:

${[...smallVerdicts(pairs, known), ...rowVerdicts(pairs, rows)].join("\n")}`;
}

const rowLine = (count: number, name: string, ours?: Round, other?: Round): string[][] =>
  ours && other
    ? [
        [
          figure(count),
          name,
          milliseconds(ours.p50),
          milliseconds(other.p50),
          times(ours.p50 / other.p50),
          String(ours.failures + other.failures),
        ],
      ]
    : [];

function smallVerdicts(pairs: readonly Pair[], known: ReadonlyMap<string, Standing>): string[] {
  return pairs.flatMap(({ name, bareName, most }) => {
    const [ours, other] = [known.get(name), known.get(bareName)];
    if (!ours || !other) return [];
    return (["one", "sixteen"] as const).flatMap((clients) => {
      const what = `${name}, ${clients === "one" ? 1 : 16} at a time, against the bare engine`;
      const p50 = verdictOf(`${what}, p50`, ours[clients].p50 / other[clients].p50, most.p50);
      return most.p95 === undefined ? [p50] : [p50, verdictOf(`${what}, p95`, ours[clients].p95 / other[clients].p95, most.p95)];
    });
  });
}

const rowVerdicts = (pairs: readonly Pair[], rows: ReadonlyMap<number, ReadonlyMap<string, Round>>): string[] =>
  [...rows].flatMap(([count, rounds]) =>
    count < 1_000
      ? []
      : pairs.map(({ name, bareName }) =>
          verdictOf(
            `${name}, ${figure(count)} rows, against the bare engine, p50`,
            (rounds.get(name)?.p50 ?? Number.NaN) / (rounds.get(bareName)?.p50 ?? Number.NaN),
            1.3,
          ),
        ),
  );

const verdictOf = (what: string, value: number, most: number): string =>
  `- ${value <= most ? "reached" : "**not reached**"}: ${what}: ${times(value)} (at most ${times(most)})`;
