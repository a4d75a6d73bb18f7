import type { NodeId } from "../../model/graph.ts";
import { shown, type View, type ViewUpdate } from "../drawing/view.ts";

type Chosen = ReadonlySet<NodeId>;

/** Hides what was chosen. */
export const hideChosen =
  (chosen: Chosen): ViewUpdate =>
  (view) => ({ ...view, hidden: new Set([...view.hidden, ...inView(view, chosen)]) });

/** Hides all that is shown but what was chosen. */
export const hideOthers =
  (chosen: Chosen): ViewUpdate =>
  (view) => ({
    ...view,
    hidden: new Set([...view.hidden, ...shown(view).nodes.flatMap(({ id }) => (chosen.has(id) ? [] : [id]))]),
  });

/** Has what was chosen stay where it is when all is laid out anew, or lets go of it. */
export const pinChosen =
  (chosen: Chosen, pinned: boolean): ViewUpdate =>
  (view) => ({
    ...view,
    spots: new Map(
      [...view.spots].map(([id, spot]) => [id, chosen.has(id) ? { x: spot.x, y: spot.y, ...(pinned && { pinned }) } : spot]),
    ),
  });

const inView = ({ nodes }: View, ids: Chosen) => [...ids].filter((id) => nodes.has(id));

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Whether a point lies within a shape, by how often a line from it crosses the edge. */
export function isWithin({ x, y }: Point, shape: readonly Point[]): boolean {
  let inside = false;
  for (const [index, one] of shape.entries()) {
    const other = shape.at(index - 1) ?? one;
    if (one.y > y !== other.y > y && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) inside = !inside;
  }
  return inside;
}
