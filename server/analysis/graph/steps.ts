/**
 * Work that stops now and then, so that its caller can let others have a turn before the next step. It gives its result at its end.
 */
export type Steps<Result> = Generator<void, Result, undefined>;

/** Does all steps at once. */
export function allAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
