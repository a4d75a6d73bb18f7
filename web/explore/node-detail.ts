import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type LinkGroup, type NodeDetail, nodeRoute } from "../../model/explore.ts";
import { type Claim, claimRanks, type GraphNode, type NodeId, type Source } from "../../model/graph.ts";
import { linkKinds, type PropertyName, propertySpecs } from "../../model/kinds.ts";
import { call } from "../app/api.ts";
import { NodeEvent, PageElement } from "../ui/element.ts";
import { kindWord, nameOf, number } from "../ui/format.ts";
import "../ui/edit-links.ts";
import "../ui/evidence-list.ts";
import { kindIcon } from "../ui/icon.ts";
import { taskView } from "../ui/task-view.ts";

/** How many links of a kind are listed before the rest is asked for. */
const few = 6;

/** How many of them go on the canvas at a time. */
const atATime = 25;

const byRank = (one: Claim, other: Claim): number =>
  claimRanks.indexOf(one.rank ?? "normal") - claimRanks.indexOf(other.rank ?? "normal");

/** The user wants nodes on the canvas. */
export class NodesEvent extends Event {
  readonly ids: readonly NodeId[];
  constructor(ids: readonly NodeId[]) {
    super("nodes-add", { bubbles: true });
    this.ids = ids;
  }
}

/**
 * All that is known of one node: what it is, what sources say, and its links by kind, each with its evidence.
 * @fires {NodeEvent} node-select - a neighbour was chosen
 * @fires {NodesEvent} nodes-add - neighbours over one kind of link are wanted on the canvas
 */
@customElement("node-detail")
export class NodeDetailView extends PageElement {
  @property() node?: NodeId;
  /** What is on the canvas already. */
  @property({ attribute: false }) there: ReadonlySet<NodeId> = new Set();
  @state() private whole: ReadonlySet<string> = new Set();

  readonly #detail = new Task(this, {
    args: () => [this.node] as const,
    task: ([id], { signal }) => (id ? call(nodeRoute, { params: { id }, query: { limit: 500 } }, signal) : undefined),
  });

  override render() {
    return taskView(this.#detail, (detail) => (detail ? this.#all(detail) : nothing));
  }

  #all({ node, links, sources }: NodeDetail) {
    const { explore, evidence } = this.words;
    const description = (this.language === "en" && node.descriptionEn) || node.description;
    return html`<article class="detail" aria-busy=${node.id !== this.node}>
      <p class="detail-kind">
        ${kindIcon(node)} ${kindWord(node.kind, this.language)}
        ${node.contested ? html`<span class="contested-word">${evidence.contested}</span>` : nothing}
      </p>
      <h2 tabindex="-1">${nameOf(node, this.language)}</h2>
      ${description ? html`<p class="detail-about">${description}</p>` : nothing}
      <evidence-fold .evidence=${node.evidence} .sources=${sources} about=${nameOf(node, this.language)}></evidence-fold>
      ${node.otherNames.length > 0 ? html`<p class="small second">${explore.otherNames}: ${node.otherNames.join(", ")}</p>` : nothing}
      <edit-links .node=${node}></edit-links>
      ${this.#facts(node)} ${this.#claims(node, sources)}
      <h3>${explore.connections(number(node.degree, this.language))}</h3>
      ${links.map((group) => this.#group(group, node, sources))}
    </article>`;
  }

  #facts({ properties }: GraphNode) {
    const rows = Object.entries(properties).filter(([name]) => name !== "conflict") as [
      PropertyName,
      string | number | boolean,
    ][];
    if (rows.length === 0) return nothing;
    return html`<dl class="facts">
      ${rows.map(([name, value]) => html`<div><dt>${propertySpecs[name][this.language]}</dt><dd>${this.#value(name, value)}</dd></div>`)}
    </dl>`;
  }

  #value(name: PropertyName, value: string | number | boolean) {
    if (name === "website" && typeof value === "string" && /^https?:/.test(value))
      return html`<a href=${value} rel="noreferrer" target="_blank">${new URL(value).hostname}</a>`;
    return typeof value === "boolean" ? this.words.evidence.yesNo[value ? "yes" : "no"] : String(value);
  }

  /** What sources say differently, side by side. */
  #claims({ claims, properties }: GraphNode, sources: readonly Source[]) {
    const { evidence } = this.words;
    const conflict = properties.conflict;
    if (claims.length === 0 && !conflict) return nothing;
    const titles = new Map(sources.map((source) => [source.id, source]));
    return html`<section class="claims">
      <h3>${evidence.contestedLong}</h3>
      ${conflict ? html`<p>${conflict}</p>` : nothing}
      ${[...Map.groupBy(claims, ({ about }) => about)].map(
        ([about, said]) => html`<h4>${evidence.says(about)}</h4>
          <ul class="plain-list claim-row">${said.toSorted(byRank).map((claim) => this.#claim(claim, titles.get(claim.source)))}</ul>`,
      )}
    </section>`;
  }

  #claim({ value, source, rank = "normal" }: Claim, from: Source | undefined) {
    const title = from?.title ?? source;
    return html`<li>
      ${rank === "outdated" ? html`<s>${value}</s>` : html`<strong>${value}</strong>`}
      ${rank === "normal" ? nothing : html`<span class="small">${this.words.evidence.ranks[rank]}</span>`}
      <span class="small second">${from?.url ? html`<a href=${from.url} rel="noreferrer" target="_blank">${title}</a>` : title}</span>
    </li>`;
  }

  #group({ kind, direction, count, items }: LinkGroup, about: GraphNode, sources: readonly Source[]) {
    const { explore } = this.words;
    const key = `${kind} ${direction}`;
    const listed = this.whole.has(key) ? items : items.slice(0, few);
    const absent = items.flatMap(({ node }) => (this.there.has(node.id) ? [] : [node.id]));
    const next = absent.slice(0, atATime);
    return html`<section class="link-group">
      <h4>${linkKinds[kind][this.language][direction]} <span class="second">(${number(count, this.language)})</span></h4>
      <ul class="plain-list">${listed.map((item) => this.#link(item, about, sources))}</ul>
      <div class="row">
        ${
          items.length > listed.length
            ? html`<button type="button" class="quiet small" @click=${() => (this.whole = new Set([...this.whole, key]))}>
              ${explore.groupAll(number(items.length, this.language))}
            </button>`
            : nothing
        }
        ${
          next.length > 0
            ? html`<button type="button" class="quiet small" @click=${() => this.dispatchEvent(new NodesEvent(next))}>
              ${explore.groupAdd(number(next.length, this.language), number(absent.length, this.language))}
            </button>`
            : nothing
        }
      </div>
    </section>`;
  }

  #link({ link, node }: LinkGroup["items"][number], about: GraphNode, sources: readonly Source[]) {
    const { evidence, explore } = this.words;
    const remark = link.properties.conflict ?? link.properties.note;
    return html`<li>
      <button type="button" class="link-node" @click=${() => this.dispatchEvent(new NodeEvent("node-select", node.id))}>
        ${kindIcon(node)}<span
          ><span class="node-name">${nameOf(node, this.language)}</span> <span class="node-kind">${kindWord(node.kind, this.language)}${
            this.there.has(node.id) ? `, ${explore.onCanvas}` : ""
          }</span></span
        >
      </button>
      <div class="link-under">
        ${link.contested ? html`<span class="contested-word">${evidence.contested}</span>` : nothing}
        ${this.#linkFacts(link.properties)}
        <evidence-fold
          .evidence=${link.evidence}
          .sources=${sources}
          about="${nameOf(about, this.language)} – ${nameOf(node, this.language)}"
        ></evidence-fold>
        ${remark && link.contested ? html`<p class="small">${remark}</p>` : nothing}
      </div>
    </li>`;
  }

  #linkFacts(properties: NodeDetail["links"][number]["items"][number]["link"]["properties"]) {
    const rows = (["role", "since", "until", "period", "amount", "theme"] as const).flatMap((name) => {
      const value = properties[name];
      return value === undefined ? [] : [`${propertySpecs[name][this.language]}: ${value}`];
    });
    return rows.length > 0 ? html`<span class="small second">${rows.join(" · ")}</span>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "node-detail": NodeDetailView;
  }
}
