import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { type Aspect, aspectNames, aspects, type Effect, effectNames, effects } from "../../model/discovery.ts";
import { capital, number } from "../ui/format.ts";
import { icon } from "../ui/icon.ts";
import { DiscoveryElement } from "./discovery-element.ts";
import { isStandard, type Scoring, standardScoring } from "./scoring.ts";

/** The user weighs otherwise. */
export class ScoringEvent extends Event {
  readonly scoring: Scoring;
  constructor(scoring: Scoring) {
    super("scoring-change", { bubbles: true });
    this.scoring = scoring;
  }
}

/** Sliders for what counts and switches for what makes it count more or less. @fires {ScoringEvent} scoring-change */
@customElement("scoring-panel")
export class ScoringPanel extends DiscoveryElement {
  @property({ attribute: false }) scoring: Scoring = standardScoring;

  /** Whether it begins unfolded; after that the user folds it. */
  #unfolded = false;

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.#unfolded = !isStandard(this.scoring);
  }

  override render() {
    const { weigh } = this.text;
    const changed = !isStandard(this.scoring);
    return html`<details class="scoring no-print" ?open=${this.#unfolded}>
      <summary><h2>${weigh.title}</h2></summary>
      <p>${weigh.lead}</p>
      <fieldset>
        <legend>${weigh.legend}</legend>
        ${aspectNames.map((name) => this.#slider(name))}
      </fieldset>
      <fieldset>
        <legend>${weigh.effects}</legend>
        ${effectNames.map((name) => this.#effect(name))}
      </fieldset>
      <p class="row">
        <button type="button" class="button" aria-disabled=${!changed} @click=${this.#reset}>${icon("undo")} ${weigh.reset}</button>
        ${changed ? html`<span class="second">${weigh.changed}</span>` : nothing}
      </p>
    </details>`;
  }

  #slider(name: Aspect) {
    const value = this.scoring.weights[name];
    const words = this.text.weigh.scale(number(value, this.language));
    return html`<div class="slider">
      <label for="weight-${name}">${capital(aspects[name][this.language])}</label>
      <output for="weight-${name}" aria-hidden="true">${words}</output>
      <input
        id="weight-${name}"
        type="range"
        min="0"
        max="3"
        step="0.5"
        aria-valuetext=${words}
        .value=${live(String(value))}
        @input=${(event: Event) => this.#weigh(name, Number((event.target as HTMLInputElement).value))}
      />
    </div>`;
  }

  #effect(name: Effect) {
    return html`<label class="switch">
      <input
        type="checkbox"
        name="effect-${name}"
        .checked=${live(!this.scoring.off.includes(name))}
        @change=${() => this.#switch(name)}
      />
      ${capital(effects[name][this.language])}
    </label>`;
  }

  #weigh(name: Aspect, value: number): void {
    this.#change({ ...this.scoring, weights: { ...this.scoring.weights, [name]: value } });
  }

  #switch(name: Effect): void {
    const { off } = this.scoring;
    this.#change({ ...this.scoring, off: off.includes(name) ? off.filter((one) => one !== name) : [...off, name] });
  }

  #reset(): void {
    if (!isStandard(this.scoring)) this.#change(standardScoring);
  }

  #change(scoring: Scoring): void {
    this.scoring = scoring;
    this.dispatchEvent(new ScoringEvent(scoring));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "scoring-panel": ScoringPanel;
  }
}
