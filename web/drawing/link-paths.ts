import type { Link, LinkId, NodeId } from "../../model/graph.ts";
import type { Spot } from "./view.ts";

type Point = Pick<Spot, "x" | "y">;

/** A link as it is drawn: from one sign to the edge of another, bent where several join the same two. */
export interface LinkPath {
  readonly link: Link;
  readonly from: Point;
  readonly to: Point;
  /** The point that bends the line; in its middle for a straight one. */
  readonly bend: Point;
  readonly isStraight: boolean;
}

/** Pixels at zoom 1 between two links that join the same two nodes. */
const apart = 36;
/** Pixels at zoom 1 from the middle of a sign to where an arrow ends. */
const reach = 20;

const offsetsByLinks = new WeakMap<readonly Link[], readonly number[]>();

/** How far each link runs beside the straight line, in pixels at zoom 1; the same for as long as the list of links is. */
function offsetsOf(links: readonly Link[]): readonly number[] {
  const known = offsetsByLinks.get(links) ?? computed(links);
  offsetsByLinks.set(links, known);
  return known;
}

function computed(links: readonly Link[]): readonly number[] {
  const pairOf = ({ from, to }: Link) => (from < to ? `${from} ${to}` : `${to} ${from}`);
  const counts = new Map<string, number>();
  const pairs = links.map(pairOf);
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const drawn = new Map<string, number>();
  return links.map(({ from, to }, at) => {
    const pair = pairs[at] ?? "";
    const index = drawn.get(pair) ?? 0;
    drawn.set(pair, index + 1);
    return (index - ((counts.get(pair) ?? 1) - 1) / 2) * apart * (from < to ? 1 : -1);
  });
}

/** How each link runs. A link to itself is not drawn. */
export function linkPaths(
  links: readonly Link[],
  spots: ReadonlyMap<NodeId, Point>,
  sizes: ReadonlyMap<NodeId, number>,
): LinkPath[] {
  const offsets = offsetsOf(links);
  return links.flatMap((link, at) => {
    const [one, other] = [spots.get(link.from), spots.get(link.to)];
    if (!one || !other || link.from === link.to) return [];
    const offset = offsets[at] ?? 0;
    const [dx, dy] = [other.x - one.x, other.y - one.y];
    const length = Math.hypot(dx, dy) || 1;
    // A quadratic curve passes half way to the point that bends it.
    const bend = {
      x: (one.x + other.x) / 2 - (dy / length) * offset * 2,
      y: (one.y + other.y) / 2 + (dx / length) * offset * 2,
    };
    const back = Math.hypot(other.x - bend.x, other.y - bend.y) || 1;
    const edge = Math.min(back, reach * (sizes.get(link.to) ?? 1));
    const to = { x: other.x - ((other.x - bend.x) / back) * edge, y: other.y - ((other.y - bend.y) / back) * edge };
    return [{ link, from: one, to, bend, isStraight: offset === 0 }];
  });
}

/** The point of a path at a part of the way, from 0 to 1. */
export const pointOn = ({ from, to, bend }: LinkPath, part: number): Point => {
  const rest = 1 - part;
  return {
    x: rest * rest * from.x + 2 * rest * part * bend.x + part * part * to.x,
    y: rest * rest * from.y + 2 * rest * part * bend.y + part * part * to.y,
  };
};

/** The link that runs within a distance of a point, the nearest one. */
export function linkAt(point: Point, paths: readonly LinkPath[], distance: number): LinkId | undefined {
  let best: { readonly id: LinkId; readonly away: number } | undefined;
  for (const path of paths) {
    const { from, to, bend, link } = path;
    if (Math.min(from.x, to.x, bend.x) - distance > point.x || Math.max(from.x, to.x, bend.x) + distance < point.x) continue;
    if (Math.min(from.y, to.y, bend.y) - distance > point.y || Math.max(from.y, to.y, bend.y) + distance < point.y) continue;
    const middle = pointOn(path, 0.5);
    const away = Math.min(awayFrom(point, from, middle), awayFrom(point, middle, to));
    if (away <= distance && (!best || away < best.away)) best = { id: link.id, away };
  }
  return best?.id;
}

/** How far a point is from a straight piece. */
function awayFrom(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const part = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const near = Math.min(1, Math.max(0, part));
  return Math.hypot(point.x - from.x - near * dx, point.y - from.y - near * dy);
}
