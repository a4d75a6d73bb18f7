import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Selected } from "../app/store.ts";
import { icon } from "../ui/icon.ts";
import type { ExploreActions } from "./actions.ts";
import { ExploreElement } from "./explore-element.ts";
import { exploreStore, tell } from "./explore-state.ts";

/** What the last action did, with a way back, until the next or until it is closed. A screen reader has been told already. */
@customElement("action-told")
export class ActionTold extends ExploreElement {
  @property({ attribute: false }) actions!: ExploreActions;
  readonly #explore = new Selected(this, exploreStore, (state) => state);

  override render() {
    const { told, past } = this.#explore.value;
    if (!told) return nothing;
    return html`<div class="told">
      <p>${told.text}</p>
      ${
        told.offer === "undo" && past.length > 0
          ? html`<button type="button" class="button small" @click=${() => this.actions.undo()}>${icon("undo")} ${this.words.explore.undo}</button>`
          : nothing
      }
      ${
        told.offer === "afresh"
          ? html`<button type="button" class="button small" @click=${() => this.actions.clear()}>${this.text.told.afresh}</button>`
          : nothing
      }
      <button type="button" class="quiet square" aria-label=${this.text.told.close} title=${this.text.told.close} @click=${() => this.#explore.store.update(tell(undefined))}>
        ${icon("close")}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "action-told": ActionTold;
  }
}
