import { afterAll, expect, test } from "vitest";
import { AppError } from "../../../model/errors.ts";
import { Gatekeeper } from "../../../server/cypher-gate/gatekeeper.ts";

const gatekeeper = new Gatekeeper(new URL("./checker-process", import.meta.url));
afterAll(() => gatekeeper.close());

/** What the process answers to an order, or what the gatekeeper makes of its failure. */
const asked = (order: string): Promise<unknown> =>
  gatekeeper
    .check(order, {}, new AbortController().signal)
    .catch((error) => (error instanceof AppError ? [error.code, error.message] : error));

test("a query that takes too much of the processor is refused, and the next one is answered", async () => {
  expect(await asked("answer")).toBe("answered");
  expect(await asked("compute")).toEqual(["QUERY_REFUSED", expect.stringContaining("too complicated to be checked")]);
  expect(await asked("answer")).toBe("answered");
});

test("a query that only waits for its turn, as on a busy machine, is not", async () => {
  expect(await asked("wait for a turn")).toBe("waited");
});

test("a check that ends by itself is nobody's fault, and can be tried again", async () => {
  expect(await asked("end")).toEqual(["STORE_UNAVAILABLE", expect.stringContaining("Try again")]);
  expect(await asked("answer")).toBe("answered");
});
