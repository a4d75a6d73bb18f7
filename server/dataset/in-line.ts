import { AppError } from "../../model/errors.ts";
import { originOf } from "../cache/asker.ts";
import type { GraphStore } from "../store/store.ts";

const lines = new WeakMap<GraphStore, Promise<unknown>>();

/** Other processes may be so many times before it. */
const mostTries = 8;

/**
 * Does a change after those of this process that were asked for before it, so that none of them loses its version to another; and
 * once more when another process has made a version meanwhile.
 *
 * @param change is made on what is there when it is called
 * @throws AppError DATASET_CHANGED when others are always before it
 */
export function inLine<Value>(store: GraphStore, change: () => Promise<Value>): Promise<Value> {
  const before = lines.get(originOf(store)) ?? Promise.resolve();
  const done = before.then(() => tried(change));
  lines.set(
    originOf(store),
    done.catch(() => undefined),
  );
  return done;
}

async function tried<Value>(change: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++)
    try {
      return await change();
    } catch (error) {
      const isLate = error instanceof AppError && error.code === "DATASET_CHANGED";
      if (!isLate || tries === mostTries) throw error;
    }
}
