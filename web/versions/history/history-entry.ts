import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { NodeId } from "../../../model/graph.ts";
import { type ChangeEntry, changeRoute, previewUndoRoute, type Undone, undoRoute } from "../../../model/history.ts";
import type { RowChange } from "../../../model/versions.ts";
import { call } from "../../app/api.ts";
import { isEditorHere, renewSchema } from "../../app/session.ts";
import { fieldName } from "../../ui/change-words.ts";
import { PageElement } from "../../ui/element.ts";
import { errorWords } from "../../ui/error-view.ts";
import { number, textIn } from "../../ui/format.ts";
import "../../ui/row-changes.ts";
import { historyWords } from "./words.ts";

let entries = 0;

/**
 * One change: what it was, by whom, when and why, what became of each item, and taking it back.
 * @fires history-changed - it was taken back
 */
@customElement("history-entry")
export class HistoryEntry extends PageElement {
  @property({ attribute: false }) entry?: ChangeEntry;
  /** The rows to show, where they are known; else they are asked for. */
  @property({ attribute: false }) rows?: readonly RowChange[];
  /** The item whose history it stands in: then it alone is put back. */
  @property() only?: NodeId;
  @state() private read: { readonly rows: readonly RowChange[]; readonly more: number } | undefined;
  @state() private undone: Undone | undefined;
  @state() private failure = "";
  @state() private isBusy = false;
  readonly #id = `history-${++entries}`;

  get #text() {
    return historyWords(this.language);
  }

  override render() {
    const { entry } = this;
    if (!entry) return nothing;
    const text = this.#text;
    return html`<h2>${text.how[entry.how]}${entry.why ? html`: ${entry.why}` : nothing}</h2>
      <p class="second small">${this.#moment(entry.madeAt)}${this.#by(entry)}, ${text.version(this.#number(entry.number))}${
        entry.undoes ? html`; ${text.undoes(this.#number(Number.parseInt(entry.undoes, 10)))}` : nothing
      }</p>
      <p>${textIn(entry.text, this.language)}</p>
      ${this.rows ? html`<row-changes .rows=${this.rows} linked></row-changes>` : this.#fold(entry)}
      ${entry.canUndo && isEditorHere() ? this.#undo(entry) : nothing}
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}`;
  }

  #number = (value: number): string => number(value, this.language);

  #moment(iso: string): string {
    const locale = this.language === "nl" ? "nl-NL" : "en-GB";
    return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(new Date(iso));
  }

  #by({ by }: ChangeEntry): string {
    if (!by) return "";
    const who = this.#text.by[by.role === "reader" ? "reader" : "editor"];
    return `, ${by.initials ? this.#text.byInitials(who, by.initials) : who}`;
  }

  #fold({ version, number: its }: ChangeEntry) {
    const text = this.#text;
    const open = (event: Event) => {
      if ((event.currentTarget as HTMLDetailsElement).open && !this.read) void this.#readRows(version);
    };
    return html`<details class="fold" @toggle=${open}>
      <summary>${text.showRows} <span class="visually-hidden">${text.showRowsOf(this.#number(its))}</span></summary>
      ${
        this.read
          ? html`<row-changes .rows=${this.read.rows} linked></row-changes>
              ${this.read.more > 0 ? html`<p class="second">${text.more(this.#number(this.read.more))}</p>` : nothing}`
          : nothing
      }
    </details>`;
  }

  async #readRows(version: string): Promise<void> {
    await this.#ask(async () => {
      this.read = await call(changeRoute, { params: { version } });
    });
  }

  #undo(entry: ChangeEntry) {
    const text = this.#text;
    if (!this.undone)
      return html`<button type="button" class="quiet small no-print" aria-disabled=${this.isBusy} @click=${() => void this.#look(entry)}>
        ${this.only ? text.undoOne : text.undo}<span class="visually-hidden">${text.undoOf(this.#number(entry.number))}</span>
      </button>`;
    const { rows, stays } = this.undone;
    return html`<section class="card history-undo" aria-labelledby="${this.#id}-undo">
      <h3 id="${this.#id}-undo" tabindex="-1">${text.undoTitle}</h3>
      ${rows.length === 0 ? html`<p>${text.undoNothing}</p>` : html`<row-changes .rows=${rows}></row-changes>`}
      ${
        stays.length > 0
          ? html`<h4>${text.staysTitle}</h4>
              <ul>
                ${stays.map(
                  ({ why, name, field }) =>
                    html`<li>${text.stays[why](textIn(name, this.language), field ? fieldName(field, this.language) : text.whole)}</li>`,
                )}
              </ul>`
          : nothing
      }
      ${
        rows.length > 0
          ? html`<div class="field">
              <label for="${this.#id}-why">${text.why}</label>
              <input id="${this.#id}-why" type="text" maxlength="500" autocomplete="off" />
            </div>`
          : nothing
      }
      <div class="row">
        ${
          rows.length > 0
            ? html`<button type="button" class="button primary" aria-disabled=${this.isBusy} @click=${() => void this.#confirm(entry)}>
                ${this.isBusy ? text.busy : text.confirm}
              </button>`
            : nothing
        }
        <button type="button" class="button" @click=${() => (this.undone = undefined)}>${text.cancel}</button>
      </div>
    </section>`;
  }

  async #look({ version }: ChangeEntry): Promise<void> {
    await this.#ask(async () => {
      this.undone = await call(previewUndoRoute, { body: { version, ...(this.only && { only: this.only }) } });
      await this.updateComplete;
      this.querySelector<HTMLElement>(`#${this.#id}-undo`)?.focus();
    });
  }

  async #confirm({ version }: ChangeEntry): Promise<void> {
    const why = this.querySelector<HTMLInputElement>(`#${this.#id}-why`)?.value.trim() ?? "";
    await this.#ask(async () => {
      const { datasetVersion } = await call(undoRoute, { body: { version, why, ...(this.only && { only: this.only }) } });
      this.undone = undefined;
      void renewSchema(this.app);
      this.say(this.#text.done(this.#number(Number.parseInt(datasetVersion, 10))));
      this.dispatchEvent(new Event("history-changed", { bubbles: true }));
    });
  }

  async #ask(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = "";
    try {
      await work();
    } catch (error) {
      this.failure = errorWords(error, this.words);
    } finally {
      this.isBusy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "history-entry": HistoryEntry;
  }
}
