import fc from "fast-check";
import { aspectNames, type Effect, effectNames } from "../../../model/discovery.ts";
import { kindOf, type Link, linkId, type NodeId } from "../../../model/graph.ts";
import { type LinkKind, linkKindNames, mayJoin } from "../../../model/kinds.ts";
import { type FactLink, type FactNode, factGraph } from "../../../server/analysis/graph/graph-index.ts";
import type { Scoring } from "../../../server/analysis/peers/score.ts";
import { type Profiles, profilesOf } from "../../../server/analysis/profile/profiles.ts";
import type { ReasonContext } from "../../../server/analysis/reasons/meeting.ts";

/** A graph before it is put in order. */
export interface Drawn {
  readonly nodes: readonly FactNode[];
  readonly links: readonly FactLink[];
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

export const node = (id: string, more: Partial<FactNode> = {}): FactNode => ({
  id: id as NodeId,
  kind: kindOf(id as NodeId),
  name: id,
  nameEn: id,
  contested: false,
  ...more,
});

export const link = (from: string, kind: LinkKind, to: string, more: Partial<FactLink> = {}): FactLink => ({
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
    const drawn = links.flatMap(({ kind, at, derived, contested, lastYear }): FactLink[] => {
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

export const profilesFrom = ({ nodes, links }: Drawn): Profiles => profilesOf(factGraph(nodes, links));

/** A link in full, with one source. */
export const fullLink = ({ from, kind, to, derived, contested }: FactLink): Link => ({
  id: linkId(from, kind, to),
  kind,
  from,
  to,
  basis: derived ? "derived" : "stated",
  contested,
  properties: {},
  evidence: [{ source: "source:page" as Link["evidence"][number]["source"], basis: derived ? "derived" : "stated" }],
});

/** All that reasons are made from; every link that backs something up is shown. */
export function contextOf(drawn: Drawn, profiles = profilesFrom(drawn), scoring = plain): ReasonContext {
  return {
    profiles,
    scoring,
    rarity: profiles.rarity,
    linkOf: (at) => fullLink(drawn.links[profiles.graph.given(at)] as FactLink),
    backup: Number.POSITIVE_INFINITY,
  };
}

export const without = ({ nodes, links }: Drawn, gone: readonly string[]): Drawn => ({
  nodes,
  links: links.filter(({ from, kind, to }) => !gone.includes(linkId(from, kind, to))),
});
