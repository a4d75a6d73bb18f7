/** Milliseconds in which a thing that repeats is said once. */
const pause = 10_000;

/** Says what may happen many times a second: at once, then once in a while, with how often it happened since. */
export class Repeated<What extends object> {
  readonly #say: (what: What & { readonly times: number }) => void;
  #times = 0;
  #saidAt = Number.NEGATIVE_INFINITY;

  constructor(say: (what: What & { readonly times: number }) => void) {
    this.#say = say;
  }

  happened(what: What): void {
    this.#times++;
    if (performance.now() - this.#saidAt < pause) return;
    this.#say({ ...what, times: this.#times });
    this.#times = 0;
    this.#saidAt = performance.now();
  }
}
