import { AppError } from "../../model/errors.ts";
import type { Params } from "../../model/patterns.ts";
import { Child } from "../process/child.ts";
import type { Rendered } from "./render.ts";

const patience = 5_000;

/** Takes strangers' queries to the gate, one after the other. The process is there from the first query until five minutes after the last. */
export class Gatekeeper {
  #child: Child | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  /** @throws AppError QUERY_REFUSED with the reason; REQUEST_CANCELLED when `signal` aborts */
  check(cypher: string, params: Params, signal: AbortSignal): Promise<Rendered> {
    const mine = this.#last.then(() => this.#ask({ cypher, params }, signal));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #ask(question: { cypher: string; params: Params }, signal: AbortSignal): Promise<Rendered> {
    if (this.#closed) throw new AppError("STORE_UNAVAILABLE", "The database is closed");
    if (!this.#child || this.#child.ended)
      this.#child = new Child({ script: new URL("./gate-process", import.meta.url), args: [], heap: 512 });
    try {
      return (await this.#child.ask(question, patience, signal)) as Rendered;
    } catch (error) {
      if (error instanceof AppError && error.code === "QUERY_TIMEOUT")
        throw new AppError("QUERY_REFUSED", "This query is too complicated to be checked: make it shorter or simpler", {
          cause: error,
        });
      throw error;
    }
  }

  close(): void {
    this.#closed = true;
    this.#child?.end();
  }
}
