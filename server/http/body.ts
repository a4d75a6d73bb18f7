import type { FastifyInstance } from "fastify";
import { AppError } from "../../model/errors.ts";

/** Lists and maps within one another; a shape that holds itself is checked by a function that calls itself. */
const deepest = 32;

/** Refuses bodies that no shape can be asked about, or that hold another number than was sent. */
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
