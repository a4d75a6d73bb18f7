import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { NodeId, NodeSummary } from "../../model/graph.ts";
import { nodeKindNames } from "../../model/kinds.ts";
import { linksLeft, sharers, shown, type View } from "../drawing/view.ts";
import "../ui/download-files.ts";
import { NodeEvent, PageElement } from "../ui/element.ts";
import { kindWord, nameOf, number } from "../ui/format.ts";
import { icon, kindIcon } from "../ui/icon.ts";
import type { ExploreActions } from "./actions.ts";

const orders = ["kind", "name", "links"] as const;
type Order = (typeof orders)[number];
/** So many rows at first: the drawing beside it shows all, and a page of thousands of rows is slow for everybody. */
const firstRows = 18;

/**
 * The same items as the drawing, as a list: what each is, how many links are in view, and what can be done with it.
 * @fires {NodeEvent} node-select - an item was chosen
 */
@customElement("item-list")
export class ItemList extends PageElement {
  @property({ attribute: false }) actions!: ExploreActions;
  @property({ attribute: false }) view?: View;
  @property({ attribute: false }) selected: NodeId | undefined;
  @state() private order: Order = "kind";
  @state() private all = false;

  override render() {
    const { explore } = this.words;
    if (!this.view) return html``;
    const { nodes, links } = shown(this.view);
    const [left, shared] = [linksLeft(this.view), sharers({ nodes, links })];
    const here = new Map<NodeId, number>();
    for (const { from, to } of links) for (const id of [from, to]) here.set(id, (here.get(id) ?? 0) + 1);
    return html`<div class="item-list">
      <label class="item-order">${explore.sort}
        <select @change=${(event: Event) => (this.order = (event.target as HTMLSelectElement).value as Order)}>
          ${orders.map((order) => html`<option value=${order} ?selected=${order === this.order}>${explore.sorts[order]}</option>`)}
        </select>
      </label>
      <ul class="plain-list">
        ${repeat(
          this.#seen([...nodes].sort(this.#compare(here))),
          ({ id }) => id,
          (node) => this.#row(node, here.get(node.id) ?? 0, left.get(node.id) ?? 0, shared.get(node.id) ?? 0),
        )}
      </ul>
      ${
        this.all || nodes.length <= firstRows
          ? nothing
          : html`<button type="button" class="button small" @click=${() => (this.all = true)}>${explore.groupAll(number(nodes.length, this.language))}</button>`
      }
      <download-files .ids=${nodes.map(({ id }) => id)}></download-files>
    </div>`;
  }

  /** The first rows and the chosen one, or all when asked for. */
  #seen(nodes: readonly NodeSummary[]): readonly NodeSummary[] {
    return this.all ? nodes : nodes.filter(({ id }, index) => index < firstRows || id === this.selected);
  }

  #compare(here: ReadonlyMap<NodeId, number>) {
    const byName = (one: NodeSummary, other: NodeSummary) =>
      nameOf(one, this.language).localeCompare(nameOf(other, this.language), this.language);
    const kindIndex = ({ kind }: NodeSummary) => nodeKindNames.indexOf(kind);
    const ways: Readonly<Record<Order, (one: NodeSummary, other: NodeSummary) => number>> = {
      kind: (one, other) => kindIndex(one) - kindIndex(other) || byName(one, other),
      name: byName,
      links: (one, other) => (here.get(other.id) ?? 0) - (here.get(one.id) ?? 0) || byName(one, other),
    };
    return ways[this.order];
  }

  #row(node: NodeSummary, inView: number, left: number, shared: number) {
    const { explore, evidence } = this.words;
    const name = nameOf(node, this.language);
    return html`<li ?data-selected=${this.selected === node.id}>
      <button
        type="button"
        class="item-pick"
        data-id=${node.id}
        aria-current=${this.selected === node.id ? "true" : "false"}
        @click=${() => this.dispatchEvent(new NodeEvent("node-select", node.id))}
      >
        ${kindIcon({ kind: node.kind, contested: node.contested, sharers: shared })}
        <span
          ><span class="node-name">${name}</span> <span class="node-kind">${kindWord(node.kind, this.language)}, ${explore.inView(inView)}${
            node.contested ? `, ${evidence.contested}` : ""
          }</span></span
        >
      </button>
      <span class="item-do">
        ${
          left > 0
            ? html`<button type="button" class="quiet small" aria-label="${explore.expandLabel(name)}, ${explore.left(number(left, this.language))}" title=${explore.left(number(left, this.language))} @click=${() => void this.actions.expand(node.id)}>
              ${icon("plus")}${number(left, this.language)}
            </button>`
            : ""
        }
        <button type="button" class="quiet small" aria-label=${explore.hideLabel(name)} title=${explore.hide} @click=${() => this.actions.hide(node.id)}>
          ${icon("eye-off")}
        </button>
      </span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "item-list": ItemList;
  }
}
