import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type WhyNotAnswer, whyNotRoute } from "../../../model/discovery.ts";
import type { NodeId } from "../../../model/graph.ts";
import { call } from "../../app/api.ts";
import { textIn } from "../../ui/format.ts";
import "../score-reasons.ts";
import type { scoringQuery } from "../scoring.ts";
import { WholeReasons } from "../whole-reasons.ts";

/** Every reason why an institution is like another, each with what it rests on. */
@customElement("peer-why")
export class PeerWhy extends WholeReasons<WhyNotAnswer> {
  @property({ attribute: false }) institution?: NodeId;
  @property({ attribute: false }) peer?: NodeId;

  protected override get asked() {
    return [this.institution, this.peer];
  }

  protected override read(scoring: ReturnType<typeof scoringQuery>, signal: AbortSignal): Promise<WhyNotAnswer> {
    const [id, other] = this.asked as [NodeId, NodeId];
    return call(whyNotRoute, { params: { id, other }, query: scoring }, signal);
  }

  protected override told({ peer, between = [], sources }: WhyNotAnswer) {
    if (!peer) return nothing;
    return html`${between.map((text) => html`<p>${textIn(text, this.language)}</p>`)}<score-reasons .reasons=${peer.reasons} .sources=${sources} .from=${this.institution}></score-reasons>
      <p class="small second">${textIn(peer.confidence.sentence, this.language)}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "peer-why": PeerWhy;
  }
}
