import type { FastifyBaseLogger } from "fastify";
import { AppError, type ErrorCode } from "../../model/errors.ts";

/** Milliseconds within which the same failure is told whole once, and then counted. */
const period = 60_000;

/** So many different failures are counted side by side; what comes on top of them is always told whole. */
const most = 100;

interface Repeated {
  readonly message: string;
  readonly log: FastifyBaseLogger;
  again: number;
  timer: NodeJS.Timeout;
}

/**
 * Tells of failures of our own: each whole when it first comes, and once a minute how often it came again. A database that is away
 * for an hour would fill a disk otherwise.
 */
export class FailureLog {
  readonly #repeated = new Map<string, Repeated>();

  tell(error: Error, code: ErrorCode, log: FastifyBaseLogger): void {
    const key = keyOf(error, code);
    const known = this.#repeated.get(key);
    if (known) {
      known.again++;
      return;
    }
    log.error({ err: error, code });
    if (this.#repeated.size >= most) return;
    this.#repeated.set(key, { message: error.message, log, again: 0, timer: this.#timer(key) });
  }

  /** Tells what is still to be told. */
  close(): void {
    for (const [key, { timer }] of this.#repeated) {
      clearTimeout(timer);
      this.#sum(key);
    }
    this.#repeated.clear();
  }

  #timer = (key: string): NodeJS.Timeout =>
    setTimeout(() => {
      const repeated = this.#repeated.get(key);
      if (repeated === undefined) return;
      if (repeated.again === 0) this.#repeated.delete(key);
      else repeated.timer = this.#timer(key);
      this.#sum(key);
    }, period).unref();

  #sum(key: string): void {
    const repeated = this.#repeated.get(key);
    if (!repeated || repeated.again === 0) return;
    const { message, log, again } = repeated;
    log.error({ again }, `the same failure came ${again} times more: ${message}`);
    repeated.again = 0;
  }
}

/** The message of a bug may hold what was asked for, which differs each time; where it came from does not. */
function keyOf(error: Error, code: ErrorCode): string {
  const from = error instanceof AppError ? undefined : error.stack?.split("\n").find((line) => /^\s+at /.test(line));
  return `${code} ${from ?? error.message}`;
}
