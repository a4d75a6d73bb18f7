import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { kindOf, NodeId } from "../../model/graph.ts";
import type { FieldChange, RowChange } from "../../model/versions.ts";
import { changeWords, fieldName } from "./change-words.ts";
import { PageElement } from "./element.ts";
import { textIn } from "./format.ts";
import { nodeHref } from "./node-link.ts";
import "./row-changes.css";

/** What became of items, links and sources, row by row: what it was, what it is. */
@customElement("row-changes")
export class RowChanges extends PageElement {
  @property({ attribute: false }) rows: readonly RowChange[] = [];
  /** What came of them is what the pages show: an item can be looked at. */
  @property({ type: Boolean }) linked = false;

  override render() {
    if (this.rows.length === 0) return nothing;
    const text = changeWords(this.language);
    return html`<table class="row-changes">
      <thead>
        <tr><th scope="col">${text.thing}</th><th scope="col">${text.change}</th></tr>
      </thead>
      <tbody>${this.rows.map((row) => this.#row(row))}</tbody>
    </table>`;
  }

  #row(row: RowChange) {
    const text = changeWords(this.language);
    const name = textIn(row.name, this.language);
    const id = NodeId.safeParse(row.id);
    const isThere = this.linked && id.success && row.change !== "removed";
    return html`<tr>
      <th scope="row">
        ${isThere ? html`<a href=${nodeHref({ id: id.data, kind: kindOf(id.data) }, this.language)}>${name}</a>` : name}
        <span class="second small">${text.is[row.is]}</span>
      </th>
      <td>
        <span class="row-change" data-change=${row.change}>${text.changes[row.change]}</span>
        ${row.fields.length > 0 ? html`<dl>${row.fields.map((field) => this.#field(field))}</dl>` : nothing}
      </td>
    </tr>`;
  }

  #field({ field, before, after }: FieldChange) {
    const text = changeWords(this.language);
    return html`<div>
      <dt>${fieldName(field, this.language)}</dt>
      <dd><span class="second">${text.was}</span> ${before ?? text.nothing}</dd>
      <dd><span class="second">${text.becomes}</span> ${after ?? text.nothing}</dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "row-changes": RowChanges;
  }
}
