import type { Spot } from "./view.ts";

type Point = Pick<Spot, "x" | "y">;

/** What the pointers on a drawing do, in pixels from its upper left corner. */
export interface Pointing<Target> {
  /** What lies at a point, if anything can be held there. */
  readonly at: (point: Point) => Target | undefined;
  readonly hover: (point: Point | undefined) => void;
  readonly tap: (target: Target) => void;
  /** Somewhere was tapped, whatever lies there; answers whether that was all that it was for. */
  readonly tapAt: (point: Point) => boolean;
  readonly tapTwice: (target: Target) => void;
  readonly askMenu: (target: Target, window: Point) => void;
  /** Takes a target along, by so much from where it was held: what is held beside its middle does not jump. */
  readonly drag: (target: Target, by: Point) => void;
  readonly drop: (target: Target, by: Point) => void;
  readonly pan: (by: Point) => void;
  readonly zoom: (factor: number, at: Point) => void;
}

/** Pixels that a pointer moves before it drags. */
const slack = 4;
/** How much nearer a step of the wheel comes. */
const perWheel = 0.0015;

const difference = (to: Point, from: Point): Point => ({ x: to.x - from.x, y: to.y - from.y });

/** Follows mouse, pen and fingers on a stage: one drags an item or the drawing, two come nearer or go away. */
export function followPointers<Target>(stage: HTMLElement, acts: Pointing<Target>): void {
  const down = new Map<number, Point>();
  let held: { readonly target: Target | undefined; readonly from: Point; moved: boolean } | undefined;
  const pointOf = (event: MouseEvent): Point => {
    const { left, top } = stage.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };

  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const from = pointOf(event);
    down.set(event.pointerId, from);
    stage.setPointerCapture(event.pointerId);
    held = down.size === 1 ? { target: acts.at(from), from, moved: false } : undefined;
  });

  stage.addEventListener("pointermove", (event) => {
    const [before, point] = [down.get(event.pointerId), pointOf(event)];
    if (!before) {
      acts.hover(point);
      return;
    }
    down.set(event.pointerId, point);
    if (down.size === 2) pinch(event.pointerId, before, point);
    if (!held) return;
    held.moved ||= Math.hypot(point.x - held.from.x, point.y - held.from.y) > slack;
    if (!held.moved) return;
    if (held.target) acts.drag(held.target, difference(point, held.from));
    else acts.pan(difference(point, before));
  });

  const pinch = (id: number, before: Point, point: Point) => {
    const other = [...down].find(([pointer]) => pointer !== id)?.[1];
    if (!other) return;
    const apart = (one: Point) => Math.hypot(one.x - other.x, one.y - other.y) || 1;
    acts.zoom(apart(point) / apart(before), { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 });
  };

  stage.addEventListener("pointerup", (event) => {
    down.delete(event.pointerId);
    const done = held;
    held = undefined;
    if (done && !done.moved && acts.tapAt(pointOf(event))) return;
    if (!done?.target) return;
    if (done.moved) acts.drop(done.target, difference(pointOf(event), done.from));
    else acts.tap(done.target);
  });
  stage.addEventListener("pointercancel", (event) => {
    down.delete(event.pointerId);
    held = undefined;
  });
  stage.addEventListener("pointerleave", () => acts.hover(undefined));
  stage.addEventListener("dblclick", (event) => {
    const target = acts.at(pointOf(event));
    if (target) acts.tapTwice(target);
  });
  stage.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    const target = acts.at(pointOf(event));
    if (target) acts.askMenu(target, { x: event.clientX, y: event.clientY });
  });
  stage.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      acts.zoom(Math.exp(-event.deltaY * lines * perWheel), pointOf(event));
    },
    { passive: false },
  );
}
