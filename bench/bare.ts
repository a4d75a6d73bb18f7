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

/** What the bare engine is to do: each statement once for each of the ids, over and over, so many at once. */
export interface BareOrder {
  readonly engine: { readonly grafeo: string } | { readonly bolt: string; readonly user: string; readonly password: string };
  readonly cypher: string;
  readonly ids: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

export type BareRound = Round & { readonly memory: ReturnType<typeof memoryOf> };

interface Engine {
  run(cypher: string, params: Record<string, unknown>): Promise<number>;
  close(): Promise<void>;
}

function openGrafeo(path: string): Engine {
  const db = grafeo.GrafeoDB.openReadOnly(path);
  return {
    run: async (cypher, params) => (await db.execute(cypher, params)).toArray().length,
    close: async () => db.close(),
  };
}

function openNeo4j(bolt: string, user: string, password: string): Engine {
  const driver = neo4j.driver(bolt, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  return {
    run: async (cypher, params) => {
      const session = driver.session({ defaultAccessMode: neo4j.session.READ });
      const { records } = await session.run(cypher, params);
      const rows = records.map((record) => record.toObject());
      await session.close();
      return rows.length;
    },
    close: () => driver.close(),
  };
}

/** Every answer must hold at least one row, or the figures would be of nothing. */
async function run({ engine, cypher, ids, connections, seconds }: BareOrder): Promise<BareRound> {
  const open = "grafeo" in engine ? openGrafeo(engine.grafeo) : openNeo4j(engine.bolt, engine.user, engine.password);
  const latencies: number[] = [];
  const begin = performance.now();
  const until = begin + seconds * 1_000;
  const ask = async (first: number) => {
    for (let turn = first; performance.now() < until; turn++) {
      const asked = performance.now();
      const rows = await open.run(cypher, { id: ids[turn % ids.length] });
      if (rows === 0) throw new Error(`No rows for ${ids[turn % ids.length]}`);
      latencies.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, worker) => ask(Math.floor((worker * ids.length) / connections))));
  const round = roundOf(latencies, (performance.now() - begin) / 1_000, 0, 0);
  const memory = memoryOf(process.pid);
  await open.close();
  return { ...round, memory };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  console.log(JSON.stringify(await run(JSON.parse(await text(process.stdin)) as BareOrder)));
