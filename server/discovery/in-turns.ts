import type { Steps } from "../analysis/graph/steps.ts";

/** Milliseconds of work after which other requests have a turn. */
const turn = 8;

/** Does the steps of a long computation on this thread, without anybody else having to wait for longer than a turn and a step. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  let end = performance.now() + turn;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < end) continue;
    await new Promise((next) => setImmediate(next));
    end = performance.now() + turn;
  }
}
