import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { GraphNode, Source } from "../../../model/graph.ts";
import { type PropertyName, propertySpecs } from "../../../model/kinds.ts";
import "../../ui/evidence-list.ts";
import { capital } from "../../ui/format.ts";
import { textField } from "./fields.ts";
import { FormElement } from "./form-element.ts";
import { type FormRequest, fieldIn } from "./form-request.ts";

/** Asks whether what is known of an item still holds. */
@customElement("confirm-form")
export class ConfirmForm extends FormElement {
  @property({ attribute: false }) node?: GraphNode;
  @property({ attribute: false }) sources: readonly Source[] = [];

  override render() {
    const { text, node } = this;
    if (!node) return nothing;
    const facts = Object.entries(node.properties) as [PropertyName, string | number | boolean][];
    return html`<form class="form" novalidate @submit=${this.ask}>
      <p>${text.confirmLead}</p>
      ${node.description ? html`<p>${node.description}</p>` : nothing}
      ${
        facts.length > 0
          ? html`<dl class="facts">
              ${facts.map(([name, value]) => html`<div><dt>${capital(propertySpecs[name][this.language])}</dt><dd>${String(value)}</dd></div>`)}
            </dl>`
          : nothing
      }
      <evidence-list .evidence=${node.evidence} .sources=${this.sources}></evidence-list>
      ${textField({ name: "why", label: text.why, hint: text.whyHint, wrong: this.wrong }, "", 500)}
      <div class="row">
        <button type="submit" class="button primary">${text.confirm}</button>
        <a class="button" href=${this.linkTo("/wijzig", { item: node.id })}>${text.titles.item(node.name)}</a>
      </div>
    </form>`;
  }

  protected override requestIn(form: FormData): FormRequest | undefined {
    return this.node && { edit: { is: "confirm", id: this.node.id }, why: fieldIn(form, "why") };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "confirm-form": ConfirmForm;
  }
}
