import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../../../model/errors.ts";
import type { NodeId } from "../../../model/graph.ts";
import type { Params } from "../../../model/patterns.ts";
import { Gatekeeper } from "../../cypher-gate/gatekeeper.ts";
import { searchWords } from "../own-queries.ts";
import { answerScale, type EngineRows, pageOf } from "../pattern-values.ts";
import type { GraphStore, PatternLimits, PatternRows, Query, ReadLimits, Statement, StoreHealth, TextHit } from "../store.ts";
import { standardLimits } from "../store.ts";
import {
  appErrorOf,
  connect,
  type Driver,
  type DriverRecord,
  endsWithoutNode,
  idsOf,
  isRefused,
  mayRetry,
  patternValue,
  plainValue,
  readMode,
  type Session,
  toDriver,
  writeMode,
} from "./driver.ts";

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
const times = { bulkWrite: 30 * 60_000, retryWrite: 5_000, retryAway: 2_000, health: 2_000, grace: 1_500 } as const;

/** Rows of a stranger's query that are fetched at a time, by how large a row could be: they are in memory before they can be weighed. */
const patternBatch = { least: 20, most: 1_000, characters: 2_000_000 } as const;

const schema = [
  ...["Entity", "Source", "Dataset"].map(
    (label) => `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  ),
  `CREATE FULLTEXT INDEX entity_terms IF NOT EXISTS FOR (n:Entity) ON EACH [n.terms]
   OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`, // our own analyser has done the work
  "CALL db.awaitIndexes(600)",
];

/**
 * The graph in a Neo4j server. Waits for one that still boots, and makes the constraints and indexes that every query counts on.
 *
 * @throws AppError STORE_UNAVAILABLE when it does not answer within the patience, or refuses the user
 */
export async function openNeo4j(options: Neo4jOptions): Promise<GraphStore> {
  const driver = connect(options.uri, options.user, options.password, times.retryWrite);
  try {
    await booted(driver, options);
    const session = driver.session({ database: options.database, defaultAccessMode: writeMode });
    for (const statement of schema) await session.run(statement);
    await session.close();
  } catch (error) {
    await driver.close();
    throw appErrorOf(error);
  }
  return new Neo4jStore(driver, options.database, options.gatekeeper ?? new Gatekeeper());
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

class Neo4jStore implements GraphStore {
  readonly #driver: Driver;
  readonly #database: string;
  readonly #gatekeeper: Gatekeeper;
  #closed = false;

  constructor(driver: Driver, database: string, gatekeeper: Gatekeeper) {
    this.#driver = driver;
    this.#database = database;
    this.#gatekeeper = gatekeeper;
  }

  async read<P extends Params, Row>(query: Query<P, Row>, params: P, limits?: Partial<ReadLimits>): Promise<Row[]> {
    const { timeout, rows } = { ...standardLimits, ...limits };
    const found = await this.#retrying(timeout, () => this.#records(query.name, query.cypher, params, timeout, rows));
    return found.map((record) => query.row.parse(rowOf(record)));
  }

  /** One auto-commit transaction, one round trip: half the cost of a managed one. */
  async #records(name: string, cypher: string, params: Params, timeout: number, most: number): Promise<DriverRecord[]> {
    const session = this.#driver.session({ database: this.#database, defaultAccessMode: readMode });
    return within(timeout, session, () => recordsOf(session, name, cypher, params, timeout, most));
  }

  /** Tries a read again while the failure may pass: within its time-out, and not long when the server is away. */
  async #retrying<T>(timeout: number, run: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new AppError("STORE_UNAVAILABLE", "The database is closed");
    const began = Date.now();
    for (let pause = 50; ; pause *= 2) {
      try {
        return await run();
      } catch (error) {
        const failure = appErrorOf(error);
        const away = failure instanceof AppError && failure.code === "STORE_UNAVAILABLE";
        const patience = away ? Math.min(timeout, times.retryAway) : timeout;
        if (!mayRetry(error) || Date.now() + pause - began > patience) throw failure;
        await sleep(pause);
      }
    }
  }

  async write(statements: readonly Statement[], progress?: (done: number) => void): Promise<void> {
    if (this.#closed) throw new AppError("STORE_UNAVAILABLE", "The database is closed");
    const session = this.#driver.session({ database: this.#database, defaultAccessMode: writeMode });
    try {
      await session.executeWrite(
        async (transaction) => {
          for (const [index, { cypher, params }] of statements.entries()) {
            await transaction.run(cypher, toDriver(params) as Params);
            progress?.(index + 1);
          }
        },
        { timeout: times.bulkWrite, metadata: { app: "overlap", query: "write" } },
      );
    } catch (error) {
      const failure = appErrorOf(error);
      throw failure instanceof AppError && failure.code === "QUERY_REFUSED" ? error : failure; // a wrong statement is a bug
    } finally {
      await session.close();
    }
  }

  async search(terms: readonly string[], limit: number): Promise<TextHit[]> {
    const words = searchWords(terms);
    if (words.length === 0 || limit < 1) return [];
    const found = await this.#retrying(standardLimits.timeout, () =>
      this.#records(
        "search",
        "CALL db.index.fulltext.queryNodes('entity_terms', $words, {limit: $limit}) YIELD node, score RETURN node.id AS id, score",
        { words: words.map(luceneWord).join(" "), limit: Math.trunc(limit) },
        standardLimits.timeout,
        Number.POSITIVE_INFINITY,
      ),
    );
    return found
      .map((record): TextHit => ({ id: record.get("id") as NodeId, score: Number(record.get("score")) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  async pattern(cypher: string, params: Params, limits: PatternLimits, signal: AbortSignal): Promise<PatternRows> {
    if (this.#closed) throw new AppError("STORE_UNAVAILABLE", "The database is closed");
    const { neo4j, columns, endless, row } = await this.#gatekeeper.check(cypher, params, signal);
    const { timeout, rows } = limits;
    const fetchSize = Math.min(patternBatch.most, Math.max(patternBatch.least, Math.floor(patternBatch.characters / row)));
    const session = this.#driver.session({ database: this.#database, defaultAccessMode: readMode, fetchSize });
    const ending = endless ? `\nLIMIT ${rows + 1}` : "";
    const run = async (): Promise<EngineRows> => {
      const records = await recordsOf(session, "pattern", neo4j + ending, params, timeout, rows + 1, answerScale());
      const values = records.map(valuesOf);
      const ids = await this.#ids(values, timeout);
      return {
        columns: records[0]?.keys.map(String) ?? columns ?? [],
        rows: values.map((found) => found.map((value) => patternValue(value, ids))),
      };
    };
    try {
      return pageOf(await within(timeout, session, run, signal), columns, rows);
    } catch (error) {
      throw appErrorOf(error);
    }
  }

  preparePatterns(): void {
    this.#gatekeeper.warm();
  }

  /** The id of every node in some values, and of the ends of every link, also of those whose nodes are not there. */
  async #ids(values: readonly unknown[], timeout: number): Promise<Map<string, string>> {
    const ids = idsOf(values);
    const names = endsWithoutNode(values);
    if (names.length === 0) return ids;
    const cypher = "MATCH (n) WHERE elementId(n) IN $names RETURN elementId(n) AS name, n.id AS id";
    const found = await this.#records("pattern ends", cypher, { names }, timeout, Number.POSITIVE_INFINITY);
    for (const record of found) ids.set(record.get("name") as string, String(record.get("id") ?? ""));
    return ids;
  }

  async health(): Promise<StoreHealth> {
    const cypher = "CALL dbms.components() YIELD versions RETURN versions[0] AS version";
    try {
      const [found] = await this.#retrying(times.health, () => this.#records("health", cypher, {}, times.health, 1));
      return { engine: "neo4j", version: String(found?.get("version")), reachable: true };
    } catch {
      return { engine: "neo4j", version: "", reachable: false };
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#gatekeeper.close();
    await this.#driver.close();
  }
}

/** @param weigh is shown every row, and throws when it is enough */
async function recordsOf(
  session: Session,
  name: string,
  cypher: string,
  params: Params,
  timeout: number,
  most: number,
  weigh?: (row: readonly unknown[]) => void,
) {
  const result = session.run(cypher, toDriver(params) as Params, { timeout, metadata: { app: "overlap", query: name } });
  if (most === Number.POSITIVE_INFINITY) return (await result).records;
  if (most < 1) return [];
  return new Promise<DriverRecord[]>((resolve, reject) => {
    const records: DriverRecord[] = [];
    const onNext = (record: DriverRecord) => {
      if (records.length >= most) return; // what was under way when the session was closed
      try {
        weigh?.(valuesOf(record));
        if (records.push(record) >= most) resolve(records);
      } catch (error) {
        reject(error);
      }
    };
    result.subscribe({ onNext, onCompleted: () => resolve(records), onError: reject });
  });
}

const valuesOf = (record: DriverRecord): unknown[] => record.keys.map((_, index) => record.get(index));

/**
 * Ends the session with the work, which also ends a query that still runs. The database keeps the time itself, but not within
 * one long expression, nor when it is gone in silence: a moment later, nobody waits for it any more.
 */
async function within<T>(timeout: number, session: Session, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  let stop: (why: AppError) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  const late = setTimeout(() => stop(new AppError("QUERY_TIMEOUT", `It took longer than ${timeout} ms`)), timeout + times.grace);
  const cancel = () => stop(new AppError("REQUEST_CANCELLED", "The request was cancelled"));
  signal?.addEventListener("abort", cancel, { once: true });
  let given = false;
  try {
    if (signal?.aborted) cancel();
    const result = await Promise.race([stopped, work()]);
    given = true;
    return result;
  } finally {
    clearTimeout(late);
    signal?.removeEventListener("abort", cancel);
    const closed = session.close();
    if (given) await closed;
    else closed.catch(() => undefined);
  }
}

/** In quotes, so that AND, OR and NOT are words, too. A word holds only letters and digits, so there is nothing else to escape. */
const luceneWord = (word: string): string => `"${word}"`;

function rowOf(record: DriverRecord): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, column] of record.keys.entries()) {
    const value: unknown = record.get(index);
    if (value !== null) row[String(column)] = plainValue(value);
  }
  return row;
}
