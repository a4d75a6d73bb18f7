import type { Effect } from "../../../model/discovery.ts";
import type { LinkKind } from "../../../model/kinds.ts";
import type { FactGraph } from "../graph/graph-index.ts";
import type { Way } from "./chains.ts";

/** What each effect takes off; docs/methods.md says why these. */
export const factors = {
  /** For each link that no source states, of what an institution asks, does or has. */
  derived: 0.4,
  /** For each theme or question that the compiler tied to something: nearly all such links were made so, which tells little. */
  derivedTie: 0.8,
  /** For each link that sources disagree on. */
  contested: 0.6,
  /** Years after which something counts for half. */
  halfLife: 10,
} as const;

/** What makes a way count for less; 1 where nothing does. */
export interface Doubts {
  readonly basis: number;
  readonly contested: number;
  readonly age: number;
  /** How close the tie is; not an effect to switch off. */
  readonly closeness: number;
}

const compiled: ReadonlySet<LinkKind> = new Set(["ABOUT", "BROADER", "ADDRESSES"]);

/** How many years ago something was is counted from the newest year in the data; when unknown, it takes nothing off. */
export function doubtsOf(graph: FactGraph, { links, year, closeness = 1 }: Pick<Way, "links" | "year" | "closeness">): Doubts {
  let basis = 1;
  let contested = 1;
  for (const link of links) {
    if (graph.contested[link] === 1) contested *= factors.contested;
    if (graph.derived[link] === 1) basis *= compiled.has(graph.kindOf(link)) ? factors.derivedTie : factors.derived;
  }
  const age = year === 0 ? 1 : 0.5 ** (Math.max(0, graph.newestYear - year) / factors.halfLife);
  return { basis, contested, age, closeness };
}

/** What a way is worth, in (0, 1], with some effects switched off. */
export const worthOf = ({ basis, contested, age, closeness }: Doubts, off: readonly Effect[]): number =>
  closeness * (off.includes("basis") ? 1 : basis) * (off.includes("contested") ? 1 : contested) * (off.includes("age") ? 1 : age);
