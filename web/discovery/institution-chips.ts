import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { NodeId, NodeSummary } from "../../model/graph.ts";
import type { NodeEvent } from "../ui/element.ts";
import { nameOf, slugOf } from "../ui/format.ts";
import { icon } from "../ui/icon.ts";
import "../ui/search-box.ts";
import { DiscoveryElement } from "./discovery-element.ts";

/** Another choice of institutions. */
export class ChoiceEvent extends Event {
  readonly slugs: readonly string[];
  constructor(slugs: readonly string[]) {
    super("choice", { bubbles: true });
    this.slugs = slugs;
  }
}

/** Which institutions are compared: each can go, and others can come. @fires {ChoiceEvent} choice */
@customElement("institution-chips")
export class InstitutionChips extends DiscoveryElement {
  @property({ attribute: false }) slugs: readonly string[] = [];
  /** Where their names come from. */
  @property({ attribute: false }) known: readonly NodeSummary[] = [];
  @property({ attribute: false }) most = 60;

  override render() {
    const { overlap } = this.text;
    return html`<div class="chosen no-print" role="group" aria-label=${overlap.institutions}>
      <ul class="plain-list row">
        ${this.slugs.map((slug) => this.#chip(slug))}
      </ul>
      ${
        this.slugs.length >= this.most
          ? html`<p class="second">${overlap.full(this.most)}</p>`
          : html`<search-box
              .kinds=${["institution"]}
              label=${overlap.add}
              placeholder=${overlap.add}
              @node-pick=${({ id }: NodeEvent) => this.#add(id)}
            ></search-box>`
      }
    </div>`;
  }

  #chip(slug: string) {
    const node = this.known.find(({ id }) => slugOf(id) === slug);
    const name = node ? nameOf(node, this.language) : slug;
    const { remove } = this.text.overlap;
    return html`<li>
      <button type="button" class="chip" aria-label=${remove(name)} @click=${() => this.#choose(this.slugs.filter((one) => one !== slug))}>
        ${name} ${icon("close")}
      </button>
    </li>`;
  }

  #add(id: NodeId): void {
    const slug = slugOf(id);
    if (!this.slugs.includes(slug)) this.#choose([...this.slugs, slug]);
  }

  #choose(slugs: readonly string[]): void {
    this.dispatchEvent(new ChoiceEvent(slugs));
    const names = slugs
      .map((slug) => this.known.find(({ id }) => slugOf(id) === slug))
      .flatMap((node) => (node ? [nameOf(node, this.language)] : []));
    this.say(`${this.text.overlap.institutions}: ${names.join(", ")}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "institution-chips": InstitutionChips;
  }
}
