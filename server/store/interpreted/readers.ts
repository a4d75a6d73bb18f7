import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Params } from "../../../model/patterns.ts";
import type { Query } from "../../interpreter/plan.ts";
import { Child, unlessAborted } from "../../process/child.ts";
import { Turns } from "../../process/turns.ts";
import type { Page } from "../pattern-values.ts";
import type { RowBatches } from "../store.ts";

/** What is asked of a reader: a query that came through the gate. */
export interface Reading {
  readonly plan: Query;
  readonly params: Params;
  /** See `pageOf`. */
  readonly columns: readonly string[] | undefined;
  readonly rows: number;
  readonly inBatches: boolean;
}

/** What readers read, and how. */
export interface Original {
  /** Of the process, without its ending: it gets the path of a copy, and answers a `Reading`. */
  readonly script: URL;
  /** What the copy is called. */
  readonly name: string;
  /** Writes what is to be read, as it is now, to a file that is not there yet. */
  readonly copyTo: (path: string) => Promise<void>;
}

/** Readers of one copy at most: each takes a core while it works, and holds the whole graph. */
const atOnce = 2;

/** Milliseconds in which a query that nobody waits for any more may end by itself, since a new reader has to open the graph. */
const grace = 200;

/**
 * Processes that read one copy of the graph, which is made when it is first needed and goes when the graph changes. Those that
 * are idle are kept, so that a query does not wait for a process to start.
 */
export class Readers {
  readonly #original: Original;
  #copy: Copy | undefined;

  constructor(original: Original) {
    this.#original = original;
  }

  /** Makes the copy, and starts a reader that stays. Does not wait for them. */
  prepare(): void {
    this.#current().prepare();
  }

  /** @throws AppError see `Child.ask` */
  run(reading: Reading, timeout: number, signal: AbortSignal): Promise<Page> {
    return this.#current().run(reading, timeout, signal);
  }

  /** @throws AppError see `Child.ask` */
  batches(reading: Reading, timeout: number, signal: AbortSignal): RowBatches {
    return this.#current().batches(reading, timeout, signal);
  }

  #current(): Copy {
    if (!this.#copy || this.#copy.failed) this.#copy = new Copy(this.#original);
    return this.#copy;
  }

  /** The graph has changed: what runs may end, and what comes sees the new state. */
  renew(): void {
    this.#copy?.retire();
    this.#copy = undefined;
  }

  /** Ends what runs, too. */
  close(): void {
    this.#copy?.stop();
    this.renew();
  }
}

class Copy {
  readonly #folder = mkdtempSync(join(tmpdir(), "overlap-"));
  readonly #path: string;
  readonly #script: URL;
  readonly #made: Promise<void>;
  readonly #turns = new Turns(atOnce);
  readonly #idle: Child[] = [];
  readonly #running = new Set<Child>();
  readonly #staying = new WeakSet<Child>();
  #users = 0;
  #retired = false;
  /** It could not be made. */
  failed = false;

  constructor({ script, name, copyTo }: Original) {
    this.#script = script;
    this.#path = join(this.#folder, name);
    this.#made = copyTo(this.#path);
    this.#made.catch(() => {
      this.failed = true;
      this.retire();
    });
  }

  prepare(): void {
    this.#made.then(
      () => {
        if (!this.#retired && this.#idle.length === 0) this.#idle.push(this.#start(true));
      },
      () => undefined, // whoever asks is told
    );
  }

  async run(reading: Reading, timeout: number, signal: AbortSignal): Promise<Page> {
    const { reader, giveBack } = await this.#borrow(signal);
    const asked = reader.ask(reading, timeout) as Promise<Page>;
    const ended = () => {
      clearTimeout(late);
      giveBack();
    };
    let late: NodeJS.Timeout | undefined;
    asked.then(ended, ended);
    const onAbort = () => {
      late = setTimeout(() => reader.end(), grace);
    };
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();
    return unlessAborted(asked, signal).finally(() => signal.removeEventListener("abort", onAbort));
  }

  async *batches(reading: Reading, timeout: number, signal: AbortSignal): RowBatches {
    const { reader, giveBack } = await this.#borrow(signal);
    try {
      return yield* reader.askForParts(reading, timeout, signal) as RowBatches;
    } finally {
      giveBack();
    }
  }

  /** A reader of one's own, as soon as there is one. */
  async #borrow(signal: AbortSignal): Promise<{ readonly reader: Child; readonly giveBack: () => void }> {
    const leave = await this.#turns.enter(signal);
    this.#users++;
    try {
      await unlessAborted(this.#made, signal);
    } catch (error) {
      this.#users--;
      leave();
      throw error;
    }
    const reader = this.#take();
    this.#running.add(reader);
    const giveBack = () => {
      this.#running.delete(reader);
      this.#users--;
      this.#giveBack(reader);
      leave();
    };
    return { reader, giveBack };
  }

  #take(): Child {
    for (;;) {
      const idle = this.#idle.pop();
      if (!idle) return this.#start(false);
      if (!idle.ended) return idle;
    }
  }

  #start(stays: boolean): Child {
    const reader = new Child({
      script: this.#script,
      args: [this.#path],
      heap: 512,
      ...(stays && { idleTime: Number.POSITIVE_INFINITY }),
    });
    if (stays) this.#staying.add(reader);
    return reader;
  }

  #giveBack(reader: Child): void {
    if (this.#retired) {
      reader.end();
      this.#remove();
    } else if (!reader.ended) this.#idle.push(reader);
    else if (this.#staying.has(reader)) this.#idle.unshift(this.#start(true));
  }

  stop(): void {
    for (const reader of this.#running) reader.end();
  }

  retire(): void {
    this.#retired = true;
    for (const reader of this.#idle.splice(0)) reader.end();
    this.#remove();
  }

  #remove(): void {
    if (this.#users > 0) return;
    const remove = () => rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
    this.#made.then(remove, remove);
  }
}
