import { basename } from "node:path";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { AppError } from "../../model/errors.ts";
import { type LinkId, linkEnds } from "../../model/graph.ts";
import { VersionName } from "../../model/versions.ts";
import type { Archive } from "../archive/archive.ts";
import type { Stored } from "../archive/content-hash.ts";
import { sectionOf, VersionFile } from "../archive/version-file.ts";
import { type ChangeOptions, makeVersion } from "../dataset/change.ts";
import { type Content, contentOf, hashOf } from "../dataset/content.ts";
import { planContent } from "../dataset/plan.ts";
import { datasetOf } from "../dataset/state.ts";
import type { StoredLink } from "../dataset/stored-form.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { BackupHead, headName, versionsFolder } from "./backup.ts";

/** What a restore has done. */
export interface Restored {
  /** The version that the graph is in now. */
  readonly version: string;
  /** Its content's hash, read back from the database. */
  readonly hash: string;
  /** False when the graph held exactly this already. */
  readonly hasChanged: boolean;
}

/**
 * Brings back a backup: every version in it into the archive, and the present one of then into the graph, in one write. Or one
 * version's file alone. Each is held against its hash before anything is written, and the graph after.
 *
 * The version keeps its name when its number is above that of the graph; otherwise it becomes the next number, with the same hash.
 *
 * @throws AppError BACKUP_DAMAGED, DATASET_CHANGED
 */
export async function restore(
  store: GraphStore,
  archive: Archive,
  path: string,
  options: Omit<ChangeOptions, "archive"> = {},
): Promise<Restored> {
  const file = path.endsWith(".gz") ? await VersionFile.open(path) : await unpack(archive, path);
  const wanted = await contentOfFile(file);
  const { number, hash } = file.head;
  const plan = await makeVersion(store, (there) => planContent(wanted, there, { replace: true, number }), {
    made: { how: "restore" },
    ...options,
    archive,
  });
  const restored = await inTurns(hashOf(await contentOf(store, await datasetOf(store))));
  if (restored !== hash)
    throw new AppError("DATASET_CHANGED", "The graph does not hold what the backup holds: somebody has changed it meanwhile");
  return { version: plan.version, hash, hasChanged: plan.statements.length > 0 };
}

/** Puts every version of a backup into the archive, and gives the one that was the present one. */
async function unpack(archive: Archive, path: string): Promise<VersionFile> {
  const name = basename(path);
  let zip: ZipFile;
  try {
    zip = await openZip(path, { lazyEntries: true, autoClose: false });
  } catch (cause) {
    throw damaged(name, cause);
  }
  try {
    let present: string | undefined;
    for await (const { entry, bytes } of entriesOf(zip)) {
      const version = versionIn(entry.fileName);
      if (entry.fileName === headName) present = BackupHead.parse(JSON.parse(await textOf(bytes))).present;
      else if (version) await archive.take(version, bytes);
      else bytes.resume();
    }
    if (present === undefined) throw new Error(`${headName} is not in it`);
    return await archive.find(present);
  } catch (cause) {
    throw cause instanceof AppError && cause.code === "STORE_UNAVAILABLE" ? cause : damaged(name, cause);
  } finally {
    zip.close();
  }
}

const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

/** The files of an archive, one after the other. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<{ readonly entry: Entry; readonly bytes: Readable }> {
  const openStream = promisify<Entry, Readable>(zip.openReadStream.bind(zip));
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      zip
        .once("entry", resolve)
        .once("end", () => resolve(undefined))
        .once("error", reject);
      zip.readEntry();
    });
    zip.removeAllListeners();
    if (!entry) return;
    yield { entry, bytes: await openStream(entry) };
  }
}

/** No more of a backup's first file is read. */
const longestHead = 10_000;

async function textOf(bytes: Readable): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of bytes) {
    length += (part as Buffer).length;
    if (length > longestHead) throw new Error(`${headName} is too long`);
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString();
}

function versionIn(name: string): string | undefined {
  if (!name.startsWith(versionsFolder)) return undefined;
  return VersionName.safeParse(name.slice(versionsFolder.length).replace(/\.jsonl\.gz$/, "")).data;
}

function damaged(name: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new AppError("BACKUP_DAMAGED", `${name} is no backup, or it is damaged: ${why}. The graph is as it was`, { cause });
}

/** All that a version's file holds, held against its hash. */
async function contentOfFile(file: VersionFile): Promise<Content> {
  const sources = new Map<string, Stored>();
  const nodes = new Map<string, Stored>();
  const links = new Map<string, StoredLink>();
  for await (const page of file.checkedRows())
    for (const row of page) {
      const id = String(row.id);
      const section = sectionOf(id);
      if (section === "links") links.set(id, { ...linkEnds(id as LinkId), properties: row });
      else (section === "nodes" ? nodes : sources).set(id, row);
    }
  return { sources, nodes, links, ...(await file.whole()) };
}
