import type { GraphStore } from "../store/store.ts";

const origins = new WeakMap<GraphStore, GraphStore>();

/**
 * A store for one asker: what is read from it ends when `signal` aborts. What is cached belongs to the store behind it, and so does
 * what is read in order to be cached.
 */
export function storeUntil(signal: AbortSignal, store: GraphStore): GraphStore {
  const view: GraphStore = {
    read: (query, params, options) => store.read(query, params, { signal, ...options }),
    write: (statements, options) => store.write(statements, options),
    pattern: (cypher, params, limits, its, file) => store.pattern(cypher, params, limits, its, file),
    patternStream: (cypher, params, limits, its, file) => store.patternStream(cypher, params, limits, its, file),
    preparePatterns: () => store.preparePatterns(),
    health: () => store.health(),
    close: () => store.close(),
  };
  origins.set(view, originOf(store));
  return view;
}

/** The store that an asker's store stands for, or the store itself. */
export const originOf = (store: GraphStore): GraphStore => origins.get(store) ?? store;
