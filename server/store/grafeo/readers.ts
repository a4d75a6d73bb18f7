import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Child } from "../../process/child.ts";
import type { Reading } from "./reader-process.ts";

/**
 * Processes that read one copy of the graph, which is made when it is first needed and goes when the graph changes. One is
 * kept ready, so that a query does not wait for a process to start.
 */
export class Readers {
  readonly #save: (path: string) => void;
  #copy: Copy | undefined;

  /** @param save writes the graph as it is now to a file that is not there yet */
  constructor(save: (path: string) => void) {
    this.#save = save;
  }

  /** @throws AppError see `Child.ask` */
  async run(reading: Reading, timeout: number, signal: AbortSignal): Promise<unknown> {
    this.#copy ??= new Copy(this.#save);
    return this.#copy.run(reading, timeout, signal);
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
  #idle: Child | undefined;
  readonly #running = new Set<Child>();
  #retired = false;

  constructor(save: (path: string) => void) {
    save(this.#path);
  }

  get #path(): string {
    return join(this.#folder, "copy.grafeo");
  }

  async run(reading: Reading, timeout: number, signal: AbortSignal): Promise<unknown> {
    const reader = this.#take();
    this.#running.add(reader);
    try {
      return await reader.ask(reading, timeout, signal);
    } finally {
      this.#running.delete(reader);
      this.#giveBack(reader);
    }
  }

  #take(): Child {
    const idle = this.#idle;
    this.#idle = undefined;
    return idle && !idle.ended ? idle : this.#start();
  }

  #start = (): Child => new Child({ script: new URL("./reader-process", import.meta.url), args: [this.#path], heap: 512 });

  #giveBack(reader: Child): void {
    if (this.#retired || this.#idle) reader.end();
    else this.#idle = reader.ended ? this.#start() : reader;
    if (this.#retired) this.#remove();
  }

  stop(): void {
    for (const reader of this.#running) reader.end();
  }

  retire(): void {
    this.#retired = true;
    this.#idle?.end();
    this.#remove();
  }

  #remove(): void {
    if (this.#running.size === 0) rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
