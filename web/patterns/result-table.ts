import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { PatternAnswer } from "../../model/patterns.ts";
import { PageElement } from "../ui/element.ts";
import { kindWord, nameOf, number } from "../ui/format.ts";
import { kindIcon } from "../ui/icon.ts";
import { nodeHref } from "../ui/node-link.ts";
import { cellOf, cellText, nodeName, summaryOf } from "./pattern-rows.ts";

/** How many rows are drawn at a time. */
const step = 200;

/** The rows that a pattern found. */
@customElement("result-table")
export class ResultTable extends PageElement {
  @property({ attribute: false }) answer?: PatternAnswer;
  @state() private most = step;

  override render() {
    const { patterns } = this.words;
    const { answer } = this;
    if (!answer) return nothing;
    return html`<div class="table-scroll result-table" tabindex="0" role="region" aria-label=${patterns.table}>
        <table>
          <caption class="visually-hidden">${patterns.table}</caption>
          <thead>
            <tr>${answer.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
          </thead>
          <tbody>
            ${answer.rows.slice(0, this.most).map((row) => html`<tr>${row.map((value) => html`<td>${this.#cell(value)}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
      ${
        answer.rows.length > this.most
          ? html`<p><button type="button" class="button" @click=${() => (this.most += step)}>
              ${patterns.moreRows(number(answer.rows.length - this.most, this.language))}
            </button></p>`
          : nothing
      }`;
  }

  #cell(value: unknown): unknown {
    if (value === null) return html`<span class="second">${this.words.patterns.empty}</span>`;
    if (typeof value === "number") return html`<span class="number">${value.toLocaleString(this.language)}</span>`;
    if (Array.isArray(value) && value.length > 0)
      return html`<ul class="plain-list cell-list">${value.map((item) => html`<li>${this.#cell(item)}</li>`)}</ul>`;
    const cell = cellOf(value);
    if (cell.$type === "node") {
      const node = summaryOf(cell);
      if (!node) return nodeName(cell);
      return html`<a class="cell-node" href=${nodeHref(node, this.language)}
        >${kindIcon(node)}<span>${nameOf(node, this.language)}<span class="visually-hidden">, ${kindWord(node.kind, this.language)}</span></span></a
      >`;
    }
    if (cell.$type === "path")
      return html`<ol class="plain-list cell-list">${cell.nodes.map((node) => html`<li>${this.#cell(node)}</li>`)}</ol>`;
    if (cell.$type === "link") return html`<code title="${cell.from} → ${cell.to}">${cell.kind}</code>`;
    return cellText(value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "result-table": ResultTable;
  }
}
