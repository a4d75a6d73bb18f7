import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { live } from "lit/directives/live.js";
import { patternLimits } from "../../model/patterns.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { icon } from "../ui/icon.ts";
import type { EditorFault, InsertEvent, KnownNames, ParamsEvent, TypedEvent } from "./editing.ts";
import { examples } from "./examples.ts";
import { type Draft, paramsIn, paramsText, rowLimits } from "./pattern-address.ts";
import { PatternElement } from "./pattern-element.ts";
import { suggestedValues } from "./suggestions.ts";

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
export class PatternForm extends PatternElement {
  @property({ attribute: false }) draft: Draft = {
    cypher: "",
    params: "{}",
    timeout: patternLimits.timeout.standard,
    rows: rowLimits.standard,
  };
  @property({ type: Boolean }) running = false;
  /** What is wrong with the parameters; empty when nothing is. */
  @property() paramsError = "";
  /** What is wrong with the pattern as it stands. */
  @property({ attribute: false }) fault: EditorFault | undefined;
  /** The editor is there: before that, and where it cannot be loaded, a plain text box does the same. */
  @state() private hasEditor = false;
  readonly #schema = new Selected(this, appStore, ({ schema }) => schema);

  override connectedCallback(): void {
    super.connectedCallback();
    void import("./params/params-form.ts");
    void import("./schema/schema-panel.ts");
    import("./console/cypher-editor.ts").then(
      () => void this.#takeEditor(),
      () => undefined,
    );
  }

  async #takeEditor(): Promise<void> {
    const field = this.querySelector<HTMLTextAreaElement>("#cypher");
    const hadFocus = field !== null && document.activeElement === field;
    const at = field?.selectionStart ?? 0;
    this.hasEditor = true;
    await this.updateComplete;
    if (!hadFocus) return;
    const before = this.draft.cypher.slice(0, at).split("\n");
    this.goTo(before.length, (before.at(-1)?.length ?? 0) + 1, 0);
  }

  /** Puts the cursor at a position in the pattern, and chooses some signs from there; lines and columns count from 1. */
  goTo(line: number, column: number, signs = 1): void {
    const editor = this.querySelector("cypher-editor");
    if (editor) return void editor.updateComplete.then(() => editor.goTo(line, column, signs));
    const field = this.querySelector<HTMLTextAreaElement>("#cypher");
    const lines = this.draft.cypher.split("\n").slice(0, line - 1);
    const at = lines.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
    field?.focus();
    field?.setSelectionRange(at, at + signs);
  }

  override render() {
    const { patterns } = this;
    const { params } = this.draft;
    return html`<form @submit=${this.#submit} @keydown=${this.#key}>
      ${this.#examples()}
      <div class="field">
        ${this.hasEditor ? this.#editor() : this.#plainText()}
        <p id="cypher-help" class="small second">${patterns.cypherHelp} ${this.hasEditor ? patterns.editorHelp : nothing}</p>
      </div>
      <schema-panel .cypher=${this.draft.cypher} @pattern-insert=${({ text }: InsertEvent) => this.#insert(text)}></schema-panel>
      <params-form
        .draft=${this.draft}
        @params-change=${({ params, types }: ParamsEvent) => this.#set({ params, types })}
      ></params-form>
      ${this.#allParams(params)} ${this.#limits()}
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

  /** All values at once; open when they are wrong, so that they can be mended. */
  #allParams(params: string) {
    const { patterns } = this;
    return html`<details class="fold field" ?open=${this.paramsError !== "" || paramsIn(params) === undefined}>
      <summary>${patterns.paramsAll}</summary>
      <label for="params" class="visually-hidden">${patterns.params}</label>
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
    </details>`;
  }

  /** Puts a text in the pattern, where the cursor is. */
  #insert(text: string): void {
    const field = this.querySelector<HTMLTextAreaElement>("textarea#cypher");
    this.querySelector("cypher-editor")?.insert(text);
    if (!field) return;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    this.#set({ cypher: field.value });
    field.focus();
  }

  #examples() {
    const now = examples.find(({ cypher }) => cypher === this.draft.cypher)?.id ?? "";
    return html`<div class="field">
      <label for="example">${this.patterns.example}</label>
      <select id="example" .value=${live(now)} @change=${this.#take}>
        <option value="" ?selected=${now === ""}>${this.patterns.own}</option>
        ${examples.map(({ id, title }) => html`<option value=${id} ?selected=${id === now}>${title[this.language]}</option>`)}
      </select>
    </div>`;
  }

  #take(event: Event): void {
    const example = examples.find(({ id }) => id === typedIn(event));
    if (example) this.#set({ cypher: example.cypher, params: paramsText(example.params) });
  }

  #editor() {
    const { patterns } = this;
    return keyed(
      this.language,
      html`<div class="row label-row">
          <span class="label" aria-hidden="true">${patterns.cypher}</span>
          <button type="button" class="quiet small" @click=${() => this.querySelector("cypher-editor")?.format()}>
            ${icon("align")} ${patterns.format}
          </button>
        </div>
        <cypher-editor
          id="cypher"
          .label=${patterns.cypher}
          .value=${this.draft.cypher}
          .known=${this.#known()}
          .fault=${this.fault}
          @cypher-typed=${({ cypher }: TypedEvent) => this.#set({ cypher })}
        ></cypher-editor>`,
    );
  }

  #plainText() {
    const { cypher } = this.draft;
    return html`<label for="cypher">${this.patterns.cypher}</label>
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
      ></textarea>`;
  }

  #known(): KnownNames {
    const counts = new Map<string, number>();
    for (const { kind, count } of [...(this.#schema.value?.nodeKinds ?? []), ...(this.#schema.value?.linkKinds ?? [])])
      counts.set(kind, count);
    return {
      language: this.language,
      count: (kind) => counts.get(kind),
      params: Object.keys(paramsIn(this.draft.params) ?? {}),
      values: suggestedValues,
    };
  }

  #limits() {
    const { patterns } = this;
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
          max=${rowLimits.most}
          .value=${live(String(rows))}
          @change=${(event: Event) => this.#set({ rows: amount(event, 1, rowLimits.most) })}
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
    const isRun = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (isRun && !event.defaultPrevented) this.#submit(event);
  }
}

const typedIn = (event: Event) => (event.target as HTMLInputElement).value;

declare global {
  interface HTMLElementTagNameMap {
    "pattern-form": PatternForm;
  }
}
