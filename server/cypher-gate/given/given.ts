import type { Params } from "../../../model/patterns.ts";
import { type Size, sizeOfValue } from "./size.ts";

/** What can be asked about the value of a parameter. */
const asks = {
  has: (value: unknown): boolean => value !== undefined,
  text: (value: unknown): string | null => (typeof value === "string" ? value : null),
  whole: (value: unknown): number | null => (Number.isSafeInteger(value) ? (value as number) : null),
  size: (value: unknown): Size => sizeOfValue(value, 0),
};
type Ask = keyof typeof asks;

/** Something that a check found out about a parameter, and that its outcome rests on. */
export interface Fact {
  readonly ask: Ask;
  readonly name: string;
  readonly answer: unknown;
}

/** The parameters of a query, as far as its check asks about them. It keeps what was asked. */
export class Given {
  readonly #params: Params;
  readonly #facts = new Map<string, Fact>();

  constructor(params: Params) {
    this.#params = params;
  }

  get facts(): Fact[] {
    return [...this.#facts.values()];
  }

  has = (name: string): boolean => this.#asked("has", name);
  text = (name: string): string | undefined => this.#asked("text", name) ?? undefined;
  whole = (name: string): number | undefined => this.#asked("whole", name) ?? undefined;
  size = (name: string): Size => this.#asked("size", name);

  #asked<A extends Ask>(ask: A, name: string): ReturnType<(typeof asks)[A]> {
    const answer = asks[ask](valueIn(this.#params, name)) as ReturnType<(typeof asks)[A]>;
    this.#facts.set(`${ask} ${name}`, { ask, name, answer });
    return answer;
  }
}

/**
 * Whether what a check found out about some parameters is true of others, so that its outcome is the same for them. What is
 * small enough when it is large is so when it is smaller, so a size may be `below` the one that was found.
 */
export function holdsFor(params: Params, facts: readonly Fact[], below: boolean): boolean {
  return facts.every(({ ask, name, answer }) => {
    const other = asks[ask](valueIn(params, name));
    return below && ask === "size" ? isWithin(other as Size, answer as Size) : JSON.stringify(other) === JSON.stringify(answer);
  });
}

const isWithin = (one: Size, other: Size): boolean =>
  one.kind === other.kind &&
  one.made === other.made &&
  one.most <= other.most &&
  one.each <= other.each &&
  one.nesting <= other.nesting;

const valueIn = (params: Params, name: string): unknown => (Object.hasOwn(params, name) ? params[name] : undefined);
