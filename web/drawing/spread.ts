import type { LayoutNode } from "./layout-message.ts";

interface Room {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels between two rings of spots that are tried, and spots on the first ring. */
const ring = 24;
const around = 8;

/**
 * Gives every node that is not fixed the spot nearest to its own where it lies over nothing: not over what is fixed,
 * nor over one before it.
 */
export function spread(nodes: readonly LayoutNode[], room: Room): { id: LayoutNode["id"]; x: number; y: number }[] {
  const taken: Point[] = nodes.filter(({ fixed }) => fixed);
  const isFree = ({ x, y }: Point) =>
    taken.every((other) => Math.abs(other.x - x) >= room.width || Math.abs(other.y - y) >= room.height);
  return nodes.flatMap(({ id, x, y, fixed }) => {
    if (fixed) return [];
    const spot = nearest({ x, y }, isFree);
    taken.push(spot);
    return [{ id, ...spot }];
  });
}

/** The first spot that holds, on rings that go outwards. Far enough out there always is one. */
function nearest(from: Point, isFree: (spot: Point) => boolean): Point {
  for (let distance = 0; ; distance += 1) {
    const spots = distance === 0 ? 1 : around * distance;
    for (let turn = 0; turn < spots; turn += 1) {
      const angle = (turn * 2 * Math.PI) / spots;
      const spot = { x: from.x + distance * ring * Math.cos(angle), y: from.y + distance * ring * Math.sin(angle) };
      if (isFree(spot)) return spot;
    }
  }
}
