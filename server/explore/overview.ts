import { AppError } from "../../model/errors.ts";
import type { Health, Schema } from "../../model/explore.ts";
import { linkKindNames, linkKinds, nodeKindNames, nodeKinds } from "../../model/kinds.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { versionOf } from "../cache/version.ts";
import { graphSize, kindCounts, linkKindCounts } from "../queries/explore.ts";
import type { GraphStore } from "../store/store.ts";

/** How large the graph is: counted once for each state of it, since counting a large graph takes longer than asking how it does. */
const sizes = cachedPerVersion(async (store) => {
  const counts = await store.read(graphSize, {});
  const sizeOf = (what: "nodes" | "links") => counts.find((size) => size.what === what)?.count ?? 0;
  return { nodes: sizeOf("nodes"), links: sizeOf("links") };
});

/** Whether the graph can be read. Never throws: a store that is away is an answer too. */
export async function health(store: GraphStore): Promise<Health> {
  const { engine, version, reachable } = await store.health();
  const unavailable: Health = { status: "unavailable", engine, version, nodes: 0, links: 0, datasetVersion: "" };
  if (!reachable) return unavailable;
  try {
    return { status: "ok", engine, version, ...(await sizes(store)), datasetVersion: await versionOf(store) };
  } catch (error) {
    if (error instanceof AppError) return unavailable;
    throw error;
  }
}

/** Every kind of node and link with how many there are; kinds without any count 0. */
export const schema = cachedPerVersion(async (store): Promise<Schema> => {
  const [kinds, ends, datasetVersion] = await Promise.all([
    store.read(kindCounts, {}),
    store.read(linkKindCounts, {}),
    versionOf(store),
  ]);
  const countOf = (kind: string) => kinds.find((row) => row.kind === kind)?.count ?? 0;
  return {
    nodeKinds: nodeKindNames.map((kind) => {
      const { label, nl, en } = nodeKinds[kind];
      return { kind, label, name: { nl: nl.many, en: en.many }, count: countOf(kind) };
    }),
    linkKinds: linkKindNames.map((kind) => {
      const joined = ends.filter((row) => row.kind === kind).map(({ from, to, count }) => ({ from, to, count }));
      const { nl, en } = linkKinds[kind];
      return {
        kind,
        name: { nl: nl.out, en: en.out },
        count: joined.reduce((sum, { count }) => sum + count, 0),
        ends: joined.sort((a, b) => b.count - a.count || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1)),
      };
    }),
    sources: countOf("source"),
    datasetVersion,
  };
});
