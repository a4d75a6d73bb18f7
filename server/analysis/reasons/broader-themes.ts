import type { Aspect } from "../../../model/discovery.ts";
import type { NodeIndex } from "../graph/indices.ts";
import type { Profiles } from "../profile/types.ts";

/** A part of a score: a node, or a theme under one aspect, and the whole points that it gives. */
export interface Contribution {
  readonly aspect: Aspect;
  readonly node: NodeIndex;
  readonly amount: number;
}

/** The contribution that names a group, and those of broader themes that stand under it. */
export type Group<C> = readonly [C, ...C[]];

export const amountOfGroup = (group: readonly Contribution[]): number => group.reduce((sum, { amount }) => sum + amount, 0);

/**
 * Puts each theme under the most telling of the narrower themes of its aspect that contribute too (subsumption), so that one thing is
 * told once. Largest group first, then by node.
 */
export function underNarrowest<C extends Contribution>(
  { broader }: Pick<Profiles, "broader">,
  contributions: readonly C[],
): Group<C>[] {
  const byAspect = new Map<Aspect, Map<NodeIndex, C>>();
  for (const one of contributions) {
    const ofAspect = byAspect.get(one.aspect) ?? new Map<NodeIndex, C>();
    byAspect.set(one.aspect, ofAspect.set(one.node, one));
  }
  const above = ({ aspect, node }: C): C[] => {
    const found: C[] = [];
    for (const theme of broader(node)) {
      const wider = byAspect.get(aspect)?.get(theme);
      if (wider) found.push(wider);
    }
    return found;
  };
  const wider = new Set(contributions.flatMap(above));
  const groups: [C, ...C[]][] = [];
  const placed = new Set<C>();
  const inOrder = [...contributions].sort((a, b) => b.amount - a.amount || a.node - b.node);
  // Themes in a circle are all above each other; then each stands for itself.
  for (const one of [...inOrder.filter((it) => !wider.has(it)), ...inOrder.filter((it) => wider.has(it))]) {
    if (placed.has(one)) continue;
    placed.add(one);
    const under = above(one).filter((other) => other !== one && !placed.has(other));
    for (const other of under) placed.add(other);
    groups.push([one, ...under]);
  }
  return groups.sort((a, b) => amountOfGroup(b) - amountOfGroup(a) || a[0].node - b[0].node);
}
