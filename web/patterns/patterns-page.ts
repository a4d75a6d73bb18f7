import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { AppError } from "../../model/errors.ts";
import { type ExportFormatName, patternExportRoute } from "../../model/exports.ts";
import { type PatternAnswer, patternsRoute } from "../../model/patterns.ts";
import { queryString } from "../app/address.ts";
import { call, fetchFile } from "../app/api.ts";
import { keep } from "../ui/download.ts";
import "../ui/error-view.ts";
import { icon } from "../ui/icon.ts";
import "./pattern-form.ts";
import type { BuiltEvent, EditorFault } from "./editing.ts";
import type { DraftEvent } from "./pattern-form.ts";
import "./pattern-result.ts";
import { replaceQuery } from "../app/router.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { number } from "../ui/format.ts";
import { type Draft, draftIn, draftQuery, paramsText } from "./pattern-address.ts";
import { refusalIn } from "./refusals.ts";
import "./patterns.css";
import { PatternElement } from "./pattern-element.ts";

/** Asks precise questions of all of the data: read-only Cypher, within limits. */
@customElement("patterns-page")
export class PatternsPage extends PatternElement {
  readonly #query = new Selected(this, appStore, ({ address }) => address.query);
  readonly #schema = new Selected(this, appStore, ({ schema }) => schema);
  @state() private draft: Draft = draftIn({});
  @state() private answer: PatternAnswer | undefined;
  /** The pattern that the answer or the error belongs to. */
  #ran: Draft | undefined;
  @state() private error: unknown;
  @state() private paramsError = "";
  @state() private seconds = 0;
  @state() private running: AbortController | undefined;
  /** The address as this page wrote it. */
  #written: string | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void import("./builder/pattern-builder.ts");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(): void {
    const address = queryString(this.#query.value);
    if (address === this.#written) return;
    this.#written = address;
    this.draft = draftIn(this.#query.value);
  }

  override render() {
    const { patterns } = this;
    const version = this.#schema.value?.datasetVersion;
    return html`<div class="page patterns">
      <h1 tabindex="-1">${patterns.heading}</h1>
      <p class="lead">${patterns.lead}</p>
      <p class="second">${patterns.rules} ${version ? `${this.words.shell.version(version)}.` : nothing}</p>
      <p><a href=${this.linkTo("/cijfers")}>${patterns.numbers}</a></p>
      <div class="patterns-parts">
        <div class="patterns-ask">
        <pattern-builder
          .cypher=${this.draft.cypher}
          .params=${this.draft.params}
          @built-change=${({ cypher, params }: BuiltEvent) => this.#take({ ...this.draft, cypher, params: paramsText(params) })}
          @pattern-run=${() => void this.#run()}
        ></pattern-builder>
        <pattern-form
          .draft=${this.draft}
          .running=${this.running !== undefined}
          .paramsError=${this.paramsError}
          .fault=${this.#fault()}
          @draft-change=${({ draft }: DraftEvent) => this.#take(draft)}
          @pattern-run=${() => void this.#run()}
          @pattern-stop=${() => this.#stop()}
        ></pattern-form>
        </div>
        <div class="patterns-result">
          ${this.running ? html`<p role="status" class="busy">${patterns.running(number(this.seconds, this.language))}</p>` : nothing}
          ${this.running ? nothing : this.#outcome()}
        </div>
      </div>
    </div>`;
  }

  /** What the pattern as it stands gave; nothing of one that was there before it. */
  #outcome() {
    const { patterns } = this;
    if (this.#ran && !this.#isRan()) return html`<p class="second">${patterns.changed}</p>`;
    if (this.error) return this.#failure(this.error);
    return this.answer
      ? html`<pattern-result .answer=${this.answer} .take=${(format: ExportFormatName) => this.#keep(format)}></pattern-result>`
      : html`<p class="second">${patterns.before}</p>`;
  }

  #take(draft: Draft): void {
    this.draft = draft;
    this.paramsError = "";
    const query = draftQuery(draft);
    this.#written = queryString(query);
    replaceQuery(this.app, query);
  }

  /** The parameters as an object; nothing, and why, when they are not one. */
  #params(): Record<string, unknown> | undefined {
    try {
      const params: unknown = JSON.parse(this.draft.params.trim() || "{}");
      if (typeof params === "object" && params !== null && !Array.isArray(params)) return params as Record<string, unknown>;
      this.paramsError = this.patterns.paramsObject;
    } catch (error) {
      this.paramsError = this.patterns.paramsWrong(error instanceof Error ? error.message : "");
    }
    return undefined;
  }

  async #run(): Promise<void> {
    const params = this.#params();
    if (!params) return void this.querySelector<HTMLElement>("#params")?.focus();
    this.#stop();
    const running = new AbortController();
    this.running = running;
    this.error = undefined;
    this.answer = undefined;
    this.#ran = this.draft;
    this.#count();
    const { cypher, timeout, rows } = this.draft;
    try {
      const body = { cypher, params: params as Record<string, string>, limits: { timeout, rows } };
      const answer = await call(patternsRoute, { body }, running.signal);
      if (this.running !== running) return; // another run took its place
      this.answer = answer;
      this.say(this.patterns.found(number(answer.rows.length, this.language)));
    } catch (error) {
      if (this.running === running || (running.signal.aborted && !this.running)) this.error = error;
    }
    if (this.running === running) this.#end();
  }

  /** Runs the pattern once more for a file of what it finds. */
  async #keep(format: ExportFormatName): Promise<void> {
    const params = this.#params();
    if (!params) return;
    const { cypher, timeout, rows } = this.draft;
    const body = { cypher, params: params as Record<string, string>, limits: { timeout, rows } };
    const { name, content } = await fetchFile(patternExportRoute, { params: { format }, body });
    keep(name, content);
  }

  /** Closes the connection, upon which the server stops it in the database. */
  #stop(): void {
    this.running?.abort();
    this.#end();
  }

  #end(): void {
    clearInterval(this.#clock);
    this.running = undefined;
  }

  #count(): void {
    this.seconds = 0;
    this.#clock = setInterval(() => (this.seconds += 1), 1_000);
  }

  /** Where the pattern as it stands was refused, and why. */
  #fault(): EditorFault | undefined {
    const { error } = this;
    if (!(error instanceof AppError) || error.code !== "QUERY_REFUSED" || !this.#isRan()) return undefined;
    const [, line, column] = positionIn.exec(error.message) ?? [];
    if (line === undefined) return undefined;
    return { line: Number(line), column: Number(column), text: refusalIn(error.message, this.language).text };
  }

  #isRan(): boolean {
    return this.#ran !== undefined && sameDraft(this.#ran, this.draft);
  }

  #failure(error: unknown) {
    const { patterns } = this;
    if (!(error instanceof AppError) || (error.code !== "QUERY_REFUSED" && error.code !== "INVALID_REQUEST"))
      return html`<error-view .error=${error} .retry=${() => void this.#run()}></error-view>`;
    const position = positionIn.exec(error.message);
    const { text, lang } = refusalIn(error.message, this.language);
    return html`<div class="error" role="alert">
      ${icon("alert")}
      <div>
        <p><strong>${patterns.refused}</strong></p>
        <p lang=${lang}>${text}</p>
        ${error.fields.map(({ field, why }) => html`<p lang="en"><code>${field}</code> ${why}</p>`)}
      </div>
      ${
        position
          ? html`<button type="button" class="button" @click=${() => this.querySelector("pattern-form")?.goTo(Number(position[1]), Number(position[2]))}>
            ${patterns.toPosition(position[1] ?? "", position[2] ?? "")}
          </button>`
          : nothing
      }
    </div>`;
  }
}

const positionIn = /line (\d+), column (\d+)/;

const sameDraft = (one: Draft, other: Draft): boolean =>
  one.cypher === other.cypher && one.params === other.params && one.timeout === other.timeout && one.rows === other.rows;

declare global {
  interface HTMLElementTagNameMap {
    "patterns-page": PatternsPage;
  }
}
