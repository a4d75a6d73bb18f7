import type { z } from "zod";
import type { PatternRequest } from "../../model/patterns.ts";
import { versionOf } from "../cache/version.ts";
import { Turns } from "../process/turns.ts";
import type { GraphStore } from "../store/store.ts";
import { unknownNames } from "./unknown-names.ts";

/** What a pattern may cost at most here, whatever is asked. */
export interface PatternBounds {
  /** Milliseconds. */
  readonly timeout: number;
  readonly rows: number;
  /** Patterns that run at a time; further ones wait for their turn. */
  readonly atOnce: number;
}

/** Patterns that may wait for their turn, of all clients together. */
const mostWaiting = 64;

/** Runs researchers' patterns. It gives a `PatternAnswer` as JSON: its rows are bytes already, and may be many. */
export type RunPattern = (request: z.output<typeof PatternRequest>, signal: AbortSignal) => Promise<Buffer>;

/**
 * A runner that never has more than `atOnce` patterns at work, since each may take a core.
 *
 * It throws AppError QUERY_REFUSED, QUERY_TIMEOUT, REQUEST_CANCELLED, STORE_UNAVAILABLE, and TOO_MANY_REQUESTS when too many wait.
 */
export function patternRunner(store: GraphStore, { timeout, rows, atOnce }: PatternBounds): RunPattern {
  const turns = new Turns(atOnce, mostWaiting);
  return async ({ cypher, params, limits }, signal) => {
    const leave = await turns.enter(signal);
    const started = performance.now();
    try {
      const within = { timeout: Math.min(limits.timeout, timeout), rows: Math.min(limits.rows, rows) };
      const datasetVersion = await versionOf(store);
      const found = await store.pattern(cypher, params, within, signal);
      const milliseconds = Math.round((performance.now() - started) * 10) / 10;
      const { columns, kinds, truncated, engine, elsewhere, names } = found;
      const otherEngine = {
        name: engine === "grafeo" ? "neo4j" : "grafeo",
        alike: elsewhere === undefined,
        ...(elsewhere !== undefined && { why: elsewhere }),
      };
      const about = { columns, kinds, truncated, milliseconds, engine, otherEngine };
      const unknown = await unknownNames(store, names);
      return withRows(JSON.stringify({ ...about, unknownNames: unknown, datasetVersion }), found.rows);
    } finally {
      leave();
    }
  };
}

/** Puts rows into an answer, both as JSON. */
const withRows = (answer: string, rows: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${answer.slice(0, -1)},"rows":`), rows, Buffer.from("}")]);
