import { z } from "zod";
import type { AppError, ErrorCode } from "../../model/errors.ts";
import type { GraphStore, Params, PatternRows, Query, ReadLimits } from "../../server/graph/store.ts";

/** A query whose rows may be anything. */
export const anyQuery = (cypher: string): Query<Params, Record<string, unknown>> => ({
  name: "test",
  cypher,
  row: z.record(z.string(), z.unknown()),
});

export const read = (store: GraphStore, cypher: string, params: Params = {}, limits?: Partial<ReadLimits>) =>
  store.read(anyQuery(cypher), params, limits);

export const write = (store: GraphStore, cypher: string, params: Params = {}) => store.write([{ cypher, params }]);

/** Runs a pattern with the limits that a request has when it does not say. */
export const pattern = (
  store: GraphStore,
  cypher: string,
  params: Params = {},
  { timeout = 5_000, rows = 1_000, signal = new AbortController().signal } = {},
): Promise<PatternRows> => store.pattern(cypher, params, { timeout, rows }, signal);

/** The code that something fails with. */
export async function codeOf(work: Promise<unknown>): Promise<ErrorCode | "none" | string> {
  return work.then(
    () => "none",
    (error: AppError) => error.code ?? `${error}`,
  );
}
