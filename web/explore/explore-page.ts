import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { NodeId } from "../../model/graph.ts";
import type { NodeEvent } from "../ui/element.ts";
import "./action-told.ts";
import { isWithin } from "./choice.ts";
import "./choice-bar.ts";
import "./choice.css";
import "./drawing-controls.ts";
import "./expand-dialog.ts";
import type { ExpandDialog, ExpandEvent } from "./expand-dialog.ts";
import { type Folded, foldButton, foldedLastTime, type Side, sides, turned } from "./folds.ts";
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
import { navigate } from "../app/router.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { linksLeft, shown } from "../drawing/view.ts";
import { drawingWords } from "../drawing/words.ts";
import { nameOf, number, slugOf } from "../ui/format.ts";
import { Media } from "../ui/media.ts";
import { ExploreActions } from "./actions.ts";
import { ExploreElement } from "./explore-element.ts";
import { exploreStore, select, setCamera, setForm, toggleChosen } from "./explore-state.ts";
import type { PathEvent, RuleEvent } from "./path-finder.ts";
import { type PathRule, pathQuery, pathRuleIn } from "./path-rule.ts";
import "./select-area.ts";
import type { AreaEvent, AreaForm } from "./select-area.ts";
import "./story-player.ts";
import "./story-player.css";
import "./picture-dialog.ts";
import type { PictureDialog } from "./picture-dialog.ts";
import "./saved-dialog.ts";
import type { OpenEvent, SavedDialog, StoryEvent } from "./saved-dialog.ts";
import { standsForLarge } from "./view-address.ts";
import { ViewInAddress } from "./view-in-address.ts";
import "./explore.css";
import "./told.css";
import "./saved.css";
import "./picture.css";

/** With more links than this out of view, an item does not expand before it was said what of it is wanted. */
const mostUnasked = 40;

/** Explores the data: a drawing and a list of the same items, what each is, and what to leave out. */
@customElement("explore-page")
export class ExplorePage extends ExploreElement {
  readonly #explore = new Selected(this, exploreStore, (state) => state);
  readonly #query = new Selected(this, appStore, ({ address }) => address.query);
  readonly #narrow = new Media(this, "(max-width: 60rem)");
  @query("graph-canvas") private readonly canvas!: GraphCanvas | null;
  @query("item-menu") private readonly menu!: ItemMenu;
  @query("expand-dialog") private readonly expanding!: ExpandDialog;
  @query("picture-dialog") private readonly picture!: PictureDialog;
  @query("saved-dialog") private readonly saved!: SavedDialog;
  /** What is put where the drawing is tapped next. */
  @state() private placing: NodeId | undefined;
  /** How a part of the drawing is being chosen. */
  @state() private area: AreaForm | undefined;
  @state() private folded: Folded = foldedLastTime();
  private actions!: ExploreActions;
  readonly #address = new ViewInAddress(this, () => this.actions);

  override connectedCallback(): void {
    super.connectedCallback();
    this.actions = new ExploreActions(this.app, this.#explore.store);
    void import("../drawing/graph-canvas.ts");
    this.addEventListener("node-pick", this.#take);
    document.addEventListener("keydown", this.#press);
    addEventListener("beforeprint", this.#beforePrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.actions.close();
    this.removeEventListener("node-pick", this.#take);
    document.removeEventListener("keydown", this.#press);
    removeEventListener("beforeprint", this.#beforePrint);
  }

  /** Undoes and does again, but for what is typed in a field, which has a memory of its own. */
  readonly #press = (event: KeyboardEvent) => {
    const target = event.composedPath()[0];
    const isTyping = target instanceof Element && target.closest("input, textarea, select, dialog[open]") !== null;
    if (event.defaultPrevented || isTyping || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) this.actions.undo();
    else if (key === "y" || key === "z") this.actions.redo();
    else if (key === "a" && this.canvas && event.composedPath().includes(this.canvas))
      this.actions.choose(shown(this.#explore.value.view).nodes.map(({ id }) => id));
    else if (key === "p" && this.#explore.value.view.nodes.size > 0) void this.#preparePrint().then(print);
    else return;
    event.preventDefault();
  };

  /** What is found in the search box of the site comes on this canvas. */
  readonly #take = (event: Event) => {
    event.preventDefault();
    void this.actions.addNode((event as NodeEvent).id);
  };

  /** Asks for other ways: the address says which, and the view stays. */
  #askWays(rule: Partial<PathRule>): void {
    this.#address.add(pathQuery({ ...pathRuleIn(this.#query.value), ...rule }));
  }

  async #copyLink(): Promise<void> {
    await this.#address.follow();
    if (!standsForLarge(this.#query.value)) return this.actions.copy(location.href);
    this.actions.tellTooLarge();
    await this.#showSaved(this.text.large.noLink(number(this.#explore.value.view.nodes.size, this.language)));
  }

  async #showSaved(text?: string): Promise<void> {
    const { view } = this.#explore.value;
    await this.saved.show(
      { query: (await this.actions.queryOfView()) ?? {}, items: view.nodes.size, name: this.#viewName },
      text,
    );
  }

  /** What a drawing may be called: by the best connected of what it shows. */
  get #viewName(): string {
    const { nodes } = this.#explore.value.view;
    const most = [...nodes.values()].sort((one, other) => other.degree - one.degree).slice(0, 2);
    return most.map((node) => nameOf(node, this.language)).join(", ");
  }

  /** Paper shows the whole drawing as a picture, wherever the window looks. */
  readonly #beforePrint = () => void this.#preparePrint();

  async #preparePrint(): Promise<void> {
    const { view } = this.#explore.value;
    if (!this.picture.holds(view)) await this.picture.prepare(view, this.#viewName);
  }

  override render() {
    const { explore } = this.words;
    const { view, selected, form, telling } = this.#explore.value;
    const empty = view.nodes.size === 0;
    return html`<div class="explore" data-form=${form} data-selected=${selected ? "yes" : nothing} ?data-telling=${telling !== undefined} ?data-printed=${!empty} data-folded=${[...this.folded].join(" ")}>
      <h1 class="visually-hidden" tabindex="-1">${explore.heading}</h1>
      ${empty ? nothing : html`<a class="skip" href="#tekening" @click=${this.#toDrawing}>${this.text.toDrawing}</a>`}
      <div class="explore-side" id="explore-left">
        <details class="panel" ?open=${this.#query.value.van || this.#query.value.naar}>
          <summary>${explore.way}</summary>
          ${this.#way()}
        </details>
        <details class="panel" ?open=${!this.#narrow.matches}>
          <summary>${explore.legend}</summary>
          <legend-filter .actions=${this.actions}></legend-filter>
        </details>
      </div>
      <div class="explore-main">
        <div class="explore-bar">${this.#narrow.matches ? this.#forms() : nothing}<explore-toolbar
            .actions=${this.actions}
            @camera-fit=${() => this.canvas?.fit()}
            @camera-zoom=${({ detail }: CustomEvent<number>) => this.canvas?.zoomBy(detail)}
            @area-ask=${({ detail }: CustomEvent<AreaForm>) => this.#askArea(detail)}
            @saved-show=${() => void this.#showSaved()}
            @picture-show=${() => void this.picture.show(this.#explore.value.view, this.#viewName)}
            @link-copy=${() => void this.#copyLink()}
          ></explore-toolbar>
          <drawing-controls .actions=${this.actions}></drawing-controls>
        </div>
        <choice-bar .actions=${this.actions} @ways-choose=${this.#askWaysBetween}></choice-bar>
        <story-player .actions=${this.actions}></story-player>
        <div class="explore-stage">
          ${this.#narrow.matches ? nothing : sides.map((side) => this.#fold(side))} ${this.#drawing()} ${this.#narrow.matches && form === "list" && !empty ? this.#list() : nothing}
          ${empty && !this.#explore.value.work.busy ? html`<explore-start></explore-start>` : nothing}
          ${this.area ? html`<select-area .form=${this.area} @area-choose=${({ shape }: AreaEvent) => this.#chooseArea(shape)}></select-area>` : nothing}
          <action-told .actions=${this.actions}></action-told>
        </div>
        <explore-status .actions=${this.actions}></explore-status>
      </div>
      ${this.#detail()}
      <item-menu></item-menu>
      <expand-dialog @expand-choose=${({ id, choice }: ExpandEvent) => void this.actions.expand(id, choice)}></expand-dialog>
      <picture-dialog></picture-dialog>
      <saved-dialog
        @story-open=${({ story }: StoryEvent) => void this.actions.tell(story, 0)}
        @view-open=${({ view }: OpenEvent) => void this.actions.openQuery(view.query, this.text.saved.opened(view.name))}
      ></saved-dialog>
    </div>`;
  }

  async #toDrawing(event: Event): Promise<void> {
    event.preventDefault();
    this.#explore.store.update(setForm("drawing"));
    await this.updateComplete;
    this.canvas?.focus();
  }

  #fold(side: Side) {
    return foldButton(side, this.folded, this.language, () => (this.folded = turned(this.folded, side)));
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
    const { view, selected, fresh, chosen, camera, opening, lit } = this.#explore.value;
    return html`<graph-canvas
      .chosen=${chosen}
      .view=${view}
      .selected=${selected}
      .fresh=${fresh}
      .camera=${camera}
      .opening=${opening}
      .path=${lit}
      .placing=${this.placing}
      @placing-end=${() => (this.placing = undefined)}
      @node-select=${({ id }: NodeEvent) => this.#explore.store.update(select(id))}
      @node-expand=${({ id }: NodeEvent) => this.#expand(id)}
      @node-move=${({ id, spot }: MoveEvent) => this.actions.move(id, spot)}
      @node-menu=${(event: MenuEvent) => this.#openMenu(event)}
      @camera-change=${(event: CameraEvent) => this.#explore.store.update(setCamera(event.camera))}
      @canvas-leave=${() => this.querySelector<HTMLElement>("explore-toolbar button:not(:disabled)")?.focus()}
    ></graph-canvas>`;
  }

  /** Brings what is around an item; where that is very much, asks first what is wanted. */
  #expand(id: NodeId): void {
    const { view } = this.#explore.value;
    if ((linksLeft(view).get(id) ?? 0) > mostUnasked) this.#chooseExpand(id);
    else void this.actions.expand(id);
  }

  #chooseExpand(id: NodeId): void {
    const { nodes } = this.#explore.value.view;
    const node = nodes.get(id);
    if (node) void this.expanding.show(node, [...nodes.keys()]);
  }

  #askArea(form: AreaForm): void {
    this.area = this.area === form ? undefined : form;
    this.#explore.store.update(setForm("drawing"));
  }

  #chooseArea(shape: AreaEvent["shape"]): void {
    this.area = undefined;
    if (shape) this.actions.choose(this.canvas?.itemsWhere((point) => isWithin(point, shape)) ?? []);
  }

  readonly #askWaysBetween = () => {
    const [from, to] = this.#explore.value.chosen;
    if (from && to) this.#askWays({ from, to });
  };

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
      ...(left > 0
        ? [
            { text: explore.expandCount(number(left, this.language)), act: () => this.#expand(id) },
            { text: this.text.expand.choose, act: () => this.#chooseExpand(id) },
          ]
        : []),
      {
        text: spot.pinned ? explore.unpin : explore.pin,
        act: () => this.actions.move(id, spot.pinned ? { x, y } : { x, y, pinned: true }),
      },
      { text: drawingWords(this.language).place, act: () => (this.placing = id) },
      {
        text: this.#explore.value.chosen.has(id) ? this.text.choice.remove : this.text.choice.add,
        act: () => this.#explore.store.update(toggleChosen(id)),
      },
      { text: explore.hide, act: () => this.actions.hide(id) },
      ...this.#waysTo(id),
      ...(view.nodes.get(id)?.kind === "institution"
        ? [{ text: explore.page, act: () => navigate(this.app, this.linkTo(`/instelling/${slugOf(id)}`)) }]
        : []),
    ];
  }

  /** From what is selected, or else from or to the item itself. */
  #waysTo(id: NodeId): MenuChoice[] {
    const { explore } = this.words;
    const { view, selected } = this.#explore.value;
    const other = selected && selected !== id ? view.nodes.get(selected) : undefined;
    if (other) {
      const text = this.text.way.between(nameOf(other, this.language));
      return [{ text, act: () => this.#askWays({ from: other.id, to: id }) }];
    }
    return [
      { text: explore.wayFrom, act: () => this.#askWays({ from: id }) },
      { text: explore.wayTo, act: () => this.#askWays({ to: id }) },
    ];
  }

  #way() {
    const { view, lit } = this.#explore.value;
    const nameIn = (id: NodeId) => {
      const node = view.nodes.get(id);
      return node ? nameOf(node, this.language) : "";
    };
    return html`<path-finder
      .rule=${pathRuleIn(this.#query.value)}
      .names=${nameIn}
      .lit=${lit}
      @rule-change=${({ rule }: RuleEvent) => this.#askWays(rule)}
      @path-show=${({ nodes }: PathEvent) => void this.actions.showPath(nodes.map(({ id }) => id))}
    ></path-finder>`;
  }

  #detail() {
    const { explore } = this.words;
    const { selected, view } = this.#explore.value;
    const left = selected ? (linksLeft(view).get(selected) ?? 0) : 0;
    return html`<aside class="explore-detail" id="explore-right" aria-label=${selected ? explore.detail : explore.items}>
      ${
        selected
          ? html`<div class="detail-bar">
                <button type="button" class="button small" ?disabled=${left === 0} @click=${() => this.#expand(selected)}>
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
