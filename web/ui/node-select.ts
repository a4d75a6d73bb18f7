import { Task } from "@lit/task";
import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { NodeKind } from "../../model/kinds.ts";
import { choicesOf } from "./choices.ts";
import { PageElement } from "./element.ts";
import { nameOf } from "./format.ts";

/** Another node was chosen; no id when none is. */
export class ChosenEvent extends Event {
  readonly id: string;
  constructor(id: string) {
    super("chosen", { bubbles: true });
    this.id = id;
  }
}

/** A list of the nodes of one kind to choose one from, or none. @fires {ChosenEvent} chosen */
@customElement("node-select")
export class NodeSelect extends PageElement {
  @property() kind: NodeKind = "theme";
  @property() label = "";
  /** What it says when none is chosen. */
  @property() none = "";
  @property() value = "";

  readonly #choices = new Task(this, { args: () => [this.kind] as const, task: ([kind]) => choicesOf(kind) });

  override render() {
    const nodes = this.#choices.value ?? [];
    return html`<label class="select-field"
      ><span>${this.label}</span>
      <select @change=${(event: Event) => this.dispatchEvent(new ChosenEvent((event.target as HTMLSelectElement).value))}>
        <option value="" ?selected=${this.value === ""}>${this.none}</option>
        ${nodes.map((node) => html`<option value=${node.id} ?selected=${node.id === this.value}>${nameOf(node, this.language)}</option>`)}
      </select></label
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "node-select": NodeSelect;
  }
}
