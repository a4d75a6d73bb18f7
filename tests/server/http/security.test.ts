import helmet from "@fastify/helmet";
import Fastify, { type FastifyInstance } from "fastify";
import { expect, test } from "vitest";
import { secure } from "../../../server/http/security.ts";

/** What `protect` adds to the headers of an answer that has hardly any. */
async function headersOf(protect: (app: FastifyInstance) => Promise<unknown>): Promise<Record<string, unknown>> {
  const app = Fastify();
  await protect(app);
  app.get("/", async () => "");
  const { date: _, ...headers } = (await app.inject("/")).headers;
  await app.close();
  return headers;
}

const policy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", "data:", "blob:"],
    styleSrc: ["'self'"],
    workerSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

test("every answer has the headers that Helmet advises", async () => {
  const advised = await headersOf(async (app) =>
    app.register(helmet, {
      contentSecurityPolicy: policy,
      referrerPolicy: { policy: "same-origin" },
      frameguard: { action: "deny" },
      strictTransportSecurity: false,
    }),
  );
  expect(Object.keys(advised)).toContain("content-security-policy");
  expect(await headersOf((app) => secure(app, []))).toEqual(advised);
});
