import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Factor, Reason } from "../../model/discovery.ts";
import type { NodeId, NodeSummary, Source } from "../../model/graph.ts";
import { bar } from "../ui/drawn.ts";
import { nameOf, number, textIn } from "../ui/format.ts";
import { pointsOn } from "./certainty-mark.ts";
import { DiscoveryElement } from "./discovery-element.ts";
import "./fact-list.ts";

/** How many reasons stand there before one asks for the rest. */
const first = 6;

/** From where on a thing is called rare, and below what age takes off so much that it is called old. */
const rare = 0.8;
const old = 0.8;

const sumOf = (reasons: readonly Reason[]) => reasons.reduce((sum, { amount }) => sum + amount, 0);

/** Why a score is what it is: reasons with amounts that add up to it, each of which opens to what it rests on. */
@customElement("score-reasons")
export class ScoreReasons extends DiscoveryElement {
  @property({ attribute: false }) reasons: readonly Reason[] = [];
  @property({ attribute: false }) sources: readonly Source[] = [];
  /** Where the drawing begins. */
  @property({ attribute: false }) from?: NodeId;

  override render() {
    const shown = this.reasons.slice(0, this.reasons.length > first + 1 ? first : this.reasons.length);
    const rest = this.reasons.slice(shown.length);
    const { reasons } = this.text;
    return html`<div class="reasons">
      <h3>${reasons.title}</h3>
      <ol class="plain-list">${shown.map((reason) => this.#reason(reason))}</ol>
      ${
        rest.length > 0
          ? html`<details class="fold rest">
              <summary>${reasons.rest(rest.length, number(sumOf(rest), this.language))}</summary>
              <ol class="plain-list">${rest.map((reason) => this.#reason(reason))}</ol>
            </details>`
          : nothing
      }
      <p class="reasons-sum"><span>${this.#sum(shown, rest)}</span></p>
      ${this.#grounds()}
    </div>`;
  }

  #grounds() {
    const { stated, partly, derived } = pointsOn(this.reasons);
    if (stated + partly + derived === 0) return nothing;
    const [one, some, none] = [stated, partly, derived].map((amount) => number(amount, this.language)) as [
      string,
      string,
      string,
    ];
    return html`<p class="small second">${this.text.grounds.sum(one, some, none)}</p>`;
  }

  /** The amounts as they stand above, and what they add up to. */
  #sum(shown: readonly Reason[], rest: readonly Reason[]): string {
    const parts = [...shown.map(({ amount }) => amount), ...(rest.length > 0 ? [sumOf(rest)] : [])];
    const total = number(sumOf(this.reasons), this.language);
    const { reasons, points } = this.text;
    if (parts.length < 2) return reasons.total(total);
    return reasons.sum(parts.map((part) => number(part, this.language)).join(" + "), points(total));
  }

  #reason(reason: Reason): TemplateResult {
    const sentence = textIn(reason.sentence, this.language);
    const amounts = new Map(reason.facts.map(({ link, amount }) => [link.id, amount]));
    return html`<li class="reason">
      <span class="reason-amount"
        ><span class="amount">${number(reason.amount, this.language)}</span
        ><span class="visually-hidden"> ${this.text.pointsWord}</span>${bar(reason.amount / Math.max(1, sumOf(this.reasons)))}</span
      >
      <div>
        <p>${sentence}</p>
        ${this.#marks(reason)}
        <details class="fold">
          <summary>
            ${this.text.facts.title}<span class="visually-hidden"> ${nameOf(reason.item, this.language)}</span>
          </summary>
          ${this.#factors(reason)}
          <fact-list
            .links=${reason.facts.map(({ link }) => link)}
            .nodes=${startingWith(reason.nodes, this.from)}
            .sources=${this.sources}
            .amounts=${amounts}
          ></fact-list>
        </details>
      </div>
    </li>`;
  }

  /** What it rests on and what makes it count for more or less, told at once. */
  #marks({ facts, factors }: Reason) {
    const { evidence } = this.words;
    const effectOf = (name: string) => factors.find((factor) => factor.name === name)?.value ?? 1;
    const carrying = facts.filter(({ amount }) => amount > 0);
    const stated = carrying.filter(({ link }) => link.basis === "stated").length;
    const basis = stated === carrying.length ? evidence.stated : stated === 0 ? evidence.derived : this.text.facts.partly;
    const isRare = factors.some(({ name, value }) => name === "rarity" && value >= rare);
    return html`<span class="reason-marks">
      <span class="basis" data-basis=${stated === carrying.length ? "stated" : "derived"}>${basis}</span>
      ${isRare ? html`<span>${this.text.facts.rare}</span>` : nothing}
      ${effectOf("age") < old ? html`<span>${this.text.facts.old}</span>` : nothing}
      ${effectOf("contested") < 1 ? html`<span class="contested-word">${evidence.contested}</span>` : nothing}
    </span>`;
  }

  #factors({ factors, amount }: Reason) {
    if (factors.length === 0) return nothing;
    return html`<table class="factors small">
      <caption>
        ${this.text.facts.factors}
      </caption>
      <tbody>
        ${factors.map(
          (factor, index) => html`<tr>
            <td>${this.#factorValue(factor, index)}</td>
            <th scope="row">${textIn(factor.sentence, this.language)}</th>
          </tr>`,
        )}
        <tr class="total">
          <td>= ${number(amount, this.language)}</td>
          <th scope="row">${this.text.pointsWord}</th>
        </tr>
      </tbody>
    </table>`;
  }

  #factorValue({ name, value }: Factor, index: number): string {
    const rounded = number(Math.round(value * 100) / 100, this.language);
    if (index === 0) return rounded;
    return name === "broader" ? this.text.facts.plus(rounded) : this.text.facts.times(rounded);
  }
}

/** The same nodes, the one called `id` first, where it is there. */
export const startingWith = (nodes: readonly NodeSummary[], id: NodeId | undefined): readonly NodeSummary[] => [
  ...nodes.filter((node) => node.id === id),
  ...nodes.filter((node) => node.id !== id),
];

declare global {
  interface HTMLElementTagNameMap {
    "score-reasons": ScoreReasons;
  }
}
