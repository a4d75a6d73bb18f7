import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Opportunity } from "../../model/discovery.ts";
import type { Source } from "../../model/graph.ts";
import { nameOf, number, slugOf, textIn } from "../ui/format.ts";
import "../ui/lazy-fold.ts";
import { icon } from "../ui/icon.ts";
import "../ui/node-link.ts";
import { certaintyMark } from "./certainty-mark.ts";
import { DiscoveryElement } from "./discovery-element.ts";
import "./fact-list.ts";
import { linked } from "../ui/linked.ts";
import "./score-reasons.ts";
import { type Scoring, scoringAddress, standardScoring } from "./scoring.ts";

type Ends = Pick<Opportunity, "asker" | "question" | "offer" | "from">;

/** Something that one can learn from another, as sentences that open to their evidence. */
@customElement("opportunity-card")
export class OpportunityCard extends DiscoveryElement {
  @property({ attribute: false }) opportunity?: Opportunity;
  @property({ attribute: false }) sources: readonly Source[] = [];
  @property({ attribute: false }) scoring: Scoring = standardScoring;
  /** Spoken to the one who asks, under its question: "Zij maakten …"; else told of both: "A vraagt … B heeft …". */
  @property({ attribute: false }) toAsker = false;
  /** Who else asks this and could learn from it. */
  @property({ attribute: false }) others: readonly Pick<Opportunity, "asker" | "score">[] = [];

  override render() {
    const { opportunity } = this;
    if (!opportunity) return nothing;
    return html`<article class="opportunity card" data-id=${opportunity.id}>
      ${this.toAsker ? this.#spoken(opportunity) : this.#told(opportunity)}
      <p class="opportunity-sure">
        <span class="score">${this.text.opportunity.fits(number(opportunity.score, this.language))}</span>
        ${certaintyMark(opportunity.confidence, this.text)}
      </p>
      ${this.others.length > 0 ? this.#others(opportunity) : nothing} ${this.#why(opportunity)} ${this.#sheet(opportunity)}
    </article>`;
  }

  #spoken({ offer, from, inReturn }: Opportunity) {
    const { opportunity: words } = this.text;
    return html`<dl>
      <dt>${words.theirs[offer.kind] ?? words.theirsElse}</dt>
      <dd><node-link .node=${offer} plain></node-link> <span class="at">${words.at(nameOf(from, this.language))}</span></dd>
      <dt>${words.giveBack}</dt>
      <dd>${inReturn[0] ? textIn(inReturn[0].sentence, this.language) : html`<span class="second">${words.giveBackNothing}</span>`}</dd>
    </dl>`;
  }

  #told({ sentence, asker, question, offer, from }: Opportunity) {
    const nodes = [asker, question, offer, from];
    return html`<p class="opportunity-sentence">${linked(textIn(sentence, this.language), nodes, this.language)}</p>`;
  }

  /** Everyone else who asks the same, each with the way to its own page. */
  #others(opportunity: Opportunity) {
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

  #why(opportunity: Opportunity) {
    const { opportunity: words } = this.text;
    const { steps, path, reasons, approach, confidence, asker, offer, contact } = opportunity;
    const isReason = reasons.some(({ sentence }) => sentence.nl === approach?.nl);
    return html`<lazy-fold
      label=${words.why}
      about=${nameOf(offer, this.language)}
      .content=${() => html`<h3>${words.path}</h3>
        <fact-list
          .links=${path.links}
          .nodes=${path.nodes}
          .sources=${this.sources}
          .sentences=${steps.map((step) => textIn(step, this.language))}
        ></fact-list>
        ${approach && !isReason ? html`<p><strong>${words.approach}.</strong> ${textIn(approach, this.language)}</p>` : nothing}
        <score-reasons .reasons=${reasons} .sources=${this.sources} .from=${asker.id}></score-reasons>
        <p class="small second">${textIn(confidence.sentence, this.language)}</p>
        <h3>${words.next}</h3>
        <p>${textIn(contact.sentence, this.language)}</p>`}
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

  #sheet(opportunity: Opportunity) {
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
