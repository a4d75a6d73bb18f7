import cytoscape, { type Core, type ElementDefinition, type EventObject, type SingularElementArgument } from "cytoscape";
import { html, type PropertyValues, svg } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Link, NodeId } from "../../model/graph.ts";
import { linkKinds } from "../../model/kinds.ts";
import { Selected } from "../app/store.ts";
import { nameOf } from "../ui/format.ts";
import { Media } from "../ui/media.ts";
import { lettersAt, namesThatFit } from "./labels.ts";
import type { Camera } from "./view.ts";
import { type Shown, type Spot, sharers, shown, type View } from "./view.ts";
import "./canvas.css";
import { NodeEvent, PageElement } from "../ui/element.ts";
import { coloursOf, styleOf } from "./canvas-style.ts";
import { CameraEvent, MenuEvent, MoveEvent } from "./graph-events.ts";
import { graphItems } from "./graph-items.ts";

/** Cytoscape writes a style sheet into the page unless one with this id is there; the content security policy forbids it. */
const styleSheetId = "__________cytoscape_stylesheet";
/** Milliseconds without movement before it counts as where the user wants to look. */
const rest = 250;
/** Words beside more links than this hide each other; the details have them. */
const mostTold = 8;
/** Pixels around a drawing that is fitted in view. */
const margin = 56;

/**
 * Draws the view. Cytoscape draws the links and knows what is pointed at; the nodes themselves stand in a layer of SVG
 * above it, which a keyboard and a screen reader can enter. A node is where the view says, and nowhere else.
 *
 * @fires {NodeEvent} node-select - on tap, or Space
 * @fires {NodeEvent} node-expand - on double tap, or Enter
 * @fires {MoveEvent} node-move - after a drag, or Alt with an arrow
 * @fires {MenuEvent} node-menu - on a secondary tap, or Shift F10
 * @fires {CameraEvent} camera-change - the user looks at another part
 */
@customElement("graph-canvas")
export class GraphCanvas extends PageElement {
  @property({ attribute: false }) view?: View;
  @property({ attribute: false }) selected: NodeId | undefined;
  @property({ attribute: false }) fresh: ReadonlySet<NodeId> = new Set();
  /** Where to look when it opens; all of it when absent. */
  @property({ attribute: false }) camera: Camera | undefined;
  /** Changes when another view is opened, so that it is looked at anew. */
  @property({ type: Number }) opening = 0;
  /** The node that a tab key enters. */
  @property({ attribute: false }) active: NodeId | undefined;
  @query(".canvas-stage", true) private readonly stage!: HTMLElement;
  @query(".canvas-world", true) private readonly world!: SVGGElement;
  private readonly theme = new Selected(this, (state) => state.theme);
  private readonly dark = new Media(this, "(prefers-color-scheme: dark)");
  #cy: Core | undefined;
  #look = "";
  #letters = 1;
  /** All of it was put in view, and nothing was changed since. */
  #fitted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sizes: ResizeObserver | undefined;

  override render() {
    return html`<div class="canvas">
      <div class="canvas-stage" aria-hidden="true"></div>
      <div class="canvas-layer" role="application" aria-label=${this.words.explore.canvas} aria-describedby="canvas-help">
        <svg role="presentation"><g class="canvas-world">${this.view ? this.#items(this.view) : svg``}</g></svg>
      </div>
      <p id="canvas-help" hidden>${this.words.explore.canvasHelp}</p>
    </div>`;
  }

  #items(view: View) {
    const { selected, fresh, language } = this;
    return graphItems(view, { selected, fresh, active: this.active, language, host: this });
  }

  protected override firstUpdated(): void {
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
    cy.on("viewport", () => this.#follow());
    cy.on("tapstart", () => (this.#fitted = false));
    cy.on("dragpan scrollzoom pinchzoom", () => this.#looked());
    cy.on("tap", "node", ({ target }: EventObject) => this.dispatchEvent(new NodeEvent("node-select", target.id())));
    cy.on("dbltap", "node", ({ target }: EventObject) => this.dispatchEvent(new NodeEvent("node-expand", target.id())));
    cy.on("cxttap", "node", ({ target, originalEvent }: EventObject) => {
      const { clientX: x, clientY: y } = originalEvent as MouseEvent;
      this.dispatchEvent(new MenuEvent(target.id(), { x, y }));
    });
    cy.on("drag", "node", ({ target }: EventObject) => this.#carry(target.id(), target.position()));
    cy.on("dragfree", "node", ({ target }: EventObject) => {
      const { x, y } = target.position();
      this.dispatchEvent(new MoveEvent(target.id(), { x: Math.round(x), y: Math.round(y), pinned: true }));
    });
    cy.on("mouseover mouseout", "node, edge", ({ target, type }: EventObject) => this.#near(target, type === "mouseover"));
    this.stage.addEventListener("contextmenu", (event) => event.preventDefault());
    this.#sizes = new ResizeObserver(() => this.#resized());
    this.#sizes.observe(this.stage);
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#paint();
    if (changed.has("view") && this.view) this.#draw(this.view, shown(this.view));
    if (changed.has("view") || changed.has("selected")) {
      this.#point();
      this.#nameSome();
    }
    if (changed.has("opening") || (changed.has("camera") && this.camera)) this.#lookAt(this.camera);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#sizes?.disconnect();
    this.#cy?.destroy();
    this.#cy = undefined;
  }

  /** Looks at all of it. */
  fit(): void {
    this.#lookAt(undefined);
    this.dispatchEvent(new CameraEvent(undefined));
  }

  /** Comes nearer or goes away, around the middle. */
  zoomBy(factor: number): void {
    const cy = this.#cy;
    cy?.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    this.#looked();
  }

  /** Moves the view as little as needed to have a node in it. */
  bringInView({ x, y }: Spot): void {
    const cy = this.#cy;
    if (!cy) return;
    const [zoom, pan] = [cy.zoom(), cy.pan()];
    const over = (at: number, size: number) => (at < margin ? margin - at : at > size - margin ? size - margin - at : 0);
    const by = { x: over(x * zoom + pan.x, cy.width()), y: over(y * zoom + pan.y, cy.height()) };
    if (by.x === 0 && by.y === 0) return;
    cy.panBy(by);
    this.#looked();
  }

  /** The point of the window where a node is. */
  pointOf({ x, y }: Spot): { x: number; y: number } {
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
      for (const { id } of drawnNodes) {
        const { x, y } = view.spots.get(id) ?? { x: 0, y: 0 };
        const there = cy.getElementById(id);
        if (there.empty()) cy.add({ group: "nodes", data: { id }, position: { x, y } });
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

  /** Shows what is pointed at, with what its links say. */
  #near(target: SingularElementArgument, is: boolean): void {
    target.toggleClass("near", is);
    if (!target.isNode()) return;
    target.connectedEdges().toggleClass("near", is && target.degree(false) <= mostTold);
    this.#item(target.id())?.classList.toggle("near", is);
  }

  /** Marks the links of what is selected, and tells what they say where that can be read. */
  #point(): void {
    const cy = this.#cy;
    cy?.elements().removeClass("chosen told");
    if (!cy || !this.selected) return;
    const links = cy.getElementById(this.selected).connectedEdges();
    links.addClass(links.length > mostTold ? "chosen" : "chosen told");
  }

  #lookAt(camera: Camera | undefined): void {
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
  #follow(): void {
    const cy = this.#cy;
    if (!cy) return;
    const [zoom, { x, y }] = [cy.zoom(), cy.pan()];
    this.world.setAttribute("transform", `translate(${x} ${y}) scale(${zoom})`);
    const letters = lettersAt(zoom);
    if (Math.abs(letters / this.#letters - 1) < 0.08) return;
    this.#letters = letters;
    this.world.style.setProperty("--letters", String(letters));
    this.#nameSome();
  }

  /** Leaves out names that would lie over others: first what is shared, then what has most links. */
  #nameSome(): void {
    if (!this.view) return;
    const { nodes, links, faint } = shown(this.view);
    const shared = sharers({ nodes, links });
    const named = [...faint.nodes, ...nodes].map((node) => {
      const { x, y } = this.view?.spots.get(node.id) ?? { x: 0, y: 0 };
      const weight = (shared.get(node.id) ?? 0) * 1_000 + node.degree;
      return {
        id: node.id,
        name: nameOf(node, this.language),
        x,
        y,
        weight: node.id === this.selected ? Number.MAX_VALUE : weight,
      };
    });
    const fitting = namesThatFit(named, this.#letters);
    for (const { id } of named) this.#item(id)?.classList.toggle("quiet", !fitting.has(id));
  }

  #item(id: string): Element | null {
    return this.world.querySelector(`[data-id="${id}"]`);
  }

  /** The user looks elsewhere: told when the movement rests. */
  #looked(): void {
    this.#fitted = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const camera = this.#cameraNow();
      if (camera) this.dispatchEvent(new CameraEvent(camera));
    }, rest);
  }

  #carry(id: NodeId, { x, y }: Spot): void {
    this.world.querySelector(`[data-spot="${id}"]`)?.setAttribute("transform", `translate(${x} ${y})`);
  }

  /** In a window of another width, looks at all of it again where nothing was done since; else nothing moves. */
  #resized(): void {
    const cy = this.#cy;
    if (!cy) return;
    const before = cy.width();
    cy.resize();
    if (before === 0 || (this.#fitted && cy.width() !== before)) this.#lookAt(this.camera);
  }

  /** Takes the colours of the style sheet over, when they have changed. */
  #paint(): void {
    const look = `${this.theme.value} ${this.dark.matches} ${this.language}`;
    if (look === this.#look || !this.#cy) return;
    this.#look = look;
    this.#cy.style(styleOf(coloursOf(this.stage)));
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
