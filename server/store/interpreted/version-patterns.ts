import { copyFile } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "../../../model/errors.ts";
import type { Params } from "../../../model/patterns.ts";
import type { Gatekeeper } from "../../cypher-gate/gatekeeper.ts";
import type { PatternLimits, PatternRows, PatternStream } from "../store.ts";
import { Readers } from "./readers.ts";

/** Versions of which readers stay ready: each of those holds a whole graph. */
const mostReady = 2;

/** Runs strangers' queries on dataset versions that lie in files, whichever engine has the graph of now. */
export class VersionPatterns {
  readonly #gatekeeper: Gatekeeper;
  /** By file, the one that was asked last at the end. */
  readonly #readers = new Map<string, Readers>();

  constructor(gatekeeper: Gatekeeper) {
    this.#gatekeeper = gatekeeper;
  }

  /** @throws AppError see `GraphStore.pattern` */
  async run(file: string, cypher: string, params: Params, limits: PatternLimits, signal: AbortSignal): Promise<PatternRows> {
    const { reading, about } = await this.#checked(cypher, params, limits, signal);
    const found = await this.#readersOf(file).run({ ...reading, inBatches: false }, limits.timeout, signal);
    return { ...found, ...about };
  }

  /** @throws AppError see `GraphStore.patternStream` */
  async stream(file: string, cypher: string, params: Params, limits: PatternLimits, signal: AbortSignal): Promise<PatternStream> {
    const { reading, about } = await this.#checked(cypher, params, limits, signal);
    const batches = this.#readersOf(file).batches({ ...reading, inBatches: true }, limits.timeout, signal);
    return { batches, ...about };
  }

  async #checked(cypher: string, params: Params, { rows }: PatternLimits, signal: AbortSignal) {
    const { grafeo, neo4j, columns, changing, names } = await this.#gatekeeper.check(cypher, params, signal);
    if ("refused" in grafeo) throw new AppError("QUERY_REFUSED", grafeo.refused);
    const elsewhere = "refused" in neo4j ? neo4j.refused : changing;
    return { reading: { plan: grafeo.run, params, columns, rows }, about: { engine: "grafeo", elsewhere, names } as const };
  }

  #readersOf(file: string): Readers {
    const script = new URL("./version-process", import.meta.url);
    const known = this.#readers.get(file);
    const readers = known ?? new Readers({ script, name: basename(file), copyTo: (copy) => copyFile(file, copy) });
    this.#readers.delete(file);
    this.#readers.set(file, readers);
    const [oldest] = this.#readers;
    if (oldest && this.#readers.size > mostReady) {
      this.#readers.delete(oldest[0]);
      oldest[1].renew();
    }
    return readers;
  }

  close(): void {
    for (const readers of this.#readers.values()) readers.close();
    this.#readers.clear();
  }
}
