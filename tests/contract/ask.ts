import { z } from "zod";
import type { AppError, ErrorCode } from "../../model/errors.ts";
import type { Params } from "../../model/patterns.ts";
import type { GraphStore, PatternRows, Query, ReadOptions } from "../../server/store/store.ts";
import { backstop } from "../real/backstop.ts";

/** A query whose rows may be anything. */
export const anyQuery = (cypher: string): Query<Params, Record<string, unknown>> => ({
  name: "test",
  cypher,
  row: z.record(z.string(), z.unknown()),
});

export const read = (store: GraphStore, cypher: string, params: Params = {}, options?: ReadOptions) =>
  store.read(anyQuery(cypher), params, options);

export const write = (store: GraphStore, cypher: string, params: Params = {}) => store.write([{ cypher, params }]);

/** Runs a pattern, for as long as it takes on a machine with much else to do, and reads its rows. */
export const pattern = async (
  store: GraphStore,
  cypher: string,
  params: Params = {},
  { timeout = backstop, rows = 1_000, signal = new AbortController().signal } = {},
): Promise<Omit<PatternRows, "rows"> & { readonly rows: unknown[][] }> => {
  const found = await store.pattern(cypher, params, { timeout, rows }, signal);
  return { ...found, rows: JSON.parse(Buffer.from(found.rows).toString()) as unknown[][] };
};

/** A read that takes about a minute when nobody stops it, so that something can happen in the middle of it. */
export const long =
  "UNWIND range(1, 2000) AS x UNWIND range(1, 2000) AS y UNWIND range(1, 100) AS z RETURN count(x % y + z) AS c";

/** How many queries a Neo4j server is working on now, or holds back for a lock, that hold some words. */
export async function runningIn(store: GraphStore, words: string, status = "Running"): Promise<number> {
  const [row] = await read(
    store,
    `SHOW TRANSACTIONS YIELD currentQuery, status
     WHERE currentQuery CONTAINS $words AND status STARTS WITH $status AND NOT currentQuery STARTS WITH 'SHOW' RETURN count(*) AS c`,
    { words, status },
  );
  return Number(row?.c);
}

/** The code that something fails with. */
export async function codeOf(work: Promise<unknown>): Promise<ErrorCode | "none" | string> {
  return work.then(
    () => "none",
    (error: AppError) => error.code ?? `${error}`,
  );
}
