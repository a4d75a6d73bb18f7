import type { Link, NodeId } from "../../model/graph.ts";
import type { Spot } from "./view.ts";

export const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const;
export type Direction = keyof typeof directions;

/**
 * The link from a node to the nearest neighbour that lies in a direction, within 60 degrees of it; the straighter, the
 * nearer it counts. Nothing when there is none.
 */
export function linkTowards(
  id: NodeId,
  direction: Direction,
  links: readonly Link[],
  spots: ReadonlyMap<NodeId, Spot>,
): { readonly link: Link; readonly to: NodeId } | undefined {
  const here = spots.get(id);
  if (!here) return undefined;
  const [dx, dy] = directions[direction];
  let best: { link: Link; to: NodeId; cost: number } | undefined;
  for (const link of links) {
    const to = link.from === id ? link.to : link.to === id ? link.from : undefined;
    const there = to && spots.get(to);
    if (!to || !there) continue;
    const distance = Math.hypot(there.x - here.x, there.y - here.y) || 1;
    const straight = ((there.x - here.x) * dx + (there.y - here.y) * dy) / distance;
    const cost = distance * (2 - straight);
    if (straight >= 0.5 && (!best || cost < best.cost)) best = { link, to, cost };
  }
  return best;
}

/** The node whose middle is nearest to a point, and within a distance of it. */
export function nearestItem(
  { x, y }: Pick<Spot, "x" | "y">,
  spots: Iterable<readonly [NodeId, Pick<Spot, "x" | "y">]>,
  distance: number,
): NodeId | undefined {
  let best: { readonly id: NodeId; readonly away: number } | undefined;
  for (const [id, spot] of spots) {
    const away = Math.hypot(spot.x - x, spot.y - y);
    if (away <= distance && (!best || away < best.away)) best = { id, away };
  }
  return best?.id;
}
