import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keepsKeys, rememberKeys } from "../app/session.ts";
import { PageElement } from "../ui/element.ts";

/** Where a letter is text, or means something of its own. */
const typing = "input, textarea, select, [contenteditable], [role=grid], [role=listbox], [role=application], dialog[open]";

/** What each key does, as it is listed; a digit goes to a page of the menu. */
export interface KeyPage {
  readonly name: string;
  readonly href: string;
}

/**
 * Keys that work on every page, and the list of them. Single letters can be put off, since who speaks to the computer may press them
 * unknowingly (WCAG 2.1.4).
 * @fires find - somebody wants to search
 * @fires {CustomEvent<string>} page-pick - the address of a page that was chosen
 */
@customElement("site-keys")
export class SiteKeys extends PageElement {
  /** Those of the menu, in its order. */
  @property({ attribute: false }) pages: readonly KeyPage[] = [];
  @state() private on = keepsKeys();
  #left = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#left = new AbortController();
    document.addEventListener("keydown", (event) => this.#press(event), { signal: this.#left.signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#left.abort();
  }

  override render() {
    const { keys } = this.words;
    return html`<button type="button" class="quiet no-print" @click=${this.#list}>${keys.title}</button>
      <dialog aria-labelledby="keys-title">
        <h2 id="keys-title">${keys.title}</h2>
        <table class="keys">
          <tbody>
            ${this.#row("/", keys.search)} ${this.#row(keys.control, keys.palette)}
            ${this.pages.map(({ name }, index) => this.#row(String(index + 1), keys.goTo(name)))} ${this.#row("?", keys.list)}
            ${this.#row("Ctrl + Z", keys.undo)}
            ${this.#row("Esc", keys.close)}
          </tbody>
        </table>
        <label class="row">
          <input type="checkbox" .checked=${this.on} @change=${this.#switch} />
          ${keys.on}
        </label>
        <p class="small second">${keys.onHint}</p>
        <form method="dialog"><button class="button primary" autofocus>${keys.shut}</button></form>
      </dialog>`;
  }

  #row(key: string, does: string) {
    return does === ""
      ? nothing
      : html`<tr>
          <th scope="row"><kbd>${key}</kbd></th>
          <td>${does}</td>
        </tr>`;
  }

  #press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && !event.shiftKey) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("find"));
      return;
    }
    const target = event.target;
    if (!this.on || event.ctrlKey || event.metaKey || (target instanceof Element && target.closest(typing))) return;
    if (event.key === "/") this.dispatchEvent(new CustomEvent("find"));
    else if (event.key === "?") this.#list();
    else {
      const page = /^[1-9]$/.test(event.key) ? this.pages[Number(event.key) - 1] : undefined;
      if (!page) return;
      this.dispatchEvent(new CustomEvent("page-pick", { detail: page.href }));
    }
    event.preventDefault();
  }

  readonly #list = (): void => {
    this.querySelector("dialog")?.showModal();
  };

  readonly #switch = (event: Event): void => {
    this.on = (event.target as HTMLInputElement).checked;
    rememberKeys(this.on);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "site-keys": SiteKeys;
  }
}
