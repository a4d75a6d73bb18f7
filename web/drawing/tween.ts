import type { NodeId } from "../../model/graph.ts";
import type { Spot } from "./view.ts";

type Spots = ReadonlyMap<NodeId, Pick<Spot, "x" | "y">>;

/** Milliseconds from the old spots to the new ones. */
const duration = 450;

/** Gives, frame by frame, how much of the way from an old state to a new one is done, from 0 to 1; the function that it gives stops it. */
export function easeOver(show: (part: number) => void): () => void {
  const begun = performance.now();
  let frame = requestAnimationFrame(function step(now) {
    const part = Math.min(1, Math.max(0, (now - begun) / duration));
    show(part * part * (3 - 2 * part));
    if (part < 1) frame = requestAnimationFrame(step);
  });
  return () => cancelAnimationFrame(frame);
}

/** Gives, frame by frame, where everything is on its way from one set of spots to another; the function that it gives stops it. */
export const moveOver = (from: Spots, to: Spots, show: (spots: Spots, done: boolean) => void): (() => void) =>
  easeOver((part) => {
    const between = (one: number, other: number) => one + (other - one) * part;
    const onTheWay = () =>
      new Map(
        [...to].map(([id, spot]) => {
          const old = from.get(id) ?? spot;
          return [id, { x: between(old.x, spot.x), y: between(old.y, spot.y) }];
        }),
      );
    show(part < 1 ? onTheWay() : to, part === 1);
  });
