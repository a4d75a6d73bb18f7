import type { z } from "zod";
import { AppError } from "../../model/errors.ts";
import type { PatternAnswer, PatternRequest } from "../../model/patterns.ts";
import { versionOf } from "../cache/version.ts";
import type { GraphStore } from "../store/store.ts";

/** What a pattern may cost at most here, whatever is asked. */
export interface PatternBounds {
  /** Milliseconds. */
  readonly timeout: number;
  readonly rows: number;
  /** More patterns than this at a time are refused. */
  readonly atOnce: number;
}

/** Runs researchers' patterns. */
export type RunPattern = (request: z.output<typeof PatternRequest>, signal: AbortSignal) => Promise<PatternAnswer>;

/**
 * A runner that never has more than `atOnce` patterns at work, since each may take a core.
 *
 * It throws AppError QUERY_REFUSED, QUERY_TIMEOUT, REQUEST_CANCELLED, STORE_UNAVAILABLE, and TOO_MANY_REQUESTS when it is full.
 */
export function patternRunner(store: GraphStore, { timeout, rows, atOnce }: PatternBounds): RunPattern {
  let running = 0;
  return async ({ cypher, params, limits }, signal) => {
    if (running >= atOnce) throw new AppError("TOO_MANY_REQUESTS", `${atOnce} patterns are running. Try again in a moment`);
    running++;
    const started = performance.now();
    try {
      const within = { timeout: Math.min(limits.timeout, timeout), rows: Math.min(limits.rows, rows) };
      const datasetVersion = await versionOf(store);
      const found = await store.pattern(cypher, params, within, signal);
      return {
        columns: [...found.columns],
        rows: found.rows.map((row) => [...row]),
        truncated: found.truncated,
        milliseconds: Math.round((performance.now() - started) * 10) / 10,
        datasetVersion,
      };
    } finally {
      running--;
    }
  };
}
