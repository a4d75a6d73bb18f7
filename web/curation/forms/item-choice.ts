import { html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { nodeRoute } from "../../../model/explore.ts";
import type { NodeId, NodeSummary } from "../../../model/graph.ts";
import { call } from "../../app/api.ts";
import { type NodeEvent, PageElement } from "../../ui/element.ts";
import { errorWords } from "../../ui/error-view.ts";
import { kindWord, nameOf } from "../../ui/format.ts";
import { kindIcon } from "../../ui/icon.ts";
import "../../ui/search-box.ts";
import type { Wrong } from "./form-request.ts";
import { formWords } from "./words.ts";

/** An item was chosen, or none any more. */
export class ItemEvent extends Event {
  readonly item: NodeSummary | undefined;
  constructor(item: NodeSummary | undefined) {
    super("item-chosen", { bubbles: true });
    this.item = item;
  }
}

/** Chooses an item by a part of its name. @fires {ItemEvent} item-chosen */
@customElement("item-choice")
export class ItemChoice extends PageElement {
  @property() name = "";
  @property() label = "";
  @property({ attribute: false }) item?: NodeSummary | undefined;
  @property({ attribute: false }) wrong: Wrong = new Map();
  @state() private failure = "";

  override render() {
    const text = formWords(this.language);
    const { item } = this;
    const why = this.wrong.get(this.name) ?? this.failure;
    return html`<div class="field" role="group" aria-labelledby="form-${this.name}-label">
      <span class="label" id="form-${this.name}-label">${this.label}</span>
      ${why ? html`<span class="form-wrong" role="alert">${why}</span>` : ""}
      ${
        item
          ? html`<p class="row form-item">
              ${kindIcon(item)} <span>${text.itemChosen(nameOf(item, this.language), kindWord(item.kind, this.language))}</span>
              <button type="button" class="quiet small" @click=${() => void this.#again()}>${text.itemOther}</button>
            </p>`
          : html`<span class="second small">${text.itemHint}</span>
              <search-box .label=${this.label} placeholder=${text.itemHint} @node-pick=${this.#pick}></search-box>`
      }
    </div>`;
  }

  readonly #pick = (event: NodeEvent): void => {
    event.stopPropagation();
    void this.#take(event.id);
  };

  async #take(id: NodeId): Promise<void> {
    try {
      const { node } = await call(nodeRoute, { params: { id }, query: { limit: 1 } });
      this.failure = "";
      this.dispatchEvent(new ItemEvent(node));
      await this.updateComplete;
      this.querySelector<HTMLElement>("button")?.focus();
    } catch (error) {
      this.failure = errorWords(error, this.words);
    }
  }

  async #again(): Promise<void> {
    this.dispatchEvent(new ItemEvent(undefined));
    await this.updateComplete;
    this.querySelector("search-box")?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "item-choice": ItemChoice;
  }
}
