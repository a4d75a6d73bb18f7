import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { type SearchAnswer, searchRoute } from "../../model/explore.ts";
import type { NodeId } from "../../model/graph.ts";
import type { NodeKind } from "../../model/kinds.ts";
import { call } from "../app/api.ts";
import { NodeEvent, PageElement } from "./element.ts";
import { errorWords } from "./error-view.ts";
import { kindWord, nameOf } from "./format.ts";
import { icon, kindIcon } from "./icon.ts";

/** A page that can be found by its name. */
export interface PageHit {
  readonly name: string;
  readonly href: string;
}

type Option = { readonly id: NodeId } | { readonly href: string };

/** Milliseconds without a key before the search starts. */
const pause = 150;
let boxes = 0;

/**
 * A search field with a list of what it finds: arrows choose, Enter takes, Escape closes.
 * @fires {NodeEvent} node-pick - an item was chosen
 * @fires page-pick - a page was chosen; `detail` is its address
 */
@customElement("search-box")
export class SearchBox extends PageElement {
  /** Only these kinds; all of them when empty. */
  @property({ attribute: false }) kinds: readonly NodeKind[] = [];
  @property() label = "";
  @property() placeholder = "";
  /** Pages to offer beside items. */
  @property({ attribute: false }) pages: readonly PageHit[] = [];
  /** Where all results for some words are read; without it the best hit is taken when none was chosen. */
  @property({ attribute: false }) allResults?: (words: string) => string;
  /** Keeps the chosen name in the field, for a field that is part of a form. */
  @property({ attribute: false }) keep = false;
  @property() value = "";
  @state() private answer: SearchAnswer | undefined;
  @state() private failure = "";
  @state() private open = false;
  @state() private active = -1;
  readonly #id = `search-${++boxes}`;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancel();
  }

  /** Puts the cursor in the field. */
  override focus(): void {
    this.querySelector("input")?.focus();
  }

  override render() {
    const { search } = this.words;
    const options = this.#options;
    const shown = this.open && (options.length > 0 || this.#status !== "");
    return html`<div class="search" role="search" aria-label=${this.label || search.label} @focusout=${this.#left}>
      ${icon("search")}
      <input
        id=${this.#id}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="search"
        aria-label=${this.label || search.label}
        aria-autocomplete="list"
        aria-expanded=${shown && options.length > 0}
        aria-controls="${this.#id}-list"
        aria-activedescendant=${this.active >= 0 && shown ? `${this.#id}-${this.active}` : nothing}
        placeholder=${this.placeholder || search.placeholder}
        maxlength="200"
        .value=${live(this.value)}
        @input=${this.#typed}
        @keydown=${this.#key}
        @focus=${() => (this.open = this.value.trim() !== "")}
      />
      <div class="search-drop" ?hidden=${!shown}>
        ${this.answer?.correctedTo ? html`<p class="search-note">${search.corrected(this.answer.correctedTo)}</p>` : nothing}
        <ul id="${this.#id}-list" role="listbox" aria-label=${this.label || search.label}>
          ${options.map((option, index) => this.#row(option, index))}
        </ul>
        ${options.length === 0 && this.#status ? html`<p class="search-note">${this.#status}</p>` : nothing}
      </div>
      <div class="visually-hidden" role="status">${this.open ? this.#status : ""}</div>
    </div>`;
  }

  get #hits() {
    return this.answer?.results ?? [];
  }

  get #pageHits(): readonly PageHit[] {
    const typed = this.value.trim().toLowerCase();
    return typed.length < 2 ? [] : this.pages.filter(({ name }) => name.toLowerCase().startsWith(typed));
  }

  get #options(): readonly Option[] {
    const all = this.allResults && this.#hits.length > 0 ? [{ href: this.allResults(this.value.trim()) }] : [];
    // Pages are there at once, items only when the server has answered: what is there does not move under a finger.
    return [...this.#pageHits, ...this.#hits.map(({ node }) => ({ id: node.id })), ...all];
  }

  get #status(): string {
    const { search } = this.words;
    if (this.failure) return this.failure;
    if (!this.answer) return "";
    const count = this.#hits.length + this.#pageHits.length;
    return count === 0 ? search.none(this.value.trim()) : search.count(count);
  }

  #row(option: Option, index: number) {
    const hit = this.#hits[index - this.#pageHits.length];
    const page = "href" in option ? this.#pageHits.find(({ href }) => href === option.href) : undefined;
    const { search } = this.words;
    return html`<li
      id="${this.#id}-${index}"
      role="option"
      aria-selected=${index === this.active}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#take(option)}
    >
      ${
        hit
          ? html`${kindIcon(hit.node)}<span class="node-name">${nameOf(hit.node, this.language)}</span>
              <span class="node-kind">${kindWord(hit.node.kind, this.language)}</span>`
          : html`${icon(page ? "arrow-right" : "search")}<span class="node-name">${page?.name ?? search.all(this.value.trim())}</span>
              <span class="node-kind">${page ? search.page : nothing}</span>`
      }
    </li>`;
  }

  #typed(event: Event): void {
    this.value = (event.target as HTMLInputElement).value;
    this.active = -1;
    this.failure = "";
    this.#cancel();
    this.open = this.value.trim() !== "";
    if (this.open) this.#timer = setTimeout(() => void this.#search(), pause);
    else this.answer = undefined;
  }

  async #search(): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    try {
      const query = { q: this.value.trim(), limit: 8, ...(this.kinds.length > 0 && { kinds: this.kinds }) };
      this.answer = await call(searchRoute, { query }, running.signal);
    } catch (error) {
      if (running.signal.aborted) return;
      this.answer = undefined;
      this.failure = errorWords(error, this.words);
    }
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
  }

  #key(event: KeyboardEvent): void {
    const count = this.#options.length;
    if (event.key === "Escape" && this.open) this.open = false;
    else if (event.key === "Enter") void this.#enter();
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      this.open = true;
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.active = this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count;
    } else return;
    event.preventDefault();
    this.updateComplete.then(() => this.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }));
  }

  /** Takes what is chosen, or else all results, or the best hit, for the words as they stand. */
  async #enter(): Promise<void> {
    if (this.value.trim() === "") return;
    if (this.active < 0 && this.allResults) {
      this.#cancel();
      this.#take({ href: this.allResults(this.value.trim()) });
      return;
    }
    if (this.active < 0) {
      this.#cancel();
      await this.#search();
    }
    const option = this.#options[Math.max(this.active, 0)];
    if (option) this.#take(option);
  }

  #take(option: Option): void {
    this.#cancel();
    const hit = "id" in option ? this.#hits.find(({ node }) => node.id === option.id) : undefined;
    this.value = this.keep && hit ? nameOf(hit.node, this.language) : "";
    this.answer = undefined;
    this.open = false;
    this.active = -1;
    if ("id" in option) this.dispatchEvent(new NodeEvent("node-pick", option.id));
    else this.dispatchEvent(new CustomEvent("page-pick", { detail: option.href }));
  }

  #left(event: FocusEvent): void {
    if (!this.contains(event.relatedTarget as Node | null)) this.open = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "search-box": SearchBox;
  }
}
