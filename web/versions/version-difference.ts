import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { z } from "zod";
import { kindOf, NodeId } from "../../model/graph.ts";
import type { compareVersionsRoute, FieldChange, RowChange } from "../../model/versions.ts";
import { PageElement } from "../ui/element.ts";
import { number, textIn } from "../ui/format.ts";
import { nodeHref } from "../ui/node-link.ts";
import { fieldName, versionWords } from "./words.ts";

export type Difference = z.output<typeof compareVersionsRoute.response>;

/** What is not the same in two versions: in words, and row by row. */
@customElement("version-difference")
export class VersionDifference extends PageElement {
  @property({ attribute: false }) difference?: Difference;
  /** The version that the pages show: what is in it can be looked at. */
  @property() present = "";

  override render() {
    const { difference } = this;
    if (!difference) return nothing;
    const text = versionWords(this.language);
    const { rows, more } = difference;
    return html`<p>${textIn(difference.text, this.language)}</p>
      ${
        rows.length === 0
          ? nothing
          : html`<table class="versions-rows">
            <thead>
              <tr><th scope="col">${text.thing}</th><th scope="col">${text.change}</th></tr>
            </thead>
            <tbody>${rows.map((row) => this.#row(row, difference))}</tbody>
          </table>`
      }
      ${more > 0 ? html`<p class="second">${text.more(number(more, this.language))}</p>` : nothing}`;
  }

  #row(row: RowChange, { to }: Difference) {
    const text = versionWords(this.language);
    const name = textIn(row.name, this.language);
    const id = NodeId.safeParse(row.id);
    const isThere = id.success && row.change !== "removed" && to === this.present;
    return html`<tr>
      <th scope="row">
        ${isThere ? html`<a href=${nodeHref({ id: id.data, kind: kindOf(id.data) }, this.language)}>${name}</a>` : name}
        <span class="second small">${text.is[row.is]}</span>
      </th>
      <td>
        <span class="versions-change" data-change=${row.change}>${text.changes[row.change]}</span>
        ${row.fields.length > 0 ? html`<dl>${row.fields.map((field) => this.#field(field))}</dl>` : nothing}
      </td>
    </tr>`;
  }

  #field({ field, before, after }: FieldChange) {
    const text = versionWords(this.language);
    return html`<div>
      <dt>${fieldName(field, this.language)}</dt>
      <dd><span class="second">${text.was}</span> ${before ?? text.nothing}</dd>
      <dd><span class="second">${text.becomes}</span> ${after ?? text.nothing}</dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "version-difference": VersionDifference;
  }
}
