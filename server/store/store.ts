import type { z } from "zod";
import type { EngineName, FreeText, Params, PatternRequest } from "../../model/patterns.ts";

/** A portable Cypher query beside the shape of its rows. Values are parameters, never spliced. */
export interface Query<_P extends Params, Row> {
  /** Appears in the database's own list of running queries. */
  readonly name: string;
  readonly cypher: string;
  readonly row: z.ZodType<Row>;
}

/** A portable Cypher statement that writes. */
export interface Statement {
  readonly cypher: string;
  readonly params: Params;
}

export interface ReadLimits {
  /** Milliseconds. */
  readonly timeout: number;
  /** The read stops at this many rows. */
  readonly rows: number;
}

/**
 * What a read may cost when it does not say: no number of rows, since a list that was cut in silence is wrong, and a time that only a
 * database that is gone takes, or a very busy one: what takes a few milliseconds otherwise has taken ten seconds there.
 */
export const standardLimits: ReadLimits = { timeout: 30_000, rows: Number.POSITIVE_INFINITY };

export interface ReadOptions extends Partial<ReadLimits> {
  /** Ends the read when it aborts, in the database, too, where the engine can do that. */
  readonly signal?: AbortSignal;
  /** False of a read that would rather fail at once than wait while it is in doubt whether the database is there. */
  readonly isPatient?: boolean;
}

/** Of a graph into which nothing was ever loaded. */
export const noVersion = "0-";

/** Which dataset version a write was planned on, and which one it makes. */
export interface VersionStep {
  readonly from: string;
  readonly to: string;
}

export interface WriteOptions {
  /** Without it, the write is done whatever the graph holds. */
  readonly step?: VersionStep;
  /** Hears how many statements are done, before the commit. */
  readonly progress?: (done: number) => void;
}

export type PatternLimits = z.output<typeof PatternRequest>["limits"];

export interface PatternRows {
  readonly columns: readonly string[];
  /** What each column holds: see PatternAnswer. */
  readonly kinds: readonly string[];
  /** A list of lists as JSON, in the bytes in which it is sent; nodes, links and paths carry `$type`, see model/patterns.ts. */
  readonly rows: Uint8Array;
  readonly truncated: boolean;
  readonly engine: EngineName;
  /** Why the other engine would give something else; undefined when it would not. */
  readonly elsewhere: string | undefined;
  /** The names of the data that the query mentions. */
  readonly names: {
    readonly labels: readonly string[];
    readonly links: readonly string[];
    readonly properties: readonly string[];
    /** Properties that a function of moments is given. */
    readonly moments: readonly { readonly name: string; readonly kind: FreeText["kind"] }[];
  };
}

/** Some rows of a pattern, as they are found. */
export interface RowBatch {
  readonly columns: readonly string[];
  /** A line of JSON for each row, a list of its values; every whole decimal number says that it is one, see model/patterns.ts. */
  readonly lines: Uint8Array;
}

/** What a pattern that gave its rows in batches tells when it is done. */
export interface RowsEnd {
  readonly columns: readonly string[];
  readonly kinds: readonly string[];
  readonly rows: number;
  readonly truncated: boolean;
}

/** Leaving it before its end ends the query. */
export type RowBatches = AsyncGenerator<RowBatch, RowsEnd, undefined>;

export type PatternStream = Pick<PatternRows, "engine" | "elsewhere" | "names"> & { readonly batches: RowBatches };

export interface StoreHealth {
  readonly engine: EngineName;
  /** The engine's own version; empty while it cannot be reached. */
  readonly version: string;
  readonly reachable: boolean;
}

/**
 * The port to the graph database. tests/contract/ says what both adapters must do.
 *
 * Values that come out are plain JSON: integers as numbers (beyond 2^53 as strings), temporals as ISO 8601 strings,
 * absent properties absent (never null).
 */
export interface GraphStore {
  /**
   * @throws AppError QUERY_REFUSED (would write, or does not parse), QUERY_TIMEOUT, STORE_UNAVAILABLE, REQUEST_CANCELLED when the
   * signal aborts
   */
  read<P extends Params, Row>(query: Query<P, Row>, params: P, options?: ReadOptions): Promise<Row[]>;
  /**
   * All statements commit, or none do. Of writers with a step, one goes at a time: whoever finds the graph at the version its step
   * leads to has nothing left to do, for a version names all that a graph holds.
   * @throws AppError STORE_UNAVAILABLE; DATASET_CHANGED when the graph is at another version than `step.from`
   */
  write(statements: readonly Statement[], options?: WriteOptions): Promise<void>;
  /**
   * Runs a stranger's Cypher where it can do no harm: no write, no file, no network, bounded time, memory and rows.
   * @param file of a dataset version, which is asked instead of the graph as it is now: on both engines by the interpreter
   * @throws AppError QUERY_REFUSED, QUERY_TIMEOUT, STORE_UNAVAILABLE, VERSION_DAMAGED, REQUEST_CANCELLED when `signal` aborts
   */
  pattern(cypher: string, params: Params, limits: PatternLimits, signal: AbortSignal, file?: string): Promise<PatternRows>;
  /**
   * The same with its rows as they are found, in batches: none is held on to, and whoever takes them slowly slows the query down.
   * The time limit counts until the last of them is taken.
   * @throws AppError as `pattern` does; so do the batches
   */
  patternStream(
    cypher: string,
    params: Params,
    limits: PatternLimits,
    signal: AbortSignal,
    file?: string,
  ): Promise<PatternStream>;
  /** Does in the background what the first pattern would wait for otherwise. */
  preparePatterns(): void;
  /** Never throws. */
  health(): Promise<StoreHealth>;
  /** Ends what runs and lets go of the database. */
  close(): Promise<void>;
}
