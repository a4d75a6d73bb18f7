import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { patternLimits } from "../../model/patterns.ts";
import { PageElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { examples } from "./examples.ts";
import { type Draft, paramsText } from "./pattern-address.ts";

/** The user changed the pattern. */
export class DraftEvent extends Event {
  readonly draft: Draft;
  constructor(draft: Draft) {
    super("draft-change", { bubbles: true });
    this.draft = draft;
  }
}

/**
 * Where a pattern is written: an example to start from, the Cypher, its parameters and its limits.
 * @fires {DraftEvent} draft-change - anything of it was changed
 * @fires pattern-run - it is to run: the button, or Control and Enter
 * @fires pattern-stop - what runs is to stop
 */
@customElement("pattern-form")
export class PatternForm extends PageElement {
  @property({ attribute: false }) draft: Draft = {
    cypher: "",
    params: "{}",
    timeout: patternLimits.timeout.standard,
    rows: patternLimits.rows.standard,
  };
  @property({ type: Boolean }) running = false;
  /** What is wrong with the parameters; empty when nothing is. */
  @property() paramsError = "";

  override render() {
    const { patterns } = this.words;
    const { cypher, params } = this.draft;
    return html`<form @submit=${this.#submit} @keydown=${this.#key}>
      ${this.#examples()}
      <div class="field">
        <label for="cypher">${patterns.cypher}</label>
        <textarea
          id="cypher"
          class="code"
          rows=${Math.min(14, Math.max(7, cypher.split("\n").length + 1))}
          spellcheck="false"
          autocapitalize="none"
          maxlength="10000"
          required
          aria-describedby="cypher-help"
          .value=${live(cypher)}
          @input=${(event: Event) => this.#set({ cypher: typedIn(event) })}
        ></textarea>
        <p id="cypher-help" class="small second">${patterns.cypherHelp}</p>
      </div>
      <div class="field">
        <label for="params">${patterns.params}</label>
        <textarea
          id="params"
          class="code"
          rows=${Math.min(8, Math.max(2, params.split("\n").length))}
          spellcheck="false"
          autocapitalize="none"
          aria-invalid=${this.paramsError ? "true" : "false"}
          aria-describedby="params-error"
          .value=${live(params)}
          @input=${(event: Event) => this.#set({ params: typedIn(event) })}
        ></textarea>
        <p id="params-error" class="small wrong">${this.paramsError}</p>
      </div>
      ${this.#limits()}
      <div class="row">
        <button type="submit" class="button primary">${icon("play")} ${patterns.run}</button>
        ${
          this.running
            ? html`<button type="button" class="button" @click=${() => this.dispatchEvent(new Event("pattern-stop", { bubbles: true }))}>
              ${icon("square")} ${patterns.stop}
            </button>`
            : nothing
        }
        <span class="small second">${patterns.keys}</span>
      </div>
    </form>`;
  }

  #examples() {
    const now = examples.find(({ cypher }) => cypher === this.draft.cypher)?.id ?? "";
    return html`<div class="field">
      <label for="example">${this.words.patterns.example}</label>
      <select id="example" .value=${live(now)} @change=${this.#take}>
        <option value="" ?selected=${now === ""}>${this.words.patterns.own}</option>
        ${examples.map(({ id, title }) => html`<option value=${id} ?selected=${id === now}>${title[this.language]}</option>`)}
      </select>
    </div>`;
  }

  #take(event: Event): void {
    const example = examples.find(({ id }) => id === typedIn(event));
    if (example) this.#set({ cypher: example.cypher, params: paramsText(example.params) });
  }

  #limits() {
    const { patterns } = this.words;
    const { timeout, rows } = this.draft;
    const amount = (event: Event, least: number, most: number) =>
      Math.min(most, Math.max(least, Math.round(Number(typedIn(event))) || least));
    return html`<fieldset class="limits">
      <legend>${patterns.limits}</legend>
      <label>${patterns.timeout}
        <input
          type="number"
          min="1"
          max=${patternLimits.timeout.most / 1000}
          .value=${live(String(timeout / 1000))}
          @change=${(event: Event) => this.#set({ timeout: amount(event, 1, patternLimits.timeout.most / 1000) * 1000 })}
        />
      </label>
      <label>${patterns.rows}
        <input
          type="number"
          min="1"
          max=${patternLimits.rows.most}
          .value=${live(String(rows))}
          @change=${(event: Event) => this.#set({ rows: amount(event, 1, patternLimits.rows.most) })}
        />
      </label>
    </fieldset>`;
  }

  #set(part: Partial<Draft>): void {
    this.dispatchEvent(new DraftEvent({ ...this.draft, ...part }));
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new Event("pattern-run", { bubbles: true }));
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#submit(event);
  }
}

const typedIn = (event: Event) => (event.target as HTMLInputElement).value;

declare global {
  interface HTMLElementTagNameMap {
    "pattern-form": PatternForm;
  }
}
