import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AskedPattern } from "./citation-panel.ts";
import "./citation-panel.ts";
import { citeWords } from "./cite-words.ts";
import { PageElement } from "./element.ts";
import "./lazy-fold.ts";

/** How to cite what a pattern found, behind a button: the pattern is run once more when somebody asks for it. */
@customElement("cite-this")
export class CiteThis extends PageElement {
  @property({ attribute: false }) asked?: AskedPattern;

  override render() {
    const { asked } = this;
    if (!asked) return nothing;
    return html`<lazy-fold
      .label=${citeWords(this.language).title}
      .content=${() => html`<citation-panel .asked=${asked}></citation-panel>`}
    ></lazy-fold>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cite-this": CiteThis;
  }
}
