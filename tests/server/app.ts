import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions } from "fastify";
import { type AppOptions, createApp } from "../../server/app.ts";
import { Archive } from "../../server/archive/archive.ts";
import { filesIn, loadDataset } from "../../server/dataset/load-dataset.ts";
import type { GraphStore } from "../../server/store/store.ts";
import { backstop } from "../real/backstop.ts";

export const projectRoot = join(import.meta.dirname, "..", "..");

/** Nothing is written to it unless somebody asks for versions. */
export const emptyArchive = () =>
  new Archive({ folder: join(tmpdir(), `overlap-test-versions-${randomUUID()}`), most: 100, say: () => {} });

/** An app on `store`, silent, with the limits that a person would hardly reach. */
export const appOn = (store: GraphStore, options: Partial<AppOptions> = {}): Promise<FastifyInstance> =>
  createApp({
    store,
    archive: emptyArchive(),
    webRoot: join(projectRoot, "no-web-part"),
    logLevel: "silent",
    rateLimit: 0,
    client: { atOnce: 64, perMinute: 0 },
    overload: { delay: 0, memory: 0 },
    corsOrigins: [],
    frameOrigins: [],
    trustProxy: false,
    basePath: "",
    tokens: { adminToken: undefined, localToken: undefined },
    publication: { licence: "Apache-2.0" },
    patterns: { timeout: backstop, rows: 1_000, atOnce: 2 },
    ...options,
  });

/** Lets it listen at a port that is free. @returns its address */
export async function listening(app: FastifyInstance): Promise<string> {
  await app.listen({ port: 0, host: "127.0.0.1" });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

/** Loads the project's own data set. */
export async function loadSeed(store: GraphStore): Promise<void> {
  await loadDataset(store, await filesIn(join(projectRoot, "seed")));
}

/** What a request answers: its status and its JSON. */
export async function ask(app: FastifyInstance, request: string | InjectOptions): Promise<[number, unknown]> {
  const { statusCode, body } = await app.inject(request);
  return [statusCode, JSON.parse(body)];
}

/** A data set in memory, in the form of a folder: what each file holds, by its name. */
export const folder = (files: Readonly<Record<string, unknown>>): Map<string, Uint8Array> =>
  new Map(
    Object.entries(files).map(([name, content]) => [
      name,
      new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content, null, 2)),
    ]),
  );
