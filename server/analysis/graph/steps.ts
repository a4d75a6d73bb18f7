/**
 * Work that stops now and then, so that whoever runs it can let others have a turn in between. It gives its result at its end; it
 * has no say in when it goes on.
 */
export type Steps<Result> = Generator<void, Result, undefined>;

/** Does all steps at once. */
export function allAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
