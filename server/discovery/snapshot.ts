import type { z } from "zod";
import { AppError } from "../../model/errors.ts";
import type { Link, NodeId, Source, SourceId } from "../../model/graph.ts";
import { type FactGraph, factGraph, type LinkOf, nodeAt } from "../analysis/graph/graph-index.ts";
import { certaintyOf, factsKnown, knownOf } from "../analysis/profile/certainty.ts";
import { type Profiles, profilesOf, tiesTo } from "../analysis/profile/profiles.ts";
import { namesOf } from "../analysis/wording/sentences.ts";
import { packed } from "../cache/packed-json.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { Recent } from "../cache/recent.ts";
import { versionOf } from "../cache/version.ts";
import { profileLinks, profileNodes } from "../queries/profiles.ts";
import { notFound, sourcesOf, wholeGraph } from "../queries/reads.ts";
import { LinkRow } from "../queries/rows.ts";
import type { GraphStore } from "../store/store.ts";

/** All that the analyses of peers and opportunities need of the graph. */
export interface Facts {
  readonly graph: FactGraph;
  readonly profiles: Profiles;
  readonly linkOf: LinkOf;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly datasetVersion: string;
}

/** The facts of the graph's present state, read once for each state: every request reads the version and nothing else. */
export const factsOf = cachedPerVersion(readFacts);

async function readFacts(store: GraphStore): Promise<Facts> {
  // One after the other, and only what is needed later is held on to: side by side they take half as much memory again.
  const datasetVersion = await versionOf(store);
  const sources = await sourcesOf(store);
  const nodes = (await store.read(profileNodes, {}, wholeGraph)).map(asNode);
  const links = await store.read(profileLinks, {}, wholeGraph);
  const graph = factGraph(nodes, links.map(asLink));
  const stored = packed(links.map(({ link }) => link));
  const cachedLinks = new Recent<number, Link>({ most: mostLinksCached });
  return {
    graph,
    profiles: profilesOf(graph),
    linkOf: (link) => cachedLinks.getOrMake(link, () => LinkRow.parse({ link: stored(graph.given(link)) })),
    sources: new Map(sources.map((source) => [source.id, source])),
    datasetVersion,
  };
}

function asNode({ properties, ...node }: z.output<typeof profileNodes.row>) {
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

const asLink = ({ from, linkKind, to, link }: z.output<typeof profileLinks.row>) => ({
  from,
  kind: linkKind,
  to,
  derived: link.basis !== "stated",
  contested: link.contested,
  ...(link.until !== undefined && { lastYear: link.until }),
});

/** Links that answers showed are cached in full, up to so many. */
const mostLinksCached = 50_000;

/** Every source that some links rest on, each once, by id. */
export function sourcesFor({ sources }: Facts, links: readonly Link[]): Source[] {
  const ids = new Set<SourceId>();
  for (const { evidence } of links) for (const { source } of evidence) ids.add(source);
  return [...ids].sort().flatMap((id) => sources.get(id) ?? []);
}

/** The place of an institution among the profiles. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST when it is something else */
export function institutionAt({ profiles, graph }: Facts, id: NodeId, field: string): number {
  const place = graph.placeOf.get(id);
  if (place === undefined) throw notFound([id]);
  const at = profiles.institutions.indexOf(place);
  if (at >= 0) return at;
  const why = `${id} is a ${nodeAt(graph, place).kind}, not an institution`;
  throw new AppError("INVALID_REQUEST", why, { fields: [{ field, why }] });
}

/** How sure something about two institutions is, in words too. */
export const certaintyBetween = ({ profiles }: Facts, one: number, other: number) => {
  const known = (institution: number) => ({
    name: namesOf(profiles, profiles.institutions[institution] ?? 0),
    known: knownOf(profiles, institution),
    facts: factsKnown(profiles, institution),
  });
  return certaintyOf(known(one), known(other));
};

/** The place of a node of a kind. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export function placeOf({ graph }: Facts, id: NodeId, kind: string, field: string): number {
  const place = graph.placeOf.get(id);
  if (place === undefined) throw notFound([id]);
  const why = `${id} is a ${nodeAt(graph, place).kind}, not a ${kind}`;
  if (nodeAt(graph, place).kind !== kind) throw new AppError("INVALID_REQUEST", why, { fields: [{ field, why }] });
  return place;
}

/** The institutions that take part in a network. */
export function membersOf({ profiles }: Pick<Facts, "profiles">, network: number): number[] {
  const item = profiles.items.at("networks", network);
  return item === undefined ? [] : [...tiesTo(profiles, item)].map((tie) => profiles.ties.institution[tie] ?? -1);
}
