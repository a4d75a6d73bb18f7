import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ListedPeer } from "../../../model/discovery.ts";
import type { NodeSummary } from "../../../model/graph.ts";
import { bar } from "../../ui/drawn.ts";
import { nameOf, number, slugOf, textIn } from "../../ui/format.ts";
import { kindIcon } from "../../ui/icon.ts";
import "../../ui/node-link.ts";
import { certaintyMark, groundsMark } from "../certainty-mark.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import { isInFull } from "../in-full.ts";
import { type Scoring, standardScoring } from "../scoring.ts";
import "./peer-why.ts";

/** How many shared things are named before one asks why. */
const named = 3;

/** Which peers are unfolded. */
export class UnfoldEvent extends Event {
  readonly slugs: readonly string[];
  constructor(slugs: readonly string[]) {
    super("unfold", { bubbles: true });
    this.slugs = slugs;
  }
}

/** Institutions like one, best first, each with why. @fires {UnfoldEvent} unfold - a why was opened or closed */
@customElement("peer-list")
export class PeerList extends DiscoveryElement {
  @property({ attribute: false }) institution?: NodeSummary;
  @property({ attribute: false }) peers: readonly ListedPeer[] = [];
  @property({ attribute: false }) scoring: Scoring = standardScoring;
  /** The points of the strongest match in the network; no bar while it is not known. */
  @property({ type: Number }) strongest = 0;
  /** Whose reasons are unfolded. */
  @property({ attribute: false }) open: readonly string[] = [];

  override render() {
    return html`<ol class="plain-list peers">
      ${this.peers.map((peer, index) => this.#peer(peer, index + 1))}
    </ol>`;
  }

  #peer(peer: ListedPeer, rank: number) {
    const { institution: words, thin } = this.text;
    const { institution: node } = peer;
    const slug = slugOf(node.id);
    const name = nameOf(node, this.language);
    return html`<li class="peer" data-id=${node.id}>
      <p class="peer-head">
        <span class="rank">${rank}</span>
        <node-link .node=${node} plain></node-link>
        <span class="score">${this.strongest > 0 ? html`<span class="scale">${bar(peer.score / this.strongest)}</span>` : nothing}${this.text.points(number(peer.score, this.language))}</span>
        ${certaintyMark(peer.confidence, this.text)} ${groundsMark(peer.reasons, this.text)} ${peer.thin ? html`<span class="thin">${thin}</span>` : nothing}
      </p>
      <p>${textIn(peer.sentence, this.language)}</p>
      ${this.#shared(peer)}
      <div class="row peer-more">
        <details class="fold why" ?open=${this.open.includes(slug)} @toggle=${(event: ToggleEvent) => this.#toggle(event, slug)}>
          <summary>${words.why}<span class="visually-hidden"> ${name}</span></summary>
          ${this.open.includes(slug) ? this.#why(node) : nothing}
        </details>
        ${this.#compare(node, name)}
      </div>
    </li>`;
  }

  #shared(peer: ListedPeer) {
    const all = [...new Map(peer.reasons.map(({ item }) => [item.id, item])).values()];
    const items = all.slice(0, named);
    const left = all.length - items.length + (isInFull(peer) ? 0 : peer.rest.count);
    return html`<ul class="plain-list shared-items" aria-label=${this.text.institution.because}>
      ${items.map((item) => html`<li>${kindIcon({ kind: item.kind, contested: item.contested })} ${nameOf(item, this.language)}</li>`)}
      ${left > 0 ? html`<li class="second small">${this.text.institution.and(left)}</li>` : nothing}
    </ul>`;
  }

  #why({ id }: NodeSummary) {
    return html`<peer-why .institution=${this.institution?.id} .peer=${id} .scoring=${this.scoring}></peer-why>`;
  }

  #compare(node: NodeSummary, name: string) {
    if (!this.institution) return nothing;
    const { compare, compareWith } = this.text.institution;
    const address = this.linkTo("/overlap", { met: `${slugOf(this.institution.id)},${slugOf(node.id)}` });
    return html`<a class="compare no-print" href=${address}
      >${compare}<span class="visually-hidden"> ${compareWith(name)}</span></a
    >`;
  }

  #toggle(event: ToggleEvent, slug: string): void {
    const opened = (event.currentTarget as HTMLDetailsElement).open;
    if (opened === this.open.includes(slug)) return;
    this.open = opened ? [...this.open, slug] : this.open.filter((one) => one !== slug);
    this.dispatchEvent(new UnfoldEvent(this.open));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "peer-list": PeerList;
  }
}
