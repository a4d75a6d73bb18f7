import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Locator } from "playwright-core";
import { openEmbedded } from "../../server/store/grafeo/store.ts";
import { appOn, loadSeed, projectRoot } from "../server/app.ts";

/** The whole product with its own data, on a free port. */
export interface Site {
  readonly address: string;
  close(): Promise<void>;
}

/** Builds the web part as people get it, into a folder of its own. */
export async function buildWeb(): Promise<string> {
  const webRoot = await mkdtemp(join(tmpdir(), "overlap-web-"));
  const vite = join(projectRoot, "node_modules", "vite", "bin", "vite.js");
  const options = ["--config", "web/vite.config.ts", "--outDir", webRoot, "--emptyOutDir", "--logLevel", "error"];
  // In a process of its own: the tests run with another NODE_ENV, which makes another build.
  await promisify(execFile)(process.execPath, [vite, "build", ...options], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, NODE_ENV: "production" },
  });
  return webRoot;
}

/** Builds the web part, opens a graph in memory with the seed in it, and serves both. */
export async function openSite(): Promise<Site> {
  const webRoot = await buildWeb();
  const store = await openEmbedded(":memory:");
  await loadSeed(store);
  const app = await appOn(store, { webRoot });
  return {
    address: await app.listen({ port: 0, host: "127.0.0.1" }),
    close: async () => {
      await app.close();
      await rm(webRoot, { recursive: true, force: true });
    },
  };
}

/** What an element shows to whoever looks at it. */
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden does not count here
export const textOf = (locator: Locator): Promise<string> => locator.innerText();
