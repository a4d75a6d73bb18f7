import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { searchRoute } from "../../model/explore.ts";
import type { NodeId } from "../../model/graph.ts";
import type { NodeKind } from "../../model/kinds.ts";
import { call } from "../app/api.ts";
import { NodeEvent, PageElement } from "./element.ts";
import "./node-link.ts";

/** How many names are offered. */
const most = 5;
/** Characters that a search takes. */
const longest = 100;

/**
 * What somebody may have meant by words that name nothing: the items that come nearest, those of `kind` before all others.
 * @fires {NodeEvent} node-pick - one was chosen; it is opened, unless that is prevented
 */
@customElement("nearest-names")
export class NearestNames extends PageElement {
  @property({ attribute: "for-words" }) forWords = "";
  @property() kind?: NodeKind;

  readonly #found = new Task(this, {
    args: () => [this.forWords.slice(0, longest), this.kind] as const,
    task: async ([q, kind], { signal }) => {
      if (q.trim() === "") return [];
      const ofKind = kind ? await call(searchRoute, { query: { q, kinds: [kind], limit: most } }, signal) : undefined;
      const { results } = ofKind?.results.length ? ofKind : await call(searchRoute, { query: { q, limit: most } }, signal);
      return results.map(({ node }) => node);
    },
  });

  override render() {
    const nodes = this.#found.value ?? [];
    if (nodes.length === 0) return nothing;
    return html`<div class="nearest">
      <p>${this.words.states.nearest}</p>
      <ul class="plain-list">
        ${nodes.map((node) => html`<li><node-link .node=${node} @click=${(event: Event) => this.#pick(event, node.id)}></node-link></li>`)}
      </ul>
    </div>`;
  }

  #pick(event: Event, id: NodeId): void {
    if (!this.dispatchEvent(new NodeEvent("node-pick", id))) event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "nearest-names": NearestNames;
  }
}
