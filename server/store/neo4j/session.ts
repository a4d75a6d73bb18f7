import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../../../model/errors.ts";
import type { Params } from "../../../model/patterns.ts";
import { type DriverRecord, plainValue, type Session, toDriver } from "./driver.ts";

/** Milliseconds after which records that came are given, however few. */
const gathering = 250;

/** Milliseconds that a database gets to end a query at its time limit by itself. */
const grace = 1_500;

/** @param weigh is shown every row, and throws when it is enough */
export async function recordsOf(
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
      if (records.length >= most) return; // what was under way when the rest was declined
      try {
        weigh?.(valuesOf(record));
        // A session that is closed in the middle of a stream breaks the protocol: the rest is declined first.
        if (records.push(record) >= most) result.summary().then(() => resolve(records), reject);
      } catch (error) {
        reject(error);
      }
    };
    result.subscribe({ onNext, onCompleted: () => resolve(records), onError: reject });
  });
}

/** Reads the records of a stranger's query as they come: the database makes no more of them than are read. */
export class RecordReader {
  readonly #session: Session;
  readonly #result: ReturnType<Session["run"]>;
  readonly #records: AsyncIterator<DriverRecord, unknown>;
  readonly #stopped: Promise<never>;
  readonly #forget: () => void;
  #isDone = false;

  /** @param timeout milliseconds, until the last record is read */
  constructor(session: Session, cypher: string, params: Params, timeout: number, signal: AbortSignal) {
    this.#session = session;
    this.#result = session.run(cypher, toDriver(params) as Params, { timeout, metadata: { app: "overlap", query: "pattern" } });
    this.#records = this.#result[Symbol.asyncIterator]();
    let stop: (why: AppError) => void = () => {};
    this.#stopped = new Promise<never>((_, reject) => {
      stop = reject;
    });
    this.#stopped.catch(() => undefined); // whoever reads is told
    const late = setTimeout(() => stop(new AppError("QUERY_TIMEOUT", `It took longer than ${timeout} ms`)), timeout + grace);
    const cancel = () => stop(new AppError("REQUEST_CANCELLED", "The request was cancelled"));
    if (signal.aborted) cancel();
    signal.addEventListener("abort", cancel, { once: true });
    this.#forget = () => {
      clearTimeout(late);
      signal.removeEventListener("abort", cancel);
    };
  }

  /** The names of the columns. @throws AppError QUERY_TIMEOUT, REQUEST_CANCELLED; what the driver throws */
  async keys(): Promise<string[]> {
    return (await Promise.race([this.#stopped, this.#result.keys()])).map(String);
  }

  /** The next `most` records, or fewer after some time; none when there are no more. @throws as `keys` does */
  next(most: number): Promise<DriverRecord[]> {
    return Promise.race([this.#stopped, this.#next(most)]);
  }

  async #next(most: number): Promise<DriverRecord[]> {
    const records: DriverRecord[] = [];
    const until = performance.now() + gathering;
    while (records.length < most && (records.length === 0 || performance.now() < until)) {
      const { done, value } = await this.#records.next();
      if (done) {
        this.#isDone = true;
        break;
      }
      records.push(value);
    }
    return records;
  }

  /** Ends the query, too, when it still runs. */
  close(): void {
    this.#forget();
    // A session that is closed in the middle of a stream breaks the protocol: the rest is declined first, if the database is there.
    const declined = this.#isDone ? Promise.resolve() : Promise.race([this.#records.return?.(), sleep(grace)]);
    const close = () => this.#session.close().catch(() => undefined);
    void declined.then(close, close);
  }
}

export const valuesOf = (record: DriverRecord): unknown[] => record.keys.map((_, index) => record.get(index));

/**
 * Ends the session with the work, which also ends a query that still runs. The database keeps the time itself, but not within
 * one long expression, nor when it is gone in silence: a moment later, nobody waits for it any more.
 */
export async function within<T>(timeout: number, session: Session, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  let stop: (why: AppError) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  const late = setTimeout(() => stop(new AppError("QUERY_TIMEOUT", `It took longer than ${timeout} ms`)), timeout + grace);
  const cancel = () => stop(new AppError("REQUEST_CANCELLED", "The request was cancelled"));
  signal?.addEventListener("abort", cancel, { once: true });
  let given = false;
  try {
    if (signal?.aborted) cancel();
    const result = await Promise.race(signal?.aborted ? [stopped] : [stopped, work()]);
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

/** Absent properties stay absent. */
export function rowOf(record: DriverRecord): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, column] of record.keys.entries()) {
    const value: unknown = record.get(index);
    if (value !== null) row[String(column)] = plainValue(value);
  }
  return row;
}
