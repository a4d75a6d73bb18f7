/** `@neo4j/graphql` on graphql-yoga, over the same database: what one would use who wants no server code of one's own. */
import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";
import { schemaText } from "../graphql-schema.ts";

const [port, bolt = "", user = "", password = ""] = process.argv.slice(2);
const driver = neo4j.driver(bolt, neo4j.auth.basic(user, password));
const schema = await new Neo4jGraphQL({ typeDefs: schemaText, driver }).getSchema();
const yoga = createYoga({
  schema,
  logging: false,
  maskedErrors: false,
  context: { sessionConfig: { defaultAccessMode: neo4j.session.READ } },
});
createServer(yoga).listen(Number(port), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));
