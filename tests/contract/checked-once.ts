import type { Params } from "../../model/patterns.ts";
import { Gatekeeper } from "../../server/cypher-gate/gatekeeper.ts";

/** A gatekeeper for several stores that are asked the same, with the same parameters: it checks each query once. */
export class CheckedOnce extends Gatekeeper {
  readonly #checks = new Map<string, ReturnType<Gatekeeper["check"]>>();

  override check(cypher: string, params: Params, signal: AbortSignal): ReturnType<Gatekeeper["check"]> {
    const check = this.#checks.get(cypher) ?? super.check(cypher, params, signal);
    this.#checks.set(cypher, check);
    return check;
  }

  /** Checks a query that will be asked for, while the engines work on another one. */
  ahead(cypher: string, params: Params): void {
    this.check(cypher, params, new AbortController().signal).catch(() => undefined); // whoever asks for it hears of it
  }
}
