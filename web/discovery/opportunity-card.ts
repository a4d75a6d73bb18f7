import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AllOpportunities, InstitutionOpportunities, Opportunity } from "../../model/discovery.ts";
import { bar } from "../ui/drawn.ts";
import { nameOf, number, slugOf, textIn } from "../ui/format.ts";
import "../ui/lazy-fold.ts";
import { icon } from "../ui/icon.ts";
import "../ui/node-link.ts";
import { linked } from "../ui/linked.ts";
import { certaintyMark, groundsMark } from "./certainty-mark.ts";
import { DiscoveryElement } from "./discovery-element.ts";
import "./opportunity-why.ts";
import { type Scoring, scoringAddress, standardScoring } from "./scoring.ts";

/** A line of either list. */
export type ListedOpportunity = (InstitutionOpportunities | AllOpportunities)["opportunities"][number];

type Ends = Pick<Opportunity, "asker" | "question" | "offer" | "from">;

/** Something that one can learn from another, as sentences that open to their evidence. */
@customElement("opportunity-card")
export class OpportunityCard extends DiscoveryElement {
  @property({ attribute: false }) opportunity?: ListedOpportunity;
  @property({ attribute: false }) scoring: Scoring = standardScoring;
  /** Spoken to the one who asks, under its question: "Zij maakten …"; else told of both: "A vraagt … B heeft …". */
  @property({ attribute: false }) toAsker = false;
  /** The points of the strongest opportunity in the network; no bar while it is not known. */
  @property({ type: Number }) strongest = 0;
  /** Who else asks this and could learn from it. */
  @property({ attribute: false }) others: readonly Pick<Opportunity, "asker" | "score">[] = [];

  override render() {
    const { opportunity } = this;
    if (!opportunity) return nothing;
    return html`<article class="opportunity card" data-id=${opportunity.id}>
      ${this.toAsker ? this.#spoken(opportunity) : this.#told(opportunity)}
      <p class="opportunity-sure">
        <span class="score">${this.strongest > 0 ? html`<span class="scale">${bar(opportunity.score / this.strongest)}</span>` : nothing}${this.text.opportunity.fits(number(opportunity.score, this.language))}</span>
        ${certaintyMark(opportunity.confidence, this.text)} ${groundsMark(opportunity.reasons, this.text)}
      </p>
      ${this.others.length > 0 ? this.#others(opportunity) : nothing} ${this.#why(opportunity)} ${this.#sheet(opportunity)}
    </article>`;
  }

  #spoken(opportunity: ListedOpportunity) {
    const { opportunity: words } = this.text;
    const { offer, from } = opportunity;
    const [back] = "inReturn" in opportunity ? opportunity.inReturn : [];
    return html`<dl>
      <dt>${words.theirs[offer.kind] ?? words.theirsElse}</dt>
      <dd><node-link .node=${offer} plain></node-link> <span class="at">${words.at(nameOf(from, this.language))}</span></dd>
      <dt>${words.giveBack}</dt>
      <dd>${back ? textIn(back.sentence, this.language) : html`<span class="second">${words.giveBackNothing}</span>`}</dd>
    </dl>`;
  }

  #told({ sentence, asker, question, offer, from }: ListedOpportunity) {
    const nodes = [asker, question, offer, from];
    return html`<p class="opportunity-sentence">${linked(textIn(sentence, this.language), nodes, this.language)}</p>`;
  }

  /** Everyone else who asks the same, each with the way to its own page. */
  #others(opportunity: ListedOpportunity) {
    const { opportunity: words } = this.text;
    return html`<div class="opportunity-others">
      <p class="second">${words.askedByMore(this.others.length + 1)}</p>
      <ul class="plain-list row">
        ${this.others.map(({ asker, score }) => {
          return html`<li>
            <a href=${this.#sheetHref({ ...opportunity, asker })}>${nameOf(asker, this.language)}</a>
            <span class="small second">${this.text.points(number(score, this.language))}</span>
          </li>`;
        })}
      </ul>
    </div>`;
  }

  #why(opportunity: ListedOpportunity) {
    return html`<lazy-fold
      label=${this.text.opportunity.why}
      about=${nameOf(opportunity.offer, this.language)}
      .content=${() => html`<opportunity-why .opportunity=${opportunity} .scoring=${this.scoring}></opportunity-why>`}
    ></lazy-fold>`;
  }

  /** The address of the page that can be printed. */
  #sheetHref({ asker, question, offer, from }: Ends): string {
    return this.linkTo("/kans", {
      wie: slugOf(asker.id),
      vraag: slugOf(question.id),
      aanbod: offer.id,
      van: slugOf(from.id),
      ...scoringAddress(this.scoring),
    });
  }

  #sheet(opportunity: ListedOpportunity) {
    const { opportunity: words } = this.text;
    return html`<a class="sheet-link no-print" href=${this.#sheetHref(opportunity)}
      >${icon("printer")} ${words.sheet}<span class="visually-hidden"> ${nameOf(opportunity.offer, this.language)}</span></a
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "opportunity-card": OpportunityCard;
  }
}
