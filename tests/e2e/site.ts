import { join } from "node:path";
import type { Locator } from "playwright-core";
import { generate, type Size } from "../../bench/generate.ts";
import type { Dataset } from "../../model/dataset.ts";
import { kindOf } from "../../model/graph.ts";
import { linkKindNames, nodeKindNames } from "../../model/kinds.ts";
import type { AppOptions } from "../../server/app.ts";
import { loadDataset } from "../../server/dataset/load-dataset.ts";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import { appOn, folder, loadSeed, projectRoot } from "../server/app.ts";

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

/** The same with a made data set of some size. */
export async function openMadeSite(size: Size): Promise<Site> {
  const store = await openGrafeo(":memory:");
  const { sources, nodes, links, synonyms } = generate(size);
  await loadDataset(store, folder({ "sources.json": sources, "synonyms.json": synonyms, ...filesOf(nodes, links) }));
  const app = await appOn(store, { webRoot });
  return { address: await app.listen({ port: 0, host: "127.0.0.1" }), close: () => app.close() };
}

const filesOf = (nodes: Dataset["nodes"], links: Dataset["links"]) => ({
  ...Object.fromEntries(nodeKindNames.map((kind) => [`nodes/${kind}.json`, nodes.filter(({ id }) => kindOf(id) === kind)])),
  ...Object.fromEntries(
    linkKindNames.map((kind) => [
      `links/${kind.toLowerCase().replaceAll("_", "-")}.json`,
      links.filter((link) => link.kind === kind),
    ]),
  ),
});

/** What an element shows to whoever looks at it. */
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden does not count here
export const textOf = (locator: Locator): Promise<string> => locator.innerText();
