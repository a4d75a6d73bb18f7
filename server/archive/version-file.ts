/**
 * One dataset version in one file: lines of JSON, compressed by gzip. The first line says which version it is, the second what holds for
 * the whole of it, and each of the others is a source, a node or a link as the graph holds it, in that order and by id.
 */
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";
import { Synonyms } from "../../model/dataset.ts";
import { AppError } from "../../model/errors.ts";
import { VersionChanges, VersionCounts, VersionName } from "../../model/versions.ts";
import { ContentHash, type Stored, type Whole } from "./content-hash.ts";

/** Of the form of the file; a file of a later form is not guessed at. */
const form = 1;

const VersionHead = z.object({
  form: z.literal(form),
  number: z.number().int().min(1),
  version: VersionName,
  /** Of the content, whole: the version has its first twelve signs. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** When it was written here. */
  keptAt: z.iso.datetime(),
  /** The version that it was made from; absent where nobody knows, and when it was the first. */
  from: VersionName.optional(),
  /** What was done to `from`, or to nothing; absent where nobody knows. */
  changes: VersionChanges.optional(),
  counts: VersionCounts,
});
export type VersionHead = z.output<typeof VersionHead>;

const WholeLine = z.object({ synonyms: Synonyms });

/** A row as it stands in a file: two rows are equal when their texts are. */
export interface VersionRow {
  readonly id: string;
  readonly text: string;
}

/** Which of the three a row is, which its id tells. */
export function sectionOf(id: string): keyof VersionCounts {
  if (id.startsWith("source:")) return "sources";
  return id.includes("|") ? "links" : "nodes";
}

/** A row as a line: its id first, so that it can be told without being read whole, and then by name. */
function lineOf(row: Stored): string {
  const { id, ...rest } = row;
  return JSON.stringify({ id, ...Object.fromEntries(Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1))) });
}

export const rowOf = ({ text }: VersionRow): Stored => JSON.parse(text) as Stored;

/**
 * Writes a version whole, or not at all. Nobody sees it before all of it is on the disk.
 *
 * @param pages of rows, in order
 * @throws AppError DATASET_CHANGED when the rows are not those that `head` names
 */
export async function writeVersionFile(
  path: string,
  head: Omit<VersionHead, "form">,
  whole: Whole,
  pages: AsyncIterable<readonly Stored[]> | Iterable<readonly Stored[]>,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}${unfinished}`;
  const file = createWriteStream(temporary, { mode: 0o600, flush: true });
  try {
    await pipeline(Readable.from(textOf(head, whole, pages), { objectMode: false }), createGzip(), file);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** How the name of a file ends that is being written. */
export const unfinished = ".part";

async function* textOf(
  head: Omit<VersionHead, "form">,
  whole: Whole,
  pages: AsyncIterable<readonly Stored[]> | Iterable<readonly Stored[]>,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ form, ...head })}\n${JSON.stringify(whole)}\n`;
  const check = new ContentCheck(head);
  for await (const page of pages) {
    for (const row of page) check.add(row);
    yield page.map((row) => `${lineOf(row)}\n`).join("");
  }
  if (!check.isRight(whole))
    throw new AppError("DATASET_CHANGED", `What the graph holds is not what version ${head.version} held when it was made`);
}

/** Holds rows against what a head says of them. */
class ContentCheck {
  readonly #head: Pick<VersionHead, "hash" | "counts">;
  readonly #hash = new ContentHash();
  readonly #counts = { sources: 0, nodes: 0, links: 0 };

  constructor(head: Pick<VersionHead, "hash" | "counts">) {
    this.#head = head;
  }

  add(row: Stored): void {
    this.#hash.add(row);
    this.#counts[sectionOf(String(row.id))]++;
  }

  isRight(whole: Whole): boolean {
    const { hash, counts } = this.#head;
    const { sources, nodes, links } = this.#counts;
    return counts.sources === sources && counts.nodes === nodes && counts.links === links && this.#hash.finish(whole) === hash;
  }
}

/** A version's file that is there; what is in it is read as it is asked for. */
export class VersionFile {
  readonly path: string;
  readonly head: VersionHead;

  private constructor(path: string, head: VersionHead) {
    this.path = path;
    this.head = head;
  }

  /** @throws AppError VERSION_DAMAGED */
  static async open(path: string): Promise<VersionFile> {
    const lines = linesOf(path);
    try {
      const [first = ""] = (await lines.next()).value ?? [];
      return new VersionFile(path, VersionHead.parse(JSON.parse(first)));
    } catch (cause) {
      throw damaged(path, cause);
    } finally {
      await lines.return(undefined);
    }
  }

  /** What holds for the whole of it. @throws AppError VERSION_DAMAGED */
  async whole(): Promise<Whole> {
    for await (const [line] of this.#lines(1)) return this.#unlessDamaged(() => WholeLine.parse(JSON.parse(line ?? "")));
    throw damaged(this.path, new Error("it ends too early"));
  }

  /** All rows in their order, a few at a time. Damage is noticed where bytes do not fit. @throws AppError VERSION_DAMAGED */
  async *rows(): AsyncGenerator<readonly VersionRow[]> {
    for await (const lines of this.#lines(2)) yield lines.map((text) => ({ id: text.slice(7, text.indexOf('"', 7)), text }));
  }

  /** The same, read, and held against the version's hash: whoever has come to the end has exactly that version. @throws AppError VERSION_DAMAGED */
  async *checkedRows(): AsyncGenerator<readonly Stored[]> {
    const check = new ContentCheck(this.head);
    for await (const page of this.rows()) {
      const rows = this.#unlessDamaged(() => page.map(rowOf));
      for (const row of rows) check.add(row);
      yield rows;
    }
    if (!check.isRight(await this.whole())) throw damaged(this.path, new Error("its content does not have its hash"));
  }

  /** Lines from the one with that index on. */
  async *#lines(first: number): AsyncGenerator<readonly string[]> {
    let toSkip = first;
    try {
      for await (const lines of linesOf(this.path)) {
        const wanted = lines.slice(toSkip);
        toSkip -= Math.min(toSkip, lines.length);
        if (wanted.length > 0) yield wanted;
      }
    } catch (cause) {
      throw cause instanceof AppError ? cause : damaged(this.path, cause);
    }
  }

  #unlessDamaged<Value>(read: () => Value): Value {
    try {
      return read();
    } catch (cause) {
      throw damaged(this.path, cause);
    }
  }
}

const nameOf = (path: string): string => path.slice(path.search(/[^/\\]*$/));

function damaged(path: string, cause: unknown): AppError {
  const why = `The file ${nameOf(path)} is damaged: put a copy of it back in the folder versions, or remove it`;
  return new AppError("VERSION_DAMAGED", why, { cause });
}

/** The lines of a compressed file, some at a time. */
export async function* linesOf(path: string): AsyncGenerator<readonly string[], undefined> {
  const text = createGunzip();
  // Whoever stops reading closes the file, too.
  const read = pipeline(createReadStream(path), text);
  read.catch(() => undefined); // whoever reads hears of it
  text.setEncoding("utf8");
  let rest = "";
  for await (const chunk of text) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    if (lines.length > 0) yield lines;
  }
  if (rest !== "") yield [rest];
}
