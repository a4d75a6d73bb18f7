import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Link, NodeId, NodeSummary } from "../../model/graph.ts";
import { nodeKindNames } from "../../model/kinds.ts";
import { linksLeft, sharers, shown, type View } from "../drawing/view.ts";
import "../ui/download-files.ts";
import { NodeEvent, PageElement } from "../ui/element.ts";
import { kindWord, nameOf, number } from "../ui/format.ts";
import { icon, kindIcon } from "../ui/icon.ts";
import type { ExploreActions } from "./actions.ts";
import { exploreWordsIn } from "./words.ts";

const orders = ["kind", "name", "links"] as const;
type Order = (typeof orders)[number];
/** So many rows at first: the drawing beside it shows all, and a page of thousands of rows is slow for everybody. */
const firstRows = 18;
/** So many more each time that more are asked for. */
const moreRows = 500;
const collators = { nl: new Intl.Collator("nl"), en: new Intl.Collator("en") };

const countsByLinks = new WeakMap<readonly Link[], ReadonlyMap<NodeId, number>>();

/** How many links each item has here. */
function linksInView(links: readonly Link[]): ReadonlyMap<NodeId, number> {
  const known = countsByLinks.get(links);
  if (known) return known;
  const here = new Map<NodeId, number>();
  for (const { from, to } of links) for (const id of [from, to]) here.set(id, (here.get(id) ?? 0) + 1);
  countsByLinks.set(links, here);
  return here;
}

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
  @state() private upTo = firstRows;

  #sorted: readonly NodeSummary[] = [];
  #sortedFor = "";

  protected override willUpdate(changed: PropertyValues<this>): void {
    const sortedFor = `${this.order} ${this.language}`;
    if (!this.view || (!changed.has("view") && this.#sortedFor === sortedFor)) return;
    this.#sortedFor = sortedFor;
    const { nodes, links } = shown(this.view);
    this.#sorted = [...nodes].sort(this.#compare(linksInView(links)));
  }

  override render() {
    const { explore } = this.words;
    if (!this.view) return html``;
    const { nodes, links } = shown(this.view);
    const [left, shared] = [linksLeft(this.view), sharers({ nodes, links })];
    const here = linksInView(links);
    return html`<div class="item-list">
      <label class="item-order">${explore.sort}
        <select @change=${(event: Event) => (this.order = (event.target as HTMLSelectElement).value as Order)}>
          ${orders.map((order) => html`<option value=${order} ?selected=${order === this.order}>${explore.sorts[order]}</option>`)}
        </select>
      </label>
      <ul class="plain-list">
        ${repeat(
          this.#seen(this.#sorted),
          ({ id }) => id,
          (node) => this.#row(node, here.get(node.id) ?? 0, left.get(node.id) ?? 0, shared.get(node.id) ?? 0),
        )}
      </ul>
      ${this.upTo < nodes.length ? this.#more(nodes.length) : nothing}
      <download-files .ids=${nodes.map(({ id }) => id)}></download-files>
    </div>`;
  }

  /** The first rows and the chosen one, and more when asked for. */
  #seen(nodes: readonly NodeSummary[]): readonly NodeSummary[] {
    return nodes.filter(({ id }, index) => index < this.upTo || id === this.selected);
  }

  #more(count: number) {
    const next = this.upTo === firstRows ? moreRows : this.upTo + moreRows;
    const text =
      next >= count
        ? this.words.explore.groupAll(number(count, this.language))
        : exploreWordsIn(this.language).large.more(number(next - this.upTo, this.language));
    return html`<button type="button" class="button small" @click=${() => (this.upTo = next)}>${text}</button>`;
  }

  #compare(here: ReadonlyMap<NodeId, number>) {
    const collator = collators[this.language];
    const byName = (one: NodeSummary, other: NodeSummary) =>
      collator.compare(nameOf(one, this.language), nameOf(other, this.language));
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
