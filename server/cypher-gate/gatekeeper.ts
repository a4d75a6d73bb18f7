import { AppError } from "../../model/errors.ts";
import type { Params } from "../../model/patterns.ts";
import { Child, ChildEnded } from "../process/child.ts";
import { tooMuchProcessor } from "../process/processor-time.ts";
import type { Rendered } from "./render.ts";

/** Milliseconds that a check may take on a machine with much else to do. How hard a query is to check is measured otherwise: see gate-process.ts. */
const patience = 2 * 60_000;

/** Takes strangers' queries to the gate, one after the other. The process is there from the first query until five minutes after the last. */
export class Gatekeeper {
  #child: Child | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;
  readonly #script: URL;

  /** @param script of the process that checks, without its ending */
  constructor(script = new URL("./gate-process", import.meta.url)) {
    this.#script = script;
  }

  /**
   * @throws AppError QUERY_REFUSED with the reason; REQUEST_CANCELLED when `signal` aborts; STORE_UNAVAILABLE when the check
   * itself fails, which says nothing about the query
   */
  check(cypher: string, params: Params, signal: AbortSignal): Promise<Rendered> {
    const mine = this.#last.then(() => this.#ask({ cypher, params }, signal));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #ask(question: { cypher: string; params: Params }, signal: AbortSignal): Promise<Rendered> {
    if (this.#closed) throw new AppError("STORE_UNAVAILABLE", "The database is closed");
    if (!this.#child || this.#child.ended) this.#child = new Child({ script: this.#script, args: [], heap: 512 });
    try {
      return (await this.#child.ask(question, patience, signal)) as Rendered;
    } catch (error) {
      throw failureOf(error);
    }
  }

  close(): void {
    this.#closed = true;
    this.#child?.end();
  }
}

function failureOf(error: unknown): unknown {
  if (error instanceof ChildEnded && error.signal === tooMuchProcessor)
    return new AppError("QUERY_REFUSED", "This query is too complicated to be checked: make it shorter or simpler", {
      cause: error,
    });
  if (error instanceof ChildEnded || (error instanceof AppError && error.code === "QUERY_TIMEOUT"))
    return new AppError("STORE_UNAVAILABLE", "Patterns cannot be checked now. Try again in a moment", { cause: error });
  return error;
}
