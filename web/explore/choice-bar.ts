import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Selected } from "../app/store.ts";
import { nameOf, number, slugOf } from "../ui/format.ts";
import "../ui/download-files.ts";
import { icon } from "../ui/icon.ts";
import type { ExploreActions } from "./actions.ts";
import { hideChosen, hideOthers, pinChosen } from "./choice.ts";
import { ExploreElement } from "./explore-element.ts";
import { choose, exploreStore } from "./explore-state.ts";

/** So many of what was chosen expand at once, each by so many. */
const [mostExpanded, each] = [10, 10];

/** What can be done with the items that were chosen together. */
@customElement("choice-bar")
export class ChoiceBar extends ExploreElement {
  @property({ attribute: false }) actions!: ExploreActions;
  readonly #explore = new Selected(this, exploreStore, (state) => state);

  override render() {
    const { chosen, view } = this.#explore.value;
    if (chosen.size === 0) return nothing;
    const { choice } = this.text;
    const { explore } = this.words;
    const nodes = [...chosen].flatMap((id) => view.nodes.get(id) ?? []);
    const isPinned = nodes.every(({ id }) => view.spots.get(id)?.pinned);
    const institutions = nodes.filter(({ kind }) => kind === "institution");
    const names = nodes.slice(0, 3).map((node) => nameOf(node, this.language));
    return html`<section class="choice-bar" aria-label=${choice.label}>
      <p><strong>${choice.count(number(nodes.length, this.language))}</strong> <span class="second">${names.join(", ")}${nodes.length > 3 ? " …" : ""}</span></p>
      <div class="row">
        ${this.#button(explore.hide, () => this.actions.change(hideChosen(chosen)))}
        ${this.#button(choice.only, () => this.actions.change(hideOthers(chosen)))}
        ${this.#button(isPinned ? explore.unpin : explore.pin, () => this.actions.change(pinChosen(chosen, !isPinned)))}
        ${nodes.length <= mostExpanded ? this.#button(choice.expand, () => void this.#expand()) : nothing}
        ${nodes.length === 2 ? this.#button(choice.ways, () => this.dispatchEvent(new Event("ways-choose"))) : nothing}
        ${
          institutions.length > 1
            ? html`<a class="button small" href=${this.linkTo("/overlap", { met: institutions.map(({ id }) => slugOf(id)).join(",") })}>${choice.compare}</a>`
            : nothing
        }
        <a class="button small" href=${this.linkTo("/patronen", { items: nodes.map(({ id }) => id).join(",") })}>${choice.pattern}</a>
        <button type="button" class="quiet square" aria-label=${choice.none} title=${choice.none} @click=${() => this.#explore.store.update(choose([]))}>
          ${icon("close")}
        </button>
      </div>
      <download-files .ids=${nodes.map(({ id }) => id)}></download-files>
    </section>`;
  }

  #button(text: string, act: () => void) {
    return html`<button type="button" class="button small" @click=${act}>${text}</button>`;
  }

  async #expand(): Promise<void> {
    for (const id of this.#explore.value.chosen) await this.actions.expand(id, { limit: each });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "choice-bar": ChoiceBar;
  }
}
