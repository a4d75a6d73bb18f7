import type { NodeId } from "../../model/graph.ts";
import { wrap } from "../ui/wrap.ts";

/** A node that wants its name shown. */
export interface Named {
  readonly id: NodeId;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Pixels at zoom 1 from the middle to the edge of its sign. */
  readonly radius: number;
  /** Its name is set in heavier, wider letters. */
  readonly isBold?: boolean;
  /** It has a link with nothing here: its name covers nothing. */
  readonly isAlone?: boolean;
  /** The higher, the sooner its name is shown. */
  readonly weight: number;
}

/** Where a name stands: the top of its first line, beside the middle of its node, and which end of the line is there. */
export interface NamePlace {
  readonly anchor: "start" | "middle" | "end";
  readonly x: number;
  readonly y: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How names were broken: the same few are asked for again with each change of a drawing. */
const broken = new Map<string, readonly string[]>();
const mostBroken = 10_000;

/** A name beside its node, in at most three lines. */
export function nameLines(name: string): readonly string[] {
  const known = broken.get(name);
  if (known) return known;
  if (broken.size >= mostBroken) broken.clear();
  const lines = wrap(name, 20, 3);
  broken.set(name, lines);
  return lines;
}

/** How much larger letters are drawn when all is small: never less than about 11 pixels on the screen. */
export const lettersAt = (zoom: number): number => Math.min(22, Math.max(1, 0.85 / zoom));

/** Pixels at zoom 1, for letters of size 1. */
const letter = { width: 7.2, height: 15.2 };
/** Pixels between a sign and its name. */
const nameGap = 7;
/** So many of the most telling names may lie over the sign of a less telling node, rather than be left out. */
const mostTelling = 50;
/** The signs of so many most telling nodes are never covered. */
const neverCovered = 12;

/** Beyond so many names hardly any finds room. */
const mostTried = 500;

/** Where beside its sign a name may stand, as steps from the middle, best first: the eight of cartography (Imhof 1975), below for choice. */
export const allSides = [
  [0, 1],
  [1, 0],
  [-1, 0],
  [0, -1],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const;
/** Under a heading, none stands above its sign. */
export const sidesUnderHeading = allSides.filter(([, down]) => down >= 0);

/** What counts against a place: the sign of a less telling node beneath it, reaching out of the drawing, each link through it. */
const costs = { covered: 12, reachingOut: 30, crossed: 1 };
/** So many letters of a name may reach out of the drawing: the margin around it has room for them. */
const roomOutside = 6.5;
/** So many may be there at most. */
const mostOutside = 9;

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** The places of names, found one by one, so that whoever asks can do something else in between. */
export function* placingNames(
  nodes: readonly Named[],
  letters: number,
  links: readonly (readonly [Point, Point])[] = [],
  sides: readonly (readonly [-1 | 0 | 1, -1 | 0 | 1])[] = allSides,
): Generator<void, ReadonlyMap<NodeId, NamePlace>> {
  const signs = nodes.map(({ id, x, y, radius }) => ({ id, box: around({ x, y }, radius) }));
  const whole = extentOf(signs.map(({ box }) => box));
  const taken: Box[] = [];
  const fitting = new Map<NodeId, NamePlace>();
  const byWeight = [...nodes].sort((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1)).slice(0, mostTried);
  const telling = byWeight.slice(0, neverCovered).map((node) => ({ id: node.id, box: around(node, node.radius) }));
  for (const [rank, node] of byWeight.entries()) {
    yield;
    const mayCover = rank < mostTelling && !node.isAlone;
    const free = sides.flatMap(([dx, dy]) => {
      const { place, box } = placed(node, letters, dx, dy);
      if (taken.some((other) => overlap(box, other))) return [];
      if (telling.some(({ id, box: sign }) => id !== node.id && overlap(box, sign))) return [];
      const covered = signs.filter(({ id, box: sign }) => id !== node.id && overlap(box, sign)).length;
      if (covered > 0 && !mayCover) return [];
      const out = Math.max(whole.left - box.left, box.right - whole.right, 0) / (letter.width * letters);
      // From afar all of the drawing is in view, and a name that reaches out of it would be cut off.
      if (letters > 1 && out > mostOutside) return [];
      return [{ place, box, cost: covered * costs.covered + (out > roomOutside ? costs.reachingOut : 0) }];
    });
    const [best] = free
      .map((choice) => ({ ...choice, cost: choice.cost + (mayCover ? crossings(choice.box, links) * costs.crossed : 0) }))
      .sort((one, other) => one.cost - other.cost);
    if (!best) continue;
    taken.push(best.box);
    fitting.set(node.id, best.place);
  }
  return fitting;
}

/**
 * Which names can be read at a size of letters, and where beside its node each stands: no name lies over another, and
 * none but the most telling ones over the sign of another node, and that only when it is a less telling one.
 */
export function namesThatFit(...asked: Parameters<typeof placingNames>): ReadonlyMap<NodeId, NamePlace> {
  const placing = placingNames(...asked);
  for (;;) {
    const { done, value } = placing.next();
    if (done) return value;
  }
}

const around = ({ x, y }: Point, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

const extentOf = (boxes: readonly Box[]): Pick<Box, "left" | "right"> => ({
  left: boxes.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY),
  right: boxes.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
});

/** A name on one side of its sign, with the room that it takes. */
function placed(
  { name, x, y, radius, isBold }: Named,
  letters: number,
  dx: -1 | 0 | 1,
  dy: -1 | 0 | 1,
): { place: NamePlace; box: Box } {
  const lines = nameLines(name);
  const width = Math.max(...lines.map(({ length }) => length)) * letter.width * letters * (isBold ? 1.08 : 1);
  const height = lines.length * letter.height * letters;
  const away = (dx !== 0 && dy !== 0 ? radius * 0.7 : radius) + nameGap;
  const place: NamePlace = {
    anchor: dx === 0 ? "middle" : dx > 0 ? "start" : "end",
    x: dx * away,
    y: dy === 0 ? -height / 2 : dy > 0 ? (dx === 0 ? away : away - height / 4) : -height - (dx === 0 ? away : away - height / 4),
  };
  const left = x + place.x - (dx === 0 ? width / 2 : dx > 0 ? 0 : width);
  return { place, box: { left, right: left + width, top: y + place.y, bottom: y + place.y + height } };
}

/** How many links go through a box. */
const crossings = (box: Box, links: readonly (readonly [Point, Point])[]): number =>
  links.filter(([from, to]) => passes(box, from, to)).length;

/** Whether a line goes through a box: by clipping it to the box (Liang and Barsky, 1984). */
function passes(box: Box, from: Point, to: Point): boolean {
  if (from.x < box.left && to.x < box.left) return false;
  if (from.x > box.right && to.x > box.right) return false;
  if (from.y < box.top && to.y < box.top) return false;
  if (from.y > box.bottom && to.y > box.bottom) return false;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enters, leaves] = [0, 1];
  for (const [step, room] of [
    [-dx, from.x - box.left],
    [dx, box.right - from.x],
    [-dy, from.y - box.top],
    [dy, box.bottom - from.y],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) enters = Math.max(enters, room / step);
    if (step > 0) leaves = Math.min(leaves, room / step);
  }
  return enters <= leaves;
}
