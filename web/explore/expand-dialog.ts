import { Task } from "@lit/task";
import { html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Neighbours } from "../../model/explore.ts";
import type { NodeId, NodeSummary } from "../../model/graph.ts";
import { type LinkKind, linkKinds, type NodeKind } from "../../model/kinds.ts";
import { kindWord, nameOf, number } from "../ui/format.ts";
import { kindIcon } from "../ui/icon.ts";
import { taskView } from "../ui/task-view.ts";
import { ExploreElement } from "./explore-element.ts";
import { readNeighbours } from "./read-graph.ts";

/** What of the neighbours of an item is wanted: all kinds where none is named. */
export interface ExpandChoice {
  readonly kind: NodeKind | undefined;
  readonly linkKind: LinkKind | undefined;
  readonly order: "most" | "least";
  readonly limit: number;
}

/** It was chosen what to expand. */
export class ExpandEvent extends Event {
  readonly id: NodeId;
  readonly choice: ExpandChoice;
  constructor(id: NodeId, choice: ExpandChoice) {
    super("expand-choose");
    this.id = id;
    this.choice = choice;
  }
}

interface Group {
  readonly kind: NodeKind;
  readonly linkKind: LinkKind;
  readonly direction: "out" | "in";
  readonly count: number;
}

const limits = [5, 10, 25, 50, 100];

/**
 * What is around an item and not in view, by kind with counts, and how many of it are wanted.
 * @fires {ExpandEvent} expand-choose - a part of it, or all, is wanted
 */
@customElement("expand-dialog")
export class ExpandDialog extends ExploreElement {
  @property({ attribute: false }) node?: NodeSummary;
  @property({ attribute: false }) seen: readonly NodeId[] = [];
  @state() private limit = 25;
  @state() private order: ExpandChoice["order"] = "most";

  /** One is asked for, since an answer counts what it leaves: that one is counted in. */
  readonly #around = new Task(this, {
    args: () => [this.node?.id, this.seen] as const,
    task: async ([id, seen], { signal }) => (id ? groupsOf(await readNeighbours(id, { limit: 1 }, seen, signal), id) : undefined),
  });

  /** Asks what of an item is wanted, beside what is there; the focus comes back to where it was. */
  async show(node: NodeSummary, seen: readonly NodeId[]): Promise<void> {
    this.node = node;
    this.seen = seen;
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
  }

  override render() {
    const { expand, saved } = this.text;
    return html`<dialog class="saved" aria-labelledby="expand-title">
      <h2 id="expand-title">${this.node ? expand.title(nameOf(this.node, this.language)) : ""}</h2>
      ${taskView(this.#around, (around) => (around && around.left > 0 ? this.#choices(around.groups, around.left) : html`<p>${expand.none}</p>`))}
      <form method="dialog"><button class="button">${saved.shut}</button></form>
    </dialog>`;
  }

  #choices(groups: readonly Group[], left: number) {
    const { expand } = this.text;
    return html`<p>${expand.left(number(left, this.language))}</p>
      <div class="row expand-how">
        <label>${expand.howMany}
          <select @change=${(event: Event) => (this.limit = Number((event.target as HTMLSelectElement).value))}>
            ${limits.map((limit) => html`<option value=${limit} ?selected=${limit === this.limit}>${limit}</option>`)}
          </select>
        </label>
        <label>${expand.first}
          <select @change=${(event: Event) => (this.order = (event.target as HTMLSelectElement).value as ExpandChoice["order"])}>
            ${(["most", "least"] as const).map((order) => html`<option value=${order} ?selected=${order === this.order}>${expand.orders[order]}</option>`)}
          </select>
        </label>
      </div>
      <h3>${expand.what}</h3>
      <ul class="plain-list expand-groups">
        <li>${this.#choice(undefined, expand.everything, left)}</li>
        ${groups.map((group) => html`<li>${this.#choice(group, this.#nameOf(group), group.count)}</li>`)}
      </ul>`;
  }

  #nameOf({ kind, linkKind, direction }: Group): string {
    return this.text.expand.group(linkKinds[linkKind][this.language][direction], kindWord(kind, this.language, 2));
  }

  #choice(group: Group | undefined, text: string, count: number) {
    return html`<button type="button" class="button" @click=${() => this.#choose(group)}>
      ${group ? kindIcon({ kind: group.kind }) : ""}<span>${text}</span> <span class="second">${number(count, this.language)}</span>
    </button>`;
  }

  #choose(group: Group | undefined): void {
    this.querySelector("dialog")?.close();
    const { limit, order } = this;
    if (this.node)
      this.dispatchEvent(new ExpandEvent(this.node.id, { kind: group?.kind, linkKind: group?.linkKind, order, limit }));
  }
}

/** What is left around a node by kind, the most first, with the one that the answer gives counted in. */
function groupsOf({ nodes, links, left, leftPerKind }: Neighbours, id: NodeId) {
  const given = nodes.flatMap((node) =>
    links
      .filter(({ from, to }) => (from === id && to === node.id) || (to === id && from === node.id))
      .map((link) => ({
        kind: node.kind,
        linkKind: link.kind,
        direction: link.from === id ? ("out" as const) : ("in" as const),
        count: 1,
      })),
  );
  const groups = new Map<string, Group>();
  for (const group of [...leftPerKind, ...given]) {
    const key = `${group.linkKind} ${group.kind}`;
    groups.set(key, { ...group, count: group.count + (groups.get(key)?.count ?? 0) });
  }
  return { left: left + nodes.length, groups: [...groups.values()].sort((one, other) => other.count - one.count) };
}

declare global {
  interface HTMLElementTagNameMap {
    "expand-dialog": ExpandDialog;
  }
}
