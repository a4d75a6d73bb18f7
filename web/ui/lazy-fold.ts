import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { PageElement } from "./element.ts";

/** Something behind a small button that is only made when it is asked for. */
@customElement("lazy-fold")
export class LazyFold extends PageElement {
  @property() label = "";
  /** What it is about, for whoever cannot see where the button stands. */
  @property() about = "";
  @property({ attribute: false }) content: () => TemplateResult = () => html``;
  @state() private open = false;

  override render() {
    return html`<details class="fold why" @toggle=${(event: Event) => (this.open = (event.currentTarget as HTMLDetailsElement).open)}>
      <summary>
        ${this.label}${this.about ? html`<span class="visually-hidden"> ${this.about}</span>` : nothing}
      </summary>
      ${this.open ? this.content() : nothing}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "lazy-fold": LazyFold;
  }
}
