import type { FastifyInstance } from "fastify";
import { AppError } from "../../model/errors.ts";

/** Levels of lists and maps in a body: a shape that refers to itself is checked by recursion, which a deeper body would overflow. */
const deepest = 32;

/** Refuses a body that is too deep to be held against its shape, and whole numbers that JavaScript would round. */
export function checkBodies(app: FastifyInstance): void {
  app.addHook("preValidation", async ({ body }) => {
    const why = whyNot(body);
    if (why) throw new AppError("INVALID_REQUEST", `body: ${why}`, { fields: [{ field: "body", why }] });
  });
}

function whyNot(body: unknown): string | undefined {
  let level = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return `More than ${deepest} lists and maps lie within one another`;
    if (level.some((value) => Number.isInteger(value) && !Number.isSafeInteger(value)))
      return "A whole number beyond 2^53 would be rounded: pass it as text, and use toInteger()";
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
  return undefined;
}
