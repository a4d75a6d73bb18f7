import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../../../model/graph.ts";
import type { PatternLink, PatternNode } from "../../../model/patterns.ts";
import { wordsIn } from "../../app/words.ts";
import { cellOf, cellText, nodeName } from "../../ui/cells.ts";
import { kindWord, nameOf } from "../../ui/format.ts";
import { kindIcon } from "../../ui/icon.ts";
import { nodeHref } from "../../ui/node-link.ts";
import { summaryOf } from "../pattern-rows.ts";
import { tableWords } from "./table-element.ts";

/**
 * A value of a row, as a table shows it.
 * @param isActive whether the keyboard is in its row: links of other rows are passed over
 */
export function cellView(value: unknown, language: Language, isActive: boolean): TemplateResult | string {
  const text = tableWords(language);
  const aside = (words: string) => html`<span class="second">${words}</span>`;
  const inside = (item: unknown) => cellView(item, language, isActive);
  if (value === null) return aside(text.empty);
  if (typeof value === "number") return html`<span class="number">${numberText(value, false, language)}</span>`;
  if (value === "") return aside(text.emptyText);
  if (typeof value === "string" && /^ +$/.test(value)) return aside(text.blankText(value.length));
  if (Array.isArray(value)) {
    if (value.length === 0) return aside(text.emptyList);
    return html`<ul class="plain-list cell-list">${value.map((item) => html`<li>${inside(item)}</li>`)}</ul>`;
  }
  const cell = cellOf(value);
  switch (cell.$type) {
    case "node":
      return nodeView(cell, language, isActive);
    case "link":
      return linkView(cell, language);
    case "path":
      return html`<ol class="plain-list cell-list">${cell.nodes.map((node) => html`<li>${inside(node)}</li>`)}</ol>`;
    case "float":
      return html`<span class="number">${numberText(cell.value, true, language)}</span>`;
    default:
      return cellText(value);
  }
}

function nodeView(cell: PatternNode, language: Language, isActive: boolean) {
  const node = summaryOf(cell);
  if (!node) return nodeName(cell);
  const kind = html`<span class="visually-hidden">, ${kindWord(node.kind, language)}</span>`;
  return html`<a class="cell-node" href=${nodeHref(node, language)} tabindex=${isActive ? nothing : -1}
    >${kindIcon(node)}<span>${nameOf(node, language)}${kind}${node.contested ? contested(language) : nothing}</span></a
  >`;
}

function linkView({ kind, from, to, properties }: PatternLink, language: Language) {
  const { evidence } = wordsIn(language);
  const basis = properties.basis === "stated" ? evidence.stated : properties.basis === "derived" ? evidence.derived : undefined;
  const { sources } = properties;
  const count = Array.isArray(sources) && sources.length > 0 ? tableWords(language).sources(sources.length) : undefined;
  const told = [basis, count].filter(Boolean).join(" · ");
  return html`<code title="${from} → ${to}">${kind}</code> <span class="second">${told}</span>${
    properties.contested === true ? contested(language) : nothing
  }`;
}

const contested = (language: Language) => html` <span class="contested-word">${wordsIn(language).evidence.contested}</span>`;

/** With all of its digits, and without a point in a year; a whole decimal number shows that it is one. */
const numberText = (value: number, isFloat: boolean, language: Language): string =>
  value.toLocaleString(language, {
    useGrouping: "min2",
    maximumSignificantDigits: 15,
    ...(isFloat &&
      Number.isInteger(value) &&
      Math.abs(value) < 1e15 && { minimumFractionDigits: 1, maximumSignificantDigits: undefined }),
  });
