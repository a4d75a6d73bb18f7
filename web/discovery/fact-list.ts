import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Link, NodeSummary, Source } from "../../model/graph.ts";
import { number } from "../ui/format.ts";
import "../ui/evidence-list.ts";
import "../drawing/mini-graph.ts";
import { DiscoveryElement } from "./discovery-element.ts";
import { linkPhrase, namesFor } from "./phrases.ts";

/** Links as sentences, each with its sources and basis, and the same as a small drawing. */
@customElement("fact-list")
export class FactList extends DiscoveryElement {
  @property({ attribute: false }) links: readonly Link[] = [];
  /** Every node on the links; the first is where the drawing begins. */
  @property({ attribute: false }) nodes: readonly NodeSummary[] = [];
  @property({ attribute: false }) sources: readonly Source[] = [];
  /** How many points are lost without a link, by its id. */
  @property({ attribute: false }) amounts: ReadonlyMap<string, number> = new Map();
  /** A sentence for each link, in their order; made from the links when left out. */
  @property({ attribute: false }) sentences: readonly string[] = [];

  override render() {
    const names = namesFor(this.nodes, this.language);
    return html`<div class="facts">
      <ul class="plain-list fact-list">
        ${this.links.map((link, index) => this.#fact(link, this.sentences[index] ?? linkPhrase(link, names, this.language)))}
      </ul>
      ${
        this.links.length > 0
          ? html`<div class="drawing" role="group" tabindex="0" aria-label=${this.text.facts.drawing}>
              <mini-graph
                .nodes=${this.nodes}
                .links=${this.links}
                text=${this.words.graph.drawing(this.nodes.length, this.links.length)}
              ></mini-graph>
            </div>`
          : nothing
      }
    </div>`;
  }

  #fact(link: Link, sentence: string) {
    const { facts } = this.text;
    const amount = this.amounts.get(link.id) ?? 0;
    return html`<li>
      <span class="fact-sentence">${sentence}</span>
      ${link.contested ? html`<span class="contested-word">${this.words.evidence.contested}</span>` : nothing}
      ${amount > 0 ? html`<span class="small second">(${facts.without(number(amount, this.language))})</span>` : nothing}
      <evidence-list .evidence=${link.evidence} .sources=${this.sources}></evidence-list>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fact-list": FactList;
  }
}
