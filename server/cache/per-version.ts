import { type GraphStore, noVersion } from "../store/store.ts";
import { originOf } from "./asker.ts";
import { recentVersionOf } from "./version.ts";

/**
 * A reader whose answer is cached until the graph is in another state. Questions that come while it reads wait for the same
 * answer, and none of them ends it by leaving; a failure is not cached, nor is anything of a graph that no data set was loaded into.
 */
export function cachedPerVersion<Answer>(read: (store: GraphStore) => Promise<Answer>): (store: GraphStore) => Promise<Answer> {
  const cached = new WeakMap<GraphStore, { readonly version: string; readonly answer: Promise<Answer> }>();
  return async (asked) => {
    const store = originOf(asked);
    const version = await recentVersionOf(store);
    const known = cached.get(store);
    if (version === noVersion) return read(store);
    if (known?.version === version) return known.answer;
    const answer = read(store);
    cached.set(store, { version, answer });
    answer.catch(() => {
      if (cached.get(store)?.answer === answer) cached.delete(store);
    });
    return answer;
  };
}
