import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { queryString } from "../../model/call.ts";
import { AppError } from "../../model/errors.ts";
import { type ExportFormatName, patternExportRoute } from "../../model/exports.ts";
import { patternLimits } from "../../model/patterns.ts";
import { fetchFile } from "../app/api.ts";
import { keep } from "../ui/download.ts";
import { errorWords } from "../ui/error-view.ts";
import { icon } from "../ui/icon.ts";
import "./pattern-form.ts";
import type { BuiltEvent, EditorFault } from "./editing.ts";
import type { DraftEvent } from "./pattern-form.ts";
import "./pattern-result.ts";
import { replaceQuery } from "../app/router.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { number } from "../ui/format.ts";
import { examples } from "./examples.ts";
import { type Found, isPart, readFound } from "./found.ts";
import { type Draft, draftIn, draftQuery, paramsIn, paramsText } from "./pattern-address.ts";
import { refusalIn } from "./refusals.ts";
import "./patterns.css";
import { PatternElement, type PatternWords } from "./pattern-element.ts";

/** Asks precise questions of all of the data: read-only Cypher, within limits. */
@customElement("patterns-page")
export class PatternsPage extends PatternElement {
  readonly #query = new Selected(this, appStore, ({ address }) => address.query);
  readonly #schema = new Selected(this, appStore, ({ schema }) => schema);
  @state() private draft: Draft = draftIn({});
  @state() private found: Found | undefined;
  /** The pattern that what was found or the error belongs to. */
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
        <div class="row patterns-shelf">
          <button type="button" class="button" @click=${() => void this.#openShelf()}>${icon("bookmark")} ${patterns.shelf}</button>
        </div>
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
        <div class="patterns-result" @pattern-stop=${() => this.#stop()}>
          ${this.running ? html`<p role="status" class="busy">${patterns.running(number(this.seconds, this.language))}</p>` : nothing}
          ${this.running && !this.found ? nothing : this.#outcome()}
        </div>
      </div>
      <pattern-shelf .draft=${this.draft} .suggested=${this.#title()} @draft-change=${({ draft }: DraftEvent) => this.#take(draft)}></pattern-shelf>
    </div>`;
  }

  /** What the pattern may be called when it is saved. */
  #title(): string {
    const example = examples.find(({ cypher }) => cypher === this.draft.cypher);
    return example?.title[this.language].slice(0, 80) ?? this.patterns.own;
  }

  async #openShelf(): Promise<void> {
    await import("./saved/pattern-shelf.ts");
    await this.querySelector("pattern-shelf")?.show();
  }

  /** What the pattern as it stands gave; nothing of one that was there before it. */
  #outcome() {
    const { patterns } = this;
    if (this.#ran && !this.#isRan()) return html`<p class="second">${patterns.changed}</p>`;
    if (this.error) return this.#failure(this.error);
    return this.found
      ? html`<pattern-result
          .found=${this.found}
          .asked=${{ cypher: this.draft.cypher, params: paramsIn(this.draft.params) ?? {} }}
          .take=${(format: ExportFormatName) => this.#keep(format)}
        ></pattern-result>`
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
    this.found = undefined;
    const ran = { ...this.draft };
    this.#ran = ran;
    this.#count();
    const { cypher, timeout, rows } = ran;
    try {
      const body = { cypher, params: params as Record<string, string>, limits: { timeout, rows } };
      await readFound(body, running.signal, (found) => {
        if (this.running === running) this.found = found;
      });
    } catch (error) {
      if (this.#ran !== ran) return; // another run took its place
      const found = this.found as Found | undefined; // it came meanwhile
      if (found) this.found = { ...found, count: found.rows.length, ending: { is: "stopped" } };
      else this.error = error;
    }
    if (this.#ran !== ran) return;
    void import("./saved/history.ts").then(({ rememberRun }) => rememberRun(ran, outcomeOf(this.found)));
    if (this.found) this.say(this.patterns.found(number(this.found.count, this.language)));
    if (this.running === running) this.#end();
  }

  /** Runs the pattern once more for a file of what it finds. */
  async #keep(format: ExportFormatName): Promise<void> {
    const params = this.#params();
    if (!params) return;
    const { cypher, timeout, rows } = this.draft;
    const limits = { timeout, rows: Math.min(rows, patternLimits.rows.most) };
    const body = { cypher, params: params as Record<string, string>, limits };
    try {
      const { name, content } = await fetchFile(patternExportRoute, { params: { format }, body });
      keep(name, content);
    } catch (error) {
      throw new Error(this.#fileWords(error), { cause: error });
    }
  }

  /** Why a file cannot be made. */
  #fileWords(error: unknown): string {
    const code = error instanceof AppError ? error.code : undefined;
    if (error instanceof AppError && code === "QUERY_REFUSED") return refusalIn(error.message, this.language).text;
    return code === "INVALID_REQUEST" ? this.patterns.noItems : errorWords(error, this.words);
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
    const isRefused = error.code === "QUERY_REFUSED";
    const { text, lang } = isRefused
      ? refusalIn(error.message, this.language)
      : { text: wrongIn(error, patterns), lang: this.language };
    return html`<div class="error" role="alert">
      ${icon("alert")}
      <div>
        <p><strong>${patterns.refused}</strong></p>
        <p lang=${lang}>${text}</p>
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

/** How many rows a run gave, for the list of runs. */
const outcomeOf = (found: Found | undefined) => (found ? { count: found.count, isPart: isPart(found) } : {});

/** Which part of a request is wrong, in words. */
function wrongIn({ fields }: AppError, { wrongRequest }: PatternWords): string {
  const parts = (["cypher", "params", "timeout", "rows"] as const).filter((part) =>
    fields.some(({ field }) => field.includes(part)),
  );
  return parts.length > 0 ? parts.map((part) => wrongRequest[part]).join(" ") : wrongRequest.other;
}

const positionIn = /line (\d+), column (\d+)/;

const sameDraft = (one: Draft, other: Draft): boolean =>
  one.cypher === other.cypher && one.params === other.params && one.timeout === other.timeout && one.rows === other.rows;

declare global {
  interface HTMLElementTagNameMap {
    "patterns-page": PatternsPage;
  }
}
