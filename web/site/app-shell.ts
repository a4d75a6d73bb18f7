import { html, nothing, type PropertyValues } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { NodeId } from "../../model/graph.ts";
import { kindOf } from "../../model/graph.ts";
import { readSchema, showTheme } from "../app/session.ts";
import { NodeEvent, PageElement, TitleEvent } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { nodeHref } from "../ui/node-link.ts";
import "../ui/error-view.ts";
import "../ui/search-box.ts";
import { href, hrefInLanguage, navigate } from "../app/router.ts";
import { announce, setTheme, type Theme, themes } from "../app/state.ts";
import { Selected, store } from "../app/store.ts";
import { number } from "../ui/format.ts";
import type { IconName } from "../ui/icons.ts";
import { type Page, pageAt, pages } from "./pages.ts";

const themeIcons: Readonly<Record<Theme, IconName>> = { system: "monitor", light: "sun", dark: "moon" };

/** The frame around every page: search, menu, language, appearance, and what the data is. */
@customElement("app-shell")
export class AppShell extends PageElement {
  readonly #place = new Selected(this, (all) => all.place);
  readonly #theme = new Selected(this, (all) => all.theme);
  readonly #schema = new Selected(this, (all) => all.schema);
  readonly #message = new Selected(this, (all) => all.message);
  /** The page that is shown; the one of the address follows when it is loaded. */
  @state() private shown: { readonly page: Page; readonly element: HTMLElement } | undefined;
  @state() private failure: unknown;
  /** What the page calls itself once it knows: the name of an institution, say. */
  @state() private ownTitle = "";
  #path = "";

  override connectedCallback(): void {
    super.connectedCallback();
    void readSchema();
    this.addEventListener("page-title", (event) => {
      if (event instanceof TitleEvent) this.ownTitle = event.pageTitle;
    });
  }

  protected override willUpdate(): void {
    document.documentElement.lang = this.language;
    showTheme(this.#theme.value);
    if (this.#path !== this.#place.value.path) void this.#open();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const found = pageAt(this.#place.value.path);
    const title = this.ownTitle || (found ? found.page.title(this.words) : this.words.shell.notFoundTitle);
    document.title = found?.page.path === "/" ? "Overlap" : `${title} – Overlap`;
  }

  async #open(): Promise<void> {
    const first = this.#path === "";
    const { path } = this.#place.value;
    this.#path = path;
    this.failure = undefined;
    this.ownTitle = "";
    const found = pageAt(path);
    if (!found) this.shown = undefined;
    else if (found.page === this.shown?.page) Object.assign(this.shown.element, { params: found.params });
    else
      try {
        await found.page.load();
        if (this.#path !== path) return;
        const element = Object.assign(document.createElement(found.page.tag), { params: found.params });
        this.shown = { page: found.page, element };
      } catch (error) {
        if (this.#path === path) this.failure = error;
      }
    if (!first) await this.#arrive();
  }

  /** Tells that there is another page: the view begins at its top, and reading at its heading. */
  async #arrive(): Promise<void> {
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    scrollTo(0, 0);
    this.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
    store.update(announce(document.title));
  }

  override render() {
    const { shell } = this.words;
    return html`<a class="skip" href="#inhoud" @click=${this.#skip}>${shell.skip}</a>
      <header class="site">${this.#mark()} ${this.#search()} ${this.#menu()} ${this.#choices()}</header>
      <main id="inhoud" tabindex="-1">${this.#page()}</main>
      ${this.#footer()}
      <div class="visually-hidden" aria-live="polite" id="messages">${this.#message.value.text}${this.#message.value.count % 2 ? "\u00a0" : ""}</div>`;
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.querySelector<HTMLElement>("main")?.focus();
  }

  #mark() {
    return html`<a class="mark" href=${href("/")} aria-label=${this.words.shell.home}>
      <img src="/mark.svg" alt="" width="32" height="32" /><span>Overlap</span>
    </a>`;
  }

  #search() {
    const hits = pages
      .filter(({ path }) => !path.includes(":"))
      .map(({ path, title }) => ({ name: title(this.words), href: href(path) }));
    return html`<search-box
      .pages=${hits}
      @node-pick=${({ id }: NodeEvent) => this.#goTo(id)}
      @page-pick=${({ detail }: CustomEvent<string>) => navigate(detail)}
    ></search-box>`;
  }

  /** Goes to what was found, unless the page that is shown takes it in. */
  #goTo(id: NodeId): void {
    if (this.shown && !this.shown.element.dispatchEvent(new NodeEvent("node-pick", id))) return;
    navigate(nodeHref({ id, kind: kindOf(id) }));
  }

  #menu() {
    const here = this.#place.value.path;
    return html`<nav aria-label=${this.words.shell.nav}>
      ${pages
        .filter(({ menu }) => menu)
        .map(
          ({ path, title }) =>
            html`<a href=${href(path)} aria-current=${here === path ? "page" : nothing}>${title(this.words)}</a>`,
        )}
    </nav>`;
  }

  #choices() {
    const { shell } = this.words;
    const other = this.language === "nl" ? "en" : "nl";
    const theme = this.#theme.value;
    const label = shell.themeNow(shell.themes[theme]);
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
    return html`<div class="choices">
      <a class="quiet" href=${hrefInLanguage(other)} hreflang=${other} lang=${other} @click=${this.#otherLanguage}
        >${shell.otherLanguage}</a
      >
      <button class="quiet square" type="button" aria-label=${label} title=${label} @click=${() => store.update(setTheme(next))}>
        ${icon(themeIcons[theme])}
      </button>
    </div>`;
  }

  /** Only the words change: the view, its scroll position and the history stay. */
  #otherLanguage(event: Event): void {
    event.preventDefault();
    navigate(hrefInLanguage(this.language === "nl" ? "en" : "nl"));
  }

  #page() {
    const { shell } = this.words;
    if (this.failure) return html`<error-view .error=${this.failure} .retry=${() => location.reload()}></error-view>`;
    if (pageAt(this.#place.value.path)) return this.shown?.element ?? html`<p class="visually-hidden">${shell.loading}</p>`;
    return html`<article class="column">
      <h1 tabindex="-1">${shell.notFoundTitle}</h1>
      <p>${shell.notFound}</p>
      <p><a class="button" href=${href("/")}>${shell.toStart}</a></p>
    </article>`;
  }

  #footer() {
    const { shell } = this.words;
    const schema = this.#schema.value;
    const total = (rows: readonly { readonly count: number }[]) =>
      number(
        rows.reduce((sum, { count }) => sum + count, 0),
        this.language,
      );
    return html`<footer class="site" aria-label=${shell.footer}>
      ${
        schema
          ? html`<p>
              ${shell.size(total(schema.nodeKinds), total(schema.linkKinds), number(schema.sources, this.language))}.
              ${shell.version(schema.datasetVersion)}.
            </p>`
          : nothing
      }
      <p>
        ${pageAt("/over") ? html`<a href=${href("/over")}>${shell.about}</a>` : nothing}
        <a href="/api/docs">${shell.api}</a>
      </p>
    </footer>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "app-shell": AppShell;
  }
}
