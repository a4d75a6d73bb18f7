import fc from "fast-check";
import { aspectNames, type Effect, effectNames } from "../../../model/discovery.ts";
import { kindOf, type Link, linkId, type NodeId } from "../../../model/graph.ts";
import { type LinkKind, linkKindNames, mayJoin } from "../../../model/kinds.ts";
import { indexGraph } from "../../../server/analysis/graph/graph-builder.ts";
import type { IndexedLink, IndexedNode, LinkOf } from "../../../server/analysis/graph/graph-index.ts";
import {
  Column,
  type FeatureIndex,
  type InstitutionIndex,
  type LinkIndex,
  type NodeIndex,
} from "../../../server/analysis/graph/indices.ts";
import { allAtOnce } from "../../../server/analysis/graph/steps.ts";
import { profilesInSteps } from "../../../server/analysis/profile/profiles.ts";
import type { Scoring } from "../../../server/analysis/profile/scoring.ts";
import type { Profiles, Rarity } from "../../../server/analysis/profile/types.ts";
import type { ReasonContext } from "../../../server/analysis/reasons/meeting.ts";

/** A graph before it is put in order. */
export interface Drawn {
  readonly nodes: readonly IndexedNode[];
  readonly links: readonly IndexedLink[];
}

const counts = {
  institution: 3,
  team: 2,
  question: 3,
  theme: 3,
  product: 2,
  space: 1,
  network: 1,
  activity: 1,
  outcome: 1,
  programme: 1,
};

export const node = (id: string, more: Partial<IndexedNode> = {}): IndexedNode => ({
  id: id as NodeId,
  kind: kindOf(id as NodeId),
  name: id,
  nameEn: id,
  contested: false,
  ...more,
});

export const link = (from: string, kind: LinkKind, to: string, more: Partial<IndexedLink> = {}): IndexedLink => ({
  from: from as NodeId,
  kind,
  to: to as NodeId,
  derived: false,
  contested: false,
  ...more,
});

const ids = Object.entries(counts).flatMap(([kind, count]) => Array.from({ length: count }, (_, at) => `${kind}:${kind}-${at}`));

/** How often each kind of link is drawn: those that tie institutions together are drawn most. */
const often: Partial<Record<LinkKind, number>> = {
  ASKS: 8,
  ABOUT: 8,
  BROADER: 3,
  PART_OF: 3,
  MADE: 3,
  HOSTS: 2,
  ADDRESSES: 2,
  PARTICIPATES_IN: 4,
};

const possible = linkKindNames.flatMap((kind) => {
  const ends = ids.flatMap((from) => ids.map((to) => ({ from, kind, to })));
  const may = ends.filter(({ from, to }) => from !== to && mayJoin(kind, kindOf(from as NodeId), kindOf(to as NodeId)));
  return may.length === 0 ? [] : new Array<typeof may>(often[kind] ?? 1).fill(may);
});

const year = fc.option(fc.integer({ min: 2005, max: 2025 }), { nil: undefined });

/** Without bias: fast-check likes small numbers, and would draw the same few links over and over. */
const anywhere = fc.noBias(fc.nat({ max: 1_000_000 }));
const rarely = fc.noBias(fc.nat({ max: 3 })).map((drawn) => drawn === 0);

/** Small graphs with every kind of link, also with themes above each other in a circle and institutions that merged. */
export const graphs: fc.Arbitrary<Drawn> = fc
  .record({
    links: fc.array(fc.record({ kind: anywhere, at: anywhere, derived: rarely, contested: rarely, lastYear: year }), {
      minLength: 25,
      maxLength: 80,
    }),
    years: fc.array(year, { minLength: ids.length, maxLength: ids.length }),
  })
  .map(({ links, years }) => {
    const drawn = links.flatMap(({ kind, at, derived, contested, lastYear }): IndexedLink[] => {
      const may = possible[kind % possible.length] ?? [];
      const ends = may[at % may.length];
      return ends
        ? [link(ends.from, ends.kind, ends.to, { derived, contested, ...(lastYear !== undefined && { lastYear }) })]
        : [];
    });
    return {
      nodes: ids.map((id, at) => node(id, years[at] === undefined ? {} : { lastYear: years[at] })),
      links: [...new Map(drawn.map((one) => [linkId(one.from, one.kind, one.to), one])).values()],
    };
  });

/** Institution `old` merged into `b`: its team asks what `a`, `c` and `d` ask. `c` is of another sector, and that of `d` is unknown. */
export const merged: Drawn = {
  nodes: [
    node("institution:a", { sector: "mbo" }),
    node("institution:b", { sector: "mbo" }),
    node("institution:c", { sector: "hbo / onderzoek" }),
    node("institution:d"),
    node("institution:old", { sector: "mbo" }),
    node("question:q"),
    node("team:t"),
  ],
  links: [
    link("institution:old", "PART_OF", "institution:b"),
    link("team:t", "PART_OF", "institution:old"),
    link("team:t", "ASKS", "question:q"),
    link("institution:a", "ASKS", "question:q"),
    link("institution:c", "ASKS", "question:q"),
    link("institution:d", "ASKS", "question:q"),
  ],
};

/** Three institutions that share one question by two and two, a theme and what is above it, and by two of them a network. */
export const three: Drawn = {
  nodes: [
    ...["a", "b", "c"].map((name) => node(`institution:${name}`, { name: name.toUpperCase(), nameEn: name.toUpperCase() })),
    ...["een", "twee", "drie"].map((name) => node(`question:${name}`, { name, nameEn: name })),
    node("theme:breed", { name: "Breed", nameEn: "Broad" }),
    node("theme:smal", { name: "Smal", nameEn: "Narrow" }),
    node("team:t"),
    node("network:n"),
  ],
  links: [
    link("institution:a", "ASKS", "question:een"),
    link("institution:b", "ASKS", "question:een", { derived: true }),
    link("team:t", "PART_OF", "institution:c"),
    link("team:t", "ASKS", "question:twee"),
    link("institution:a", "ASKS", "question:twee"),
    link("institution:a", "ASKS", "question:drie"),
    link("question:een", "ABOUT", "theme:smal"),
    link("question:twee", "ABOUT", "theme:breed"),
    link("theme:smal", "BROADER", "theme:breed"),
    link("institution:a", "PARTICIPATES_IN", "network:n"),
    link("institution:b", "PARTICIPATES_IN", "network:n"),
  ],
};

export const plain: Scoring = {
  ...(Object.fromEntries(aspectNames.map((aspect) => [aspect, 1])) as Omit<Scoring, "off">),
  off: [],
};

export const scorings: fc.Arbitrary<Scoring> = fc.record({
  ...(Object.fromEntries(
    aspectNames.map((aspect) => [aspect, fc.integer({ min: 0, max: 12 }).map((quarter) => quarter / 4)]),
  ) as Record<(typeof aspectNames)[number], fc.Arbitrary<number>>),
  off: fc.subarray([...effectNames] as Effect[]),
});

export const profilesFrom = ({ nodes, links }: Drawn): Profiles => allAtOnce(profilesInSteps(indexGraph(nodes, links)));

/** A link in full, with one source. */
export const fullLink = ({ from, kind, to, derived, contested }: IndexedLink): Link => ({
  id: linkId(from, kind, to),
  kind,
  from,
  to,
  basis: derived ? "derived" : "stated",
  contested,
  properties: {},
  evidence: [{ source: "source:page" as Link["evidence"][number]["source"], basis: derived ? "derived" : "stated" }],
});

/** All that reasons are made from; every link that backs something up is among them. */
export const contextOf = (drawn: Drawn, profiles = profilesFrom(drawn), scoring = plain): ReasonContext => ({
  profiles,
  scoring,
  rarity: profiles.rarity,
  backup: Number.POSITIVE_INFINITY,
});

/** How the links of a drawn graph are found in full. */
export function linkOfDrawn({ links }: Drawn, { graph }: Pick<Profiles, "graph">): LinkOf {
  const byId = new Map(links.map((one) => [linkId(one.from, one.kind, one.to), fullLink(one)]));
  return (link) => byId.get(graph.idOf(link)) as Link;
}

/** The id of a link of a drawn graph. */
export const idOfLink = ({ graph }: Pick<Profiles, "graph">, link: LinkIndex): string => graph.idOf(link);

/** The node of an id that is there. */
export function nodeIn({ graph }: Pick<Profiles, "graph">, id: string): NodeIndex {
  const found = graph.indexOf(id as NodeId);
  if (found === undefined) throw new Error(`No ${id}`);
  return found;
}

/** The institution of an id that is there. */
export function institutionIn(profiles: Profiles, id: string): InstitutionIndex {
  const found = profiles.institutions.rowOf(nodeIn(profiles, id));
  if (found === undefined) throw new Error(`No institution ${id}`);
  return found;
}

export const without = ({ nodes, links }: Drawn, gone: readonly string[]): Drawn => ({
  nodes,
  links: links.filter(({ from, kind, to }) => !gone.includes(linkId(from, kind, to))),
});

/**
 * The profiles of what is left, with what depends on all data held as it was: the newest year, by a node that no link leads to and
 * whose id comes last, so that the indices of nodes are as they were too, and how much each feature tells.
 */
export function held(before: Profiles, { nodes, links }: Drawn): { profiles: Profiles; rarity: Rarity } {
  const profiles = profilesFrom({ nodes: [...nodes, node("theme:zzzz", { lastYear: before.graph.newestYear })], links });
  const { features } = profiles;
  const asBefore = (column: Column<FeatureIndex>) =>
    new Column<FeatureIndex>(
      Float64Array.from(features.node.rows(), (feature) => {
        const was = before.features.indexOf(features.aspect(feature), features.node.at(feature));
        if (was === undefined) throw new Error("A feature came where only links went");
        return column.at(was);
      }),
    );
  return { profiles, rarity: { on: asBefore(before.rarity.on), off: asBefore(before.rarity.off) } };
}

/** The sum of some amounts. */
export const sumOf = (amounts: Iterable<{ readonly amount: number }>): number =>
  [...amounts].reduce((sum, { amount }) => sum + amount, 0);

/** By how many points some reasons say together that they fall without a link, by the id of each link that they show. */
export function statedIn(
  profiles: Pick<Profiles, "graph">,
  reasons: readonly { readonly links: readonly { readonly link: LinkIndex; readonly amount: number }[] }[],
): Map<string, number> {
  const stated = new Map<string, number>();
  for (const { link: one, amount } of reasons.flatMap(({ links }) => links)) {
    const id = idOfLink(profiles, one);
    stated.set(id, (stated.get(id) ?? 0) + amount);
  }
  return stated;
}
