import type { TestProject } from "vitest/node";
import { assembleNeo4j, type Neo4jAddress, ownNeo4j, whyNoNeo4j } from "./neo4j.ts";
import { startTurns } from "./turns.ts";

/** The Neo4j server of a run, and where to ask for a turn on it. */
export interface SharedNeo4j extends Neo4jAddress {
  readonly turns: number;
}

declare module "vitest" {
  export interface ProvidedContext {
    /** The Neo4j server of this run; null where there is none. */
    neo4j: SharedNeo4j | null;
  }
}

/** Starts the one Neo4j server that all files share, while tests that do not need it run, and ends it after them. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const own = ownNeo4j();
  const why = own ? undefined : whyNoNeo4j();
  if (why && process.env.CI === "true") throw new Error(`With CI=true no test is skipped. ${why}`);
  if (why) {
    console.warn(`Skipped: every test on Neo4j. ${why}`);
    project.provide("neo4j", null);
    return;
  }
  const server = own ? undefined : await assembleNeo4j();
  const starting = server?.start() ?? Promise.resolve();
  starting.catch(() => undefined); // whoever asks for a turn hears of it
  const turns = await startTurns(starting);
  const { uri, user, password, http } = own ?? (server as Neo4jAddress);
  // Only what can be handed to the tests' own processes.
  project.provide("neo4j", { uri, user, password, http, turns: turns.port });
  return async () => {
    turns.close();
    await server?.stop();
  };
}
