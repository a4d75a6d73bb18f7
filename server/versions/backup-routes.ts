import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { FastifyInstance } from "fastify";
import { backupRoute, restoreHeader, restoreRoute } from "../../model/versions.ts";
import type { Archive } from "../archive/archive.ts";
import { versionOf } from "../cache/version.ts";
import { keepPresent } from "../dataset/keep-present.ts";
import { serve } from "../http/serve.ts";
import { serveFile } from "../http/serve-file.ts";
import type { GraphStore } from "../store/store.ts";
import { backupOf } from "./backup.ts";
import { restore } from "./restore.ts";

/** Taking all versions along, and bringing them back, while the server runs. */
export function serveBackups(app: FastifyInstance, store: GraphStore, archive: Archive): void {
  serveFile(app, backupRoute, "Versions", async () => {
    await keepPresent(store, archive);
    return { ...(await backupOf(archive, await versionOf(store))), media: "application/zip" };
  });
  // Its bytes go to a file as they come: they may be many, and are nothing to be held against a shape.
  app.addContentTypeParser("application/octet-stream", (_request, _bytes, done) => done(null, undefined));
  serve(app, restoreRoute, "Versions", async ({ reply: { request }, signal, actor: { role, initials } }) => {
    const isVersion = String(request.headers[restoreHeader] ?? "").endsWith(".gz");
    const path = join(tmpdir(), `overlap-restore-${randomUUID()}${isVersion ? ".jsonl.gz" : ".zip"}`);
    try {
      await pipeline(request.raw, createWriteStream(path, { mode: 0o600 }), { signal });
      return await restore(store, archive, path, { made: { how: "restore", by: { role, initials } } });
    } finally {
      await rm(path, { force: true });
    }
  });
}
