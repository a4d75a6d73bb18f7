import { AppError } from "../../model/errors.ts";

/** Lets so many in at a time, first come first; further ones wait. */
export class Turns {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(atOnce: number, mostWaiting = Number.POSITIVE_INFINITY) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /**
   * Waits for a turn; what it gives ends that turn, once.
   *
   * @throws AppError TOO_MANY_REQUESTS when too many wait already; REQUEST_CANCELLED when `signal` aborts before the turn came
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw cancelled();
    if (this.#inside < this.#atOnce) this.#inside++;
    else if (this.#waiting.length < this.#mostWaiting) await this.#turn(signal);
    else throw new AppError("TOO_MANY_REQUESTS", "Too many are at work and waiting. Try again in a moment");
    let isInside = true;
    return () => {
      if (isInside) this.#leave();
      isInside = false;
    };
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(cancelled());
      };
      const enter = () => {
        signal.removeEventListener("abort", onAbort);
        resolve();
      };
      signal.addEventListener("abort", onAbort, { once: true });
      this.#waiting.push(enter);
    });
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#inside--;
  }
}

const cancelled = () => new AppError("REQUEST_CANCELLED", "The request was cancelled");
