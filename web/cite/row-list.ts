import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SomeRows } from "../../model/cite.ts";
import { cellText } from "../ui/cells.ts";
import { PageElement } from "../ui/element.ts";
import { number } from "../ui/format.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/** The first rows of what a pattern found, as a plain table, and how many more there are. */
@customElement("row-list")
export class RowList extends PageElement {
  @property({ attribute: false }) columns: readonly string[] = [];
  @property({ attribute: false }) rows: SomeRows = { count: 0, rows: [] };
  @property() label = "";

  override render() {
    const text = this.language === "nl" ? nl : en;
    const { count, rows } = this.rows;
    if (count === 0) return nothing;
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${this.label}>
        <table>
          <thead>
            <tr>${this.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
          </thead>
          <tbody>${rows.map((row) => html`<tr>${row.map((value) => html`<td>${cellText(value)}</td>`)}</tr>`)}</tbody>
        </table>
      </div>
      ${count > rows.length ? html`<p class="second small">${text.more(number(count - rows.length, this.language))}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "row-list": RowList;
  }
}
