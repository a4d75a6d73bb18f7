import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type InstitutionOpportunities, type Opportunity, opportunitiesRoute } from "../../model/discovery.ts";
import { call } from "../app/api.ts";
import { textIn } from "../ui/format.ts";
import "./fact-list.ts";
import "./score-reasons.ts";
import { isInFull } from "./in-full.ts";
import type { scoringQuery } from "./scoring.ts";
import { WholeReasons } from "./whole-reasons.ts";

/** Why something fits: the way from the question to it, every reason with what it rests on, and what to do next. */
@customElement("opportunity-why")
export class OpportunityWhy extends WholeReasons<InstitutionOpportunities> {
  @property({ attribute: false }) opportunity?: Pick<Opportunity, "asker" | "question" | "offer" | "from">;

  protected override get asked() {
    const { asker, question, offer, from } = this.opportunity ?? {};
    return [asker?.id, question?.id, offer?.id, from?.id];
  }

  protected override read(scoring: ReturnType<typeof scoringQuery>, signal: AbortSignal): Promise<InstitutionOpportunities> {
    const [id, question, offer, from] = this.asked;
    const query = { ...scoring, question, offer, from, limit: 1, reasons: "all" };
    return call(opportunitiesRoute, { params: { id: id as NonNullable<typeof id> }, query }, signal);
  }

  protected override told({ opportunities: [opportunity], sources }: InstitutionOpportunities) {
    if (!opportunity || !isInFull(opportunity)) return nothing;
    const { opportunity: words } = this.text;
    const { steps, path, reasons, approach, confidence, asker, contact } = opportunity;
    const isReason = reasons.some(({ sentence }) => sentence.nl === approach?.nl);
    return html`<h3>${words.path}</h3>
      <fact-list
        .links=${path.links}
        .nodes=${path.nodes}
        .sources=${sources}
        .sentences=${steps.map((step) => textIn(step, this.language))}
      ></fact-list>
      ${approach && !isReason ? html`<p><strong>${words.approach}.</strong> ${textIn(approach, this.language)}</p>` : nothing}
      <score-reasons .reasons=${reasons} .sources=${sources} .from=${asker.id}></score-reasons>
      <p class="small second">${textIn(confidence.sentence, this.language)}</p>
      <h3>${words.next}</h3>
      <p>${textIn(contact.sentence, this.language)}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "opportunity-why": OpportunityWhy;
  }
}
