import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { sessionRoute } from "../../model/accounts.ts";
import { type ImportPreview, type ImportResult, importLimits, importRoute, previewRoute } from "../../model/curation.ts";
import { AppError } from "../../model/errors.ts";
import { call } from "../app/api.ts";
import { keepHeads, recallHeads, renewSchema } from "../app/session.ts";
import { PageElement } from "../ui/element.ts";
import { errorWords } from "../ui/error-view.ts";
import { number, textIn } from "../ui/format.ts";
import { icon } from "../ui/icon.ts";
import "../ui/node-link.ts";
import { taskView } from "../ui/task-view.ts";
import "../ui/wait-view.ts";
import { base64Of } from "./file-bytes.ts";
import "./import.css";
import "./import-asks.ts";
import { type Said, SayEvent } from "./import-choices.ts";
import "./import-columns.ts";
import "./import-items.ts";
import { downloadTemplate } from "./template.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

interface ChosenFile {
  readonly name: string;
  readonly content: string;
}

const nothingSaid = (): Said => ({ choices: { heads: recallHeads() }, decisions: {} });

/** Brings a spreadsheet in: choose it, look at what it comes to, decide, publish. */
@customElement("import-page")
export class ImportPage extends PageElement {
  readonly #session = new Task(this, { args: () => [] as const, task: (_, { signal }) => call(sessionRoute, {}, signal) });
  @state() private file: ChosenFile | undefined;
  @state() private said = nothingSaid();
  @state() private preview: ImportPreview | undefined;
  @state() private result: ImportResult | undefined;
  @state() private failure = "";
  @state() private isLooking = false;
  @state() private isPublishing = false;
  @state() private isOver = false;
  #running: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("import-say", (event) => {
      if (!(event instanceof SayEvent)) return;
      this.said = event.change(this.said);
      keepHeads(this.said.choices.heads ?? {});
      void this.#look();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
  }

  get #text() {
    return this.language === "nl" ? nl : en;
  }

  #count = (count: number) => number(count, this.language);

  override render() {
    const text = this.#text;
    return html`<article class="page import">
      <h1 tabindex="-1">${text.heading}</h1>
      ${taskView(this.#session, ({ role, canSignIn }) => {
        if (role !== "reader") return this.result ? this.#done(this.result) : this.#steps();
        if (!canSignIn) return html`<p>${text.nobody}</p>`;
        return html`<p>${text.notYet} <a href=${this.linkTo("/aanmelden")}>${text.signIn}</a>.</p>`;
      })}
    </article>`;
  }

  #steps() {
    const text = this.#text;
    return html`<p class="lead">${text.lead}</p>
      ${this.#choose()}
      ${this.failure ? html`<p class="error" role="alert">${icon("alert")} ${this.failure}</p>` : nothing}
      ${
        this.isLooking
          ? html`<p role="status">${text.reading}</p><wait-view small .stop=${() => this.#running?.abort()}></wait-view>`
          : nothing
      }
      ${this.preview ? this.#found(this.preview) : nothing}`;
  }

  #choose() {
    const text = this.#text;
    const over = (isOver: boolean) => (event: DragEvent) => {
      event.preventDefault();
      this.isOver = isOver;
    };
    const drop = (event: DragEvent) => {
      over(false)(event);
      void this.#take(event.dataTransfer?.files[0]);
    };
    const pick = (event: Event) => {
      const field = event.target as HTMLInputElement;
      void this.#take(field.files?.[0]);
      // The same file again, after it was mended, is a choice, too.
      field.value = "";
    };
    return html`<div class="import-drop" data-over=${this.isOver} @dragover=${over(true)} @dragleave=${over(false)} @drop=${drop}>
        ${this.file ? html`<p>${text.chosen(this.file.name)}</p>` : html`<p>${text.drop}</p>`}
        <input id="import-file" class="visually-hidden" type="file" accept=".csv,.tsv,.txt,.xlsx,.xlsm" aria-describedby="import-file-hint" @change=${pick} />
        <label class="button ${this.file ? "" : "primary"}" for="import-file">${this.file ? text.other : text.choose}</label>
        <p class="second small" id="import-file-hint">${text.fileHint}</p>
      </div>
      ${
        this.file
          ? nothing
          : html`<p>
              <button type="button" class="quiet" @click=${() => downloadTemplate(this.language)}>
                ${icon("download")} ${text.template}
              </button>
            </p>
            <p class="second small">${text.templateHint}</p>`
      }`;
  }

  async #take(file: File | undefined): Promise<void> {
    if (!file) return;
    this.preview = undefined;
    this.failure = "";
    this.said = nothingSaid();
    if (file.size > importLimits.bytes) {
      this.file = undefined;
      this.failure = this.#text.refused.tooLarge;
      return;
    }
    try {
      this.file = { name: file.name, content: await base64Of(file) };
    } catch {
      this.failure = this.#text.unread;
      return;
    }
    await this.#look();
  }

  /** Asks what the file comes to, with all that was said so far; only the latest answer counts. */
  async #look(): Promise<void> {
    if (!this.file) return;
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.isLooking = true;
    this.failure = "";
    try {
      this.preview = await call(previewRoute, { body: { file: this.file, ...this.said } }, running.signal);
      this.say(this.#sum(this.preview));
    } catch (error) {
      if (this.#running === running) this.failure = this.#wordsFor(error);
    } finally {
      if (this.#running === running) this.isLooking = false;
    }
  }

  #wordsFor(error: unknown): string {
    const text = this.#text;
    if (error instanceof AppError && error.code === "FILE_REFUSED") {
      const reason = error.fields[0]?.field as keyof typeof text.refused | undefined;
      return (reason && text.refused[reason]) ?? text.unread;
    }
    if (error instanceof AppError && error.code === "DATASET_CHANGED") return text.changedMeanwhile;
    return errorWords(error, this.words);
  }

  #found(preview: ImportPreview) {
    const text = this.#text;
    const { asks, sheets, items, counts } = preview;
    return html`${asks.source + asks.basis > 0 ? html`<import-asks .asks=${asks}></import-asks>` : nothing}
      ${preview.wrong.length > 0 ? this.#wrong(preview) : nothing}
      <import-items .items=${items} .counts=${counts}></import-items>
      <details class="fold import-fold" ?open=${sheets.some(({ holds, columns }) => !holds && columns.length > 1)}>
        <summary>${text.sheetsTitle}</summary>
        <p>${text.sheetsLead}</p>
        <import-columns .sheets=${sheets}></import-columns>
      </details>
      ${this.#publishBar(preview)}`;
  }

  #wrong({ wrong, counts, sheets }: ImportPreview) {
    const text = this.#text;
    const more = counts.wrong - wrong.length;
    return html`<section aria-labelledby="import-wrong-title">
      <h2 id="import-wrong-title">${text.wrongTitle(this.#count(counts.wrong))}</h2>
      <p>${text.wrongLead}</p>
      <div class="table-scroll import-wrongs" tabindex="0" role="group" aria-labelledby="import-wrong-title"><table>
        <thead>
          <tr><th scope="col">${text.where}</th><th scope="col">${text.why}</th><th scope="col">${text.todo}</th></tr>
        </thead>
        <tbody>
          ${wrong.map(
            ({ place, why, todo }) => html`<tr>
              <th scope="row">
                ${sheets.length > 1 ? html`${place.sheet}<br />` : nothing}${text.row(this.#count(place.row), place.column)}
              </th>
              <td>${textIn(why, this.language)}</td>
              <td>${textIn(todo, this.language)}</td>
            </tr>`,
          )}
        </tbody>
      </table></div>
      ${more > 0 ? html`<p>${text.more(this.#count(more))}</p>` : nothing}
    </section>`;
  }

  #sum({ counts: { items, links } }: ImportPreview): string {
    const text = this.#text;
    const left = [items.left + items.like, links.left] as const;
    const sum = text.sum(this.#count(items.new), this.#count(items.changed), this.#count(links.new + links.changed));
    return left[0] + left[1] > 0 ? `${sum} ${text.left(this.#count(left[0]), this.#count(left[1]))}` : sum;
  }

  #publishBar(preview: ImportPreview) {
    const text = this.#text;
    const { items, links } = preview.counts;
    const isNothing = items.new + items.changed + links.new + links.changed + preview.counts.sources === 0;
    return html`<div class="import-publish">
      <p>${isNothing ? text.nothing : nothing} ${this.#sum(preview)}</p>
      <button type="button" class="button primary" ?disabled=${isNothing || this.isLooking} aria-disabled=${this.isPublishing}
        @click=${() => void this.#publish(preview)}>
        ${this.isPublishing ? text.publishing : text.publish}
      </button>
    </div>`;
  }

  async #publish({ datasetVersion }: ImportPreview): Promise<void> {
    if (!this.file || this.isPublishing) return;
    this.isPublishing = true;
    this.failure = "";
    try {
      this.result = await call(importRoute, { body: { file: this.file, ...this.said, datasetVersion } });
      void renewSchema(this.app);
      await this.updateComplete;
      this.querySelector<HTMLElement>(".import-done h2")?.focus();
    } catch (error) {
      if (error instanceof AppError && error.code === "DATASET_CHANGED") await this.#look();
      this.failure = this.#wordsFor(error);
    } finally {
      this.isPublishing = false;
    }
  }

  #done({ counts: { items, links }, datasetVersion, added }: ImportResult) {
    const text = this.#text;
    const numbers = [items.new, items.changed, links.new + links.changed].map(this.#count);
    const [fresh = "", changed = "", linked = ""] = numbers;
    return html`<section class="import-done">
      <h2 tabindex="-1">${text.doneTitle}</h2>
      <p>${text.done(fresh, changed, linked, datasetVersion)}</p>
      ${
        added.length > 0
          ? html`<p>${text.doneLook}</p>
              <ul class="plain-list">
                ${added.map(
                  ({ id, kind, name }) =>
                    html`<li><node-link .node=${{ id, kind, name, nameEn: name, contested: false, degree: 0 }}></node-link></li>`,
                )}
              </ul>`
          : nothing
      }
      <p><button type="button" class="button" @click=${this.#again}>${text.again}</button></p>
    </section>`;
  }

  #again(): void {
    this.result = undefined;
    this.preview = undefined;
    this.file = undefined;
    this.said = nothingSaid();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "import-page": ImportPage;
  }
}
