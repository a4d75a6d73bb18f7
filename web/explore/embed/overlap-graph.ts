import { ContextProvider } from "@lit/context";
import { Task } from "@lit/task";
import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { queryString } from "../../../model/call.ts";
import { nodeRoute } from "../../../model/explore.ts";
import type { Language, NodeId, NodeSummary } from "../../../model/graph.ts";
import { call } from "../../app/api.ts";
import { appStore, firstState, setAddress, setTheme, themes } from "../../app/state.ts";
import { Store } from "../../app/store.ts";
import "../../drawing/graph-canvas.ts";
import type { GraphCanvas } from "../../drawing/graph-canvas.ts";
import type { MoveEvent } from "../../drawing/graph-events.ts";
import { emptyView, moveNode, shown, type View } from "../../drawing/view.ts";
import type { NodeEvent } from "../../ui/element.ts";
import { capital, kindWord, nameOf, number, slugOf } from "../../ui/format.ts";
import glyphStyle from "../../ui/glyph.css?raw";
import { icon, kindIcon } from "../../ui/icon.ts";
import { FailedEvent, ItemEvent, ReadyEvent } from "./embed-events.ts";
import { type Embedded, embeddedView } from "./embedded-view.ts";
import style from "./overlap-graph.css?raw";
import { embedWords } from "./words.ts";

/** What this script was fetched from is the server, with its base path. */
const ownServer = import.meta.url.slice(0, import.meta.url.lastIndexOf("/"));

/**
 * A part of the network in a page of another site: a drawing in which items can be selected, what is selected in words, and all of it
 * as a table. Each one has a state of its own. It takes no scrolling from the page: the wheel zooms with Ctrl or ⌘ alone.
 *
 * Its colours and letters are the custom properties --overlap-paper, --overlap-ink, --overlap-accent, --overlap-font and so on.
 *
 * @slot - what stands there without a script, while it is fetched and when that fails; afterwards the table, unless it is empty
 * @fires {ReadyEvent} overlap-ready - with `items` and `links`
 * @fires {ItemEvent} overlap-select - with `item`: id, kind, name, address
 * @fires {ItemEvent} overlap-open - on Enter or a double click; it leads to the link of that item unless it is prevented
 * @fires {FailedEvent} overlap-error - with `error`
 */
@customElement("overlap-graph")
export class OverlapGraph extends LitElement {
  static override styles = [unsafeCSS(glyphStyle), unsafeCSS(style)];
  /** Where the server is; where the script comes from when absent. */
  @property() server = "";
  @property() view = "";
  @property() items = "";
  @property() around = "";
  @property({ type: Number }) limit = 20;
  @property() src = "";
  @property() layout = "";
  /** `nl` or `en`; that of the page around it when absent. */
  @property({ attribute: "lang" }) ownLanguage = "";
  /** `light` or `dark`; as the page says when absent. */
  @property() theme = "";
  /** The address of the page says what is drawn, in which language. */
  @property({ type: Boolean, attribute: "of-page" }) ofPage = false;
  /** The drawing as it stands now. */
  @state() private drawn: View = emptyView;
  @state() private selected: NodeId | undefined;
  @state() private opening = 0;
  @query("graph-canvas") private readonly canvas!: GraphCanvas;
  readonly #store = new Store(firstState);

  readonly #read = new Task(this, {
    args: () => [this.#server, this.#view, this.items, this.around, this.limit, this.src, this.layout] as const,
    task: ([server, view, items, around, limit, src, layout], { signal }) =>
      embeddedView({ server, view, items, around, limit, src, layout }, signal),
    onComplete: (found) => this.#take(found),
    onError: (error) => this.dispatchEvent(new FailedEvent(error)),
  });
  /** What is known of the selected item; nothing where there is no server, or it does not answer. */
  readonly #about = new Task(this, {
    args: () => [this.selected, this.src === ""] as const,
    task: async ([id, isServed], { signal }) => {
      if (!id || !isServed) return undefined;
      return (await call(nodeRoute, { params: { id }, query: { limit: 1 }, server: this.#server }, signal)).node;
    },
  });

  constructor() {
    super();
    new ContextProvider(this, { context: appStore.context, initialValue: this.#store });
    // Before the drawing hears of it: without a key the wheel is the page's.
    const leave = (event: WheelEvent) => event.ctrlKey || event.metaKey || event.stopPropagation();
    this.addEventListener("wheel", leave, { capture: true, passive: true });
    this.#store.subscribe(() => this.requestUpdate());
  }

  get #server(): string {
    return (this.server || ownServer).replace(/\/$/, "");
  }
  get #view(): string {
    return this.ofPage ? location.search : this.view;
  }
  get #language(): Language {
    const ofAddress = this.ofPage ? (new URLSearchParams(location.search).get("taal") ?? "") : "";
    const said = ofAddress || this.ownLanguage || this.closest<HTMLElement>("[lang]")?.lang || "";
    return /^en\b/i.test(said) ? "en" : "nl";
  }
  get #words() {
    return embedWords(this.#language);
  }

  #take({ view, selected }: Embedded): void {
    this.drawn = view;
    this.selected = selected;
    this.opening += 1;
    const { nodes, links } = shown(view);
    this.dispatchEvent(new ReadyEvent(nodes.length, links.length));
  }

  protected override willUpdate(): void {
    const [{ address, theme }, language] = [this.#store.state, this.#language];
    if (this.ofPage) document.documentElement.lang = language;
    if (address.language !== language) this.#store.update(setAddress({ ...address, language }));
    const wanted = themes.find((name) => name === this.theme) ?? "system";
    if (theme !== wanted) this.#store.update(setTheme(wanted));
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("opening") && this.ofPage) document.title = this.#words.page.title;
  }

  override render() {
    return this.#read.render({
      initial: () => this.#instead(this.#words.loading),
      pending: () => this.#instead(this.#words.loading),
      error: () => this.#instead(`${this.#words.failed} ${this.#isEmpty ? "" : this.#words.instead}`),
      complete: ({ missing }) => (this.drawn.nodes.size > 0 ? this.#drawing(missing) : this.#instead(this.#words.nothing)),
    });
  }

  get #isEmpty(): boolean {
    return this.childElementCount === 0 && (this.textContent ?? "").trim() === "";
  }

  #instead(text: string) {
    return html`<p class="note" role="status">${text}</p><div class="slot"><slot></slot></div>`;
  }

  #drawing(missing: number) {
    const words = this.#words;
    return html`<div class="stage">
        <graph-canvas
          .view=${this.drawn}
          .selected=${this.selected}
          .opening=${this.opening}
          @node-select=${({ id }: NodeEvent) => this.#select(id)}
          @node-expand=${({ id }: NodeEvent) => void this.#open(id)}
          @node-move=${({ id, spot }: MoveEvent) => (this.drawn = moveNode(id, spot)(this.drawn))}
          @canvas-leave=${() => this.renderRoot.querySelector<HTMLElement>(".tools button")?.focus()}
        ></graph-canvas>
        <div class="tools" role="group" aria-label=${words.tools}>
          ${this.#tool("plus", words.zoomIn, () => this.canvas.zoomBy(1.3))}
          ${this.#tool("minus", words.zoomOut, () => this.canvas.zoomBy(1 / 1.3))}
          ${this.#tool("maximize", words.fit, () => this.canvas.fit())}
        </div>
      </div>
      <div class="below">
        <div class="about" aria-live="polite">${this.#selection()}</div>
        ${missing > 0 ? html`<p class="second">${words.missing(number(missing, this.#language))}</p>` : nothing}
        <details>
          <summary>${words.asTable}</summary>
          <div class="scroll"><slot>${this.#table()}</slot></div>
        </details>
        <p class="from"><a href=${this.#addressOf("/")} target="_blank" rel="noopener">${words.from}</a><span>${words.hint}</span></p>
      </div>
      <div class="visually-hidden" aria-live="polite">${this.#store.state.message.text}</div>`;
  }

  #tool(name: "plus" | "minus" | "maximize", text: string, act: () => void) {
    return html`<button type="button" aria-label=${text} title=${text} @click=${act}>${icon(name)}</button>`;
  }

  #selection() {
    const words = this.#words;
    const node = this.selected && this.drawn.nodes.get(this.selected);
    if (!node) return html`<p class="second">${words.choose}</p>`;
    const [name, kind, joined] = [nameOf(node, this.#language), kindWord(node.kind, this.#language), this.#besides(node).length];
    const about = this.#about.value?.id === node.id ? this.#about.value : undefined;
    const description = about && ((this.#language === "en" && about.descriptionEn) || about.description);
    return html`<p>
        ${kindIcon({ kind: node.kind, contested: node.contested })} <strong>${name}</strong>, ${kind},
        ${words.joined(number(joined, this.#language))}.
        <a class="open" href=${this.#itemAddress(node)} target="_blank" rel="noopener" aria-label=${words.openLabel(name)}>${words.open}</a>
      </p>
      ${description ? html`<p>${description}</p>` : nothing}`;
  }

  #table() {
    const { columns, table } = this.#words;
    const nodes = [...shown(this.drawn).nodes].sort((one, other) => other.degree - one.degree);
    return html`<table>
      <caption>${table}</caption>
      <thead><tr><th scope="col">${columns.name}</th><th scope="col">${columns.kind}</th><th scope="col">${columns.joined}</th></tr></thead>
      <tbody>
        ${nodes.map(
          (node) => html`<tr>
            <th scope="row"><a href=${this.#itemAddress(node)} target="_blank" rel="noopener">${nameOf(node, this.#language)}</a></th>
            <td>${capital(kindWord(node.kind, this.#language))}</td>
            <td>${this.#besides(node).join(", ")}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /** The names of what an item is linked with, a name for each link. */
  #besides({ id }: NodeSummary): string[] {
    const others = shown(this.drawn).links.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
    return others.flatMap((other) => {
      const node = this.drawn.nodes.get(other);
      return node ? [nameOf(node, this.#language)] : [];
    });
  }

  #select(id: NodeId): void {
    const node = this.drawn.nodes.get(id);
    if (node && this.dispatchEvent(this.#event("overlap-select", node))) this.selected = id;
  }

  /** Selects an item, and has the focus on the link that leads to it: no window opens by itself. */
  async #open(id: NodeId): Promise<void> {
    const node = this.drawn.nodes.get(id);
    if (!node || !this.dispatchEvent(this.#event("overlap-open", node))) return;
    this.selected = id;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("a.open")?.focus();
  }

  #event(name: "overlap-select" | "overlap-open", node: NodeSummary): ItemEvent {
    const { id, kind } = node;
    return new ItemEvent(name, { id, kind, name: nameOf(node, this.#language), address: this.#itemAddress(node) });
  }

  #itemAddress({ id, kind }: NodeSummary): string {
    return kind === "institution"
      ? this.#addressOf(`/instelling/${slugOf(id)}`)
      : this.#addressOf("/verken", { toon: id, kies: id });
  }

  #addressOf(path: string, query: Readonly<Record<string, string>> = {}): string {
    return this.#server + path + queryString({ ...query, taal: this.#language === "en" ? "en" : undefined });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "overlap-graph": OverlapGraph;
  }
}
