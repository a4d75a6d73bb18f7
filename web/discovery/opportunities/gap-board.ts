import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Gap } from "../../../model/gaps.ts";
import { number, textIn } from "../../ui/format.ts";
import "../../ui/node-link.ts";
import { DiscoveryElement } from "../discovery-element.ts";

/** How many items stand there before one asks for all. */
const first = 8;

/** What is missing, in columns, each with what it means. */
@customElement("gap-board")
export class GapBoard extends DiscoveryElement {
  @property({ attribute: false }) gaps: readonly Gap[] = [];
  @state() private whole: readonly string[] = [];

  override render() {
    return html`<div class="gaps">${this.gaps.map((gap) => this.#gap(gap))}</div>`;
  }

  #gap({ name, title, explanation, items }: Gap) {
    const { gaps } = this.text;
    const all = this.whole.includes(name) || items.length <= first + 1;
    const shown = all ? items : items.slice(0, first);
    return html`<section class="gap" aria-labelledby="gap-${name}">
      <h2 id="gap-${name}">${textIn(title, this.language)}</h2>
      <p class="gap-count">${gaps.count(number(items.length, this.language))}</p>
      <p class="second">${textIn(explanation, this.language)}</p>
      ${items.length === 0 ? html`<p>${gaps.none}</p>` : nothing}
      <ul class="plain-list">
        ${shown.map(
          ({ node, sentence }) => html`<li>
            <node-link .node=${node} plain></node-link>
            <span class="small second">${textIn(sentence, this.language)}</span>
          </li>`,
        )}
      </ul>
      ${
        all
          ? nothing
          : html`<button type="button" class="button" @click=${() => (this.whole = [...this.whole, name])}>
              ${gaps.all(items.length)}<span class="visually-hidden">: ${textIn(title, this.language)}</span>
            </button>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "gap-board": GapBoard;
  }
}
