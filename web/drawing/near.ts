import type { NodeId } from "../../model/graph.ts";
import type { Extent } from "./sight.ts";
import type { Spot } from "./view.ts";

/** Below this zoom neither an icon nor the count of what is not shown can be told. */
const leastForIcons = 0.5;
/** Where more than so many are in view, no icon tells much. */
const mostNear = 300;
/** Pixels around the window: what is so near must have its icon, and what comes so near gets it, so that not each step brings others. */
const [inner, outer] = [40, 240];

/** What is near enough to tell its icon: what cannot be read is not drawn. The same set as before for as long as it will do. */
export function nearEnough(
  spots: ReadonlyMap<NodeId, Pick<Spot, "x" | "y">>,
  extent: Extent,
  zoom: number,
  before: ReadonlySet<NodeId>,
): ReadonlySet<NodeId> {
  const none = before.size === 0 ? before : new Set<NodeId>();
  if (zoom < leastForIcons) return none;
  const within = (around: number) => {
    const { x1, y1, x2, y2 } = extent;
    const isWithin = ({ x, y }: Pick<Spot, "x" | "y">) =>
      x > x1 - around && x < x2 + around && y > y1 - around && y < y2 + around;
    return [...spots].flatMap(([id, spot]) => (isWithin(spot) ? [id] : []));
  };
  const needed = within(inner);
  if (needed.length > mostNear) return none;
  if (needed.every((id) => before.has(id)) && [...before].every((id) => spots.has(id))) return before;
  const wide = within(outer);
  return new Set(wide.length > mostNear ? needed : wide);
}
