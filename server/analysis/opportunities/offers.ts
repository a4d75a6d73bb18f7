import type { Aspect } from "../../../model/discovery.ts";
import { type FactGraph, nodeAt } from "../graph/graph-index.ts";
import { holdingsOf, type Way } from "../profile/chains.ts";
import type { Profiles } from "../profile/profiles.ts";

/** What can be learnt from: kinds of nodes, with the aspect that weighs each. */
export const offerKinds = { product: "products", space: "spaces", activity: "activities", outcome: "outcomes" } as const;
export type OfferKind = keyof typeof offerKinds;

export const aspectOfOffer = (graph: FactGraph, offer: number): Aspect => offerKinds[nodeAt(graph, offer).kind as OfferKind];

/** Something that an institution made, hosts, ran, uses or found. */
export interface Holder {
  readonly institution: number;
  readonly ways: readonly Way[];
}

/** Who asks what and who has what, for finding opportunities; read once for each state of the data. */
export interface Offers {
  /** For each institution, the ways to each question that it asks. */
  readonly asks: readonly ReadonlyMap<number, readonly Way[]>[];
  /** For each institution, the ways to each thing that it has. */
  readonly has: readonly ReadonlyMap<number, readonly Way[]>[];
  /** Who has a thing: institutions that stand alone, not those that merged into another. */
  readonly holders: ReadonlyMap<number, readonly Holder[]>;
  /** The things that say they address a question. */
  readonly addressing: (question: number) => readonly number[];
  /** The things that are about a theme or a narrower one. */
  readonly about: ReadonlyMap<number, readonly number[]>;
  /** How much a shared theme tells, in [0, 1], beyond its broader themes. */
  readonly tells: (theme: number) => number;
}

function grouped(ways: readonly Way[], fits: (kind: string) => boolean, graph: FactGraph): Map<number, Way[]> {
  const found = new Map<number, Way[]>();
  for (const way of ways) {
    if (!fits(nodeAt(graph, way.item).kind)) continue;
    const group = found.get(way.item);
    if (group) group.push(way);
    else found.set(way.item, [way]);
  }
  return found;
}

/** Reads from the graph who asks and has what. */
export function offersOf({ graph, institutions, partOf, themes }: Profiles): Offers {
  const holdings = Array.from(institutions, (place) => holdingsOf(graph, place));
  const asks = holdings.map((ways) => grouped(ways, (kind) => kind === "question", graph));
  const has = holdings.map((ways) => grouped(ways, (kind) => kind in offerKinds, graph));
  const holders = new Map<number, Holder[]>();
  for (const [institution, things] of has.entries()) {
    if ((partOf[institution] ?? -1) >= 0) continue;
    for (const [thing, ways] of things) {
      const known = holders.get(thing) ?? [];
      holders.set(thing, [...known, { institution, ways }]);
    }
  }
  const about = new Map<number, number[]>();
  for (const thing of [...holders.keys()].sort((a, b) => a - b)) {
    for (const theme of new Set(themes(thing).map((way) => way.theme))) about.set(theme, [...(about.get(theme) ?? []), thing]);
  }
  return {
    asks,
    has,
    holders,
    addressing: (question) => [...graph.into(question, "ADDRESSES")].map((link) => graph.from[link] ?? 0),
    about,
    tells: themeInformation(graph, themes),
  };
}

/**
 * The information content of a theme by how many of all things are about it or about something narrower, 1 − ln n / ln N (Resnik
 * 1995, scaled as Seco, Veale & Hayes 2004 do), less that of the most telling broader theme: a chain of themes counts once.
 */
function themeInformation(graph: FactGraph, themes: Profiles["themes"]): Offers["tells"] {
  const counts = new Map<number, number>();
  let total = 0;
  for (const place of graph.nodes.keys()) {
    const here = new Set(themes(place).map(({ theme }) => theme));
    if (here.size > 0) total++;
    for (const theme of here) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  const content = (theme: number) =>
    Math.max(0, 1 - Math.log(Math.max(1, counts.get(theme) ?? 1)) / Math.log(Math.max(2, total)));
  return (theme) => {
    const above = [...graph.out(theme, "BROADER")].map((link) => content(graph.to[link] ?? 0));
    return Math.max(0, content(theme) - Math.max(0, ...above));
  };
}
