import cytoscape, { type Core, type ElementDefinition, type EventObject, type SingularElementArgument } from "cytoscape";
import { html, nothing, type PropertyValues, svg, unsafeCSS } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Link, NodeId } from "../../model/graph.ts";
import { linkKinds } from "../../model/kinds.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { NodeEvent, WordElement } from "../ui/element.ts";
import { number } from "../ui/format.ts";
import glyphStyle from "../ui/glyph.css?raw";
import { Media } from "../ui/media.ts";
import style from "./canvas.css?raw";
import { lookOf, styleOf } from "./canvas-style.ts";
import { CameraEvent, MenuEvent, MoveEvent } from "./graph-events.ts";
import { graphItems, type ItemRequests } from "./graph-items.ts";
import { lettersAt } from "./labels.ts";
import { placeNames } from "./names.ts";
import { nothingOutside, type Outside, outsideOf, type WindowSide, windowSides } from "./outside.ts";
import { sizeOf } from "./sizes.ts";
import { type Camera, type Shown, type Spot, shown, type View } from "./view.ts";

/** Cytoscape writes a style sheet into the page unless one with this id is there; the content security policy forbids it. */
const styleSheetId = "__________cytoscape_stylesheet";
/** Milliseconds without movement before it counts as where the user wants to look. */
const rest = 250;
/** Words beside more links than this hide each other; the details have them. */
const mostTold = 8;
/** Pixels at zoom 1 that a plain sign takes, to be pointed at. */
const signWidth = 44;
/** Below this zoom the count of what is not shown cannot be read. */
const leastForBadges = 0.7;
/** Pixels around a drawing that is fitted in view. */
const margin = 28;

/**
 * Draws the view. Cytoscape draws the links and knows what is pointed at; the nodes themselves stand in a layer of SVG
 * above it, which a keyboard and a screen reader can enter. A node is where the view says, and nowhere else.
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
  @state() private outside: Outside = nothingOutside;
  @query(".canvas-stage", true) private readonly stage!: HTMLElement;
  @query(".canvas-world", true) private readonly world!: SVGGElement;
  private readonly theme = new Selected(this, appStore, ({ theme }) => theme);
  private readonly dark = new Media(this, "(prefers-color-scheme: dark)");
  #cy: Core | undefined;
  /** What the colours and words of the links were last made for. */
  #styleKey = "";
  /** How large letters are drawn, beside their size at zoom 1. */
  #letterScale = 1;
  /** All of it was put in view, and nothing was changed since. */
  #fitted = false;
  /** Runs while the camera moves. */
  #cameraTimer: ReturnType<typeof setTimeout> | undefined;
  #resizes: ResizeObserver | undefined;

  readonly #requests: ItemRequests = {
    select: (id) => this.dispatchEvent(new NodeEvent("node-select", id)),
    expand: (id) => this.dispatchEvent(new NodeEvent("node-expand", id)),
    move: (id, spot) => this.dispatchEvent(new MoveEvent(id, spot)),
    openMenu: (id, spot) => this.dispatchEvent(new MenuEvent(id, this.#pointInWindow(spot))),
    focus: (id) => this.#focusItem(id),
    focused: (id) => {
      this.active = id;
      this.#bringInView(id);
    },
    leave: () => this.dispatchEvent(new Event("canvas-leave", { bubbles: true })),
    say: (text) => this.say(text),
  };

  override render() {
    return html`<div class="canvas-stage" aria-hidden="true"></div>
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
    const { selected, fresh, active, language } = this;
    return graphItems(view, { selected, fresh, active, language, requests: this.#requests });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    // It was moved in the page: leaving closed Cytoscape, so it is opened and drawn again.
    this.#open();
    this.requestUpdate("view", undefined);
    this.requestUpdate("opening", undefined);
  }

  protected override firstUpdated(): void {
    this.stage.addEventListener("contextmenu", (event) => event.preventDefault());
    this.#open();
  }

  /** Starts Cytoscape, which lives for as long as the drawing is on the page. */
  #open(): void {
    this.#styleKey = "";
    if (!document.getElementById(styleSheetId))
      document.head.append(Object.assign(document.createElement("meta"), { id: styleSheetId }));
    const cy = cytoscape({
      container: this.stage,
      minZoom: 0.1,
      maxZoom: 2.5,
      boxSelectionEnabled: false,
      selectionType: "single",
    });
    this.#cy = cy;
    cy.on("viewport", () => this.#moveLayer());
    cy.on("tapstart", () => (this.#fitted = false));
    cy.on("dragpan scrollzoom pinchzoom", () => this.#tellCamera());
    cy.on("tap", "node", ({ target }: EventObject) => this.dispatchEvent(new NodeEvent("node-select", target.id())));
    cy.on("dbltap", "node", ({ target }: EventObject) => this.dispatchEvent(new NodeEvent("node-expand", target.id())));
    cy.on("cxttap", "node", ({ target, originalEvent }: EventObject) => {
      const { clientX: x, clientY: y } = originalEvent as MouseEvent;
      this.dispatchEvent(new MenuEvent(target.id(), { x, y }));
    });
    cy.on("drag", "node", ({ target }: EventObject) => this.#dragItem(target.id(), target.position()));
    cy.on("dragfree", "node", ({ target }: EventObject) => {
      const { x, y } = target.position();
      this.dispatchEvent(new MoveEvent(target.id(), { x: Math.round(x), y: Math.round(y), pinned: true }));
    });
    cy.on("mouseover mouseout", "node, edge", ({ target, type }: EventObject) => this.#highlight(target, type === "mouseover"));
    this.#resizes = new ResizeObserver(() => this.#resized());
    this.#resizes.observe(this.stage);
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#restyle();
    if (changed.has("view") && this.view) this.#draw(this.view, shown(this.view));
    if (changed.has("view") || changed.has("selected")) {
      this.#markSelected();
      this.#placeNames();
    }
    if (changed.has("fresh") && !changed.has("opening")) this.#showFresh();
    if (changed.has("opening") || (changed.has("camera") && this.camera)) this.#pointCamera(this.camera);
    if (changed.has("view")) this.#tellOutside();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#cameraTimer);
    this.#resizes?.disconnect();
    this.#cy?.destroy();
    this.#cy = undefined;
  }

  /** Looks at all of it. */
  fit(): void {
    this.#pointCamera(undefined);
    this.dispatchEvent(new CameraEvent(undefined));
  }

  /** Comes nearer or goes away, around the middle. */
  zoomBy(factor: number): void {
    const cy = this.#cy;
    cy?.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    this.#tellCamera();
  }

  /** Puts the focus where it was in the drawing, or on the item that a tab key enters. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<SVGGElement>('.item[tabindex="0"]')?.focus(options);
  }

  #focusItem(id: NodeId): void {
    this.renderRoot.querySelector<SVGGElement>(`.item[data-id="${id}"]`)?.focus({ preventScroll: true });
  }

  /** Moves the camera as little as needed to have a node in view. */
  #bringInView(id: NodeId): void {
    const [cy, spot] = [this.#cy, this.view?.spots.get(id)];
    if (!cy || !spot) return;
    const { x, y } = spot;
    const [zoom, pan] = [cy.zoom(), cy.pan()];
    const over = (at: number, size: number) => (at < margin ? margin - at : at > size - margin ? size - margin - at : 0);
    const by = { x: over(x * zoom + pan.x, cy.width()), y: over(y * zoom + pan.y, cy.height()) };
    if (by.x === 0 && by.y === 0) return;
    cy.panBy(by);
    this.#tellCamera();
  }

  /** The point of the window where a node is. */
  #pointInWindow({ x, y }: Spot): { x: number; y: number } {
    const { left, top } = this.stage.getBoundingClientRect();
    const [zoom, pan] = [this.#cy?.zoom() ?? 1, this.#cy?.pan() ?? { x: 0, y: 0 }];
    return { x: left + x * zoom + pan.x, y: top + y * zoom + pan.y };
  }

  /** Adds what is new, removes what is gone, and puts everything where the view says. */
  #draw(view: View, { nodes, links, faint }: Shown): void {
    const cy = this.#cy;
    if (!cy) return;
    this.#fitted = false;
    const [drawnNodes, drawnLinks] = [
      [...faint.nodes, ...nodes],
      [...faint.links, ...links],
    ];
    const wanted = new Set<string>([...drawnNodes, ...drawnLinks].map(({ id }) => id));
    const pale = new Set<string>(faint.links.map(({ id }) => id));
    cy.batch(() => {
      cy.elements()
        .filter((element) => !wanted.has(element.id()))
        .remove();
      for (const node of drawnNodes) {
        const { id } = node;
        const { x, y } = view.spots.get(id) ?? { x: 0, y: 0 };
        const there = cy.getElementById(id);
        if (there.empty()) cy.add({ group: "nodes", data: { id, size: signWidth * sizeOf(node) }, position: { x, y } });
        else there.position({ x, y });
      }
      cy.add(drawnLinks.filter(({ id }) => cy.getElementById(id).empty()).map((link) => this.#edge(link)));
      cy.edges().forEach((edge) => {
        edge.toggleClass("faint", pale.has(edge.id()));
      });
    });
  }

  #edge({ id, from, to, kind, basis, contested }: Link): ElementDefinition {
    const { out } = linkKinds[kind][this.language];
    return { group: "edges", data: { id, source: from, target: to, out, basis, contested } };
  }

  /** Makes what is pointed at stand out, with what its links say. */
  #highlight(target: SingularElementArgument, is: boolean): void {
    target.toggleClass("highlighted", is);
    if (!target.isNode()) return;
    target.connectedEdges().toggleClass("highlighted", is && target.degree(false) <= mostTold);
    this.world.querySelector(`[data-name="${target.id()}"]`)?.classList.toggle("highlighted", is);
  }

  /** Marks the links of what is selected, tells what they say where that can be read, and dims what it does not touch. */
  #markSelected(): void {
    const cy = this.#cy;
    if (!cy) return;
    cy.elements().removeClass("chosen told away");
    const chosen = this.selected ? cy.getElementById(this.selected) : cy.collection();
    const links = chosen.connectedEdges();
    links.addClass(links.length > mostTold ? "chosen" : "chosen told");
    const near = chosen.union(links.connectedNodes());
    if (links.nonempty()) cy.edges().difference(links).addClass("away");
    for (const spot of this.world.querySelectorAll<SVGGElement>(".spot"))
      spot.toggleAttribute("data-away", links.nonempty() && near.getElementById(spot.dataset.spot ?? "").empty());
  }

  #pointCamera(camera: Camera | undefined): void {
    const cy = this.#cy;
    if (!cy) return;
    this.#fitted = !camera;
    if (cy.width() === 0 || cy.nodes().empty()) return;
    if (camera) {
      const [x, y] = [cy.width() / 2 - camera.x * camera.zoom, cy.height() / 2 - camera.y * camera.zoom];
      cy.viewport({ zoom: camera.zoom, pan: { x, y } });
      return;
    }
    cy.fit(undefined, margin);
    if (cy.zoom() <= 1.1) return;
    cy.zoom(1.1);
    cy.center();
  }

  #cameraNow(): Camera | undefined {
    const cy = this.#cy;
    if (!cy || cy.width() === 0) return undefined;
    const [zoom, pan] = [cy.zoom(), cy.pan()];
    return { x: (cy.width() / 2 - pan.x) / zoom, y: (cy.height() / 2 - pan.y) / zoom, zoom };
  }

  /** The layer of nodes goes along with the links. */
  #moveLayer(): void {
    const cy = this.#cy;
    if (!cy) return;
    const [zoom, { x, y }] = [cy.zoom(), cy.pan()];
    this.world.setAttribute("transform", `translate(${x} ${y}) scale(${zoom})`);
    this.#tellOutside();
    const letters = lettersAt(zoom);
    if (Math.abs(letters / this.#letterScale - 1) < 0.08) return;
    this.#letterScale = letters;
    this.world.style.setProperty("--letters", String(letters));
    this.world.toggleAttribute("data-far", zoom < leastForBadges);
    this.#placeNames();
  }

  #placeNames(): void {
    if (this.view) placeNames(this.world, this.view, this.selected, this.#letterScale, this.language);
  }

  /** Notices what lies outside of the window. */
  #tellOutside(): void {
    const cy = this.#cy;
    if (!cy || !this.view || cy.width() === 0) return;
    const outside = outsideOf(shown(this.view).nodes, this.view.spots, cy.extent());
    if (windowSides.some((side) => outside[side].join() !== this.outside[side].join())) this.outside = outside;
  }

  /** Moves the camera to a node, as near as it is. */
  #lookAt(id: NodeId): void {
    this.#cy?.center(this.#cy.getElementById(id));
    this.#tellCamera();
  }

  /** Has what came in view: by moving the camera as little as needed, and by going away only as far as it takes. */
  #showFresh(): void {
    const cy = this.#cy;
    if (!cy || cy.width() === 0 || this.fresh.size === 0) return;
    const came = cy.nodes().filter((node) => this.fresh.has(node.id() as NodeId) || node.id() === this.selected);
    const { x1, y1, x2, y2 } = came.boundingBox({ includeLabels: false });
    const zoom = Math.min(cy.zoom(), (cy.width() - 2 * margin) / (x2 - x1), (cy.height() - 2 * margin) / (y2 - y1));
    const middle = { x: cy.width() / 2, y: cy.height() / 2 };
    if (zoom < cy.zoom()) cy.zoom({ level: zoom, renderedPosition: middle });
    const pan = cy.pan();
    const inside = (low: number, high: number, size: number) =>
      low < margin ? margin - low : high > size - margin ? size - margin - high : 0;
    const by = {
      x: inside(x1 * zoom + pan.x, x2 * zoom + pan.x, cy.width()),
      y: inside(y1 * zoom + pan.y, y2 * zoom + pan.y, cy.height()),
    };
    if (zoom === cy.zoom() && by.x === 0 && by.y === 0) return;
    cy.panBy(by);
    this.#tellCamera();
  }

  /** The user looks elsewhere: told when the movement rests. */
  #tellCamera(): void {
    this.#fitted = false;
    clearTimeout(this.#cameraTimer);
    this.#cameraTimer = setTimeout(() => {
      const camera = this.#cameraNow();
      if (camera) this.dispatchEvent(new CameraEvent(camera));
    }, rest);
  }

  #dragItem(id: NodeId, { x, y }: Spot): void {
    for (const spot of this.world.querySelectorAll(`[data-spot="${id}"]`)) spot.setAttribute("transform", `translate(${x} ${y})`);
  }

  /** In a window of another width, looks at all of it again where nothing was done since; else nothing moves. */
  #resized(): void {
    const cy = this.#cy;
    if (!cy) return;
    const before = cy.width();
    cy.resize();
    if (before === 0 || (this.#fitted && cy.width() !== before)) this.#pointCamera(this.camera);
  }

  /** Takes the colours of the style sheet over, when they have changed. */
  #restyle(): void {
    const styleKey = `${this.theme.value} ${this.dark.matches} ${this.language}`;
    if (styleKey === this.#styleKey || !this.#cy) return;
    this.#styleKey = styleKey;
    this.#cy.style(styleOf(lookOf(this.stage)));
    if (this.view)
      for (const { id, kind } of this.view.links.values())
        this.#cy.getElementById(id).data("out", linkKinds[kind][this.language].out);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "graph-canvas": GraphCanvas;
  }
}
