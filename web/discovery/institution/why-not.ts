import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type WhyNotAnswer, whyNotRoute } from "../../../model/discovery.ts";
import type { NodeId } from "../../../model/graph.ts";
import { call } from "../../app/api.ts";
import type { NodeEvent } from "../../ui/element.ts";
import { nameOf, number, slugOf, textIn } from "../../ui/format.ts";
import "../../ui/search-box.ts";
import { taskView } from "../../ui/task-view.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import "../score-reasons.ts";
import { institutionId } from "../phrases.ts";
import { type Scoring, scoringQuery, standardScoring } from "../scoring.ts";

/** Another institution was asked about. */
export class AskedEvent extends Event {
  readonly slug: string;
  constructor(slug: string) {
    super("asked", { bubbles: true });
    this.slug = slug;
  }
}

/** Why another institution is, or is not, in the list of peers. @fires {AskedEvent} asked - one was chosen */
@customElement("why-not")
export class WhyNot extends DiscoveryElement {
  @property() institution = "";
  @property() other = "";
  @property({ attribute: false }) scoring: Scoring = standardScoring;
  /** How many peers the list holds. */
  @property({ attribute: false }) limit = 10;

  readonly #answer = new Task(this, {
    args: () => [this.institution, this.other, JSON.stringify(scoringQuery(this.scoring)), this.limit] as const,
    task: async ([id, other], { signal }) => {
      if (!id || !other) return undefined;
      const params = { id: institutionId(id), other: institutionId(other) };
      return call(whyNotRoute, { params, query: { ...scoringQuery(this.scoring), limit: this.limit } }, signal);
    },
  });

  override render() {
    const { whyNot } = this.text;
    return html`<section class="why-not" aria-labelledby="why-not-title">
      <h3 id="why-not-title">${whyNot.title}</h3>
      <p class="no-print">${whyNot.lead}</p>
      <search-box
        class="no-print"
        .kinds=${["institution"]}
        label=${whyNot.search}
        placeholder=${this.words.search.institutionPlaceholder}
        @node-pick=${({ id }: NodeEvent) => this.dispatchEvent(new AskedEvent(slugOf(id as NodeId)))}
      ></search-box>
      <div aria-live="polite">${taskView(this.#answer, (answer) => (answer ? this.#told(answer) : html``))}</div>
    </section>`;
  }

  #told(answer: WhyNotAnswer) {
    const { whyNot } = this.text;
    const { peer, rank, missing, sentence } = answer;
    return html`<div class="card">
      <p>
        <strong>${textIn(sentence, this.language)}</strong>
        ${rank ? whyNot.rank(number(rank, this.language)) : nothing}
      </p>
      ${
        missing.length > 0
          ? html`<p>${whyNot.missing}</p>
              <ul>
                ${missing.map((text) => html`<li>${textIn(text, this.language)}</li>`)}
              </ul>`
          : nothing
      }
      ${
        peer && peer.reasons.length > 0
          ? html`<details class="fold why">
              <summary>${this.text.institution.why}<span class="visually-hidden"> ${nameOf(peer.institution, this.language)}</span></summary>
              <score-reasons
                .reasons=${peer.reasons}
                .sources=${answer.sources}
                .from=${institutionId(this.institution)}
              ></score-reasons>
            </details>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "why-not": WhyNot;
  }
}
