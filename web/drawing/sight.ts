import type { Camera, Spot } from "./view.ts";

/** Where a drawing lies in its window: a point of it is drawn at `zoom` times itself, plus `pan`. */
export interface Sight {
  readonly zoom: number;
  readonly pan: Pick<Spot, "x" | "y">;
}

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** A part of a drawing, or of the window. */
export interface Extent {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

type Point = Sight["pan"];

const least = 0.04;
const most = 2.5;
/** A drawing of a few items is not blown up beyond this. */
const mostFitted = 1.1;
/** Pixels around a drawing that is fitted in view. */
export const margin = 28;
/** Pixels beside a drawing that is fitted in view: the names of what is at its edges reach out of it. */
const besideFitted = 52;
/** Pixels at zoom 1 that a sign reaches from its middle. */
const signReach = 30;

const within = (zoom: number) => Math.min(most, Math.max(least, zoom));

export const inWindow = ({ x, y }: Point, { zoom, pan }: Sight): Point => ({ x: x * zoom + pan.x, y: y * zoom + pan.y });
export const inDrawing = ({ x, y }: Point, { zoom, pan }: Sight): Point => ({ x: (x - pan.x) / zoom, y: (y - pan.y) / zoom });

export const movedBy = ({ zoom, pan }: Sight, { x, y }: Point): Sight => ({ zoom, pan: { x: pan.x + x, y: pan.y + y } });

/** Nearer by a factor, while the point `at` of the window stays where it is. */
export function zoomedBy(sight: Sight, factor: number, at: Point): Sight {
  const zoom = within(sight.zoom * factor);
  const { x, y } = inDrawing(at, sight);
  return { zoom, pan: { x: at.x - x * zoom, y: at.y - y * zoom } };
}

/** The part of the drawing that the window shows. */
export function extentOf(sight: Sight, { width, height }: WindowSize): Extent {
  const [low, high] = [inDrawing({ x: 0, y: 0 }, sight), inDrawing({ x: width, y: height }, sight)];
  return { x1: low.x, y1: low.y, x2: high.x, y2: high.y };
}

/** The part of the drawing that these spots take, with their signs. Nothing of no spots. */
export function extentOfSpots(spots: Iterable<Point>): Extent | undefined {
  let [x1, y1, x2, y2] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { x, y } of spots) [x1, y1, x2, y2] = [Math.min(x1, x), Math.min(y1, y), Math.max(x2, x), Math.max(y2, y)];
  return x1 <= x2 ? { x1: x1 - signReach, y1: y1 - signReach, x2: x2 + signReach, y2: y2 + signReach } : undefined;
}

const zoomFor = (
  { x1, y1, x2, y2 }: Extent,
  { width, height }: WindowSize,
  { beside, above } = { beside: margin, above: margin },
) => Math.min((width - 2 * beside) / (x2 - x1), (height - 2 * above) / (y2 - y1));

/** All of an extent, in the middle of the window. */
export function fitted(extent: Extent, size: WindowSize): Sight {
  const zoom = within(Math.min(mostFitted, zoomFor(extent, size, { beside: besideFitted, above: margin })));
  return sightOf({ x: (extent.x1 + extent.x2) / 2, y: (extent.y1 + extent.y2) / 2, zoom }, size);
}

/** All of an extent, however small it becomes: for a map of it. */
export function wholeOf(extent: Extent, size: WindowSize): Sight {
  const zoom = zoomFor(extent, size, { beside: 2, above: 2 });
  const [x, y] = [(extent.x1 + extent.x2) / 2, (extent.y1 + extent.y2) / 2];
  return { zoom, pan: { x: size.width / 2 - x * zoom, y: size.height / 2 - y * zoom } };
}

export const sightOf = ({ x, y, zoom }: Camera, { width, height }: WindowSize): Sight => ({
  zoom: within(zoom),
  pan: { x: width / 2 - x * within(zoom), y: height / 2 - y * within(zoom) },
});

export const cameraOf = ({ zoom, pan }: Sight, { width, height }: WindowSize): Camera => ({
  x: (width / 2 - pan.x) / zoom,
  y: (height / 2 - pan.y) / zoom,
  zoom,
});

/** Moved as little as needed to have an extent in view, and gone away only as far as it takes. */
export function showing(extent: Extent, sight: Sight, size: WindowSize): Sight {
  const factor = Math.min(1, zoomFor(extent, size) / sight.zoom);
  const away = factor < 1 ? zoomedBy(sight, factor, { x: size.width / 2, y: size.height / 2 }) : sight;
  const [low, high] = [inWindow({ x: extent.x1, y: extent.y1 }, away), inWindow({ x: extent.x2, y: extent.y2 }, away)];
  const over = (from: number, to: number, room: number) =>
    from < margin ? margin - from : to > room - margin ? room - margin - to : 0;
  return movedBy(away, { x: over(low.x, high.x, size.width), y: over(low.y, high.y, size.height) });
}
