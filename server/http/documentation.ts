import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";

const styleItWrites = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

/** The description of the API at /api/openapi.json and a page that shows it at /api/docs. To be called before any route. */
export async function documentApi(app: FastifyInstance, basePath: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Overlap",
        version: "1",
        description: "Who works on the same questions in Dutch vocational education, and what they can learn from each other.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: basePath || "/" }],
      components: {
        securitySchemes: {
          token: { type: "http", scheme: "bearer", description: "The token of the server, its setting ADMIN_TOKEN." },
          session: { type: "apiKey", in: "cookie", name: "overlap-session", description: "Given by POST /api/session." },
        },
      },
      tags: [
        { name: "Explore", description: "Search, nodes, neighbours, paths and sources." },
        { name: "Discover", description: "Peers, overlap and opportunities." },
        { name: "Patterns", description: "Read-only Cypher." },
        { name: "Numbers", description: "Measures of the graph." },
        { name: "Export", description: "The graph, a part of it, or what a pattern gives, as a file." },
        { name: "Cite", description: "How to cite the data, and what was found in them." },
        { name: "Curation", description: "Bringing data in from a spreadsheet, for editors." },
        { name: "Accounts", description: "Signing in, for editors." },
        { name: "Versions", description: "The states that the data were in." },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(swaggerUi, {
    routePrefix: "/api/docs",
    indexPrefix: basePath,
    validatorUrl: false,
    // The page's own script writes one style attribute. It may have that one, and no other; a test sees whether it still does.
    transformStaticCSP: (policy) => policy.replace("style-src 'self'", `style-src 'self' 'unsafe-hashes' ${styleItWrites}`),
    uiConfig: { deepLinking: true, docExpansion: "list" },
    theme: { title: "Overlap API" },
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, () => app.swagger());
}
