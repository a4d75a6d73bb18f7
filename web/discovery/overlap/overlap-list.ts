import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { OverlapAnswer, OverlapCell } from "../../../model/discovery.ts";
import type { NodeSummary } from "../../../model/graph.ts";
import { nameOf, number } from "../../ui/format.ts";
import "../../ui/node-link.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import "../fact-list.ts";
import "../../ui/lazy-fold.ts";
import { orderedRows, type RowOrder, strengthWord } from "./overlap-order.ts";

/** The matrix as a list: each question or theme with who has it, and what that rests on. */
@customElement("overlap-list")
export class OverlapList extends DiscoveryElement {
  @property({ attribute: false }) answer?: OverlapAnswer;
  @property({ attribute: false }) order: RowOrder = "blocks";

  override render() {
    const { answer } = this;
    if (!answer) return nothing;
    const names = new Map(answer.institutions.map((node) => [node.id, nameOf(node, this.language)]));
    const byRow = Map.groupBy(answer.cells, ({ row }) => row);
    return html`<ul class="plain-list overlap-list">
      ${orderedRows(answer, this.order, this.language).map((row) => this.#row(row, byRow.get(row.id) ?? [], names))}
    </ul>`;
  }

  #row(row: NodeSummary, cells: readonly OverlapCell[], names: ReadonlyMap<string, string>) {
    const { overlap } = this.text;
    return html`<li>
      <node-link .node=${row} plain .sharers=${cells.length}></node-link>
      <ul class="plain-list">
        ${cells.map((cell) => {
          const words = overlap.cell(
            number(cell.count, this.language),
            overlap.strength[strengthWord(cell.strength)],
            this.words.evidence[cell.basis],
          );
          const name = names.get(cell.institution) ?? cell.institution;
          return html`<li>
            <lazy-fold
              label="${name} – ${words}"
              .content=${() => html`<fact-list .links=${cell.links} .nodes=${cell.nodes} .sources=${this.answer?.sources ?? []}></fact-list>`}
            ></lazy-fold>
          </li>`;
        })}
      </ul>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "overlap-list": OverlapList;
  }
}
