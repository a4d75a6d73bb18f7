import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { kindOf, type Language, type NodeId } from "../../model/graph.ts";
import { decoded, hrefOf } from "../app/address.ts";
import { showTheme } from "../app/session.ts";
import { NodeEvent, PageElement, TitleEvent } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { nodeHref } from "../ui/node-link.ts";
import "../ui/error-view.ts";
import "../ui/search-box.ts";
import "../ui/nearest-names.ts";
import "../ui/scripts/page-scripts.ts";
import { basePath } from "../app/base-path.ts";
import { navigate } from "../app/router.ts";
import { appStore, setTheme, type Theme, themes } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { capital, number } from "../ui/format.ts";
import type { IconName } from "../ui/icons.ts";
import { pageAt, pages } from "./pages.ts";
import "./site-keys.ts";

const themeIcons: Readonly<Record<Theme, IconName>> = { system: "monitor", light: "sun", dark: "moon" };

const otherLanguage = (language: Language): Language => (language === "nl" ? "en" : "nl");

/** The frame around every page: search, menu, language, appearance, and what the data is. */
@customElement("site-frame")
export class SiteFrame extends PageElement {
  readonly #address = new Selected(this, appStore, ({ address }) => address);
  readonly #theme = new Selected(this, appStore, ({ theme }) => theme);
  readonly #schema = new Selected(this, appStore, ({ schema }) => schema);
  readonly #message = new Selected(this, appStore, ({ message }) => message);
  /** The page that is shown; the one of the address follows when it is loaded. */
  @state() private shown: HTMLElement | undefined;
  @state() private failure: unknown;
  /** What the page calls itself once it knows: the name of an institution, say. */
  @state() private ownTitle = "";
  #path = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("page-title", (event) => {
      if (event instanceof TitleEvent) this.ownTitle = event.pageTitle;
    });
  }

  protected override willUpdate(): void {
    document.documentElement.lang = this.language;
    showTheme(this.#theme.value);
    if (this.#path !== this.#address.value.path) void this.#open();
  }

  protected override updated(): void {
    const found = pageAt(this.#address.value.path);
    const title = this.ownTitle || (found ? found.page.title(this.words) : this.words.shell.notFoundTitle);
    document.title = found?.page.path === "/" ? "Overlap" : `${title} – Overlap`;
  }

  async #open(): Promise<void> {
    const first = this.#path === "";
    const { path } = this.#address.value;
    this.#path = path;
    this.failure = undefined;
    this.ownTitle = "";
    const found = pageAt(path);
    if (!found) this.shown = undefined;
    else
      try {
        await found.page.load();
        if (this.#path !== path) return;
        // Made anew for another path, also of the same page: another institution starts afresh.
        this.shown = Object.assign(document.createElement(found.page.tag), { params: found.params });
      } catch (error) {
        if (this.#path === path) this.failure = error;
      }
    if (!first) await this.#arrive();
  }

  /** Tells that there is another page: the view begins at its top, and reading at its heading. */
  async #arrive(): Promise<void> {
    const path = this.#path;
    const before = document.activeElement;
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    scrollTo(0, 0);
    this.say(document.title);
    // Some pages have no heading before they have their data; by then somebody may already be somewhere else.
    const heading = () => this.querySelector<HTMLElement>("main h1");
    while (!heading() && this.#path === path && this.failure === undefined) await new Promise(requestAnimationFrame);
    const hasMoved = document.activeElement !== before && document.activeElement !== document.body;
    if (this.#path === path && !hasMoved) heading()?.focus({ preventScroll: true });
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
    return html`<a class="mark" href=${this.linkTo("/")} aria-label=${this.words.shell.home}>
      <img src="${basePath}/mark.svg" alt="" width="32" height="32" /><span>Overlap</span>
    </a>`;
  }

  #search() {
    const hits = [
      ...pages
        .filter(({ path }) => !path.includes(":"))
        .map(({ path, title }) => ({ name: title(this.words), href: this.linkTo(path) })),
      ...this.#kinds(),
    ];
    return html`<search-box
      .pages=${hits}
      .allResults=${(q: string) => this.linkTo("/zoek", { q })}
      @node-pick=${({ id }: NodeEvent) => this.#goTo(id)}
      @page-pick=${({ detail }: CustomEvent<string>) => navigate(this.app, detail)}
    ></search-box>`;
  }

  /** Every item of a kind, as a page to go to. */
  #kinds() {
    return (this.#schema.value?.nodeKinds ?? [])
      .filter(({ count }) => count > 0)
      .map(({ kind, name, count }) => {
        const words = capital(name[this.language]);
        return {
          name: this.words.search.allOfKind(words, number(count, this.language)),
          href: this.linkTo("/zoek", { q: name[this.language], soort: kind }),
        };
      });
  }

  /** Goes to what was found, unless the page that is shown takes it in. */
  #goTo(id: NodeId): void {
    if (this.shown && !this.shown.dispatchEvent(new NodeEvent("node-pick", id))) return;
    navigate(this.app, nodeHref({ id, kind: kindOf(id) }, this.language));
  }

  #menu() {
    const here = this.#address.value.path;
    return html`<nav aria-label=${this.words.shell.nav}>
      ${pages
        .filter(({ menu }) => menu)
        .map(
          ({ path, title }) =>
            html`<a href=${this.linkTo(path)} aria-current=${here === path ? "page" : nothing}>${title(this.words)}</a>`,
        )}
    </nav>`;
  }

  #choices() {
    const { shell } = this.words;
    const other = otherLanguage(this.language);
    const theme = this.#theme.value;
    const label = shell.themeNow(shell.themes[theme]);
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
    return html`<div class="choices">
      <a class="quiet" href=${this.#hrefIn(other)} hreflang=${other} lang=${other} @click=${this.#otherLanguage}
        >${shell.otherLanguage}</a
      >
      <button class="quiet square" type="button" aria-label=${label} title=${label} @click=${() => this.app.update(setTheme(next))}>
        ${icon(themeIcons[theme])}
      </button>
    </div>`;
  }

  /** Only the words change: the view, its scroll position and the history stay. */
  #otherLanguage(event: Event): void {
    event.preventDefault();
    navigate(this.app, this.#hrefIn(otherLanguage(this.language)));
  }

  /** The address of this same view in another language. */
  #hrefIn(language: Language): string {
    return hrefOf({ ...this.#address.value, language });
  }

  #page() {
    const { shell } = this.words;
    if (this.failure) return html`<error-view .error=${this.failure} .retry=${() => location.reload()}></error-view>`;
    if (pageAt(this.#address.value.path)) return this.shown ?? html`<p class="visually-hidden">${shell.loading}</p>`;
    const asked = decoded(this.#address.value.path);
    return html`<article class="column">
      <h1 tabindex="-1">${shell.notFoundTitle}</h1>
      <p>${shell.notFound(asked)}</p>
      <nearest-names for-words=${asked.replace(/[^\p{L}\p{N}]+/gu, " ").trim()}></nearest-names>
      <p><a class="button" href=${this.linkTo("/")}>${shell.toStart}</a></p>
    </article>`;
  }

  #keys() {
    const inMenu = pages.filter(({ menu }) => menu);
    return html`<site-keys
      .pages=${inMenu.map(({ path, title }) => ({ name: title(this.words), href: this.linkTo(path) }))}
      @find=${() => this.querySelector("header search-box")?.querySelector("input")?.focus()}
      @page-pick=${({ detail }: CustomEvent<string>) => navigate(this.app, detail)}
    ></site-keys>`;
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
      <page-scripts class="no-print"></page-scripts>
      ${
        schema
          ? html`<p>
              ${shell.size(total(schema.nodeKinds), total(schema.linkKinds), number(schema.sources, this.language))}.
              <a href=${this.linkTo("/versies")}>${shell.version(schema.datasetVersion)}</a>
            </p>`
          : nothing
      }
      <p>
        ${this.#keys()}
        <a href=${this.linkTo("/over")}>${shell.about}</a>
        <a href=${this.linkTo("/aanmelden")}>${shell.editors}</a>
        <a href="${basePath}/api/docs">${shell.api}</a>
      </p>
    </footer>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "site-frame": SiteFrame;
  }
}
