/**
 * What was done to make a version, and by whom: a file for each, of lines of JSON, compressed by gzip. The first line says what it is, each
 * of the others is a row before and after. It is written before the change itself, so that no change is without one; a record of what never came
 * to be is passed over, since no version leads back to it.
 */
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { z } from "zod";
import { Initials, Role } from "../../model/roles.ts";
import { ChangeKind, VersionChanges, VersionName } from "../../model/versions.ts";
import type { Stored } from "./content-hash.ts";
import { linesOf, unfinished } from "./version-file.ts";

const ending = ".jsonl.gz";

const ChangeHead = z.object({
  form: z.literal(1),
  version: VersionName,
  number: z.number().int().min(1),
  /** The version that it was made from; absent when it was the first. */
  from: VersionName.optional(),
  madeAt: z.iso.datetime(),
  how: ChangeKind,
  /** Who did it; absent for a command on the server's own machine. */
  by: z.object({ role: Role, initials: Initials }).optional(),
  why: z.string(),
  changes: VersionChanges,
  /** Of an undo: the version that it undid. */
  undoes: VersionName.optional(),
});
export type ChangeHead = z.output<typeof ChangeHead>;

/** A row that a change made another, or new, or took away. */
export interface ChangedRow {
  readonly id: string;
  readonly before?: Stored | undefined;
  readonly after?: Stored | undefined;
}

/** Records whose rows are so few have their ids held in memory, to find those of an item. */
const fewRows = 200;

interface Known {
  readonly head: ChangeHead;
  /** Absent where there are too many to hold. */
  readonly ids?: ReadonlySet<string>;
}

/** The records of a folder. */
export class ChangeRecords {
  readonly #folder: string;
  readonly #known = new Map<string, Known>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes the record of a change, whole or not at all. */
  async add(head: Omit<ChangeHead, "form">, rows: readonly ChangedRow[]): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const path = this.#path(head.version);
    const temporary = `${path}.${randomUUID()}${unfinished}`;
    try {
      await pipeline(Readable.from(textOf(head, rows)), createGzip(), createWriteStream(temporary, { mode: 0o600, flush: true }));
      await rename(temporary, path);
      this.#known.delete(head.version);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /** What led to a version, and from that one to those before it, as far as that is known; the latest first. */
  async *leadingTo(present: string): AsyncGenerator<Known> {
    const versions = (await this.#versions()).sort((one, other) => numberOf(other) - numberOf(one));
    let wanted: string | undefined = present;
    for (const version of versions) {
      if (numberOf(version) > numberOf(present)) continue;
      // Where somebody has made versions elsewhere, what came before them counts on.
      const isNext =
        version === wanted || (wanted !== undefined && numberOf(version) < numberOf(wanted) && !versions.includes(wanted));
      if (!isNext) continue;
      const known: Known | undefined = await this.#read(version).catch(() => undefined);
      if (!known) continue;
      yield known;
      wanted = known.head.from;
    }
  }

  /** The record of what made a version; nothing where there is none. */
  async find(version: string): Promise<ChangeHead | undefined> {
    return (await this.#read(version).catch(() => undefined))?.head;
  }

  /** The rows of a change, some at a time. */
  async *rows(version: string): AsyncGenerator<readonly ChangedRow[]> {
    let isFirst = true;
    for await (const lines of linesOf(this.#path(version))) {
      const told = isFirst ? lines.slice(1) : lines;
      isFirst = false;
      if (told.length > 0) yield told.map((line) => JSON.parse(line) as ChangedRow);
    }
  }

  async #versions(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => [] as string[]);
    return names
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .filter((name) => VersionName.safeParse(name).success);
  }

  async #read(version: string): Promise<Known> {
    const known = this.#known.get(version);
    if (known) return known;
    const ids = new Set<string>();
    let head: ChangeHead | undefined;
    for await (const lines of linesOf(this.#path(version))) {
      const rows = head ? lines : lines.slice(1);
      head ??= ChangeHead.parse(JSON.parse(lines[0] ?? ""));
      for (const line of rows) ids.add((JSON.parse(line) as ChangedRow).id);
      if (ids.size > fewRows) break;
    }
    if (!head) throw new Error(`The record of ${version} is empty`);
    const read = { head, ...(ids.size <= fewRows && { ids }) };
    this.#known.set(version, read);
    return read;
  }

  #path(version: string): string {
    return join(this.#folder, `${version}${ending}`);
  }
}

const numberOf = (version: string): number => Number.parseInt(version, 10);

function* textOf(head: Omit<ChangeHead, "form">, rows: readonly ChangedRow[]): Generator<string> {
  yield `${JSON.stringify({ form: 1, ...head })}\n`;
  for (const { id, before, after } of rows) yield `${JSON.stringify({ id, before, after })}\n`;
}
