import { constants } from "node:fs";
import { copyFile, cp } from "node:fs/promises";
import { AppError } from "../../../model/errors.ts";
import type { Params } from "../../../model/patterns.ts";
import { Gatekeeper } from "../../cypher-gate/gatekeeper.ts";
import { Readers } from "../interpreted/readers.ts";
import { VersionPatterns } from "../interpreted/version-patterns.ts";
import { wouldWrite } from "../own-queries.ts";
import type {
  GraphStore,
  PatternLimits,
  PatternRows,
  PatternStream,
  Query,
  ReadOptions,
  Statement,
  StoreHealth,
  WriteOptions,
} from "../store.ts";
import { standardLimits } from "../store.ts";
import { isToBeDone, lockedVersion } from "../version-step.ts";
import { type Grafeo, makeIndexes, openDatabase, plainValue, reasonOf } from "./engine.ts";

/**
 * The graph in a file of this process's own, without a server. `":memory:"` keeps it in memory.
 *
 * @param gatekeeper checks strangers' queries, and is closed with the graph
 * @throws AppError STORE_UNAVAILABLE when another process has the file, or it cannot be read
 */
export async function openGrafeo(path: string, gatekeeper = new Gatekeeper()): Promise<GraphStore> {
  try {
    const db = path === ":memory:" ? openDatabase() : openDatabase(path);
    await makeIndexes(db);
    return new GrafeoStore(db, path, gatekeeper);
  } catch (cause) {
    const why = whyNotOpen(reasonOf(cause));
    throw new AppError("STORE_UNAVAILABLE", `The database file ${path} cannot be opened: ${why}`, { cause });
  }
}

/** What the engine says, and what can be done about it. */
function whyNotOpen(reason: string): string {
  if (/\block(ed)?\b/i.test(reason))
    return "it is in use by another process, a server or a load. Nothing was changed. Wait until that load is done or stop that server, and try again";
  if (/permission denied|read-only/i.test(reason))
    return `${reason}. Let this user write in that folder, or name another one in DATA_DIR`;
  return `${reason}. Put a copy of the file back, or move it away to begin anew`;
}

class GrafeoStore implements GraphStore {
  readonly #db: Grafeo;
  readonly #path: string;
  readonly #gatekeeper: Gatekeeper;
  readonly #readers: Readers;
  readonly #versions: VersionPatterns;
  #closed = false;
  /** Writes go one after the other: two at once would conflict, and the engine refuses the second. */
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(db: Grafeo, path: string, gatekeeper: Gatekeeper) {
    this.#db = db;
    this.#path = path;
    this.#gatekeeper = gatekeeper;
    this.#readers = new Readers({
      script: new URL("./reader-process", import.meta.url),
      name: "copy.grafeo",
      copyTo: (copy) => this.#inTurn(() => this.#copyTo(copy)),
    });
    this.#versions = new VersionPatterns(gatekeeper);
  }

  async read<P extends Params, Row>(query: Query<P, Row>, params: P, options?: ReadOptions): Promise<Row[]> {
    this.#mustBeOpen();
    const { timeout, rows, signal } = { ...standardLimits, ...options };
    const word = wouldWrite(query.cypher);
    if (word) throw new AppError("QUERY_REFUSED", `${query.name} would write: it holds ${word}`);
    const found = await within(timeout, query.name, () => this.#rows(query.cypher, params), signal);
    const { columns, values } = found;
    return values.slice(0, rows).map((row) => query.row.parse(rowOf(columns, row)));
  }

  /** The engine runs a statement whole. Whatever it changed is taken back, and refused. */
  async #rows(cypher: string, params: Params) {
    const transaction = this.#db.beginTransaction();
    try {
      const result = await transaction.executeCypher(cypher, params);
      if (Object.values(result.counters).some((count) => count > 0)) throw new Error("it would write");
      return { columns: result.columns, values: result.rows() };
    } catch (cause) {
      throw new AppError("QUERY_REFUSED", reasonOf(cause), { cause });
    } finally {
      transaction.rollback();
    }
  }

  write(statements: readonly Statement[], options: WriteOptions = {}): Promise<void> {
    return this.#inTurn(() => this.#writeNow(statements, options));
  }

  /** After all writes so far, and before the next one. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#lastWrite.then(work);
    this.#lastWrite = mine.catch(() => undefined);
    return mine;
  }

  async #writeNow(statements: readonly Statement[], { step, progress }: WriteOptions): Promise<void> {
    this.#mustBeOpen();
    const transaction = this.#db.beginTransaction();
    try {
      const isPlanned = step === undefined || isToBeDone(step, (await transaction.executeCypher(lockedVersion)).rows()[0]?.[0]);
      for (const [index, { cypher, params }] of isPlanned ? statements.entries() : []) {
        await transaction.executeCypher(cypher, params);
        progress?.(index + 1);
      }
      transaction.commit();
      this.#readers.renew();
    } catch (error) {
      if (transaction.isActive) transaction.rollback();
      throw error;
    }
  }

  async pattern(cypher: string, params: Params, limits: PatternLimits, signal: AbortSignal, file?: string): Promise<PatternRows> {
    if (file !== undefined) return this.#versions.run(file, cypher, params, limits, signal);
    const { plan, columns, about } = await this.#planned(cypher, params, signal);
    const { rows, timeout } = limits;
    return { ...(await this.#readers.run({ plan, params, columns, rows, inBatches: false }, timeout, signal)), ...about };
  }

  async patternStream(
    cypher: string,
    params: Params,
    limits: PatternLimits,
    signal: AbortSignal,
    file?: string,
  ): Promise<PatternStream> {
    if (file !== undefined) return this.#versions.stream(file, cypher, params, limits, signal);
    const { plan, columns, about } = await this.#planned(cypher, params, signal);
    const { rows, timeout } = limits;
    return { batches: this.#readers.batches({ plan, params, columns, rows, inBatches: true }, timeout, signal), ...about };
  }

  /** What a stranger's query comes to, once all that was to be written is. */
  async #planned(cypher: string, params: Params, signal: AbortSignal) {
    this.#mustBeOpen();
    const { grafeo, neo4j, columns, changing, names } = await this.#gatekeeper.check(cypher, params, signal);
    if ("refused" in grafeo) throw new AppError("QUERY_REFUSED", grafeo.refused);
    await this.#lastWrite;
    this.#mustBeOpen();
    const elsewhere = "refused" in neo4j ? neo4j.refused : changing;
    return { plan: grafeo.run, columns, about: { engine: "grafeo", elsewhere, names } as const };
  }

  preparePatterns(): void {
    this.#gatekeeper.warm();
    this.#readers.prepare();
  }

  /** The file with the log of its latest changes, which takes no time of this thread; `save` would take seconds of it on a large graph. */
  async #copyTo(copy: string): Promise<void> {
    this.#mustBeOpen();
    if (this.#path === ":memory:") return this.#db.save(copy);
    await copyFile(this.#path, copy, constants.COPYFILE_FICLONE);
    await cp(`${this.#path}.wal`, `${copy}.wal`, { recursive: true });
  }

  async health(): Promise<StoreHealth> {
    return this.#closed
      ? { engine: "grafeo", version: "", reachable: false }
      : { engine: "grafeo", version: this.#db.version(), reachable: true };
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#lastWrite;
    this.#gatekeeper.close();
    this.#readers.close();
    this.#versions.close();
    this.#db.close();
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new AppError("STORE_UNAVAILABLE", "The database is closed");
  }
}

function rowOf(columns: readonly string[], values: readonly Parameters<typeof plainValue>[0][]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const value = values[index];
    if (value !== null && value !== undefined) row[column] = plainValue(value);
  }
  return row;
}

/** The engine cannot stop a query, but the caller need not wait for it. */
async function within<T>(timeout: number, name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const cancelled = () => new AppError("REQUEST_CANCELLED", "The request was cancelled");
  if (signal?.aborted) throw cancelled();
  let stop: (why: AppError) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  const late = setTimeout(() => stop(new AppError("QUERY_TIMEOUT", `${name} took longer than ${timeout} ms`)), timeout);
  const cancel = () => stop(cancelled());
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    return await Promise.race([work(), stopped]);
  } finally {
    clearTimeout(late);
    signal?.removeEventListener("abort", cancel);
  }
}
