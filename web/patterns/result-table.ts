import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { PatternAnswer, PatternLink } from "../../model/patterns.ts";
import { kindWord, nameOf, number } from "../ui/format.ts";
import { kindIcon } from "../ui/icon.ts";
import { nodeHref } from "../ui/node-link.ts";
import { PatternElement } from "./pattern-element.ts";
import { cellOf, cellText, nodeName, summaryOf } from "./pattern-rows.ts";

/** How many rows are drawn at a time. */
const step = 200;

/** The rows that a pattern found. */
@customElement("result-table")
export class ResultTable extends PatternElement {
  @property({ attribute: false }) answer?: PatternAnswer;
  @state() private most = step;

  override render() {
    const { patterns } = this;
    const { answer } = this;
    if (!answer) return nothing;
    return html`<div class="table-scroll result-table" tabindex="0" role="region" aria-label=${patterns.table}>
        <table>
          <caption class="visually-hidden">${patterns.table}</caption>
          <thead>
            <tr>${answer.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
          </thead>
          <tbody>
            ${answer.rows.slice(0, this.most).map((row) => html`<tr>${row.map((value, column) => html`<td>${this.#cell(value, answer.kinds[column])}</td>`)}</tr>`)}
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

  /** @param kind of the column, or of the items of a list */
  #cell(value: unknown, kind = ""): unknown {
    const { patterns } = this;
    const aside = (words: string) => html`<span class="second">${words}</span>`;
    if (value === null) return aside(patterns.empty);
    if (typeof value === "number") return html`<span class="number">${numberText(value, kind === "float", this.language)}</span>`;
    if (value === "") return aside(patterns.emptyText);
    if (typeof value === "string" && /^ +$/.test(value)) return aside(patterns.blankText(value.length));
    if (Array.isArray(value)) {
      if (value.length === 0) return aside(patterns.emptyList);
      const inside = /^list<(.*)>$/.exec(kind)?.[1];
      return html`<ul class="plain-list cell-list">${value.map((item) => html`<li>${this.#cell(item, inside)}</li>`)}</ul>`;
    }
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
    if (cell.$type === "link") return this.#link(cell);
    if (cell.$type === "float") return html`<span class="number">${numberText(cell.value, true, this.language)}</span>`;
    return cellText(value);
  }

  #link({ kind, from, to, properties }: PatternLink): unknown {
    const [patterns, { evidence }] = [this.patterns, this.words];
    const basis = properties.basis === "stated" ? evidence.stated : properties.basis === "derived" ? evidence.derived : undefined;
    const { sources } = properties;
    const told = [basis, Array.isArray(sources) && sources.length > 0 ? patterns.sources(sources.length) : undefined];
    return html`<code title="${from} → ${to}">${kind}</code> <span class="second">${told.filter(Boolean).join(" · ")}</span>`;
  }
}

/** With all of its digits, and without a point in a year; a whole decimal number shows that it is one. */
const numberText = (value: number, isFloat: boolean, language: string): string =>
  value.toLocaleString(language, {
    useGrouping: "min2",
    maximumSignificantDigits: 15,
    ...(isFloat &&
      Number.isInteger(value) &&
      Math.abs(value) < 1e15 && { minimumFractionDigits: 1, maximumSignificantDigits: undefined }),
  });

declare global {
  interface HTMLElementTagNameMap {
    "result-table": ResultTable;
  }
}
