import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { InstitutionOpportunities } from "../../../model/discovery.ts";
import type { NodeSummary } from "../../../model/graph.ts";
import { nameOf, number, slugOf } from "../../ui/format.ts";
import "../../ui/node-link.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import "../opportunity-card.ts";
import { type Scoring, standardScoring } from "../scoring.ts";

/** How many offers stand under a question before one asks for the rest, and how many questions stand there. */
export const firstOffers = 2;
export const firstQuestions = 3;

/** Of which questions every offer is shown, and how many questions are. */
export class GroupsEvent extends Event {
  readonly open: readonly string[];
  readonly shown: number;
  constructor(open: readonly string[], shown: number) {
    super("groups", { bubbles: true });
    this.open = open;
    this.shown = shown;
  }
}

/** What one institution can learn, by its own questions: the one with the best offer first. @fires {GroupsEvent} groups */
@customElement("opportunity-groups")
export class OpportunityGroups extends DiscoveryElement {
  @property({ attribute: false }) answer?: InstitutionOpportunities;
  @property({ attribute: false }) scoring: Scoring = standardScoring;
  /** The points of the strongest opportunity in the network; no bars while it is not known. */
  @property({ type: Number }) strongest = 0;
  /** The questions of which every offer is shown. */
  @property({ attribute: false }) open: readonly string[] = [];
  @property({ attribute: false }) shown = firstQuestions;

  override render() {
    const { answer } = this;
    if (!answer) return nothing;
    const { institution: words } = this.text;
    const left = answer.questions.length - this.shown;
    return html`${answer.questions.slice(0, this.shown).map(({ question, count }) => this.#group(answer, question, count))}
      ${
        left > 0
          ? html`<button type="button" class="button" @click=${() => this.#tell(this.open, answer.questions.length)}>
              ${words.moreQuestions(left)}
            </button>`
          : nothing
      }`;
  }

  #group({ opportunities }: InstitutionOpportunities, question: NodeSummary, count: number) {
    const slug = slugOf(question.id);
    const isOpen = this.open.includes(slug);
    const fitting = opportunities.filter((one) => one.question.id === question.id);
    const offers = isOpen ? fitting : fitting.slice(0, firstOffers);
    const left = count - offers.length;
    const { institution: words, opportunity } = this.text;
    return html`<section class="opportunity-group" data-id=${question.id}>
      <h3><span class="small second">${opportunity.yourQuestion}</span> <node-link .node=${question} plain></node-link></h3>
      <ul class="plain-list">
        ${offers.map(
          (one) => html`<li>
            <opportunity-card .opportunity=${one} .scoring=${this.scoring} .strongest=${this.strongest} .toAsker=${true}></opportunity-card>
          </li>`,
        )}
      </ul>
      ${left > 0 && !isOpen ? this.#more(question, slug, left) : nothing}
      ${left > 0 && isOpen ? html`<p class="second">${words.offersNotShown(number(left, this.language))}</p>` : nothing}
    </section>`;
  }

  #more(question: NodeSummary, slug: string, left: number) {
    return html`<button type="button" class="button no-print" @click=${() => this.#tell([...this.open, slug], this.shown)}>
      ${this.text.institution.moreOffers(left)}<span class="visually-hidden"> ${nameOf(question, this.language)}</span>
    </button>`;
  }

  #tell(open: readonly string[], shown: number): void {
    this.dispatchEvent(new GroupsEvent(open, shown));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "opportunity-groups": OpportunityGroups;
  }
}
