import type { BareEngine, BareOrder, BareRound } from "./bare.ts";
import { type Ask, type Contestant, type EverNew, overHttp, runProgram } from "./measure.ts";
import type { Neo4j } from "./neo4j.ts";
import { root } from "./overlap.ts";
import { freePort, type Server, startServer } from "./processes.ts";

/** Parameters of a statement, or of a GraphQL query. */
type Values = Readonly<Record<string, unknown>>;

/** The bare engine, called in a process of its own without a server. */
export function bare(name: string, order: Omit<BareOrder, "connections" | "seconds">): Contestant {
  return {
    name,
    ask: (connections, seconds) => runProgram<BareRound>("bare.ts", { ...order, connections, seconds } satisfies BareOrder),
  };
}

export const engineOf = ({ bolt, user, password }: Neo4j): BareEngine => ({ bolt, user, password });

/** Our own API. `everNew`: see LoadOrder. */
export function ours(name: string, server: Server, paths: readonly string[], holds: string, everNew?: EverNew): Contestant {
  return overHttp(
    name,
    server.url,
    paths.map((path) => ({ path })),
    holds,
    everNew,
  );
}

/** Neo4j's own HTTP interface, which runs Cypher that a client sends. */
export function queryApi(name: string, neo4j: Neo4j, statement: string, values: readonly Values[]): Contestant {
  const authorization = `Basic ${Buffer.from(`${neo4j.user}:${neo4j.password}`).toString("base64")}`;
  const headers = { authorization, "content-type": "application/json", accept: "application/json" };
  const ask = (parameters: Values): Ask => {
    return { path: "/db/neo4j/query/v2", method: "POST", headers, body: JSON.stringify({ statement, parameters }) };
  };
  return overHttp(name, neo4j.url, values.map(ask), '"values":[[');
}

/** `@neo4j/graphql` on graphql-yoga. */
export function graphql(
  name: string,
  server: Server,
  queries: readonly { query: string; variables: Values }[],
  holds: string,
): Contestant {
  const headers = { "content-type": "application/json" };
  const ask = (query: unknown): Ask => ({ path: "/graphql", method: "POST", headers, body: JSON.stringify(query) });
  return overHttp(name, server.url, queries.map(ask), holds);
}

/** Starts the GraphQL server on a Neo4j. */
export async function startGraphql({ bolt, user, password }: Neo4j): Promise<Server> {
  const port = await freePort();
  return startServer({
    name: "@neo4j/graphql",
    command: process.execPath,
    args: ["--import", "tsx", `${root}/bench/outside/graphql.ts`, String(port), bolt, user, password],
    url: `http://127.0.0.1:${port}`,
    readyPath: "/graphql?query=%7B__typename%7D",
  });
}
