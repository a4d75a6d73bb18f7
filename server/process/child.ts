import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AppError, type ErrorCode } from "../../model/errors.ts";

/** What a process of ours says: that it is ready, or how a question went. */
export type Reply = (
  | { ready: true }
  | { part: unknown }
  | { answer: unknown }
  | { refused: { code: ErrorCode; message: string } }
  | { bug: string }
) & {
  /** Seconds of the processor that it has used since it began. */
  processorTime: number;
};

/** What a process of ours is told when a part of its answer was taken. */
export const nextPart = "next part";

/** The exit code with which a process of ours says that it used too much memory. */
export const tooMuchMemory = 77;

interface ChildOptions {
  /** Without its ending, which is not the same in source and in dist/. */
  readonly script: URL;
  readonly args: readonly string[];
  /** Of the process's own heap, in megabytes. */
  readonly heap: number;
  /** Milliseconds without a question after which it ends, to give its memory back. */
  readonly idleTime?: number;
}

/** Milliseconds in which it must be ready, also on a busy machine. */
const startTime = 2 * 60_000;
const standardIdleTime = 5 * 60_000;

/** A process of ours ended before it had answered, and not for its memory. */
export class ChildEnded extends Error {
  override readonly name = "ChildEnded";
  /** Undefined when it ended by itself. */
  readonly signal: string | undefined;
  constructor(code: number | null, signal: string | null) {
    super(`A process of ours ended unexpectedly: ${signal ?? `exit code ${code}`}`);
    this.signal = signal ?? undefined;
  }
}

/**
 * A process of our own that answers one question at a time. It can be ended at any moment, whatever it is doing: that is
 * what it is for.
 */
export class Child {
  readonly #process: ChildProcess;
  readonly #ready: Promise<void>;
  readonly #idleTime: number;
  readonly #listeners: (() => void)[] = [];
  #processorTime = 0;
  #ended = false;
  #idle: NodeJS.Timeout | undefined;

  constructor({ script, args, heap, idleTime = standardIdleTime }: ChildOptions) {
    this.#idleTime = idleTime;
    const source = import.meta.url.endsWith(".ts");
    this.#process = fork(`${fileURLToPath(script)}.${source ? "ts" : "js"}`, args, {
      execArgv: [`--max-old-space-size=${heap}`, ...(source ? ["--import", typescriptLoader()] : [])],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      serialization: "advanced", // bytes go as they are
      env: {}, // it has no business with settings and passwords
    });
    this.#process.once("exit", () => this.#over());
    this.#process.unref();
    this.#process.channel?.unref();
    const late = new AppError("STORE_UNAVAILABLE", "This machine is too busy to start a process. Try again in a moment");
    this.#ready = this.#next(startTime, late).then(() => undefined);
    this.#ready.catch(() => this.end());
  }

  /** Seconds of the processor that it had used when it last said something. */
  get processorTime(): number {
    return this.#processorTime;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Tells as soon as it takes no more questions. */
  onceEnded(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #over(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const listener of this.#listeners) listener();
  }

  /**
   * Asks it something; the time counts from when it is ready. Too late or aborted, it is ended.
   *
   * @throws AppError what it refuses with; QUERY_TIMEOUT; REQUEST_CANCELLED when `signal` aborts; STORE_UNAVAILABLE when it
   * does not get ready
   * @throws ChildEnded when it ends without an answer
   */
  async ask(question: unknown, timeout: number, signal?: AbortSignal): Promise<unknown> {
    clearTimeout(this.#idle);
    try {
      await unlessAborted(this.#ready, signal);
      const reply = this.#next(timeout, new AppError("QUERY_TIMEOUT", `It took longer than ${timeout} ms`));
      this.#process.send(question as object);
      return answerOf(await unlessAborted(reply, signal));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "QUERY_REFUSED" || this.#ended) this.end();
      throw error;
    } finally {
      if (Number.isFinite(this.#idleTime)) this.#idle = setTimeout(() => this.end(), this.#idleTime).unref();
    }
  }

  /**
   * Asks it something that it answers part by part; the time counts until the last part is taken. Left before its end, it is ended.
   *
   * @returns its last word
   * @throws as `ask` does
   */
  async *askForParts(question: unknown, timeout: number, signal?: AbortSignal): AsyncGenerator<unknown, unknown, undefined> {
    clearTimeout(this.#idle);
    let isDone = false;
    try {
      await unlessAborted(this.#ready, signal);
      const deadline = performance.now() + timeout;
      for (let message = question; ; message = nextPart) {
        const tooLate = new AppError("QUERY_TIMEOUT", `It took longer than ${timeout} ms`);
        const next = this.#next(deadline - performance.now(), tooLate);
        this.#process.send(message as object);
        const reply = await unlessAborted(next, signal);
        if (!("part" in reply)) {
          isDone = "answer" in reply || ("refused" in reply && reply.refused.code === "QUERY_REFUSED");
          return answerOf(reply);
        }
        yield reply.part;
      }
    } finally {
      if (!isDone) this.end();
      else if (Number.isFinite(this.#idleTime)) this.#idle = setTimeout(() => this.end(), this.#idleTime).unref();
    }
  }

  end(): void {
    clearTimeout(this.#idle);
    this.#process.kill("SIGKILL");
    this.#over();
  }

  /** Its next message. @throws tooLate after `timeout` milliseconds */
  #next(timeout: number, tooLate: AppError): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const child = this.#process;
      const late = setTimeout(() => settle(() => reject(tooLate)), timeout);
      const onMessage = (reply: Reply) => {
        this.#processorTime = reply.processorTime;
        settle(() => resolve(reply));
      };
      const onExit = (code: number | null, signal: string | null) => settle(() => reject(endOf(code, signal)));
      const onError = (error: Error) => settle(() => reject(error));
      const settle = (then: () => void) => {
        clearTimeout(late);
        child.off("message", onMessage).off("exit", onExit).off("error", onError);
        then();
      };
      child.on("message", onMessage).on("exit", onExit).on("error", onError);
    });
  }
}

function endOf(code: number | null, signal: string | null): Error {
  return code === tooMuchMemory || signal === "SIGABRT" || code === 134
    ? new AppError("QUERY_REFUSED", "It needs more memory than it may have")
    : new ChildEnded(code, signal);
}

function answerOf(reply: Reply): unknown {
  if ("refused" in reply) throw new AppError(reply.refused.code, reply.refused.message);
  if ("bug" in reply) throw new Error(reply.bug);
  return "answer" in reply ? reply.answer : undefined;
}

/** The work, or REQUEST_CANCELLED as soon as `signal` aborts: the work itself goes on. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new AppError("REQUEST_CANCELLED", "The request was cancelled"));
    if (signal.aborted) cancel();
    signal.addEventListener("abort", cancel, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", cancel));
  });
}

/** In development the sources run as they are, through the same loader as everything else there. */
const typescriptLoader = (): string => pathToFileURL(createRequire(import.meta.url).resolve("tsx/esm")).href;
