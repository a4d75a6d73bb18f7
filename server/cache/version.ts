import { AppError } from "../../model/errors.ts";
import { datasetVersion } from "../queries/dataset.ts";
import { type GraphStore, noVersion, type ReadOptions } from "../store/store.ts";
import { originOf } from "./asker.ts";

/** The version of the graph's state. */
export async function versionOf(store: GraphStore, options?: ReadOptions): Promise<string> {
  const [state] = await store.read(datasetVersion, {}, options);
  return state?.version ?? noVersion;
}

/**
 * What is read in many parts, of one version: when another process loads a data set meanwhile, the parts are of two, and are read again.
 *
 * @param read gets the version that it reads
 */
export async function ofOneVersion<Value>(store: GraphStore, read: (version: string) => Promise<Value>): Promise<Value> {
  for (;;) {
    const version = await versionOf(store);
    const value = await read(version);
    if ((await versionOf(store)) === version) return value;
  }
}

/** Milliseconds for which a version that was read is taken to hold: what another process loads is seen this much later at most. */
const countsFor = 250;

interface Reading {
  readonly version: Promise<string>;
  readonly readAt: number;
}

const latest = new WeakMap<GraphStore, Reading>();
/** What was read last, for as long as nothing newer can be read. */
const lastKnown = new WeakMap<GraphStore, string>();

/**
 * The version of the graph's state, read at most four times a second: on Neo4j, asking for it at each request would cost as much as
 * the answer that is cached. While the database is away, or it is in doubt whether it is, the version that was read last goes on
 * counting, so that what is cached can still be given. A store that wraps another has a version of
 * its own, and what is cached for one is not cached for the other: a load through one is seen by the other a moment later.
 */
export async function recentVersionOf(asked: GraphStore): Promise<string> {
  const store = originOf(asked);
  const known = latest.get(store);
  if (known && performance.now() - known.readAt < countsFor) return known.version;
  const reading = { version: readOrKnown(store), readAt: performance.now() };
  latest.set(store, reading);
  reading.version.catch(() => {
    if (latest.get(store) === reading) latest.delete(store);
  });
  return reading.version;
}

async function readOrKnown(store: GraphStore): Promise<string> {
  const known = lastKnown.get(store);
  try {
    const version = await versionOf(store, { isPatient: known === undefined });
    lastKnown.set(store, version);
    return version;
  } catch (error) {
    const isAway = error instanceof AppError && error.code === "STORE_UNAVAILABLE";
    if (isAway && known !== undefined && lastKnown.get(store) === known) return known;
    throw error;
  }
}

/** This process itself has changed the graph. */
export function versionChanged(asked: GraphStore): void {
  latest.delete(originOf(asked));
  lastKnown.delete(originOf(asked));
}
