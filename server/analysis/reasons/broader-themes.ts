import type { Aspect } from "../../../model/discovery.ts";
import type { Profiles } from "../profile/profiles.ts";

/** Something that gives points: a thing, or a theme under one aspect. */
export interface Giving {
  readonly aspect: Aspect;
  readonly node: number;
  readonly amount: number;
}

/** The one that names a group, and those that stand under it. */
export type Group<Item> = readonly [Item, ...Item[]];

export const amountOfGroup = (group: readonly Giving[]): number => group.reduce((sum, { amount }) => sum + amount, 0);

/**
 * Puts each theme under the most telling of the narrower themes of its aspect that are there too, so that one thing is told once.
 * Largest group first, then by node.
 */
export function underNarrowest<Item extends Giving>(
  { broader }: Pick<Profiles, "broader">,
  items: readonly Item[],
): Group<Item>[] {
  const there = new Map<Aspect, Map<number, Item>>();
  for (const item of items) {
    const ofAspect = there.get(item.aspect) ?? new Map<number, Item>();
    there.set(item.aspect, ofAspect.set(item.node, item));
  }
  const above = (item: Item): Item[] => {
    const found: Item[] = [];
    for (const theme of broader(item.node)) {
      const wider = there.get(item.aspect)?.get(theme);
      if (wider) found.push(wider);
    }
    return found;
  };
  const wider = new Set(items.flatMap(above));
  const byAmount = (a: Item, b: Item) => b.amount - a.amount || a.node - b.node;
  const groups = new Map<Item, [Item, ...Item[]]>();
  const placed = new Set<Item>();
  const inOrder = [...items].sort(byAmount);
  // Themes in a circle are all above each other; then each stands for itself.
  for (const item of [...inOrder.filter((one) => !wider.has(one)), ...inOrder.filter((one) => wider.has(one))]) {
    if (placed.has(item)) continue;
    placed.add(item);
    const under = above(item).filter((one) => one !== item && !placed.has(one));
    for (const one of under) placed.add(one);
    groups.set(item, [item, ...under]);
  }
  return [...groups.values()].sort((a, b) => amountOfGroup(b) - amountOfGroup(a) || a[0].node - b[0].node);
}
