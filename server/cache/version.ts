import { datasetVersion } from "../queries/dataset.ts";
import type { GraphStore } from "../store/store.ts";

/** Of a graph into which nothing was ever loaded. */
export const noVersion = "0-";

/** The version of the graph's state. */
export async function versionOf(store: GraphStore): Promise<string> {
  const [state] = await store.read(datasetVersion, {});
  return state?.version ?? noVersion;
}

/** Milliseconds for which a version that was read is taken to hold: what another process loads is seen this much later at most. */
const countsFor = 250;

const latest = new WeakMap<GraphStore, { readonly version: Promise<string>; readonly readAt: number }>();

/**
 * The version of the graph's state, read at most four times a second: on Neo4j, asking for it at each request would cost as much as
 * the answer that is cached. A failure is not cached. A store that wraps another has a version of
 * its own, and what is cached for one is not cached for the other: a load through one is seen by the other a moment later.
 */
export async function recentVersionOf(store: GraphStore): Promise<string> {
  const known = latest.get(store);
  if (known && performance.now() - known.readAt < countsFor) return known.version;
  const reading = { version: versionOf(store), readAt: performance.now() };
  latest.set(store, reading);
  reading.version.catch(() => {
    if (latest.get(store) === reading) latest.delete(store);
  });
  return reading.version;
}

/** This process itself has changed the graph. */
export const versionChanged = (store: GraphStore): void => void latest.delete(store);
