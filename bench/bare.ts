/**
 * The bare engine, called in this process without any server: reads a `BareOrder` from its input and prints a `Round`.
 * Grafeo answers as its own binding does, Neo4j by one auto-commit `session.run` of its driver: the least that a read can cost.
 */
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import grafeo from "@grafeo-db/js";
import neo4j from "neo4j-driver";
import { type Round, roundOf } from "./measure.ts";
import { memoryOf } from "./processes.ts";

/** A file that Grafeo opens, or a server that Neo4j's driver connects to. */
export type BareEngine =
  | { readonly grafeo: string }
  | { readonly bolt: string; readonly user: string; readonly password: string };

/** What the bare engine is to do: the statement with each of the values, over and over, so many at once. */
export interface BareOrder {
  readonly engine: BareEngine;
  /** Absent for Grafeo's text index, which is asked for the value called `words`: it has no Cypher that takes parameters. */
  readonly cypher?: string;
  /** Some values have no rows. Otherwise an answer without rows is a failure, for its speed would say nothing. */
  readonly mayBeEmpty?: boolean;
  readonly values: readonly Readonly<Record<string, unknown>>[];
  readonly connections: number;
  readonly seconds: number;
}

export type BareRound = Round & { readonly memory: ReturnType<typeof memoryOf> };

type Values = Readonly<Record<string, unknown>>;

interface Engine {
  /** Gives how many rows there are. */
  run(cypher: string | undefined, params: Values): Promise<number>;
  close(): Promise<void>;
}

function openGrafeo(path: string): Engine {
  const db = grafeo.GrafeoDB.openReadOnly(path);
  const searched = async (words: string) =>
    (await db.textSearch("Entity", "name", words, 20)).map(([node]) => db.getNode(node ?? 0)?.properties()).length;
  return {
    run: async (cypher, params) =>
      cypher === undefined ? searched(String(params.words)) : (await db.executeCypher(cypher, params)).rows().length,
    close: async () => db.close(),
  };
}

function openNeo4j(bolt: string, user: string, password: string): Engine {
  const driver = neo4j.driver(bolt, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  return {
    run: async (cypher, params) => {
      const session = driver.session({ defaultAccessMode: neo4j.session.READ });
      const { records } = await session.run(cypher ?? "", withIntegers(params));
      const rows = records.map((record) => record.toObject());
      await session.close();
      return rows.length;
    },
    close: () => driver.close(),
  };
}

const withIntegers = (params: Values) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Number.isInteger(value) ? neo4j.int(Number(value)) : value]),
  );

async function run({ engine, cypher, values, connections, seconds, mayBeEmpty }: BareOrder): Promise<BareRound> {
  const open = "grafeo" in engine ? openGrafeo(engine.grafeo) : openNeo4j(engine.bolt, engine.user, engine.password);
  const latencies: number[] = [];
  const begin = performance.now();
  const until = begin + seconds * 1_000;
  const ask = async (first: number) => {
    for (let turn = first; performance.now() < until; turn++) {
      const asked = performance.now();
      const params = values[turn % values.length] ?? {};
      const rows = await open.run(cypher, params);
      if (rows === 0 && !mayBeEmpty) throw new Error(`No rows for ${JSON.stringify(params)}`);
      latencies.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, worker) => ask(Math.floor((worker * values.length) / connections))));
  const round = roundOf(latencies, (performance.now() - begin) / 1_000, 0, 0);
  const memory = memoryOf(process.pid);
  await open.close();
  return { ...round, memory };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  console.log(JSON.stringify(await run(JSON.parse(await text(process.stdin)) as BareOrder)));
