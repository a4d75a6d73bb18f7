import type { GraphStore } from "../store/store.ts";
import { noVersion, recentVersionOf } from "./version.ts";

/**
 * A reader whose answer is kept until the graph is in another state. Questions that come while it reads wait for the same
 * answer; a failure is not kept, nor is anything of a graph that no data set was loaded into.
 */
export function keptPerVersion<Answer>(read: (store: GraphStore) => Promise<Answer>): (store: GraphStore) => Promise<Answer> {
  const kept = new WeakMap<GraphStore, { readonly version: string; readonly answer: Promise<Answer> }>();
  return async (store) => {
    const version = await recentVersionOf(store);
    const known = kept.get(store);
    if (version === noVersion) return read(store);
    if (known?.version === version) return known.answer;
    const answer = read(store);
    kept.set(store, { version, answer });
    answer.catch(() => {
      if (kept.get(store)?.answer === answer) kept.delete(store);
    });
    return answer;
  };
}
