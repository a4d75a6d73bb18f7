import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Language, NodeSummary } from "../../model/graph.ts";
import { hrefOf } from "../app/address.ts";
import { PageElement } from "./element.ts";
import { kindWord, nameOf, slugOf } from "./format.ts";
import { kindIcon } from "./icon.ts";

/** Where a node is read about: an institution on its own page, anything else in the explorer. */
export const nodeHref = ({ id, kind }: Pick<NodeSummary, "id" | "kind">, language: Language): string =>
  kind === "institution"
    ? hrefOf({ path: `/instelling/${slugOf(id)}`, query: {}, language })
    : hrefOf({ path: "/verken", query: { toon: id, kies: id }, language });

/** A node as a link: the sign of its kind, its name, and unless `plain` its kind in words. `href` replaces where it leads. */
@customElement("node-link")
export class NodeLink extends PageElement {
  @property({ attribute: false }) node?: NodeSummary;
  @property() href?: string;
  @property({ type: Boolean }) plain = false;
  /** How many institutions share it; a ring from two on. */
  @property({ type: Number }) sharers = 0;

  override render() {
    const { node } = this;
    if (!node) return nothing;
    return html`<a class="node-link" href=${this.href ?? nodeHref(node, this.language)}
      >${kindIcon({ kind: node.kind, contested: node.contested, sharers: this.sharers })}<span class="node-name"
        >${nameOf(node, this.language)}</span
      >${this.plain ? nothing : html` <span class="node-kind">${kindWord(node.kind, this.language)}</span>`}${
        node.contested ? html` <span class="contested-word">${this.words.evidence.contested}</span>` : nothing
      }</a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "node-link": NodeLink;
  }
}
