import type { NodeId, NodeSummary } from "../../model/graph.ts";
import type { Extent } from "./sight.ts";
import type { Spot } from "./view.ts";

export const windowSides = ["left", "right", "up", "down"] as const;
export type WindowSide = (typeof windowSides)[number];

/** How much of a drawing lies outside of the window, by the side on which it lies furthest out, and which lies nearest there. */
export type Outside = Readonly<Record<WindowSide, { readonly count: number; readonly nearest: NodeId | undefined }>>;

const nothing = { count: 0, nearest: undefined };
export const nothingOutside: Outside = { left: nothing, right: nothing, up: nothing, down: nothing };

export function outsideOf(
  nodes: readonly Pick<NodeSummary, "id">[],
  spots: ReadonlyMap<NodeId, Pick<Spot, "x" | "y">>,
  { x1, y1, x2, y2 }: Extent,
): Outside {
  const counts = { left: 0, right: 0, up: 0, down: 0 };
  const least = { left: Infinity, right: Infinity, up: Infinity, down: Infinity };
  const nearest: Partial<Record<WindowSide, NodeId>> = {};
  for (const { id } of nodes) {
    const spot = spots.get(id);
    if (!spot) continue;
    const over = { left: x1 - spot.x, right: spot.x - x2, up: y1 - spot.y, down: spot.y - y2 };
    const side = windowSides.reduce((most, other) => (over[other] > over[most] ? other : most));
    if (over[side] <= 0) continue;
    counts[side] += 1;
    if (over[side] >= least[side]) continue;
    least[side] = over[side];
    nearest[side] = id;
  }
  const on = (side: WindowSide) => ({ count: counts[side], nearest: nearest[side] });
  return { left: on("left"), right: on("right"), up: on("up"), down: on("down") };
}

/** Whether the same is said of what lies outside. */
export const isSameOutside = (one: Outside, other: Outside): boolean =>
  windowSides.every((side) => one[side].count === other[side].count && one[side].nearest === other[side].nearest);
