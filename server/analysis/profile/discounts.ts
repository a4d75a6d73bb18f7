import type { Effect } from "../../../model/discovery.ts";
import type { LinkKind } from "../../../model/kinds.ts";
import type { GraphIndex } from "../graph/graph-index.ts";
import type { LinkIndex } from "../graph/indices.ts";

/** What each effect takes off; docs/methods.md says why these. */
const discountFactors = {
  /** For each link that no source states, of what an institution asks, does or has. */
  derived: 0.4,
  /** For each theme or question that the compiler tied to something: nearly all such links were made so, which tells little. */
  derivedTie: 0.8,
  /** For each link that sources disagree on. */
  contested: 0.6,
  /** Years after which something counts for half. */
  halfLife: 10,
} as const;

/** Discount factors of a chain of links, each in (0, 1]: what each effect leaves of its weight. 1 takes nothing off. */
export interface Discounts {
  readonly basis: number;
  readonly contested: number;
  readonly age: number;
  /** How close the tie is; not an effect to switch off. */
  readonly closeness: number;
}

/** Takes nothing off. */
export const noDiscounts: Discounts = { basis: 1, contested: 1, age: 1, closeness: 1 };

const compiled: ReadonlySet<LinkKind> = new Set(["ABOUT", "BROADER", "ADDRESSES"]);

/** The discounts of a chain when some more links are added at its end. The age is that of its first part. */
export function discountedBy(graph: GraphIndex, before: Discounts, links: readonly LinkIndex[]): Discounts {
  let { basis, contested } = before;
  for (const link of links) {
    if (graph.isContested(link)) contested *= discountFactors.contested;
    if (graph.isDerived(link)) basis *= compiled.has(graph.kindOf(link)) ? discountFactors.derivedTie : discountFactors.derived;
  }
  return { ...before, basis, contested };
}

/**
 * What age leaves, in (0, 1]: half after ten years (exponential decay), counted from the newest year in the data. When the year is
 * unknown, it takes nothing off.
 */
export const ageDiscount = (graph: GraphIndex, year: number | undefined): number =>
  year === undefined ? 1 : 0.5 ** (Math.max(0, graph.newestYear - year) / discountFactors.halfLife);

/** The weight of a chain, in (0, 1]: the product of its discounts, those aside that are switched off. */
export const weightOf = ({ basis, contested, age, closeness }: Discounts, off: readonly Effect[]): number =>
  closeness * (off.includes("basis") ? 1 : basis) * (off.includes("contested") ? 1 : contested) * (off.includes("age") ? 1 : age);
