import { html, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ExploreElement } from "./explore-element.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a part of the drawing is chosen: by a frame from corner to corner, or by a loop around it. */
export type AreaForm = "frame" | "loop";

/** A part of the drawing was chosen; absent when that was called off. */
export class AreaEvent extends Event {
  /** The corners of the shape, in pixels of the window. */
  readonly shape: readonly Point[] | undefined;
  constructor(shape: readonly Point[] | undefined) {
    super("area-choose");
    this.shape = shape;
  }
}

/**
 * Lies over the drawing while a part of it is being chosen with a pointer. Escape calls it off.
 * @fires {AreaEvent} area-choose - a part was chosen, or none
 */
@customElement("select-area")
export class SelectArea extends ExploreElement {
  @property() form: AreaForm = "frame";
  @state() private drawn: readonly Point[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#key);
  }

  override render() {
    const { left, top } = this.getBoundingClientRect();
    const points = this.#shape.map(({ x, y }) => `${x - left},${y - top}`).join(" ");
    return html`<div class="select-area" @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @pointercancel=${() => (this.drawn = [])}>
      <svg aria-hidden="true">${points ? svg`<polygon points=${points} />` : nothing}</svg>
      <p class="select-hint">${this.text.choice.hint[this.form]}</p>
    </div>`;
  }

  get #shape(): readonly Point[] {
    const [from, to] = [this.drawn[0], this.drawn.at(-1)];
    if (this.form === "loop" || !from || !to) return this.drawn;
    return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.dispatchEvent(new AreaEvent(undefined));
  };

  #down(event: PointerEvent): void {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.drawn = [{ x: event.clientX, y: event.clientY }];
  }

  #move(event: PointerEvent): void {
    if (this.drawn.length > 0) this.drawn = [...this.drawn, { x: event.clientX, y: event.clientY }];
  }

  #up(event: PointerEvent): void {
    this.#move(event);
    const shape = this.#shape;
    this.drawn = [];
    this.dispatchEvent(new AreaEvent(shape.length > 2 ? shape : undefined));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "select-area": SelectArea;
  }
}
