import { AppError } from "../../model/errors.ts";
import type { Link, NodeId, Source, SourceId } from "../../model/graph.ts";
import type { NodeKind } from "../../model/kinds.ts";
import type { GraphIndex, LinkOf } from "../analysis/graph/graph-index.ts";
import { type InstitutionIndex, type LinkIndex, type NodeIndex, outOfRange } from "../analysis/graph/indices.ts";
import { institutionsTiedTo, profilesInSteps } from "../analysis/profile/profiles.ts";
import type { Profiles } from "../analysis/profile/types.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { Recent } from "../cache/recent.ts";
import { ofOneVersion, versionChanged } from "../cache/version.ts";
import { linksOfNodes } from "../queries/profiles.ts";
import { notFound, sourcesOf } from "../queries/reads.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { readGraph } from "./read-graph.ts";

/** All that the analyses of peers and opportunities need of the graph, as it was at one version of the data set. */
export interface Snapshot {
  readonly graph: GraphIndex;
  readonly profiles: Profiles;
  /**
   * Reads some links in full; the function that it gives knows of these only.
   * @throws AppError STORE_UNAVAILABLE when the graph is in another state by now
   */
  readonly linksInFull: (links: Iterable<LinkIndex>) => Promise<LinkOf>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly datasetVersion: string;
}

/** The graph's present state, read once for each version: what a request reads beside it are the links that its answer shows. */
export const snapshotOf = cachedPerVersion(readSnapshot);

async function readSnapshot(store: GraphStore): Promise<Snapshot> {
  const { graph, sources, datasetVersion } = await ofOneVersion(store, async (datasetVersion) => ({
    graph: await readGraph(store),
    sources: await sourcesOf(store),
    datasetVersion,
  }));
  return {
    graph,
    profiles: await inTurns(profilesInSteps(graph)),
    linksInFull: linksReader(store, graph),
    sources: new Map(sources.map((source) => [source.id, source])),
    datasetVersion,
  };
}

/** So many links that answers showed are held in full. */
const mostLinks = 5_000;
/** The links of so many nodes are read at a time: taking in those of thousands would keep others waiting. */
const nodesAtOnce = 200;

/** Links are read when they are shown: held in full, 400,000 of them take several times the memory of all else together. */
function linksReader(store: GraphStore, graph: GraphIndex): Snapshot["linksInFull"] {
  const recent = new Recent<LinkIndex, Link>({ most: mostLinks });
  return async (links) => {
    const found = new Map<LinkIndex, Link>();
    const wanted = new Map<NodeIndex, LinkIndex[]>();
    for (const link of new Set(links)) {
      const known = recent.get(link);
      const from = graph.from.at(link);
      const ofNode = wanted.get(from);
      if (known) found.set(link, known);
      else if (ofNode) ofNode.push(link);
      else wanted.set(from, [link]);
    }
    const nodes = [...wanted];
    for (let first = 0; first < nodes.length; first += nodesAtOnce) {
      for (const [link, whole] of await readLinks(store, graph, nodes.slice(first, first + nodesAtOnce))) {
        found.set(link, whole);
        recent.set(link, whole);
      }
    }
    return (link) => found.get(link) ?? outOfRange(link, found.size);
  };
}

/** @param wanted some links of each node that they lead from */
async function readLinks(
  store: GraphStore,
  graph: GraphIndex,
  wanted: readonly (readonly [NodeIndex, readonly LinkIndex[]])[],
): Promise<(readonly [LinkIndex, Link])[]> {
  const rows = await store.read(linksOfNodes, {
    wanted: wanted.map(([node, links]) => ({ from: graph.node(node).id, links: links.map((link) => graph.idOf(link)) })),
  });
  const byId = new Map(rows.map((link) => [link.id, link]));
  return wanted
    .flatMap(([, links]) => links)
    .map((link) => {
      const whole = byId.get(graph.idOf(link));
      if (whole) return [link, whole] as const;
      versionChanged(store);
      throw new AppError("STORE_UNAVAILABLE", "The data were replaced while this answer was made: ask again");
    });
}

/** Every source that some links rest on, each once, by id. */
export function sourcesFor({ sources }: Snapshot, links: readonly Link[]): Source[] {
  const ids = new Set<SourceId>();
  for (const { evidence } of links) for (const { source } of evidence) ids.add(source);
  return [...ids].sort().flatMap((id) => sources.get(id) ?? []);
}

/** The node of an id. @throws AppError NODE_NOT_FOUND */
export function nodeOf({ graph }: Snapshot, id: NodeId): NodeIndex {
  const node = graph.indexOf(id);
  if (node === undefined) throw notFound([id]);
  return node;
}

/** The node of an id, which must be of a kind. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST naming `field` */
export function nodeOfKind(snapshot: Snapshot, id: NodeId, kind: NodeKind, field: string): NodeIndex {
  const node = nodeOf(snapshot, id);
  const found = snapshot.graph.node(node).kind;
  if (found === kind) return node;
  throw notOfKind(`${id} is a ${found}, not ${kind === "institution" ? "an" : "a"} ${kind}`, field);
}

const notOfKind = (why: string, field: string) => new AppError("INVALID_REQUEST", why, { fields: [{ field, why }] });

/** The institution of an id. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST naming `field` when it is something else */
export function institutionAt(snapshot: Snapshot, id: NodeId, field: string): InstitutionIndex {
  const institution = snapshot.profiles.institutions.rowOf(nodeOfKind(snapshot, id, "institution", field));
  if (institution === undefined) throw new RangeError(`${id} is an institution without a profile`);
  return institution;
}

/** The institutions that take part in a network. */
export const membersOf = ({ profiles }: Pick<Snapshot, "profiles">, network: NodeIndex): InstitutionIndex[] =>
  institutionsTiedTo(profiles, "networks", network);
