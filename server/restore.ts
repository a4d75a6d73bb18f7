/** `npm run restore -- <file>`: brings back a backup, also while a server runs. */
import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { request } from "node:http";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "../model/errors.ts";
import { restoreHeader } from "../model/versions.ts";
import { progressOn } from "./dataset/progress.ts";
import { openArchive, openStore } from "./open-store.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";
import { type Restored, restore } from "./versions/restore.ts";

const usage = `Usage: npm run restore -- <file>

  <file>   what npm run backup has written, or one version's own file out of the folder versions`;

async function bringBack(path: string): Promise<Restored> {
  await access(path).catch((cause: unknown) => {
    throw new AppError("BACKUP_DAMAGED", `There is no file ${path} that this user may read`, { cause });
  });
  const settings = readSettings();
  try {
    const store = await openStore(settings, console.log);
    try {
      return await restore(store, openArchive(settings, console.error), path, { progress: progressOn(process.stdout) });
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof AppError && error.message.includes("in use by another process")) return handOver(path, settings);
    throw error;
  }
}

/** Lets the server that has the database bring it back. */
function handOver(path: string, { ADMIN_TOKEN: token, PORT, HOST, BASE_PATH }: Settings): Promise<Restored> {
  if (token === undefined || PORT === 0) {
    const how = "stop it first, or set ADMIN_TOKEN and PORT for both, so that this command can hand the file to it";
    throw new AppError("STORE_UNAVAILABLE", `A server has the database: ${how}. Nothing was changed`);
  }
  const host = ["0.0.0.0", "::"].includes(HOST) ? "127.0.0.1" : HOST;
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/octet-stream",
    [restoreHeader]: basename(path).replace(/[^\w.-]/g, "-"),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ host, port: PORT, path: `${BASE_PATH}/api/restore`, method: "POST", headers }, (reply) => {
      let text = "";
      reply.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      reply.once("end", () => {
        const { detail = "", code, ...restored } = JSON.parse(text) as Restored & { detail?: string; code?: string };
        if (reply.statusCode === 200) resolve(restored);
        else reject(new AppError("STORE_UNAVAILABLE", `The server that has the database says: ${code}: ${detail}`));
      });
    });
    sent.once("error", (cause) => {
      const why = `A server has the database, but none answers at ${host}:${PORT}: ${cause.message}. Nothing was changed`;
      reject(new AppError("STORE_UNAVAILABLE", why, { cause }));
    });
    createReadStream(path).pipe(sent);
  });
}

try {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new TypeError("one file is expected");
  const { version, hash, hasChanged } = await bringBack(path);
  console.log(`${hasChanged ? "The graph is now" : "Nothing to do: the graph stays"} version ${version}`);
  console.log(`Read back, it has the hash ${hash}, as the backup says`);
} catch (error) {
  if (error instanceof TypeError && !("cause" in error)) console.error(`${error.message}\n\n${usage}`);
  else if (error instanceof SettingsError || error instanceof AppError) console.error(error.message);
  else console.error(error);
  process.exitCode = error instanceof AppError ? 1 : 2;
}
