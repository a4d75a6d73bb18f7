import { refusePart } from "../language/refuse.ts";
import type { Part, Token } from "../language/syntax.ts";
import { fits, type Kind, nameOf } from "./kinds.ts";

/** The names that a part of a query knows, and what they stand for. */
export class Scope {
  readonly #kinds: Map<string, Kind>;

  constructor(names: Iterable<readonly [string, Kind]> = []) {
    this.#kinds = new Map(names);
  }

  /** With the same names; what is added to it stays there. */
  inside(): Scope {
    return new Scope(this.#kinds);
  }

  get names(): readonly string[] {
    return [...this.#kinds.keys()];
  }

  [Symbol.iterator](): IterableIterator<[string, Kind]> {
    return this.#kinds.entries();
  }

  has(name: string): boolean {
    return this.#kinds.has(name);
  }

  get(name: string): Kind | undefined {
    return this.#kinds.get(name);
  }

  set(name: string, kind: Kind): void {
    this.#kinds.set(name, kind);
  }

  /** Adds a name that is not there yet. */
  declare(name: string, kind: Kind, part: Part, tokens: readonly Token[]): void {
    if (this.has(name)) refusePart(`Variable \`${name}\` already declared`, part, tokens);
    this.set(name, kind);
  }

  /** Adds a name, or finds the one that is there to be of this kind. */
  bind(name: string, kind: Kind, part: Part, tokens: readonly Token[]): void {
    const known = this.get(name);
    if (known && !fits(known, kind))
      refusePart(
        `Type mismatch: \`${name}\` defined with conflicting type ${nameOf(known)} (expected ${nameOf(kind)})`,
        part,
        tokens,
      );
    this.set(name, kind);
  }
}
