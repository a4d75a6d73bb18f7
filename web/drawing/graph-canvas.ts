import { html, nothing, type PropertyValues, svg, unsafeCSS } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { LinkId, NodeId } from "../../model/graph.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { NodeEvent, WordElement } from "../ui/element.ts";
import { number } from "../ui/format.ts";
import glyphStyle from "../ui/glyph.css?raw";
import { Media } from "../ui/media.ts";
import style from "./canvas.css?raw";
import { nearestItem } from "./directions.ts";
import { CameraEvent, MenuEvent, MoveEvent } from "./graph-events.ts";
import { graphItems, type ItemRequests } from "./graph-items.ts";
import { movedOf, moveItems, moveName } from "./item-moves.ts";
import { lettersAt, type NamePlace } from "./labels.ts";
import { drawLinks } from "./link-layer.ts";
import { type LinkPath, linkAt, linkPaths } from "./link-paths.ts";
import { type Look, lookOf } from "./look.ts";
import { namePlaces } from "./names.ts";
import { nothingOutside, type Outside, outsideOf, type WindowSide, windowSides } from "./outside.ts";
import { followPointers } from "./pointing.ts";
import {
  cameraOf,
  extentOf,
  extentOfSpots,
  fitted,
  inDrawing,
  inWindow,
  movedBy,
  type Sight,
  showing,
  sightOf,
  zoomedBy,
} from "./sight.ts";
import { sizeOf } from "./sizes.ts";
import { focusOf, pointedOut } from "./standing.ts";
import { moveOver } from "./tween.ts";
import { type Camera, emptyView, type Spot, shown, type View } from "./view.ts";

/** Milliseconds without movement before that is where the user wants to look. */
const rest = 250;
/** Below this zoom neither an icon nor the count of what is not shown can be told. */
const leastForIcons = 0.5;
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
 * @fires {MoveEvent} node-move - after a drag, or Alt with an arrow
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
  @query(".canvas-stage canvas", true) private readonly sheet!: HTMLCanvasElement;
  @query(".canvas-world", true) private readonly world!: SVGGElement;
  private readonly theme = new Selected(this, appStore, ({ theme }) => theme);
  private readonly dark = new Media(this, "(prefers-color-scheme: dark)");
  private readonly still = new Media(this, "(prefers-reduced-motion: reduce)");
  #sight: Sight = { zoom: 1, pan: { x: 0, y: 0 } };
  #size = { width: 0, height: 0 };
  /** Where everything is drawn at this moment, which is where the view says but while something moves. */
  #spots: ReadonlyMap<NodeId, Pick<Spot, "x" | "y">> = new Map();
  #paths: readonly LinkPath[] = [];
  #focus = focusOf(emptyView, undefined);
  #pointedLink: LinkId | undefined;
  #look: Look | undefined;
  /** What the colours of the links were last read for. */
  #lookKey = "";
  /** How large letters are drawn, beside their size at zoom 1. */
  #letterScale = 1;
  /** All of it was put in view, and nothing was changed since. */
  #fitted = false;
  #frame = 0;
  /** Runs while the camera moves. */
  #cameraTimer: ReturnType<typeof setTimeout> | undefined;
  #naming = new AbortController();
  #stopMoving = () => {};
  #resizes: ResizeObserver | undefined;
  readonly #requests: ItemRequests = {
    view: () => this.view,
    select: (id) => this.dispatchEvent(new NodeEvent("node-select", id)),
    expand: (id) => this.dispatchEvent(new NodeEvent("node-expand", id)),
    move: (id, spot) => this.dispatchEvent(new MoveEvent(id, spot)),
    openMenu: (id, spot) => this.dispatchEvent(new MenuEvent(id, this.#pointInPage(spot))),
    focus: (id) => this.#focusItem(id),
    focused: (id) => {
      this.active = id;
      const spot = this.view?.spots.get(id);
      if (spot) this.#moveTo(showing({ x1: spot.x, y1: spot.y, x2: spot.x, y2: spot.y }, this.#sight, this.#size));
    },
    leave: () => this.dispatchEvent(new Event("canvas-leave", { bubbles: true })),
    say: (text) => this.say(text),
  };

  override render() {
    return html`<div class="canvas-stage" aria-hidden="true"><canvas></canvas></div>
      <div class="canvas-layer" role="application" aria-label=${this.words.explore.canvas} aria-describedby="canvas-help">
        <svg role="presentation"><g class="canvas-world">${this.view ? this.#items(this.view) : svg``}</g></svg>
      </div>
      ${windowSides.map((side) => this.#edgeOfWindow(side))}
      <p id="canvas-help" hidden>${this.words.explore.canvasHelp}</p>`;
  }

  /** Says that there is more on a side, and leads there. */
  #edgeOfWindow(side: WindowSide) {
    const [nearest] = this.outside[side];
    if (!nearest) return nothing;
    const text = this.words.explore.outside[side](number(this.outside[side].length, this.language));
    return html`<button type="button" class="canvas-outside" data-side=${side} @click=${() => this.#lookAt(nearest)}>${text}</button>`;
  }

  #items(view: View) {
    const { selected, fresh, active, hovered, near, names, upTo, language } = this;
    const [inFocus, requests] = [this.#focus.nodes, this.#requests];
    return graphItems(view, { selected, fresh, active, hovered, near, inFocus, names, upTo, language, requests });
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
    followPointers<NodeId>(this.stage, {
      at: (point) => this.#itemAt(point),
      hover: (point) => this.#hover(point),
      tap: (id) => this.dispatchEvent(new NodeEvent("node-select", id)),
      tapTwice: (id) => this.dispatchEvent(new NodeEvent("node-expand", id)),
      askMenu: (id, point) => this.dispatchEvent(new MenuEvent(id, point)),
      drag: (id, point) => this.#drag(id, inDrawing(point, this.#sight)),
      drop: (id, point) => {
        const { x, y } = inDrawing(point, this.#sight);
        this.dispatchEvent(new MoveEvent(id, { x: Math.round(x), y: Math.round(y), pinned: true }));
      },
      pan: (by) => this.#moveTo(movedBy(this.#sight, by)),
      zoom: (factor, at) => this.#moveTo(zoomedBy(this.#sight, factor, at)),
    });
    this.#watchSize();
  }

  #watchSize(): void {
    this.#resizes = new ResizeObserver(() => this.#resized());
    this.#resizes.observe(this.stage);
    this.#measure();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("opening")) this.upTo = atATime;
    if (changed.has("view") || changed.has("selected")) this.#focus = focusOf(this.view ?? emptyView, this.selected);
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#restyle();
    if (changed.has("view") && this.view) this.#place(this.view, !changed.has("opening"));
    if (changed.has("fresh") && !changed.has("opening")) this.#showFresh();
    if (changed.has("opening") || (changed.has("camera") && this.camera)) this.#pointCamera(this.camera);
    if (changed.has("view") || changed.has("selected")) void this.#placeNames();
    if (changed.has("view")) this.#tellOutside();
    this.#drawSoon();
    if (this.upTo < this.#drawable()) setTimeout(() => (this.upTo += atATime));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#cameraTimer);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#naming.abort();
    this.#stopMoving();
    this.#resizes?.disconnect();
  }

  /** Looks at all of it. */
  fit(): void {
    this.#pointCamera(undefined);
    this.dispatchEvent(new CameraEvent(undefined));
  }

  /** Comes nearer or goes away, around the middle. */
  zoomBy(factor: number): void {
    this.#moveTo(zoomedBy(this.#sight, factor, { x: this.#size.width / 2, y: this.#size.height / 2 }));
  }

  /** Puts the focus where it was in the drawing, or on the item that a tab key enters. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<SVGGElement>('.item[tabindex="0"]')?.focus(options);
  }

  #focusItem(id: NodeId): void {
    this.renderRoot.querySelector<SVGGElement>(`.item[data-id="${id}"]`)?.focus({ preventScroll: true });
  }

  /** The point of the page's window where a node is. */
  #pointInPage(spot: Spot): { x: number; y: number } {
    const { left, top } = this.stage.getBoundingClientRect();
    const { x, y } = inWindow(spot, this.#sight);
    return { x: left + x, y: top + y };
  }

  #drawable(): number {
    const { nodes, faint } = shown(this.view ?? emptyView);
    return nodes.length + faint.nodes.length;
  }

  #itemAt(point: { x: number; y: number }): NodeId | undefined {
    const { zoom } = this.#sight;
    return nearestItem(inDrawing(point, this.#sight), this.#spots, Math.max(reach.item / zoom, reach.sign));
  }

  /** Puts everything where the view says; what stood elsewhere goes there before one's eyes, unless all is to be still. */
  #place(view: View, mayMove: boolean): void {
    const { nodes, faint } = shown(view);
    const [before, after] = [
      this.#spots,
      new Map([...faint.nodes, ...nodes].map(({ id }) => [id, view.spots.get(id) ?? { x: 0, y: 0 }])),
    ];
    const moved = movedOf(before, after);
    this.#fitted = false;
    this.#stopMoving();
    this.world.removeAttribute("data-moving");
    if (!mayMove || moved.length < 2 || this.still.matches) {
      this.#setSpots(after);
      return;
    }
    this.world.setAttribute("data-moving", "");
    this.#stopMoving = moveOver(before, after, (spots, done) => {
      this.#setSpots(spots);
      moveItems(this.world, view, moved, spots);
      if (done) this.world.removeAttribute("data-moving");
    });
  }

  #setSpots(spots: ReadonlyMap<NodeId, Pick<Spot, "x" | "y">>): void {
    const { nodes, links, faint } = shown(this.view as View);
    this.#spots = spots;
    const sizes = new Map([...faint.nodes, ...nodes].map((node) => [node.id, sizeOf(node)]));
    this.#paths = linkPaths([...faint.links, ...links], spots, sizes);
    this.#drawSoon();
  }

  #drag(id: NodeId, { x, y }: Spot): void {
    const old = this.#spots.get(id);
    if (!this.view || !old) return;
    this.#setSpots(new Map([...this.#spots, [id, { x, y }]]));
    moveItems(this.world, this.view, [id], this.#spots);
    moveName(this.world, id, { x: x - old.x, y: y - old.y });
  }

  /** Makes what is pointed at stand out, with what its links say. */
  #hover(point: { x: number; y: number } | undefined): void {
    this.hovered = point && this.#itemAt(point);
    const { zoom } = this.#sight;
    this.#pointedLink =
      point && !this.hovered ? linkAt(inDrawing(point, this.#sight), this.#paths, reach.link / zoom) : undefined;
    this.stage.toggleAttribute("data-over", this.hovered !== undefined);
    this.#drawSoon();
  }

  #pointCamera(camera: Camera | undefined): void {
    this.#fitted = !camera;
    const extent = this.view && extentOfSpots(shown(this.view).nodes.flatMap(({ id }) => this.view?.spots.get(id) ?? []));
    if (this.#size.width === 0 || !extent) return;
    this.#see(camera ? sightOf(camera, this.#size) : fitted(extent, this.#size));
  }

  /** Looks elsewhere, as the user asked: told when the movement rests. */
  #moveTo(sight: Sight): void {
    if (sight.zoom === this.#sight.zoom && sight.pan.x === this.#sight.pan.x && sight.pan.y === this.#sight.pan.y) return;
    this.#see(sight);
    this.#fitted = false;
    clearTimeout(this.#cameraTimer);
    this.#cameraTimer = setTimeout(() => {
      if (this.#size.width > 0) this.dispatchEvent(new CameraEvent(cameraOf(this.#sight, this.#size)));
    }, rest);
  }

  #see(sight: Sight): void {
    this.#sight = sight;
    const { zoom, pan } = sight;
    this.world.setAttribute("transform", `translate(${pan.x} ${pan.y}) scale(${zoom})`);
    this.#drawSoon();
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
    const names = await namePlaces(this.view, this.selected, this.#letterScale, this.language, this.#naming.signal);
    if (names) this.names = names;
  }

  /** Draws the links with the next frame, and notices then what lies outside and what is near. */
  #drawSoon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const context = this.sheet.getContext("2d");
      if (!context || !this.#look || this.#size.width === 0) return;
      const standingOf = pointedOut(this.#focus, this.#paths, this.hovered, this.#pointedLink);
      const scene = { paths: this.#paths, standingOf, look: this.#look, language: this.language };
      drawLinks(context, scene, this.#sight, this.#size);
      this.#tellOutside();
      this.#tellNear();
    });
  }

  /** Notices what lies outside of the window. */
  #tellOutside(): void {
    if (!this.view || this.#size.width === 0) return;
    const outside = outsideOf(shown(this.view).nodes, this.view.spots, extentOf(this.#sight, this.#size));
    if (windowSides.some((side) => outside[side].join() !== this.outside[side].join())) this.outside = outside;
  }

  /** Notices what is near enough to tell its icon: what cannot be read is not drawn. */
  #tellNear(): void {
    const { x1, y1, x2, y2 } = extentOf(this.#sight, this.#size);
    const isNear = ({ x, y }: Pick<Spot, "x" | "y">) => x > x1 - 40 && x < x2 + 40 && y > y1 - 40 && y < y2 + 40;
    const near = this.#sight.zoom < leastForIcons ? [] : [...this.#spots].filter(([, spot]) => isNear(spot));
    if (near.length !== this.near.size || near.some(([id]) => !this.near.has(id))) this.near = new Set(near.map(([id]) => id));
  }

  /** Moves the camera to a node, as near as it is. */
  #lookAt(id: NodeId): void {
    const spot = this.#spots.get(id);
    if (spot) this.#moveTo(sightOf({ ...spot, zoom: this.#sight.zoom }, this.#size));
  }

  /** Has what came in view. */
  #showFresh(): void {
    const came = [...this.fresh, ...(this.selected ? [this.selected] : [])];
    const extent = this.fresh.size > 0 && extentOfSpots(came.flatMap((id) => this.view?.spots.get(id) ?? []));
    if (extent && this.#size.width > 0) this.#moveTo(showing(extent, this.#sight, this.#size));
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.stage;
    const ratio = Math.min(2, devicePixelRatio);
    this.#size = { width, height };
    Object.assign(this.sheet, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    this.#drawSoon();
  }

  /** In a window of another width, looks at all of it again where nothing was done since; else nothing moves. */
  #resized(): void {
    const before = this.#size.width;
    this.#measure();
    if (before === 0 || (this.#fitted && this.#size.width !== before)) this.#pointCamera(this.camera);
  }

  /** Takes the colours of the style sheet over, when they have changed. */
  #restyle(): void {
    const lookKey = `${this.theme.value} ${this.dark.matches}`;
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
