import { AppError } from "../../../model/errors.ts";
import type { Params } from "../../../model/patterns.ts";
import { type DriverRecord, plainValue, type Session, toDriver } from "./driver.ts";

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
