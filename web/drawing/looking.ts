import {
  cameraOf,
  type Extent,
  extentOf,
  fitted,
  movedBy,
  type Sight,
  showing,
  sightOf,
  type WindowSize,
  zoomedBy,
} from "./sight.ts";
import { easeOver } from "./tween.ts";
import type { Camera, Spot } from "./view.ts";

type Point = Pick<Spot, "x" | "y">;

/** Milliseconds without movement before that is where the user wants to look. */
const rest = 250;

/** Who is told of what a user looks at. */
export interface LookingListener {
  /** Another part is in view, from now on. */
  readonly seen: (sight: Sight) => void;
  /** What the user looked for is in view, and stays so. */
  readonly rested: (camera: Camera) => void;
}

/** What part of a drawing is looked at, through a window of some size. */
export class Looking {
  readonly #listener: LookingListener;
  #sight: Sight = { zoom: 1, pan: { x: 0, y: 0 } };
  #size: WindowSize = { width: 0, height: 0 };
  /** All of it was put in view, and nothing was changed since. */
  #isFitted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopGliding = () => {};

  constructor(listener: LookingListener) {
    this.#listener = listener;
  }

  get sight(): Sight {
    return this.#sight;
  }
  get size(): WindowSize {
    return this.#size;
  }
  /** The window has been measured, and is not closed. */
  get isOpen(): boolean {
    return this.#size.width > 0 && this.#size.height > 0;
  }
  /** The part of the drawing that is in view. */
  get extent(): Extent {
    return extentOf(this.#sight, this.#size);
  }

  /** Tells the size of the window. In one of another width, all of it is to be looked at again where nothing was done since. */
  resize(size: WindowSize): { readonly lookAnew: boolean } {
    const before = this.#size.width;
    this.#size = size;
    return { lookAnew: before === 0 || (this.#isFitted && size.width !== before) };
  }

  /** The drawing has been changed: what was all of it may be so no longer. */
  changed(): void {
    this.#isFitted = false;
  }

  /** Looks from a camera, or at all of it. */
  point(camera: Camera | undefined, whole: Extent | undefined): void {
    this.#isFitted = !camera;
    if (!this.isOpen || !whole) return;
    this.#see(camera ? sightOf(camera, this.#size) : fitted(whole, this.#size));
  }

  /** Goes to look at all of it before one's eyes, unless something else is looked at meanwhile. */
  glide(whole: Extent | undefined): void {
    if (!this.isOpen || !whole) return;
    const [from, to] = [cameraOf(this.#sight, this.#size), cameraOf(fitted(whole, this.#size), this.#size)];
    const between = (one: number, other: number, part: number) => one + (other - one) * part;
    this.#stopGliding();
    this.#stopGliding = easeOver((part) => {
      const zoom = from.zoom * (to.zoom / from.zoom) ** part;
      this.#sight = sightOf({ x: between(from.x, to.x, part), y: between(from.y, to.y, part), zoom }, this.#size);
      this.#listener.seen(this.#sight);
    });
    this.#isFitted = true;
  }

  pan(by: Point): void {
    this.#moveTo(movedBy(this.#sight, by));
  }

  /** Comes nearer or goes away, around a point of the window: its middle, unless said otherwise. */
  zoom(factor: number, at: Point = { x: this.#size.width / 2, y: this.#size.height / 2 }): void {
    this.#moveTo(zoomedBy(this.#sight, factor, at));
  }

  /** Puts a point of the drawing in the middle, as near as it is. */
  centre({ x, y }: Point): void {
    this.#moveTo(sightOf({ x, y, zoom: this.#sight.zoom }, this.#size));
  }

  /** Moves as little as needed to have an extent in view. */
  show(extent: Extent): void {
    if (this.isOpen) this.#moveTo(showing(extent, this.#sight, this.#size));
  }

  /** Tells nobody any more where the user looks. */
  stop(): void {
    this.#stopGliding();
    clearTimeout(this.#timer);
  }

  /** Looks elsewhere, as the user asked: told when the movement rests. */
  #moveTo(sight: Sight): void {
    if (sight.zoom === this.#sight.zoom && sight.pan.x === this.#sight.pan.x && sight.pan.y === this.#sight.pan.y) return;
    this.#see(sight);
    this.#isFitted = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.isOpen) this.#listener.rested(cameraOf(this.#sight, this.#size));
    }, rest);
  }

  #see(sight: Sight): void {
    this.#stopGliding();
    this.#sight = sight;
    this.#listener.seen(sight);
  }
}
