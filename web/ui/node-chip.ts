import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { NodeSummary } from "../../model/graph.ts";
import { NodeEvent, PageElement } from "./element.ts";
import { kindWord, nameOf } from "./format.ts";
import { kindIcon } from "./icon.ts";

/** A node as a small button. @fires {NodeEvent} node-select - it was pressed */
@customElement("node-chip")
export class NodeChip extends PageElement {
  @property({ attribute: false }) node?: NodeSummary;
  @property({ type: Boolean }) pressed = false;

  override render() {
    const { node } = this;
    if (!node) return nothing;
    return html`<button
      class="chip"
      type="button"
      aria-pressed=${this.pressed}
      @click=${() => this.dispatchEvent(new NodeEvent("node-select", node.id))}
    >
      ${kindIcon({ kind: node.kind, contested: node.contested })}<span>${nameOf(node, this.language)}</span>
      <span class="visually-hidden">, ${kindWord(node.kind, this.language)}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "node-chip": NodeChip;
  }
}
