import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { NodeSummary } from "../../model/graph.ts";
import { isEditorHere } from "../app/session.ts";
import { en } from "./edit-words.en.ts";
import { nl } from "./edit-words.nl.ts";
import { PageElement } from "./element.ts";
import { nameOf } from "./format.ts";

/** Where an editor changes an item; nothing for anybody else. */
@customElement("edit-links")
export class EditLinks extends PageElement {
  @property({ attribute: false }) node?: Pick<NodeSummary, "id" | "name" | "nameEn">;

  override render() {
    const { node } = this;
    if (!node || !isEditorHere()) return nothing;
    const text = this.language === "nl" ? nl : en;
    const link = (query: Readonly<Record<string, string>>, words: string, page = "/wijzig") =>
      html`<a class="quiet small" href=${this.linkTo(page, query)}>${words}</a>`;
    return html`<nav class="row no-print" aria-label=${text.label(nameOf(node, this.language))}>
      ${link({ item: node.id }, text.edit)} ${link({ klopt: node.id }, text.confirm)}
      ${link({ bewering: node.id }, text.claim)} ${link({ van: node.id }, text.addLink)} ${link({ bij: node.id }, text.addItem)}
      ${link({ item: node.id }, text.history, "/geschiedenis")}
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "edit-links": EditLinks;
  }
}
