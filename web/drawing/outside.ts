import type { NodeId, NodeSummary } from "../../model/graph.ts";
import type { Extent } from "./sight.ts";
import type { Spot } from "./view.ts";

export const windowSides = ["left", "right", "up", "down"] as const;
export type WindowSide = (typeof windowSides)[number];

/** What of a drawing lies outside of the window, by the side on which it lies furthest out; the nearest comes first. */
export type Outside = Readonly<Record<WindowSide, readonly NodeId[]>>;

export const nothingOutside: Outside = { left: [], right: [], up: [], down: [] };

export function outsideOf(
  nodes: readonly Pick<NodeSummary, "id">[],
  spots: ReadonlyMap<NodeId, Spot>,
  { x1, y1, x2, y2 }: Extent,
): Outside {
  const found = nodes.flatMap(({ id }) => {
    const spot = spots.get(id);
    if (!spot) return [];
    const over = { left: x1 - spot.x, right: spot.x - x2, up: y1 - spot.y, down: spot.y - y2 };
    const side = windowSides.reduce((most, other) => (over[other] > over[most] ? other : most));
    return over[side] > 0 ? [{ id, side, away: over[side] }] : [];
  });
  const on = (side: WindowSide) =>
    found
      .filter((node) => node.side === side)
      .sort((one, other) => one.away - other.away)
      .map(({ id }) => id);
  return { left: on("left"), right: on("right"), up: on("up"), down: on("down") };
}
