import { html, nothing, type PropertyValues, svg, unsafeCSS } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { LinkId, NodeId } from "../../model/graph.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { NodeEvent, WordElement } from "../ui/element.ts";
import { nameOf } from "../ui/format.ts";
import glyphStyle from "../ui/glyph.css?raw";
import { Media } from "../ui/media.ts";
import style from "./canvas.css?raw";
import { nearestItem } from "./directions.ts";
import { DrawnSpots } from "./drawn-spots.ts";
import { CameraEvent, MenuEvent, MoveEvent } from "./graph-events.ts";
import { graphItems, type ItemRequests, mostInPage } from "./graph-items.ts";
import { cornersOf, type Headed, headedSections, placeHeadings } from "./headings.ts";
import { lettersAt, type NamePlace } from "./labels.ts";
import { linkAt } from "./link-paths.ts";
import { type Look, lookOf, lookSamples } from "./look.ts";
import { Looking } from "./looking.ts";
import { namePlaces } from "./names.ts";
import { nearEnough } from "./near.ts";
import { isSameOutside, nothingOutside, type Outside, outsideOf, windowSides } from "./outside.ts";
import { outsideButtons } from "./outside-buttons.ts";
import "./overview-map.ts";
import type { LookEvent } from "./overview-map.ts";
import { Painting } from "./painting.ts";
import { followPointers } from "./pointing.ts";
import type { Scene } from "./scene.ts";
import { type Extent, extentOfSpots, inDrawing, inWindow, type Sight } from "./sight.ts";
import { signsOf } from "./signs.ts";
import { focusOf, pointedOut } from "./standing.ts";
import { type Camera, emptyView, type Layout, type Spot, shown, type View } from "./view.ts";
import { drawingWords } from "./words.ts";

/** So many items are drawn at a time, so that the page stays quick while a large drawing opens. */
const atATime = 60;
/** Pixels from the middle of an item, and from a link, at which it is pointed at. */
const reach = { item: 14, sign: 22, link: 6 };

/**
 * Draws the view: the links on a canvas, and the nodes in a layer of SVG above it, which a keyboard and a screen reader
 * can enter. A node is where the view says, and nowhere else.
 *
 * It stands in a shadow root with a style sheet of its own, and fills the nearest box around it that is positioned.
 * Colours and letters are the custom properties of web/ui/tokens.css; where the page does not set them, they are the same.
 *
 * @fires {NodeEvent} node-select - on tap, or Space
 * @fires {NodeEvent} node-expand - on double tap, or Enter
 * @fires {MoveEvent} node-move - after a drag, Alt with an arrow, or a tap while one is to be placed
 * @fires placing-end - the item that was to be placed has been, or the user thought better of it
 * @fires {MenuEvent} node-menu - on a secondary tap, or Shift F10
 * @fires {CameraEvent} camera-change - the user looks at another part
 * @fires canvas-leave - on Escape: the focus is to go elsewhere
 */
@customElement("graph-canvas")
export class GraphCanvas extends WordElement {
  static override styles = [unsafeCSS(glyphStyle), unsafeCSS(style)];
  @property({ attribute: false }) view?: View;
  @property({ attribute: false }) selected: NodeId | undefined;
  @property({ attribute: false }) fresh: ReadonlySet<NodeId> = new Set();
  @property({ attribute: false }) chosen: ReadonlySet<NodeId> = new Set();
  /** A path to be lit: its items from end to end, each with its number. */
  @property({ attribute: false }) path: readonly NodeId[] = [];
  /** An item that is put where the drawing is tapped next, for who does not drag. */
  @property({ attribute: false }) placing: NodeId | undefined;
  /** Where to look when it opens; all of it when absent. */
  @property({ attribute: false }) camera: Camera | undefined;
  /** Changes when another view is opened, so that it is looked at anew. */
  @property({ type: Number }) opening = 0;
  /** The node that a tab key enters. */
  @state() private active: NodeId | undefined;
  @state() private hovered: NodeId | undefined;
  @state() private outside: Outside = nothingOutside;
  @state() private names: ReadonlyMap<NodeId, NamePlace> = new Map();
  @state() private near: ReadonlySet<NodeId> = new Set();
  @state() private upTo = atATime;
  @query(".canvas-stage", true) private readonly stage!: HTMLElement;
  @query(".canvas-world", true) private readonly world!: SVGGElement;
  @query(".canvas-headings", true) private readonly headings!: HTMLElement;
  private readonly theme = new Selected(this, appStore, ({ theme }) => theme);
  private readonly dark = new Media(this, "(prefers-color-scheme: dark)");
  private readonly forced = new Media(this, "(forced-colors: active)");
  private readonly still = new Media(this, "(prefers-reduced-motion: reduce)");
  readonly #looking = new Looking({
    seen: (sight) => this.#seen(sight),
    rested: (camera) => this.dispatchEvent(new CameraEvent(camera)),
  });
  readonly #drawn = new DrawnSpots(() => this.#drawSoon());
  #focus = focusOf(emptyView, undefined);
  /** As it was laid out when it was last drawn. */
  #layout: Layout | undefined;
  #headed: readonly Headed[] = [];
  #pointedLink: LinkId | undefined;
  #look: Look | undefined;
  #painting: Painting | undefined;
  #lookKey = "";
  /** How large letters are drawn, beside their size at zoom 1. */
  #letterScale = 1;
  #frame = 0;
  #naming = new AbortController();
  #resizes: ResizeObserver | undefined;
  readonly #requests: ItemRequests = {
    view: () => this.view,
    select: (id) => this.dispatchEvent(new NodeEvent("node-select", id)),
    expand: (id) => this.dispatchEvent(new NodeEvent("node-expand", id)),
    move: (id, spot) => this.dispatchEvent(new MoveEvent(id, spot)),
    openMenu: (id, spot) => this.dispatchEvent(new MenuEvent(id, this.#pointInPage(spot))),
    focus: (id) => void this.#focusItem(id),
    focused: (id) => {
      this.active = id;
      const spot = this.view?.spots.get(id);
      if (spot) this.#looking.show({ x1: spot.x, y1: spot.y, x2: spot.x, y2: spot.y });
    },
    leave: () => this.dispatchEvent(new Event(this.placing ? "placing-end" : "canvas-leave", { bubbles: true })),
    say: (text) => this.say(text),
  };

  override render() {
    return html`<div class="canvas-stage" aria-hidden="true"><canvas></canvas><canvas></canvas>${lookSamples}</div>
      <div class="canvas-layer" role="application" aria-label=${this.words.explore.canvas} aria-describedby="canvas-help">
        <svg role="presentation"><g class="canvas-world">${this.view ? this.#items(this.view) : svg``}</g></svg>
      </div>
      <div class="canvas-headings">
        ${this.#headed.map(({ text }) => html`<p class="canvas-heading" role="heading" aria-level="2">${text}</p>`)}
      </div>
      ${outsideButtons(this.outside, this.language, (id) => this.#lookAt(id))}
      ${this.#map()} ${this.placing ? html`<p class="canvas-placing">${drawingWords(this.language).placing(this.#nameOf(this.placing))}</p>` : nothing}
      <p id="canvas-help" hidden>${this.words.explore.canvasHelp}</p>`;
  }

  /** A small map, while something is out of view. */
  #map() {
    if (!windowSides.some((side) => this.outside[side].count > 0)) return nothing;
    return html`<overview-map
      .spots=${this.#drawn.spots}
      .seen=${this.#looking.extent}
      @overview-look=${({ point }: LookEvent) => this.#looking.centre(point)}
    ></overview-map>`;
  }

  #nameOf(id: NodeId): string {
    const node = this.view?.nodes.get(id);
    return node ? nameOf(node, this.language) : id;
  }

  #items(view: View) {
    const { selected, path, fresh, chosen, active, hovered, near, names, upTo, language } = this;
    const [inFocus, requests] = [this.#focus.nodes, this.#requests];
    return graphItems(view, { selected, path, fresh, chosen, active, hovered, near, inFocus, names, upTo, language, requests });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    // It was moved in the page: its box may be another, and it is looked at anew.
    this.#watchSize();
    this.requestUpdate("view", undefined);
    this.requestUpdate("opening", undefined);
  }

  protected override firstUpdated(): void {
    const [one, other] = this.stage.querySelectorAll("canvas");
    if (one && other) this.#painting = new Painting(one, other);
    followPointers<NodeId>(this.stage, {
      at: (point) => this.#itemAt(point),
      hover: (point) => this.#hover(point),
      tapAt: (point) => this.#placeAt(point),
      tap: (id) => this.dispatchEvent(new NodeEvent("node-select", id)),
      tapTwice: (id) => this.dispatchEvent(new NodeEvent("node-expand", id)),
      askMenu: (id, point) => this.dispatchEvent(new MenuEvent(id, point)),
      drag: (id, by) => this.#drawn.drag(id, this.#taken(id, by), this.world),
      drop: (id, by) => {
        const { x, y } = this.#taken(id, by);
        this.dispatchEvent(new MoveEvent(id, { x: Math.round(x), y: Math.round(y), pinned: true }));
      },
      pan: (by) => this.#looking.pan(by),
      zoom: (factor, at) => this.#looking.zoom(factor, at),
    });
    this.#watchSize();
  }

  #watchSize(): void {
    this.#resizes = new ResizeObserver(() => this.#measure());
    this.#resizes.observe(this.stage);
    this.#measure();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("opening")) this.upTo = atATime;
    this.#headed = headedSections(this.view ?? emptyView, this.language);
    if (changed.has("view") || changed.has("selected") || changed.has("path"))
      this.#focus = focusOf(this.view ?? emptyView, this.selected, this.path);
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#restyle();
    if (changed.has("view") && this.view) {
      this.#looking.changed();
      this.#drawn.place(this.view, this.world, !changed.has("opening") && !this.still.matches);
    }
    if (changed.has("fresh") && !changed.has("opening")) this.#showFresh();
    if (changed.has("opening") || (changed.has("camera") && this.camera)) this.#pointCamera(this.camera);
    else if (changed.has("view") && this.#layout && this.#layout !== this.view?.layout) this.fit(!this.still.matches);
    this.#layout = this.view?.layout;
    if (changed.has("view") || changed.has("selected") || changed.has("path")) void this.#placeNames();
    this.stage.toggleAttribute("data-placing", this.placing !== undefined);
    if (changed.has("view")) this.#tellOutside();
    this.#drawSoon();
    if (this.upTo < Math.min(this.view?.nodes.size ?? 0, mostInPage)) setTimeout(() => (this.upTo += atATime));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#looking.stop();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#naming.abort();
    this.#drawn.stop();
    this.#resizes?.disconnect();
  }

  /** Looks at all of it; `gliding` there, so that one sees where everything goes. */
  fit(gliding = false): void {
    if (gliding) this.#looking.glide(this.#whole);
    else this.#pointCamera(undefined);
    this.dispatchEvent(new CameraEvent(undefined));
  }

  /** Comes nearer or goes away, around the middle. */
  zoomBy(factor: number): void {
    this.#looking.zoom(factor);
  }

  /** The items whose middle lies in a part of the page's window. */
  itemsWhere(holds: (point: { x: number; y: number }) => boolean): NodeId[] {
    return [...this.#drawn.spots].flatMap(([id, spot]) => (holds(this.#pointInPage(spot)) ? [id] : []));
  }

  /** Puts the focus where it was in the drawing, or on the item that a tab key enters. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<SVGGElement>('.item[tabindex="0"]')?.focus(options);
  }

  async #focusItem(id: NodeId): Promise<void> {
    this.active = id;
    await this.updateComplete;
    this.renderRoot.querySelector<SVGGElement>(`.item[data-id="${id}"]`)?.focus({ preventScroll: true });
  }

  /** The point of the page's window where a node is. */
  #pointInPage(spot: Spot): { x: number; y: number } {
    const { left, top } = this.stage.getBoundingClientRect();
    const { x, y } = inWindow(spot, this.#looking.sight);
    return { x: left + x, y: top + y };
  }

  #itemAt(point: { x: number; y: number }): NodeId | undefined {
    const { sight } = this.#looking;
    return nearestItem(inDrawing(point, sight), this.#drawn.spots, Math.max(reach.item / sight.zoom, reach.sign));
  }

  /** Where an item is that was taken along by so many pixels of the window. */
  #taken(id: NodeId, by: { x: number; y: number }): Spot {
    const { x, y } = this.view?.spots.get(id) ?? { x: 0, y: 0 };
    const { zoom } = this.#looking.sight;
    return { x: x + by.x / zoom, y: y + by.y / zoom };
  }

  /** Puts the item that is to be placed at a point of the window. */
  #placeAt(point: { x: number; y: number }): boolean {
    const id = this.placing;
    if (!id) return false;
    const { x, y } = inDrawing(point, this.#looking.sight);
    this.dispatchEvent(new MoveEvent(id, { x: Math.round(x), y: Math.round(y), pinned: true }));
    this.dispatchEvent(new Event("placing-end"));
    return true;
  }

  /** Makes what is pointed at stand out, with what its links say. */
  #hover(point: { x: number; y: number } | undefined): void {
    this.hovered = point && this.#itemAt(point);
    const { sight } = this.#looking;
    this.#pointedLink =
      point && !this.hovered ? linkAt(inDrawing(point, sight), this.#drawn.paths, reach.link / sight.zoom) : undefined;
    this.stage.toggleAttribute("data-over", this.hovered !== undefined);
    this.#drawSoon();
  }

  #pointCamera(camera: Camera | undefined): void {
    this.#looking.point(camera, this.#whole);
  }

  /** The part that all of it takes. */
  get #whole(): Extent | undefined {
    const { view = emptyView } = this;
    const spots = shown(view).nodes.flatMap(({ id }) => view.spots.get(id) ?? []);
    return extentOfSpots([...spots, ...cornersOf(this.#headed)]);
  }

  #seen(sight: Sight): void {
    const { zoom, pan } = sight;
    this.world.setAttribute("transform", `translate(${pan.x} ${pan.y}) scale(${zoom})`);
    this.#frameSoon();
    const letters = lettersAt(zoom);
    if (Math.abs(letters / this.#letterScale - 1) < 0.08) return;
    this.#letterScale = letters;
    this.world.style.setProperty("--letters", String(letters));
    void this.#placeNames();
  }

  async #placeNames(): Promise<void> {
    this.#naming.abort();
    this.#naming = new AbortController();
    if (!this.view) return;
    const names = await namePlaces(this.view, this.selected, this.path, this.#letterScale, this.language, this.#naming.signal);
    if (names) this.names = names;
  }

  /** Paints anew what has changed, with the next frames. */
  #drawSoon(): void {
    this.stage.toggleAttribute("data-painting", true);
    this.#painting?.changed();
    this.#frameSoon();
  }

  /** Shows with the next frame what is looked at, and notices then what lies outside and what is near. */
  #frameSoon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const [look, { sight }] = [this.#look, this.#looking];
      if (!this.#painting || !look || !this.#looking.isOpen) return;
      const isUnfinished = this.#painting.frame(() => this.#scene(look), sight);
      this.stage.toggleAttribute("data-painting", isUnfinished);
      if (isUnfinished) this.#frameSoon();
      this.#tellMap();
      placeHeadings(this.headings, this.#headed, sight);
      this.#tellOutside();
      this.near = nearEnough(this.#drawn.spots, this.#looking.extent, sight.zoom, this.near);
    });
  }

  #scene(look: Look): Scene {
    const { view = emptyView, near, chosen, language } = this;
    const { paths, spots } = this.#drawn;
    const standingOf = pointedOut(this.#focus, paths, this.hovered, this.#pointedLink);
    const bands = this.#headed.map(({ extent }) => extent);
    const inFocus = this.#focus.nodes;
    return { paths, standingOf, bands, look, language, signs: signsOf(view), spots, inFocus, near, chosen };
  }

  #tellMap(): void {
    const map = this.renderRoot.querySelector("overview-map");
    if (map) Object.assign(map, { spots: this.#drawn.spots, seen: this.#looking.extent });
  }

  /** Notices what lies outside of the window. */
  #tellOutside(): void {
    if (!this.view || !this.#looking.isOpen) return;
    const outside = outsideOf(shown(this.view).nodes, this.view.spots, this.#looking.extent);
    if (!isSameOutside(outside, this.outside)) this.outside = outside;
  }

  #lookAt(id: NodeId): void {
    const spot = this.#drawn.spots.get(id);
    if (spot) this.#looking.centre(spot);
  }

  /** Has what came in view. */
  #showFresh(): void {
    const came = [...this.fresh, ...(this.selected ? [this.selected] : [])];
    const extent = this.fresh.size > 0 && extentOfSpots(came.flatMap((id) => this.view?.spots.get(id) ?? []));
    if (extent) this.#looking.show(extent);
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.stage;
    const { lookAnew } = this.#looking.resize({ width, height });
    this.#painting?.resize({ width, height });
    this.#drawSoon();
    if (lookAnew) this.#pointCamera(this.camera);
  }

  /** Takes the colours of the style sheet over, when they have changed. */
  #restyle(): void {
    const lookKey = `${this.theme.value} ${this.dark.matches} ${this.forced.matches}`;
    if (lookKey === this.#lookKey) return;
    this.#lookKey = lookKey;
    this.#look = lookOf(this.stage);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "graph-canvas": GraphCanvas;
  }
}
