import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../../../model/errors.ts";
import type { Params } from "../../../model/patterns.ts";
import { Gatekeeper } from "../../cypher-gate/gatekeeper.ts";
import { answerOf, RowLines } from "../cells.ts";
import { VersionPatterns } from "../interpreted/version-patterns.ts";
import { answerScale, type EngineRows, pageOf } from "../pattern-values.ts";
import type {
  GraphStore,
  PatternLimits,
  PatternRows,
  PatternStream,
  Query,
  ReadOptions,
  RowBatches,
  Statement,
  StoreHealth,
  WriteOptions,
} from "../store.ts";
import { standardLimits } from "../store.ts";
import { isToBeDone, lockedVersion, lockVersion } from "../version-step.ts";
import {
  appErrorOf,
  cellOf,
  connect,
  type Driver,
  type DriverRecord,
  endsWithoutNode,
  errorForOperator,
  idsOf,
  isAlreadyThere,
  isAway,
  isRefused,
  mayRetry,
  readMode,
  toDriver,
  writeMode,
} from "./driver.ts";
import { Presence } from "./presence.ts";
import { RecordReader, recordsOf, rowOf, valuesOf, within } from "./session.ts";

interface Neo4jOptions {
  /** `neo4j://` (also for a cluster), `bolt://`, and both with `+s` or `+ssc` for an encrypted connection. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** How long a server may take to boot, in milliseconds. */
  readonly patience?: number;
  /** Checks strangers' queries, and is closed with the graph. */
  readonly gatekeeper?: Gatekeeper;
  /** Hears about every second that the server does not answer yet: why, and for how many milliseconds. */
  readonly onWaiting?: (why: string, waited: number) => void;
}

/** Milliseconds. */
const times = { bulkWrite: 30 * 60_000, retryWrite: 5_000 } as const;

/** Rows of a stranger's query that are fetched at a time, by how large a row could be: they are in memory before they can be weighed. */
const patternBatch = { least: 20, most: 1_000, characters: 2_000_000 } as const;

/** So often a statement of the schema is tried when others make the same. */
const mostTries = 10;

const schema = [
  ...["Entity", "Source", "Dataset"].map(
    (label) => `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  ),
  "CALL db.awaitIndexes(600)",
];

/** Takes away what earlier versions kept in the graph for search: see ADR 12. */
const oldSearchWords = {
  areThere: "MATCH (n:Entity) WHERE n.terms IS NOT NULL RETURN n.id LIMIT 1",
  go: [
    "DROP INDEX entity_terms IF EXISTS",
    "MATCH (n:Entity) WHERE n.terms IS NOT NULL CALL (n) { REMOVE n.terms } IN TRANSACTIONS OF 10000 ROWS",
  ],
} as const;

/**
 * The graph in a Neo4j server. Waits for one that still boots, and makes the constraints and indexes that every query counts on.
 *
 * @throws AppError STORE_UNAVAILABLE when it does not answer within the patience, or refuses the user
 */
export async function openNeo4j(options: Neo4jOptions): Promise<GraphStore> {
  const { uri, user, password, database } = options;
  const connected = () => connect(uri, user, password, times.retryWrite);
  const driver = connected();
  try {
    await booted(driver, options);
    await makeSchema(driver, database);
  } catch (error) {
    await driver.close();
    throw errorForOperator(error);
  }
  const presence = new Presence({ connect: connected, ask: (asked) => versionOf(asked, database), isAway }, driver);
  return new Neo4jStore(presence, database, options.gatekeeper ?? new Gatekeeper());
}

/** Others may make the same at the same moment: then one of them fails, and finds it made when it tries again. */
async function makeSchema(driver: Driver, database: string): Promise<void> {
  const session = driver.session({ database, defaultAccessMode: writeMode });
  try {
    for (const statement of schema)
      for (let tries = 1; ; tries++) {
        try {
          await session.run(statement);
          break;
        } catch (error) {
          if (tries === mostTries || !(mayRetry(error) || isAlreadyThere(error))) throw error;
        }
      }
    const { records } = await session.run(oldSearchWords.areThere);
    if (records.length > 0) for (const statement of oldSearchWords.go) await session.run(statement);
  } finally {
    await session.close();
  }
}

/** What the database says of its own version: the least that can be asked of it. */
async function versionOf(driver: Driver, database: string): Promise<string> {
  const session = driver.session({ database, defaultAccessMode: readMode });
  try {
    const cypher = "CALL dbms.components() YIELD versions RETURN versions[0] AS version";
    const [found] = await recordsOf(session, "health", cypher, {}, standardLimits.timeout, 1);
    return String(found?.get("version"));
  } finally {
    session.close().catch(() => undefined);
  }
}

async function booted(driver: Driver, { database, patience = 120_000, onWaiting }: Neo4jOptions): Promise<void> {
  const began = Date.now();
  for (;;) {
    const session = driver.session({ database, defaultAccessMode: writeMode });
    try {
      await session.run("RETURN 1");
      return;
    } catch (error) {
      const waited = Date.now() - began;
      if (!mayRetry(error) || isRefused(error) || waited >= patience) throw error;
      onWaiting?.(error instanceof Error ? error.message : String(error), waited);
    } finally {
      await session.close();
    }
    await sleep(1_000);
  }
}

/** A stranger's query that came through the gate. */
interface Asked {
  readonly text: string;
  readonly params: Params;
  /** So many records are under way at a time. */
  readonly fetchSize: number;
  readonly columns: readonly string[] | undefined;
}

class Neo4jStore implements GraphStore {
  readonly #presence: Presence;
  readonly #database: string;
  readonly #gatekeeper: Gatekeeper;
  readonly #versions: VersionPatterns;

  constructor(presence: Presence, database: string, gatekeeper: Gatekeeper) {
    this.#presence = presence;
    this.#database = database;
    this.#gatekeeper = gatekeeper;
    this.#versions = new VersionPatterns(gatekeeper);
  }

  async read<P extends Params, Row>(query: Query<P, Row>, params: P, options?: ReadOptions): Promise<Row[]> {
    const found = await this.#retrying(options, (driver) => this.#records(driver, query.name, query.cypher, params, options));
    return found.map((record) => query.row.parse(rowOf(record)));
  }

  /** One auto-commit transaction, one round trip: half the cost of a managed one. */
  #records(driver: Driver, name: string, cypher: string, params: Params, options?: ReadOptions): Promise<DriverRecord[]> {
    const { timeout, rows, signal } = { ...standardLimits, ...options };
    const session = driver.session({ database: this.#database, defaultAccessMode: readMode });
    return within(timeout, session, () => recordsOf(session, name, cypher, params, timeout, rows), signal);
  }

  /** Tries a read again while the failure may pass and the database is there. */
  async #retrying<T>(options: ReadOptions | undefined, run: (driver: Driver) => Promise<T>): Promise<T> {
    const { timeout, signal, isPatient = true } = { ...standardLimits, ...options };
    const began = Date.now();
    for (let pause = 50; ; pause *= 2) {
      try {
        return await this.#presence.run(run, isPatient);
      } catch (error) {
        const isThere = isAway(error) ? this.#presence.isThere() : true;
        const mayPass = mayRetry(error) && !signal?.aborted && Date.now() + pause - began < timeout;
        if (!mayPass || !isPatient || !(await isThere)) throw appErrorOf(error);
        await sleep(pause);
      }
    }
  }

  async write(statements: readonly Statement[], { step, progress }: WriteOptions = {}): Promise<void> {
    const session = this.#presence.driver.session({ database: this.#database, defaultAccessMode: writeMode });
    try {
      await session.executeWrite(
        async (transaction) => {
          if (step) {
            await transaction.run(lockVersion);
            const { records } = await transaction.run(lockedVersion);
            if (!isToBeDone(step, records[0]?.get("version"))) return;
          }
          for (const [index, { cypher, params }] of statements.entries()) {
            await transaction.run(cypher, toDriver(params) as Params);
            progress?.(index + 1);
          }
        },
        { timeout: times.bulkWrite, metadata: { app: "overlap", query: "write" } },
      );
    } catch (error) {
      if (isAway(error)) void this.#presence.isThere();
      const failure = errorForOperator(error);
      throw failure instanceof AppError && failure.code === "QUERY_REFUSED" ? error : failure; // a wrong statement is a bug
    } finally {
      await session.close();
    }
  }

  async pattern(cypher: string, params: Params, limits: PatternLimits, signal: AbortSignal, file?: string): Promise<PatternRows> {
    if (file !== undefined) return this.#versions.run(file, cypher, params, limits, signal);
    const { timeout, rows } = limits;
    const { text, fetchSize, columns, about } = await this.#checked(cypher, params, rows, signal);
    const run = async (driver: Driver): Promise<EngineRows> => {
      const session = driver.session({ database: this.#database, defaultAccessMode: readMode, fetchSize });
      const work = async () => {
        const records = await recordsOf(session, "pattern", text, params, timeout, rows + 1, answerScale());
        const values = records.map(valuesOf);
        const ids = await this.#ids(driver, values, { timeout, signal });
        const own = records[0]?.keys.map(String) ?? columns ?? [];
        const cells = values.map((found) => found.map((value) => cellOf(value, ids)));
        return { columns: own, ...answerOf(own.length, cells) };
      };
      return within(timeout, session, work, signal);
    };
    try {
      const found = pageOf(await this.#presence.run(run, true), columns, rows);
      return { ...found, ...about };
    } catch (error) {
      throw this.#failure(error);
    }
  }

  async patternStream(
    cypher: string,
    params: Params,
    limits: PatternLimits,
    signal: AbortSignal,
    file?: string,
  ): Promise<PatternStream> {
    if (file !== undefined) return this.#versions.stream(file, cypher, params, limits, signal);
    const { text, fetchSize, columns, about } = await this.#checked(cypher, params, limits.rows, signal);
    return { batches: this.#batches({ text, params, fetchSize, columns }, limits, signal), ...about };
  }

  async *#batches(
    { text, params, fetchSize, columns }: Asked,
    { timeout, rows }: PatternLimits,
    signal: AbortSignal,
  ): RowBatches {
    const session = this.#presence.driver.session({ database: this.#database, defaultAccessMode: readMode, fetchSize });
    const reader = new RecordReader(session, text, params, timeout, signal);
    const lines = new RowLines();
    try {
      const keys = await this.#presence.run(() => reader.keys(), true);
      const sortedKeys = columns ? keys : [...keys].sort();
      const shown = columns ?? sortedKeys;
      for (;;) {
        const records = await this.#presence.run(() => reader.next(fetchSize), true);
        const wanted = records.slice(0, rows - lines.rows);
        const values = wanted.map((record) => sortedKeys.map((key) => record.get(key) as unknown));
        const ids = await this.#ids(this.#presence.driver, values, { timeout, signal });
        for (const row of values) {
          answerScale()(row);
          lines.add(row.map((value) => cellOf(value, ids)));
        }
        yield { columns: shown, lines: lines.take() };
        const truncated = records.length > wanted.length;
        if (truncated || records.length === 0)
          return { columns: shown, kinds: lines.kindsOf(shown.length), rows: lines.rows, truncated };
      }
    } catch (error) {
      throw this.#failure(error);
    } finally {
      reader.close();
    }
  }

  /** What a stranger's query comes to. */
  async #checked(cypher: string, params: Params, rows: number, signal: AbortSignal) {
    void this.#presence.driver; // nobody waits for a check when there is no database to ask
    const { neo4j, grafeo, columns, changing, names } = await this.#gatekeeper.check(cypher, params, signal);
    if ("refused" in neo4j) throw new AppError("QUERY_REFUSED", neo4j.refused);
    const { endless, row } = neo4j.run;
    const fetchSize = Math.min(patternBatch.most, Math.max(patternBatch.least, Math.floor(patternBatch.characters / row)));
    const text = endless ? `${neo4j.run.cypher}\nLIMIT ${rows + 1}` : neo4j.run.cypher;
    const elsewhere = "refused" in grafeo ? grafeo.refused : changing;
    return { text, fetchSize, columns, about: { engine: "neo4j", elsewhere, names } as const };
  }

  #failure(error: unknown): unknown {
    if (isAway(error)) void this.#presence.isThere();
    return appErrorOf(error);
  }

  preparePatterns(): void {
    this.#gatekeeper.warm();
  }

  /** The id of every node in some values, and of the ends of every link, also of those whose nodes are not there. */
  async #ids(driver: Driver, values: readonly unknown[], options: ReadOptions): Promise<Map<string, string>> {
    const ids = idsOf(values);
    const names = endsWithoutNode(values);
    if (names.length === 0) return ids;
    const cypher = "MATCH (n) WHERE elementId(n) IN $names RETURN elementId(n) AS name, n.id AS id";
    const found = await this.#records(driver, "pattern ends", cypher, { names }, options);
    for (const record of found) ids.set(record.get("name") as string, String(record.get("id") ?? ""));
    return ids;
  }

  async health(): Promise<StoreHealth> {
    try {
      const version = await this.#retrying({}, (driver) => versionOf(driver, this.#database));
      return { engine: "neo4j", version, reachable: true };
    } catch {
      return { engine: "neo4j", version: "", reachable: false };
    }
  }

  async close(): Promise<void> {
    this.#gatekeeper.close();
    this.#versions.close();
    await this.#presence.close();
  }
}
