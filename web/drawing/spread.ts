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
  const taken = new Taken(room);
  for (const node of nodes) if (node.fixed) taken.add(node);
  return nodes.flatMap(({ id, x, y, fixed }) => {
    if (fixed) return [];
    const spot = nearest({ x, y }, (point) => taken.leaves(point));
    taken.add(spot);
    return [{ id, ...spot }];
  });
}

/** Further from the middle than so many cells there are no spots. */
const farthest = 2 ** 20;

/** What is taken, by the cell of a grid that it lies in: only what is in the cells around can be in the way. */
class Taken {
  readonly #room: Room;
  readonly #cells = new Map<number, Point[]>();

  constructor(room: Room) {
    this.#room = room;
  }

  add(point: Point): void {
    const key = this.#keyOf(point, 0, 0);
    const there = this.#cells.get(key);
    if (there) there.push(point);
    else this.#cells.set(key, [point]);
  }

  /** Whether there is room at a point. */
  leaves(point: Point): boolean {
    const { width, height } = this.#room;
    for (let dx = -1; dx <= 1; dx += 1)
      for (let dy = -1; dy <= 1; dy += 1)
        for (const other of this.#cells.get(this.#keyOf(point, dx, dy)) ?? [])
          if (Math.abs(other.x - point.x) < width && Math.abs(other.y - point.y) < height) return false;
    return true;
  }

  #keyOf({ x, y }: Point, dx: number, dy: number): number {
    const [across, down] = [Math.floor(x / this.#room.width) + dx, Math.floor(y / this.#room.height) + dy];
    return (across + farthest) * 2 * farthest + down + farthest;
  }
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
