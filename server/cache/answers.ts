import type { GraphStore } from "../store/store.ts";
import { cachedPerVersion } from "./per-version.ts";

/** Bytes of answers that are cached for one state of the graph. */
const most = 32_000_000;

/** Answers as JSON by what was asked; the one that was asked for longest ago goes first when there are too many. */
class Answers {
  readonly #cached = new Map<string, Buffer>();
  #size = 0;

  async get(key: string, make: () => Promise<unknown>): Promise<Buffer> {
    const known = this.#cached.get(key);
    if (known !== undefined) {
      this.#cached.delete(key);
      this.#cached.set(key, known);
      return known;
    }
    // As it is sent: a text would be measured and encoded again each time.
    const bytes = Buffer.from(JSON.stringify(await make()));
    this.#add(key, bytes);
    return bytes;
  }

  #add(key: string, bytes: Buffer): void {
    this.#size += bytes.length - (this.#cached.get(key)?.length ?? 0);
    this.#cached.set(key, bytes);
    for (const [old, { length }] of this.#cached) {
      if (this.#size <= most || old === key) return;
      this.#cached.delete(old);
      this.#size -= length;
    }
  }
}

const answersOf = cachedPerVersion(async () => new Answers());

/** The JSON of an answer that depends on the graph's state and on `key` alone: made once, then cached while the graph stays as it is. */
export async function cachedAnswer(store: GraphStore, key: string, make: () => Promise<unknown>): Promise<Buffer> {
  return (await answersOf(store)).get(key, make);
}
