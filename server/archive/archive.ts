import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../model/errors.ts";
import { VersionName } from "../../model/versions.ts";
import { type ChangedRow, type ChangeHead, ChangeRecords } from "./change-records.ts";
import type { Stored, Whole } from "./content-hash.ts";
import { unfinished, VersionFile, type VersionHead, writeVersionFile } from "./version-file.ts";

const ending = ".jsonl.gz";

/** Milliseconds after which a file that is still being written belongs to a process that has ended. */
const abandoned = 3_600_000;

interface ArchiveOptions {
  /** Need not be there yet. */
  readonly folder: string;
  /** Versions that stay; the oldest go first. */
  readonly most: number;
  /** Hears, in words for whoever runs the server, that a version could not be written. */
  readonly say: (text: string) => void;
}

/** A version in the archive; without a file that can be read, it is damaged. */
export interface ArchivedVersion {
  readonly version: string;
  readonly number: number;
  readonly file: VersionFile | undefined;
}

/** The dataset versions that a server holds on to: a folder with a file for each. */
export class Archive {
  readonly most: number;
  /** What was done to make the versions, and by whom. They stay when a version goes. */
  readonly changes: ChangeRecords;
  readonly #folder: string;
  readonly #say: (text: string) => void;
  readonly #opened = new Map<string, { readonly stamp: string; readonly file: VersionFile }>();

  constructor({ folder, most, say }: ArchiveOptions) {
    this.most = most;
    this.changes = new ChangeRecords(join(folder, "changes"));
    this.#folder = folder;
    this.#say = say;
  }

  /** All versions, the latest first. A folder that is not there, or may not be read, holds none. */
  async list(): Promise<ArchivedVersion[]> {
    const found = await Promise.all((await this.#names()).map((version) => this.#archived(version)));
    return found.sort((one, other) => other.number - one.number || (keptAt(one) < keptAt(other) ? 1 : -1));
  }

  async has(version: string): Promise<boolean> {
    return (await this.#names()).includes(version);
  }

  /**
   * A version by its number or its whole name; of two with one number, the one that was written last.
   * @throws AppError VERSION_NOT_FOUND, VERSION_DAMAGED
   */
  async find(name: string): Promise<VersionFile> {
    const versions = await this.list();
    const found = versions.find(({ version, number }) => version === name || String(number) === name);
    if (!found) throw notFound(name, versions);
    return found.file ?? VersionFile.open(this.#path(found.version));
  }

  /** Writes a version, unless it is there. What goes wrong is said, and does not stop whoever has made the version. */
  async add(
    head: Omit<VersionHead, "form" | "keptAt">,
    whole: Whole,
    pages: AsyncIterable<readonly Stored[]> | Iterable<readonly Stored[]>,
  ): Promise<void> {
    if (await this.has(head.version)) return;
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeVersionFile(this.#path(head.version), { ...head, keptAt: new Date().toISOString() }, whole, pages);
      await this.#makeRoom(head.version);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#say(`Version ${head.version} could not be kept in ${this.#folder}: ${why}`);
    }
  }

  /** Records what makes a version, before it is made. What goes wrong is said, and does not stop whoever makes it. */
  async addChange(
    head: Pick<ChangeHead, "version" | "number" | "how"> & Partial<ChangeHead>,
    changes: ChangeHead["changes"],
    rows: readonly ChangedRow[],
  ): Promise<void> {
    try {
      await this.changes.add({ why: "", ...head, changes, madeAt: new Date().toISOString() }, rows);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#say(`What makes version ${head.version} could not be recorded in ${this.#folder}: ${why}`);
    }
  }

  /**
   * Takes in a version's file as another archive has written it, unless it is there, after it was held against its hash.
   * @throws AppError VERSION_DAMAGED
   */
  async take(version: string, bytes: Readable): Promise<void> {
    if (await this.has(version)) return void bytes.resume();
    await mkdir(this.#folder, { recursive: true });
    const temporary = `${this.#path(version)}.${randomUUID()}${unfinished}`;
    try {
      await pipeline(bytes, createWriteStream(temporary, { mode: 0o600, flush: true }));
      const file = await VersionFile.open(temporary);
      for await (const _ of file.checkedRows());
      if (file.head.version !== version)
        throw new AppError("VERSION_DAMAGED", `What is called ${version} is ${file.head.version}`);
      await rename(temporary, this.#path(version));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async #names(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => [] as string[]);
    return names
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .filter(isVersion);
  }

  async #archived(version: string): Promise<ArchivedVersion> {
    const number = Number.parseInt(version, 10);
    return { version, number, file: await this.#open(version).catch(() => undefined) };
  }

  /** A file is opened again when it is another one than before. */
  async #open(version: string): Promise<VersionFile> {
    const path = this.#path(version);
    const { mtimeMs, size } = await stat(path);
    const stamp = `${mtimeMs} ${size}`;
    const known = this.#opened.get(version);
    if (known?.stamp === stamp) return known.file;
    const file = await VersionFile.open(path);
    this.#opened.set(version, { stamp, file });
    return file;
  }

  /** Removes the oldest versions that are too many, but never `latest`, and what processes left behind that were killed. */
  async #makeRoom(latest: string): Promise<void> {
    const tooMany = (await this.list()).filter(({ version }) => version !== latest).slice(this.most - 1);
    for (const { version } of tooMany) {
      this.#opened.delete(version);
      await rm(this.#path(version), { force: true });
    }
    for (const name of await readdir(this.#folder)) {
      if (!name.endsWith(unfinished)) continue;
      const path = join(this.#folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > abandoned) await rm(path, { force: true });
    }
  }

  #path(version: string): string {
    return join(this.#folder, `${version}${ending}`);
  }
}

const isVersion = (name: string): boolean => VersionName.safeParse(name).success;
const keptAt = ({ file }: ArchivedVersion): string => file?.head.keptAt ?? "";

function notFound(name: string, versions: readonly ArchivedVersion[]): AppError {
  const numbers = versions.map(({ number }) => number);
  const there = numbers.length > 0 ? `from ${numbers.at(-1)} to ${numbers[0]} are kept` : "none is kept";
  const why = `Version ${name} is not kept on this server: ${there}`;
  return new AppError("VERSION_NOT_FOUND", why, { fields: [{ field: "version", why }] });
}
