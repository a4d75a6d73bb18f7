import { LRUCache } from "lru-cache";

/** How much is held. */
interface Room<Key, Value> {
  /** The largest sum of the sizes of all entries; an entry that is larger by itself is not held. */
  readonly most: number;
  /** Size of an entry, a whole number above 0. The key is held as well, so it has to count too. Left out, each entry counts 1. */
  readonly sizeOf?: (value: Value, key: Key) => number;
}

/** Holds what was asked for most recently: when room runs out, the entry that was asked for longest ago goes first. */
export class Recent<Key extends NonNullable<unknown>, Value extends NonNullable<unknown>> {
  readonly #entries: LRUCache<Key, Value>;

  constructor({ most, sizeOf = () => 1 }: Room<Key, Value>) {
    this.#entries = new LRUCache({ maxSize: most, sizeCalculation: sizeOf });
  }

  /** The sum of the sizes of all entries. */
  get size(): number {
    return this.#entries.calculatedSize;
  }

  /** The value of `key`, which now counts as asked for last; `undefined` when it is not held. */
  get(key: Key): Value | undefined {
    return this.#entries.get(key);
  }

  /** Puts `value` in, in the place of one that `key` had before. */
  set(key: Key, value: Value): void {
    this.#entries.set(key, value);
  }

  /** The value of `key`, made by `make` when it is not held. */
  getOrMake(key: Key, make: () => Value): Value {
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.#entries.set(key, value);
    return value;
  }
}
