import type { Archive } from "../archive/archive.ts";
import type { Stored } from "../archive/content-hash.ts";
import { recentVersionOf } from "../cache/version.ts";
import { datasetHash, everySource, storedLinksFrom, storedNodes } from "../queries/dataset.ts";
import { graphSize } from "../queries/explore.ts";
import { idsInOrder, inOrderOfLinks, inPages, wholeGraph } from "../queries/reads.ts";
import { type GraphStore, noVersion } from "../store/store.ts";
import { datasetOf } from "./state.ts";

/** So many nodes are read at a time, so that others have their turns. */
const nodesInPage = 500;

/**
 * Keeps the version that the graph is in, unless it is kept: somebody else may have made it, on another machine, with an earlier Overlap,
 * or in the moment before its process was ended. What was changed in the database by hand is said, and not kept.
 */
export async function keepPresent(store: GraphStore, archive: Archive): Promise<void> {
  const { number, version, synonyms } = await datasetOf(store);
  if (version === noVersion || (await archive.has(version))) return;
  const [state] = await store.read(datasetHash, {});
  if (!state) return;
  const sizes = await store.read(graphSize, {}, wholeGraph);
  const sizeOf = (asked: string) => sizes.find(({ what }) => what === asked)?.count ?? 0;
  const sources = (await store.read(everySource, {}, wholeGraph)).map(({ properties }) => properties).sort(byId);
  const counts = { sources: sources.length, nodes: sizeOf("nodes"), links: sizeOf("links") };
  await archive.add({ number, version, hash: state.hash, counts }, { synonyms }, pagesOf(store, sources));
}

/** Milliseconds until it is tried again to keep a version that could not be kept. */
const triesAgain = 60_000;

/** The same for whoever asks often: a version is tried once a minute at most, and whoever asks meanwhile waits for that. */
export function presentKeeper(store: GraphStore, archive: Archive): () => Promise<void> {
  let last = { version: "", at: 0, done: Promise.resolve() };
  return async () => {
    const version = await recentVersionOf(store);
    if (version !== last.version || performance.now() - last.at > triesAgain)
      last = { version, at: performance.now(), done: keepPresent(store, archive) };
    return last.done;
  };
}

const byId = (one: Stored, other: Stored) => (String(one.id) < String(other.id) ? -1 : 1);

async function* pagesOf(store: GraphStore, sources: readonly Stored[]): AsyncGenerator<readonly Stored[]> {
  yield sources;
  const ids = await idsInOrder(store);
  const read = async (query: typeof storedNodes | typeof storedLinksFrom, page: readonly string[]) =>
    (await store.read<{ ids: readonly string[] }, { properties: Stored }>(query, { ids: page }, wholeGraph))
      .map(({ properties }) => properties)
      .sort(byId);
  for (const page of inPages(ids, nodesInPage)) yield read(storedNodes, page);
  for (const page of inPages(inOrderOfLinks(ids), nodesInPage)) yield read(storedLinksFrom, page);
}
