import type { z } from "zod";
import { AppError } from "../../model/errors.ts";
import type { PatternRequest, PatternRowsEnd, PatternRowsFailed, PatternRowsHead } from "../../model/patterns.ts";
import type { Archive } from "../archive/archive.ts";
import { versionOf } from "../cache/version.ts";
import { Turns } from "../process/turns.ts";
import type { GraphStore, PatternRows, RowBatch, RowBatches, RowsEnd } from "../store/store.ts";
import { freeTextIn } from "./free-text.ts";
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

/** The same, line by line: a `PatternRowsHead`, each row, and a `PatternRowsEnd`. It is there as soon as the first rows are. */
export type StreamPattern = (
  request: z.output<typeof PatternRequest>,
  signal: AbortSignal,
) => Promise<AsyncGenerator<Uint8Array, void, undefined>>;

export interface PatternRunner {
  readonly run: RunPattern;
  readonly stream: StreamPattern;
  /** The lines of an answer that is no larger than one that `run` gives. */
  readonly rowsOf: StreamPattern;
}

/** Bytes that the rows of an answer may have together. */
const largest = 20_000_000;

/**
 * Runners that never have more than `atOnce` patterns at work between them, since each may take a core.
 *
 * They throw AppError QUERY_REFUSED, QUERY_TIMEOUT, REQUEST_CANCELLED, STORE_UNAVAILABLE, TOO_MANY_REQUESTS when too many wait,
 * VERSION_NOT_FOUND and VERSION_DAMAGED.
 */
export function patternRunner(store: GraphStore, archive: Archive, { timeout, rows, atOnce }: PatternBounds): PatternRunner {
  const turns = new Turns(atOnce, mostWaiting);
  const run: RunPattern = async ({ cypher, params, limits, version }, signal) => {
    const leave = await turns.enter(signal);
    const started = performance.now();
    try {
      const within = { timeout: Math.min(limits.timeout, timeout), rows: Math.min(limits.rows, rows) };
      const { datasetVersion, file } = await askedOf(store, archive, version);
      const found = await store.pattern(cypher, params, within, signal, file);
      const milliseconds = millisecondsSince(started);
      const { columns, kinds, truncated } = found;
      const about = { columns, kinds, truncated, milliseconds, ...(await toldOf(store, found, file)), datasetVersion };
      return withRows(JSON.stringify(about), found.rows);
    } finally {
      leave();
    }
  };
  const stream: StreamPattern = async ({ cypher, params, limits, version }, signal) => {
    const leave = await turns.enter(signal);
    const started = performance.now();
    try {
      const { datasetVersion, file } = await askedOf(store, archive, version);
      const within = { ...limits, timeout: Math.min(limits.timeout, timeout) };
      const found = await store.patternStream(cypher, params, within, signal, file);
      const { batches } = found;
      const first = await batches.next();
      // Lines that nobody begins to read never end by themselves.
      const end = () => {
        leave();
        batches.return({ columns: [], kinds: [], rows: 0, truncated: true }).catch(() => undefined);
      };
      signal.addEventListener("abort", end, { once: true });
      const head = { columns: [...first.value.columns], ...(await toldOf(store, found, file)), datasetVersion };
      return linesOf(head, first, batches, started, leave);
    } catch (error) {
      leave();
      throw error;
    }
  };
  const rowsOf: StreamPattern = async (request, signal) => {
    const limits = { ...request.limits, rows: Math.min(request.limits.rows, rows) };
    return bounded(await stream({ ...request, limits }, signal));
  };
  return { run, stream, rowsOf };
}

/** @throws AppError QUERY_REFUSED when there is more than one answer may hold */
async function* bounded(pieces: AsyncGenerator<Uint8Array, void, undefined>): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > largest)
      throw new AppError(
        "QUERY_REFUSED",
        "The answer is too large: ask for fewer rows, or only for the properties that you need",
      );
    yield piece;
  }
}

async function* linesOf(
  head: PatternRowsHead,
  first: IteratorResult<RowBatch, RowsEnd>,
  batches: RowBatches,
  started: number,
  leave: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield line(head);
    let next = first;
    for (; !next.done; next = await batches.next()) yield next.value.lines;
    const { rows, kinds, truncated } = next.value;
    yield line({
      end: { rows, kinds: [...kinds], truncated, milliseconds: millisecondsSince(started) },
    } satisfies PatternRowsEnd);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    yield line({ failed: { code: error.code, detail: error.message } } satisfies PatternRowsFailed);
  } finally {
    leave();
  }
}

const line = (value: object): Uint8Array => Buffer.from(`${JSON.stringify(value)}\n`);

const millisecondsSince = (started: number): number => Math.round((performance.now() - started) * 10) / 10;

/** Where it ran, whether it would give the same elsewhere, and names in it that the data do not have. */
async function toldOf(
  store: GraphStore,
  { engine, elsewhere, names }: Pick<PatternRows, "engine" | "elsewhere" | "names">,
  file: string | undefined,
) {
  const otherEngine = {
    name: engine === "grafeo" ? ("neo4j" as const) : ("grafeo" as const),
    alike: elsewhere === undefined,
    ...(elsewhere !== undefined && { why: elsewhere }),
  };
  if (file !== undefined) return { engine, otherEngine, unknownNames: [], freeText: [] };
  const [unknown, freeText] = [await unknownNames(store, names), await freeTextIn(store, names)];
  return { engine, otherEngine, unknownNames: unknown, freeText };
}

/** Which version a pattern runs on, and its file unless it is the graph as it is now. */
async function askedOf(store: GraphStore, archive: Archive, version: string | undefined) {
  const present = await versionOf(store);
  if (version === undefined) return { datasetVersion: present, file: undefined };
  try {
    const { head, path } = await archive.find(version);
    return { datasetVersion: head.version, file: path };
  } catch (error) {
    const isPresent = present === version || present.startsWith(`${version}-`);
    const isMissing = error instanceof AppError && error.code === "VERSION_NOT_FOUND";
    if (isPresent && isMissing) return { datasetVersion: present, file: undefined };
    throw error;
  }
}

/** Puts rows into an answer, both as JSON. */
const withRows = (answer: string, rows: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${answer.slice(0, -1)},"rows":`), rows, Buffer.from("}")]);
