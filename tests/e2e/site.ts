import { join } from "node:path";
import type { Locator } from "playwright-core";
import type { AppOptions } from "../../server/app.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import { appOn, loadSeed, projectRoot } from "../server/app.ts";

/** The whole product with its own data, on a free port. */
export interface Site {
  readonly address: string;
  close(): Promise<void>;
}

/** The web part as people get it, which tests/real/built.ts has built. */
export const webRoot = join(projectRoot, "dist", "web");

/** Opens a graph in memory with the seed in it, and serves it and the web part. */
export async function openSite(options: Partial<AppOptions> = {}): Promise<Site> {
  const store = await openGrafeo(":memory:");
  await loadSeed(store);
  const app = await appOn(store, { webRoot, ...options });
  return { address: await app.listen({ port: 0, host: "127.0.0.1" }), close: () => app.close() };
}

/** What an element shows to whoever looks at it. */
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden does not count here
export const textOf = (locator: Locator): Promise<string> => locator.innerText();
