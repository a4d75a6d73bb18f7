import type { z } from "zod";
import { AppError } from "../../model/errors.ts";
import type { Link, NodeId, Source, SourceId } from "../../model/graph.ts";
import type { NodeKind } from "../../model/kinds.ts";
import { type GraphIndex, indexGraph, type LinkOf } from "../analysis/graph/graph-index.ts";
import type { InstitutionIndex, LinkIndex, NodeIndex } from "../analysis/graph/indices.ts";
import { institutionsTiedTo, profilesInSteps } from "../analysis/profile/profiles.ts";
import type { Profiles } from "../analysis/profile/types.ts";
import { packed } from "../cache/packed-json.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { Recent } from "../cache/recent.ts";
import { versionOf } from "../cache/version.ts";
import { profileLinks, profileNodes } from "../queries/profiles.ts";
import { notFound, sourcesOf, wholeGraph } from "../queries/reads.ts";
import { LinkRow } from "../queries/rows.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";

/** All that the analyses of peers and opportunities need of the graph, as it was at one version of the data set. */
export interface Snapshot {
  readonly graph: GraphIndex;
  readonly profiles: Profiles;
  readonly linkOf: LinkOf;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly datasetVersion: string;
}

/** The graph's present state, read once for each version: every request reads the version and nothing else. */
export const snapshotOf = cachedPerVersion(readSnapshot);

async function readSnapshot(store: GraphStore): Promise<Snapshot> {
  // One after the other, and only what is needed later is held on to: side by side they take half as much memory again.
  const datasetVersion = await versionOf(store);
  const sources = await sourcesOf(store);
  const nodes = (await store.read(profileNodes, {}, wholeGraph)).map(indexedNode);
  const links = await store.read(profileLinks, {}, wholeGraph);
  const graph = indexGraph(nodes, links.map(indexedLink));
  const stored = packed(links.map(({ link }) => link));
  return {
    graph,
    profiles: await inTurns(profilesInSteps(graph)),
    linkOf: linksOf(graph, stored),
    sources: new Map(sources.map((source) => [source.id, source])),
    datasetVersion,
  };
}

function indexedNode({ properties, ...node }: z.output<typeof profileNodes.row>) {
  const { until, year, sector, website, type, city } = properties;
  const lastYear = until ?? year;
  return {
    ...node,
    ...(lastYear !== undefined && { lastYear }),
    ...(sector !== undefined && { sector }),
    ...(website !== undefined && { website }),
    ...(type !== undefined && { type }),
    ...(city !== undefined && { city }),
  };
}

const indexedLink = ({ from, linkKind, to, link }: z.output<typeof profileLinks.row>) => ({
  from,
  kind: linkKind,
  to,
  derived: link.basis !== "stated",
  contested: link.contested,
  ...(link.until !== undefined && { lastYear: link.until }),
});

/** So many links that answers showed are cached in full. */
const mostLinks = 50_000;

/** Links in full, each read from its bytes when it is asked for. */
function linksOf(graph: GraphIndex, stored: (position: number) => unknown): LinkOf {
  const recent = new Recent<LinkIndex, Link>({ most: mostLinks });
  return (link) => recent.getOrMake(link, () => LinkRow.parse({ link: stored(graph.given(link)) }));
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
