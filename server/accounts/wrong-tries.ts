import { AppError } from "../../model/errors.ts";
import { Recent } from "../cache/recent.ts";

/** Wrong tokens that one client may try in a minute. */
const most = 10;
const minute = 60_000;
/** Clients that are remembered. */
const clients = 10_000;

/** Counts the wrong tokens of each client, and stops whoever guesses: then a right one is not taken, either, for it would tell. */
export class WrongTries {
  readonly #tries = new Recent<string, readonly number[]>({ most: clients });

  /** @throws AppError TOO_MANY_REQUESTS */
  mustBeFew(client: string): void {
    if (this.#lately(client).length >= most)
      throw new AppError("TOO_MANY_REQUESTS", "Too many wrong tokens. Try again in a minute");
  }

  add(client: string): void {
    this.#tries.set(client, [...this.#lately(client), performance.now()]);
  }

  #lately(client: string): readonly number[] {
    return (this.#tries.get(client) ?? []).filter((at) => performance.now() - at < minute);
  }
}
