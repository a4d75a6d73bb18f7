import type { Steps } from "../analysis/graph/steps.ts";

/** Milliseconds of work after which other requests have a turn. */
const turn = 4;

/**
 * Does the steps of a long computation on this thread, without anybody else having to wait for longer than a turn and a step.
 *
 * @param signal ends it between two turns, when nobody waits for its result any more
 * @throws the reason of the signal
 */
export async function inTurns<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  let end = performance.now() + turn;
  try {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (performance.now() < end) continue;
      await new Promise((next) => setImmediate(next));
      signal?.throwIfAborted();
      end = performance.now() + turn;
    }
  } finally {
    steps.return(undefined as never); // gives back what it was lent
  }
}
