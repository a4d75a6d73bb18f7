import type { TestProject } from "vitest/node";
import { type Neo4jAddress, ownNeo4j, startNeo4j, whyNoNeo4j } from "./neo4j.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The Neo4j server of this run; absent where there is none. */
    neo4j: Neo4jAddress | null;
  }
}

/** Starts the one Neo4j server that the tests of a project share, and ends it after them. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const own = ownNeo4j();
  const why = own ? undefined : whyNoNeo4j();
  if (why && process.env.CI === "true") throw new Error(`With CI=true no test is skipped. ${why}`);
  if (why) console.warn(`Skipped: every test on Neo4j. ${why}`);
  const server = own || why ? undefined : await startNeo4j();
  project.provide("neo4j", address(own ?? server));
  return server && (() => server.stop());
}

/** Only what can be handed to the tests' own processes. */
const address = (server: Neo4jAddress | undefined): Neo4jAddress | null =>
  server ? { uri: server.uri, user: server.user, password: server.password, http: server.http } : null;
