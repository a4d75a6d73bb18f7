/** `npm run backup [-- <file>]`: all dataset versions that are kept, in one file, also while a server runs. */
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { AppError } from "../model/errors.ts";
import { versionOf } from "./cache/version.ts";
import { keepPresent } from "./dataset/keep-present.ts";
import { openArchive, openStore } from "./open-store.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";
import { backupOf } from "./versions/backup.ts";

const usage = `Usage: npm run backup [-- <file>]

  <file>   where it is to be written; without it, overlap-backup-<version>-<day>.zip in this folder`;

/** The version that the graph is in, which is kept from now on. While a server has the embedded database, that server keeps it. */
async function present(settings: Settings): Promise<string> {
  const archive = openArchive(settings, console.error);
  try {
    const store = await openStore(settings, console.log);
    try {
      await keepPresent(store, archive);
      return await versionOf(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    const [latest] = await archive.list();
    const isInUse = error instanceof AppError && error.message.includes("in use by another process");
    if (!isInUse || !latest) throw error;
    return latest.version;
  }
}

async function backup(path: string | undefined): Promise<void> {
  const settings = readSettings();
  const version = await present(settings);
  const { name, bytes } = await backupOf(openArchive(settings, console.error), version);
  const target = path ?? name;
  const unfinished = `${target}.part`;
  try {
    await pipeline(bytes, createWriteStream(unfinished, { mode: 0o600, flush: true }));
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  console.log(`${target}: version ${version}, and all others that are kept`);
}

try {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  if (positionals.length > 1) throw new TypeError("one file is expected");
  await backup(positionals[0]);
} catch (error) {
  if (error instanceof TypeError && !("cause" in error)) console.error(`${error.message}\n\n${usage}`);
  else if (error instanceof SettingsError || error instanceof AppError) console.error(error.message);
  else console.error(error);
  process.exitCode = error instanceof AppError ? 1 : 2;
}
