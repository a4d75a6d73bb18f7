import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { patternsRoute } from "../../../model/patterns.ts";
import { type AskedCall, pageCalls } from "../../app/calls.ts";
import { appStore } from "../../app/state.ts";
import { Selected } from "../../app/store.ts";
import { PageElement } from "../element.ts";
import "../lazy-fold.ts";

/** What the page that is shown has asked of the API, as programs that ask the same; nothing for as long as it has asked nothing. */
@customElement("page-scripts")
export class PageScripts extends PageElement {
  readonly #address = new Selected(this, appStore, ({ address }) => address.path);
  @state() private calls: readonly AskedCall[] = [];
  #unsubscribe = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = pageCalls.subscribe(() => this.#take());
    this.#take();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe();
  }

  protected override willUpdate(): void {
    // Another page has asked nothing yet.
    if (this.#address.value && pageCalls.state.path !== location.pathname) this.calls = [];
  }

  override render() {
    if (this.calls.length === 0) return nothing;
    return html`<lazy-fold
      .label=${this.words.shell.scripts}
      .content=${() => {
        void import("./call-scripts.ts");
        return html`<call-scripts .calls=${this.calls}></call-scripts>`;
      }}
    ></lazy-fold>`;
  }

  /** A pattern stands beside its own answer, where a page asks many for its own ends. */
  #take(): void {
    this.calls = pageCalls.state.calls.filter(({ url }) => url !== patternsRoute.url);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "page-scripts": PageScripts;
  }
}
