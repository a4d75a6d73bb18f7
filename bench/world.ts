import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatasetNode } from "../model/dataset.ts";
import { kindOf, type NodeId } from "../model/graph.ts";
import type { NodeKind } from "../model/kinds.ts";
import { openDatabase } from "../server/store/grafeo/engine.ts";
import { writeFolder } from "./folder.ts";
import { generate, type Size } from "./generate.ts";
import { type Neo4j, startNeo4j } from "./neo4j.ts";
import { type Load, load, type Place, root } from "./overlap.ts";
import { randomFrom } from "./random.ts";

/** A made data set, on disk as files to load. */
export interface Sample {
  readonly size: Size;
  readonly folder: string;
  readonly ids: readonly NodeId[];
  readonly nodes: readonly DatasetNode[];
}

/** A data set in an engine, with what it took to get it there. */
export interface Loaded {
  readonly place: Place;
  readonly load: Load;
  /** Bytes on disk; 0 where that is the server's own business. */
  readonly bytes: number;
}

/**
 * Everything that is measured on, made when it is first asked for and shared by all parts of one run. `close` ends and removes all
 * of it.
 */
export class World {
  readonly #folder = mkdtempSync(join(tmpdir(), "overlap-bench-"));
  readonly #samples = new Map<string, Sample>();
  readonly #embedded = new Map<string, Promise<Loaded>>();
  #neo4j: Promise<Neo4j | undefined> | undefined;
  #onNeo4j: Promise<Loaded> | undefined;
  #seed: Promise<Load> | undefined;

  /** Tells what it is busy with. */
  readonly say: (what: string) => void;

  constructor(say: (what: string) => void) {
    this.say = say;
  }

  sample(size: Size): Sample {
    const name = `${size.nodes}-${size.links}-${size.institutions}`;
    const known = this.#samples.get(name);
    if (known) return known;
    this.say(`making ${size.nodes} nodes and ${size.links} links`);
    const dataset = generate(size);
    const folder = join(this.#folder, name);
    writeFolder(folder, dataset);
    const sample = { size, folder, ids: dataset.nodes.map(({ id }) => id), nodes: dataset.nodes };
    this.#samples.set(name, sample);
    return sample;
  }

  /** The data set in the embedded engine. */
  embedded(sample: Sample): Promise<Loaded> {
    const known = this.#embedded.get(sample.folder);
    if (known) return known;
    const loading = this.#loadEmbedded(sample);
    this.#embedded.set(sample.folder, loading);
    return loading;
  }

  async #loadEmbedded({ folder }: Sample): Promise<Loaded> {
    this.say("loading it into the embedded engine");
    const place = { DATA_DIR: `${folder}-data` };
    const done = await load(folder, place);
    return { place, load: done, bytes: statSync(databaseFile(place.DATA_DIR)).size };
  }

  /** The project's own data set in the embedded engine. */
  async seed(): Promise<Place> {
    const place = { DATA_DIR: join(this.#folder, "seed") };
    this.#seed ??= load(join(root, "seed"), place);
    await this.#seed;
    return place;
  }

  /** A copy of the database that another process may open while the server has the first one, with a text index, which the server has none of. */
  async copyOfEmbedded(sample: Sample): Promise<string> {
    const { place } = await this.embedded(sample);
    const copy = `${sample.folder}-copy.grafeo`;
    if (existsSync(copy) || !("DATA_DIR" in place)) return copy;
    copyFileSync(databaseFile(place.DATA_DIR), copy);
    const db = openDatabase(copy);
    await db.createTextIndex("Entity", "name");
    db.close();
    return copy;
  }

  /** A Neo4j server of this run's own; `undefined` where `scripts/setup.mjs` could not fetch one. */
  neo4j(): Promise<Neo4j | undefined> {
    this.#neo4j ??= startNeo4j(join(root, ".cache", "neo4j"), this.#makeFolder("neo4j"));
    return this.#neo4j;
  }

  /** The data set in Neo4j: one data set in a run, since it takes the longest. */
  onNeo4j(sample: Sample, { bolt, user, password }: Neo4j): Promise<Loaded> {
    this.#onNeo4j ??= this.#loadNeo4j(sample, { NEO4J_URI: bolt, NEO4J_USER: user, NEO4J_PASSWORD: password });
    return this.#onNeo4j;
  }

  async #loadNeo4j({ folder }: Sample, place: Place): Promise<Loaded> {
    this.say("loading it into Neo4j");
    return { place, load: await load(folder, place), bytes: 0 };
  }

  #makeFolder(name: string): string {
    const folder = join(this.#folder, name);
    mkdirSync(folder);
    return folder;
  }

  async close(): Promise<void> {
    await (await this.#neo4j)?.stop();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const databaseFile = (folder: string) => join(folder, "overlap.grafeo");

/** Some of the ids, the same in every run. */
export function someOf(ids: readonly NodeId[], count: number, kind?: NodeKind): NodeId[] {
  const random = randomFrom(7);
  const fitting = kind ? ids.filter((id) => kindOf(id) === kind) : ids;
  return Array.from({ length: Math.min(count, fitting.length) }, () => random.pick(fitting));
}
