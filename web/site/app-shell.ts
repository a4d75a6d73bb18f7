import { ContextProvider } from "@lit/context";
import { html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { startRouter } from "../app/router.ts";
import { readSchema, recallMine, recallTheme } from "../app/session.ts";
import { appStore } from "../app/state.ts";
import { Store, type StoreKind } from "../app/store.ts";
import { exploreStore } from "../explore/explore-state.ts";
import "./site-frame.ts";

/** Puts the site together: provides each store to all that is under it, and starts what fills them. */
@customElement("app-shell")
export class AppShell extends LitElement {
  readonly #app = this.#provide(appStore);
  #left = new AbortController();

  constructor() {
    super();
    this.#provide(exploreStore);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#left = new AbortController();
    recallTheme(this.#app);
    recallMine(this.#app);
    startRouter(this.#app, this.#left.signal);
    void readSchema(this.#app, this.#left.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#left.abort();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    return html`<site-frame></site-frame>`;
  }

  #provide<State>({ context, first }: StoreKind<State>): Store<State> {
    const store = new Store(first);
    new ContextProvider(this, { context, initialValue: store });
    return store;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "app-shell": AppShell;
  }
}
