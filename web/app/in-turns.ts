/** Milliseconds of work in one go: the page answers in between. */
const slice = 10;

/** Lets the page do what waits. */
export const rest = (): Promise<void> => new Promise((rested) => setTimeout(rested));

/** Tells when it is time to rest. */
export function turnClock(): { readonly isOver: () => boolean; readonly restart: () => void } {
  let until = performance.now() + slice;
  return {
    isOver: () => performance.now() >= until,
    restart: () => {
      until = performance.now() + slice;
    },
  };
}

/** Does long work, which yields often, without holding the page up. @throws the abort reason when aborted */
export async function inTurns<Value>(work: Generator<void, Value, void>, signal?: AbortSignal): Promise<Value> {
  const clock = turnClock();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (!clock.isOver()) continue;
    await rest();
    signal?.throwIfAborted();
    clock.restart();
  }
}
