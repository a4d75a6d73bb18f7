import type { FastifyInstance } from "fastify";
import { expect } from "vitest";
import type { z } from "zod";
import { ask } from "../app.ts";

/** An answer that has the shape it should have, and no more. */
export async function answer<Shape extends z.ZodType>(
  app: FastifyInstance,
  route: { response: Shape },
  request: Parameters<typeof ask>[1],
) {
  const [status, body] = await ask(app, request);
  expect([status, body]).toMatchObject([200, {}]);
  return route.response.parse(body) as z.output<Shape>;
}
