import { html, nothing, type PropertyValues } from "lit";
import { customElement, query } from "lit/decorators.js";
import type { NodeId } from "../../model/graph.ts";
import { type Address, queryString } from "../app/address.ts";
import { type NodeEvent, PageElement } from "../ui/element.ts";
import "./explore-start.ts";
import "./explore-status.ts";
import "./explore-toolbar.ts";
import type { GraphCanvas } from "../drawing/graph-canvas.ts";
import type { CameraEvent, MenuEvent, MoveEvent } from "../drawing/graph-events.ts";
import { icon } from "../ui/icon.ts";
import "./item-list.ts";
import "./item-menu.ts";
import type { ItemMenu, MenuChoice } from "./item-menu.ts";
import "./legend-filter.ts";
import "./node-detail.ts";
import type { NodesEvent } from "./node-detail.ts";
import "./path-finder.ts";
import { navigate, replaceQuery } from "../app/router.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { linksLeft } from "../drawing/view.ts";
import { nameOf, number, slugOf } from "../ui/format.ts";
import { Media } from "../ui/media.ts";
import { ExploreActions } from "./actions.ts";
import { exploreStore, select, setCamera, setForm } from "./explore-state.ts";
import type { WayEvent } from "./path-finder.ts";
import "./explore.css";

/** Milliseconds without a change before the address follows. */
const rest = 200;

/** Explores the data: a drawing and a list of the same items, what each is, and what to leave out. */
@customElement("explore-page")
export class ExplorePage extends PageElement {
  readonly #explore = new Selected(this, exploreStore, (state) => state);
  readonly #query = new Selected(this, appStore, ({ address }) => address.query);
  readonly #narrow = new Media(this, "(max-width: 60rem)");
  @query("graph-canvas") private readonly canvas!: GraphCanvas | null;
  @query("item-menu") private readonly menu!: ItemMenu;
  private actions!: ExploreActions;
  /** The address as this page wrote it. */
  #written: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.actions = new ExploreActions(this.app, this.#explore.store);
    void import("../drawing/graph-canvas.ts");
    this.addEventListener("node-pick", this.#take);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.actions.close();
    clearTimeout(this.#timer);
    this.removeEventListener("node-pick", this.#take);
  }

  /** What is found in the search box of the site comes on this canvas. */
  readonly #take = (event: Event) => {
    event.preventDefault();
    void this.actions.addNode((event as NodeEvent).id);
  };

  protected override willUpdate(): void {
    const address = queryString(this.#query.value);
    if (address === this.#written) return;
    this.#written = address;
    void this.actions.openAddress(this.#query.value);
  }

  protected override updated(_changed: PropertyValues<this>): void {
    clearTimeout(this.#timer);
    if (!this.#explore.value.work.busy) this.#timer = setTimeout(() => void this.#keep(), rest);
  }

  async #keep(): Promise<void> {
    const query = await this.actions.queryOfView();
    if (query && this.isConnected) this.#write(query);
  }

  /** Puts a query in the address without opening it: it is that of what is shown. */
  #write(query: Address["query"]): void {
    this.#written = queryString(query);
    replaceQuery(this.app, query);
  }

  /** Puts an end of a way in the address; the view stays. */
  #setEnd(end: "van" | "naar", id: NodeId): void {
    this.#write({ ...this.#query.value, [end]: id });
  }

  override render() {
    const { explore } = this.words;
    const { view, selected, form } = this.#explore.value;
    const empty = view.nodes.size === 0;
    return html`<div class="explore" data-form=${form} data-selected=${selected ? "yes" : nothing}>
      <h1 class="visually-hidden" tabindex="-1">${explore.heading}</h1>
      <div class="explore-side">
        <details class="panel" ?open=${!this.#narrow.matches}>
          <summary>${explore.legend}</summary>
          <legend-filter .actions=${this.actions}></legend-filter>
        </details>
        <details class="panel" ?open=${this.#query.value.van || this.#query.value.naar}>
          <summary>${explore.way}</summary>
          ${this.#way()}
        </details>
      </div>
      <div class="explore-main">
        <div class="explore-bar">${this.#narrow.matches ? this.#forms() : nothing}<explore-toolbar
            .actions=${this.actions}
            @camera-fit=${() => this.canvas?.fit()}
            @camera-zoom=${({ detail }: CustomEvent<number>) => this.canvas?.zoomBy(detail)}
          ></explore-toolbar>
        </div>
        <div class="explore-stage">
          ${this.#drawing()} ${this.#narrow.matches && form === "list" && !empty ? this.#list() : nothing}
          ${empty && !this.#explore.value.work.busy ? html`<explore-start></explore-start>` : nothing}
        </div>
        <explore-status .actions=${this.actions}></explore-status>
      </div>
      ${this.#detail()}
      <item-menu></item-menu>
    </div>`;
  }

  #forms() {
    const { explore } = this.words;
    const { form } = this.#explore.value;
    return html`<div class="forms" role="group" aria-label=${explore.forms}>
      ${(["list", "drawing"] as const).map(
        (
          name,
        ) => html`<button type="button" class="chip" aria-pressed=${form === name} @click=${() => this.#explore.store.update(setForm(name))}>
          ${icon(name === "list" ? "list" : "network")} ${explore[name]}
        </button>`,
      )}
    </div>`;
  }

  #list() {
    const { view, selected } = this.#explore.value;
    if (view.nodes.size === 0) return nothing;
    return html`<section class="explore-list" aria-labelledby="items-title">
      <h2 id="items-title">${this.words.explore.items}</h2>
      <item-list .actions=${this.actions} .view=${view} .selected=${selected} @node-select=${({ id }: NodeEvent) => this.#explore.store.update(select(id))}></item-list>
    </section>`;
  }

  #drawing() {
    const { view, selected, fresh, camera, opening } = this.#explore.value;
    return html`<graph-canvas
      .view=${view}
      .selected=${selected}
      .fresh=${fresh}
      .camera=${camera}
      .opening=${opening}
      @node-select=${({ id }: NodeEvent) => this.#explore.store.update(select(id))}
      @node-expand=${({ id }: NodeEvent) => void this.actions.expand(id)}
      @node-move=${({ id, spot }: MoveEvent) => this.actions.move(id, spot)}
      @node-menu=${(event: MenuEvent) => this.#openMenu(event)}
      @camera-change=${(event: CameraEvent) => this.#explore.store.update(setCamera(event.camera))}
      @canvas-leave=${() => this.querySelector<HTMLElement>("explore-toolbar button:not(:disabled)")?.focus()}
    ></graph-canvas>`;
  }

  #openMenu(event: MenuEvent): void {
    const node = this.#explore.value.view.nodes.get(event.id);
    if (node) void this.menu.show(this.words.explore.menu(nameOf(node, this.language)), this.#choices(event.id), event);
  }

  #choices(id: NodeId): MenuChoice[] {
    const { explore } = this.words;
    const { view } = this.#explore.value;
    const spot = view.spots.get(id) ?? { x: 0, y: 0 };
    const { x, y } = spot;
    const left = linksLeft(view).get(id) ?? 0;
    return [
      { text: explore.open, act: () => this.#explore.store.update(select(id)) },
      ...(left > 0 ? [{ text: explore.expandCount(number(left, this.language)), act: () => void this.actions.expand(id) }] : []),
      {
        text: spot.pinned ? explore.unpin : explore.pin,
        act: () => this.actions.move(id, spot.pinned ? { x, y } : { x, y, pinned: true }),
      },
      { text: explore.hide, act: () => this.actions.hide(id) },
      { text: explore.wayFrom, act: () => this.#setEnd("van", id) },
      { text: explore.wayTo, act: () => this.#setEnd("naar", id) },
      ...(view.nodes.get(id)?.kind === "institution"
        ? [{ text: explore.page, act: () => navigate(this.app, this.linkTo(`/instelling/${slugOf(id)}`)) }]
        : []),
    ];
  }

  #way() {
    const { van = "", naar = "" } = this.#query.value;
    const { view } = this.#explore.value;
    const name = (id: string) => {
      const node = view.nodes.get(id as NodeId);
      return node ? nameOf(node, this.language) : "";
    };
    return html`<path-finder
      .from=${van || undefined}
      .to=${naar || undefined}
      .fromName=${name(van)}
      .toName=${name(naar)}
      @way-pick=${({ end, id }: WayEvent) => {
        void this.actions.addNode(id);
        this.#setEnd(end === "from" ? "van" : "naar", id);
      }}
      @nodes-add=${({ ids }: NodesEvent) => void this.actions.addNodes(ids)}
    ></path-finder>`;
  }

  #detail() {
    const { explore } = this.words;
    const { selected, view } = this.#explore.value;
    const left = selected ? (linksLeft(view).get(selected) ?? 0) : 0;
    return html`<aside class="explore-detail" aria-label=${selected ? explore.detail : explore.items}>
      ${
        selected
          ? html`<div class="detail-bar">
                <button type="button" class="button small" ?disabled=${left === 0} @click=${() => void this.actions.expand(selected)}>
                  ${icon("plus")} ${explore.expandCount(number(left, this.language))}
                </button>
                <button type="button" class="button small" @click=${() => this.actions.hide(selected)}>${icon("eye-off")} ${explore.hide}</button>
                ${
                  selected.startsWith("institution:")
                    ? html`<a class="button small" href=${this.linkTo(`/instelling/${slugOf(selected)}`)}>${explore.page}</a>`
                    : nothing
                }
                <button
                  type="button"
                  class="quiet square detail-close"
                  aria-label=${explore.close}
                  title=${explore.close}
                  @click=${() => this.#explore.store.update(select(undefined))}
                >
                  ${icon("close")}
                </button>
              </div>
              <node-detail
                .node=${selected}
                .there=${new Set(view.nodes.keys())}
                @node-select=${({ id }: NodeEvent) => void this.actions.addNode(id)}
                @nodes-add=${({ ids }: NodesEvent) => void this.actions.addNodes(ids)}
              ></node-detail>`
          : this.#narrow.matches || view.nodes.size === 0
            ? html`<p class="second">${explore.detailNone}</p>`
            : html`<p class="second small">${explore.detailNone}</p>${this.#list()}`
      }
    </aside>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "explore-page": ExplorePage;
  }
}
