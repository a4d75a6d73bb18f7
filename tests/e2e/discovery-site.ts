import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { build } from "vite";
import { openEmbedded } from "../../server/graph/embedded.ts";
import { appOn, loadSeed, projectRoot } from "../api/app.ts";

/** The whole product with its own data, on a free port. */
export interface Site {
  readonly address: string;
  close(): Promise<void>;
}

/** Builds the web part, opens a graph in memory with the seed in it, and serves both. */
export async function openSite(): Promise<Site> {
  const webRoot = await mkdtemp(join(tmpdir(), "overlap-web-"));
  const configFile = join(projectRoot, "web", "vite.config.ts");
  await build({ configFile, logLevel: "error", build: { outDir: webRoot, emptyOutDir: true } });
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
