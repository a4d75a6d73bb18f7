import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import "../discovery.css";
import "./institution-view.ts";
import { PageElement } from "../../ui/element.ts";
import { slugOf } from "../../ui/format.ts";
import { institutionId } from "../phrases.ts";

/** One institution; another one starts afresh. */
@customElement("institution-page")
export class InstitutionPage extends PageElement {
  @property({ attribute: false }) params: Readonly<Record<string, string>> = {};

  override render() {
    const slug = slugOf(institutionId(this.params.slug ?? ""));
    return keyed(slug, html`<institution-view slug=${slug}></institution-view>`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "institution-page": InstitutionPage;
  }
}
