import type { GraphStore } from "../store/store.ts";
import { oncePer } from "./once-per.ts";
import { cachedPerVersion } from "./per-version.ts";
import { Recent } from "./recent.ts";

/** Bytes of answers, and of what was asked, that are cached for one state of the graph. */
const most = 32_000_000;
/** Bytes, about, that an entry takes beside its key and its answer. */
const entry = 200;

/** How often an answer was there, was being made for an equal request, or had to be made, since the start; and what the cache holds now. */
interface CacheFigures {
  hits: number;
  joined: number;
  misses: number;
  bytes: () => number;
}

/** The figures of the cache of answers about a graph. */
export const cacheFigures = oncePer((_: GraphStore): CacheFigures => ({ hits: 0, joined: 0, misses: 0, bytes: () => 0 }));

/** Answers as JSON by what was asked; equal questions at the same moment wait for one answer. */
class Answers {
  readonly #ready = new Recent<string, Buffer>({ most, sizeOf: (bytes, key) => bytes.length + 2 * key.length + entry });
  readonly #underWay = new Map<string, Promise<Buffer>>();

  readonly #figures: CacheFigures;

  constructor(figures: CacheFigures) {
    this.#figures = figures;
    figures.bytes = () => this.#ready.size;
  }

  async get(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const ready = this.#ready.get(key);
    const underWay = ready ? undefined : this.#underWay.get(key);
    this.#figures[ready ? "hits" : underWay ? "joined" : "misses"]++;
    return ready ?? underWay ?? this.#make(key, make);
  }

  async #make(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const making = make();
    this.#underWay.set(key, making);
    try {
      const bytes = await making;
      this.#ready.set(key, bytes);
      return bytes;
    } finally {
      this.#underWay.delete(key);
    }
  }
}

const answersOf = cachedPerVersion(async (store) => new Answers(cacheFigures(store)));

/**
 * The bytes of an answer that depends on the graph's state and on `key` alone: made once, then cached while the graph stays as it
 * is, most recently asked first. All that ask while it is made wait for it. A failure reaches each of them and is not cached.
 *
 * @param make hangs on no single client, since others may wait for what it gives
 */
export async function cachedAnswer(store: GraphStore, key: string, make: () => Promise<Buffer>): Promise<Buffer> {
  return (await answersOf(store)).get(key, make);
}
