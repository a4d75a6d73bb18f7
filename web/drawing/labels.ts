import type { NodeId } from "../../model/graph.ts";
import { wrap } from "../ui/wrap.ts";

/** A node that wants its name shown. */
export interface Named {
  readonly id: NodeId;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** The higher, the sooner its name is shown. */
  readonly weight: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A name below its node, in at most three lines. */
export const nameLines = (name: string): string[] => wrap(name, 20, 3);

/** How much larger letters are drawn when all is small: never less than about 11 pixels on the screen. */
export const lettersAt = (zoom: number): number => Math.min(6, Math.max(1, 0.85 / zoom));

/** Pixels at zoom 1, for letters of size 1. */
const letter = { width: 6.4, height: 15 };
const glyph = 18;
const below = 30;

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** The nodes whose names can be read at a size of letters: no name lies over another one, or over another node. */
export function namesThatFit(nodes: readonly Named[], letters: number): ReadonlySet<NodeId> {
  const glyphs = nodes.map(({ id, x, y }) => ({
    id,
    box: { left: x - glyph, right: x + glyph, top: y - glyph, bottom: y + glyph },
  }));
  const taken: Box[] = [];
  const fitting = new Set<NodeId>();
  for (const { id, name, x, y } of [...nodes].sort((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1))) {
    const lines = nameLines(name);
    const half = (Math.max(...lines.map(({ length }) => length)) * letter.width * letters) / 2;
    const box = { left: x - half, right: x + half, top: y + below, bottom: y + below + lines.length * letter.height * letters };
    if (taken.some((other) => overlap(box, other)) || glyphs.some((other) => other.id !== id && overlap(box, other.box)))
      continue;
    taken.push(box);
    fitting.add(id);
  }
  return fitting;
}
