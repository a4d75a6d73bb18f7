import type { GraphStore } from "../store/store.ts";
import { keptPerVersion } from "./per-version.ts";

/** Bytes of answers that are kept for one state of the graph. */
const most = 32_000_000;

/** Answers as JSON by what was asked; the one that was asked for longest ago goes first when there are too many. */
class Answers {
  readonly #kept = new Map<string, Buffer>();
  #size = 0;

  async get(key: string, make: () => Promise<unknown>): Promise<Buffer> {
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    // As it is sent: a text would be measured and encoded again each time.
    const bytes = Buffer.from(JSON.stringify(await make()));
    this.#add(key, bytes);
    return bytes;
  }

  #add(key: string, bytes: Buffer): void {
    this.#size += bytes.length - (this.#kept.get(key)?.length ?? 0);
    this.#kept.set(key, bytes);
    for (const [old, { length }] of this.#kept) {
      if (this.#size <= most || old === key) return;
      this.#kept.delete(old);
      this.#size -= length;
    }
  }
}

const answersOf = keptPerVersion(async () => new Answers());

/** The JSON of an answer that depends on the graph's state and on `key` alone: made once, then kept while the graph stays as it is. */
export async function keptAnswer(store: GraphStore, key: string, make: () => Promise<unknown>): Promise<Buffer> {
  return (await answersOf(store)).get(key, make);
}
