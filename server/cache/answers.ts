import { AppError } from "../../model/errors.ts";
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

/** Makes an answer, until `signal` aborts because nobody waits for it any more. */
type Make = (signal: AbortSignal) => Promise<Buffer>;

/** An answer that is being made. */
interface UnderWay {
  readonly bytes: Promise<Buffer>;
  readonly nobodyWaits: AbortController;
  waiting: number;
}

/** Answers as JSON by what was asked; equal questions at the same moment wait for one answer. */
class Answers {
  readonly #ready = new Recent<string, Buffer>({ most, sizeOf: (bytes, key) => bytes.length + 2 * key.length + entry });
  readonly #underWay = new Map<string, UnderWay>();

  readonly #figures: CacheFigures;

  constructor(figures: CacheFigures) {
    this.#figures = figures;
    figures.bytes = () => this.#ready.size;
  }

  async get(key: string, make: Make, signalOf?: () => AbortSignal): Promise<Buffer> {
    const ready = this.#ready.get(key);
    const underWay = ready ? undefined : this.#underWay.get(key);
    this.#figures[ready ? "hits" : underWay ? "joined" : "misses"]++;
    if (ready) return ready;
    const signal = signalOf?.();
    if (signal?.aborted) throw cancelled();
    const work = underWay ?? this.#start(key, make);
    work.waiting++;
    return this.#unlessLeft(key, work, signal);
  }

  #start(key: string, make: Make): UnderWay {
    const nobodyWaits = new AbortController();
    const work: UnderWay = { bytes: make(nobodyWaits.signal), nobodyWaits, waiting: 0 };
    this.#underWay.set(key, work);
    work.bytes
      .then((bytes) => this.#ready.set(key, bytes))
      .catch(() => undefined) // whoever waits hears of it
      .finally(() => this.#drop(key, work));
    return work;
  }

  /** What one asker waits for. The last one who leaves ends the work. */
  #unlessLeft(key: string, work: UnderWay, signal: AbortSignal | undefined): Promise<Buffer> {
    if (!signal) return work.bytes;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(cancelled());
        if (--work.waiting > 0) return;
        this.#drop(key, work);
        work.nobodyWaits.abort(cancelled());
      };
      signal.addEventListener("abort", leave, { once: true });
      work.bytes.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
    });
  }

  /** Whoever asks the same from now on does not get this work. */
  #drop(key: string, work: UnderWay): void {
    if (this.#underWay.get(key) === work) this.#underWay.delete(key);
  }
}

const cancelled = () => new AppError("REQUEST_CANCELLED", "The request was cancelled");

const answersOf = cachedPerVersion(async (store) => new Answers(cacheFigures(store)));

/**
 * The bytes of an answer that depends on the graph's state and on `key` alone: made once, then cached while the graph stays as it
 * is, most recently asked first. All that ask while it is made wait for it. A failure reaches each of them and is not cached.
 *
 * @param make hangs on no single client, since others may wait for what it gives: its signal aborts when nobody does any more
 * @param signalOf of the client; asked for only when there is something to wait for
 */
export async function cachedAnswer(store: GraphStore, key: string, make: Make, signalOf?: () => AbortSignal): Promise<Buffer> {
  return (await answersOf(store)).get(key, make, signalOf);
}
