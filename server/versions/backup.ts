import { createReadStream, type ReadStream } from "node:fs";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { z } from "zod";
import { AppError } from "../../model/errors.ts";
import { VersionName } from "../../model/versions.ts";
import type { Archive } from "../archive/archive.ts";

/** What a backup says of itself, in its first file. */
export const BackupHead = z.object({
  form: z.literal(1),
  /** The version that the graph was in. */
  present: VersionName,
  madeAt: z.iso.datetime(),
});
export const headName = "backup.json";
/** Where the versions lie in a backup. */
export const versionsFolder = "versions/";

/** A backup as it is read: an archive in which the present version comes first, and then all others that are kept. */
export interface Backup {
  readonly name: string;
  readonly bytes: Readable;
}

/**
 * All dataset versions that are kept, in one file. The database itself is not asked for anything: each version is there since the
 * moment that it was made, whatever goes on meanwhile.
 *
 * @throws AppError VERSION_NOT_FOUND when the present version is not among them
 */
export async function backupOf(archive: Archive, present: string): Promise<Backup> {
  const files = (await archive.list()).flatMap(({ file }) => file ?? []);
  const first = files.find(({ head }) => head.version === present);
  if (!first) {
    const why = `Version ${present}, which the graph is in, could not be kept, so there is nothing whole to take along. The log says why`;
    throw new AppError("VERSION_NOT_FOUND", why);
  }
  const zip = new ZipFile();
  const madeAt = new Date().toISOString();
  const head: z.output<typeof BackupHead> = { form: 1, present, madeAt };
  zip.addBuffer(Buffer.from(`${JSON.stringify(head)}\n`), headName);
  const opened = new Set<ReadStream>();
  zip.on("error", (error) => zip.outputStream.emit("error", error));
  // They are compressed already.
  for (const { path } of [first, ...files.filter((file) => file !== first)])
    zip.addReadStreamLazy(`${versionsFolder}${basename(path)}`, { compress: false }, (give) => {
      const stream = createReadStream(path);
      opened.add(stream.once("error", (error) => zip.outputStream.emit("error", error)));
      give(null, stream);
    });
  zip.end();
  const bytes = zip.outputStream as Readable;
  bytes.once("close", () => {
    for (const stream of opened) stream.destroy();
  });
  return { name: `overlap-backup-${present}-${madeAt.slice(0, 10)}.zip`, bytes };
}
