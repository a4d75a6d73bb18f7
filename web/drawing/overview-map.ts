import { html, LitElement, type PropertyValues, unsafeCSS } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { NodeId } from "../../model/graph.ts";
import style from "./overview-map.css?raw";
import { type Extent, extentOfSpots, inDrawing, inWindow, type Sight, wholeOf } from "./sight.ts";
import type { Spot } from "./view.ts";

type Point = Pick<Spot, "x" | "y">;

/** The user points at another part of the drawing. */
export class LookEvent extends Event {
  readonly point: Point;
  constructor(point: Point) {
    super("overview-look");
    this.point = point;
  }
}

/** Pixels of the map, and of a dot on it. */
const size = { width: 132, height: 96 };
const dot = 2.4;

/**
 * A small map of a whole drawing, with a frame around what is in view. It says nothing that is not said elsewhere: a screen
 * reader passes over it, and what lies outside can be reached by the buttons at the edges of the drawing.
 *
 * @fires {LookEvent} overview-look - a part is pointed at
 */
@customElement("overview-map")
export class OverviewMap extends LitElement {
  static override styles = unsafeCSS(style);
  @property({ attribute: false }) spots: ReadonlyMap<NodeId, Point> = new Map();
  /** What is in view. */
  @property({ attribute: false }) seen: Extent = { x1: 0, y1: 0, x2: 0, y2: 0 };
  @query("canvas", true) private readonly sheet!: HTMLCanvasElement;
  @query(".frame", true) private readonly frame!: HTMLElement;
  #sight: Sight = { zoom: 1, pan: { x: 0, y: 0 } };

  override render() {
    return html`<div
      class="map"
      aria-hidden="true"
      @pointerdown=${(event: PointerEvent) => this.#point(event)}
      @pointermove=${(event: PointerEvent) => event.buttons === 1 && this.#point(event)}
    >
      <canvas width=${size.width * 2} height=${size.height * 2}></canvas>
      <div class="frame"></div>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("spots")) this.#draw();
    const [low, high] = [
      inWindow({ x: this.seen.x1, y: this.seen.y1 }, this.#sight),
      inWindow({ x: this.seen.x2, y: this.seen.y2 }, this.#sight),
    ];
    const { style } = this.frame;
    style.transform = `translate(${low.x}px, ${low.y}px)`;
    style.width = `${high.x - low.x}px`;
    style.height = `${high.y - low.y}px`;
  }

  #draw(): void {
    const spots = [...this.spots.values()];
    const extent = extentOfSpots(spots);
    const context = this.sheet.getContext("2d");
    if (!extent || !context) return;
    this.#sight = wholeOf(extent, size);
    context.setTransform(2, 0, 0, 2, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    context.fillStyle = getComputedStyle(this.sheet).color;
    for (const spot of spots) {
      const { x, y } = inWindow(spot, this.#sight);
      context.fillRect(x - dot / 2, y - dot / 2, dot, dot);
    }
  }

  #point(event: PointerEvent): void {
    const { left, top } = this.sheet.getBoundingClientRect();
    this.dispatchEvent(new LookEvent(inDrawing({ x: event.clientX - left, y: event.clientY - top }, this.#sight)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "overview-map": OverviewMap;
  }
}
