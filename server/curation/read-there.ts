import type { NodeId } from "../../model/graph.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { versionOf } from "../cache/version.ts";
import { allSources } from "../queries/explore.ts";
import { idsInOrder, inPages, wholeGraph } from "../queries/reads.ts";
import type { WholeNode } from "../queries/rows.ts";
import { linksFrom, wholeNodes } from "../queries/whole.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import type { LinksThere } from "./preview/outcome.ts";
import { type There, thereIn } from "./preview/there.ts";

/** So many nodes are read at a time, so that others have their turns. */
const page = 500;

/** All items and sources, at one version. Read once for each state of the graph: an editor looks at a file several times. */
export const readThere = cachedPerVersion(async function read(store: GraphStore): Promise<{ version: string; there: There }> {
  const version = await versionOf(store);
  const ids = await idsInOrder(store);
  const nodes: WholeNode[] = [];
  for (const some of inPages(ids, page)) nodes.push(...(await store.read(wholeNodes, { ids: some }, wholeGraph)));
  const sources = await store.read(allSources, {}, wholeGraph);
  const there = await inTurns(thereIn(nodes, sources));
  // It is read in many parts: when another process wrote meanwhile, they are of two states.
  return (await versionOf(store)) === version ? { version, there } : read(store);
});

/** The links that lead from some items. */
export async function readLinks(store: GraphStore, ids: readonly NodeId[]): Promise<LinksThere> {
  const links = new Map();
  for (const some of inPages(ids, page))
    for (const link of await store.read(linksFrom, { ids: some }, wholeGraph)) links.set(link.id, link);
  return links;
}
