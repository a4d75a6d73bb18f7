import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Language } from "../../../model/graph.ts";
import { mostCharacters } from "../../app/saved-lists.ts";
import { download } from "../../ui/download.ts";
import { PageElement } from "../../ui/element.ts";
import { number } from "../../ui/format.ts";
import { icon } from "../../ui/icon.ts";
import type { Draft } from "../pattern-address.ts";
import { DraftEvent } from "../pattern-form.ts";
import { typesOf } from "../typed-params.ts";
import { holdsWords, pastRuns, type Run, rememberRuns } from "./history.ts";
import {
  draftOf,
  freeTitle,
  patternsFile,
  patternsIn,
  rememberPatterns,
  type SavedPattern,
  savedOf,
  savedPatterns,
  tagsIn,
  withRead,
} from "./saved-patterns.ts";
import "./shelf.css";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

const tables: Readonly<Record<Language, typeof nl>> = { nl, en };

/** How many runs are shown before somebody looks for one. */
const shownRuns = 30;

/**
 * Patterns with a title, and what was run before, on this device: to save, find, open, change, copy and delete, and to put in a file
 * and read from one.
 * @fires {DraftEvent} draft-change - a pattern is wanted on the page
 */
@customElement("pattern-shelf")
export class PatternShelf extends PageElement {
  @property({ attribute: false }) draft?: Draft;
  /** What the pattern may be called. */
  @property() suggested = "";
  @state() private patterns: readonly SavedPattern[] = [];
  @state() private runs: readonly Run[] = [];
  @state() private looked = "";
  @state() private told = "";
  @state() private editing: SavedPattern | undefined;
  /** Brings back what was deleted last. */
  @state() private undo: (() => boolean) | undefined;

  private get text(): typeof nl {
    return tables[this.language];
  }

  /** Shows them; the focus comes back to where it was. */
  async show(): Promise<void> {
    this.patterns = savedPatterns();
    this.runs = pastRuns();
    this.looked = "";
    this.#tell("");
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
  }

  override render() {
    const { text } = this;
    return html`<dialog class="shelf" aria-labelledby="shelf-title">
      <h2 id="shelf-title">${text.title}</h2>
      <p class="second">${text.lead}</p>
      ${this.#form()}
      <p role="status" class="shelf-told">
        ${this.told}
        ${this.undo ? html`<button type="button" class="button small" @click=${this.#putBack}>${icon("undo")} ${text.putBack}</button>` : nothing}
      </p>
      <label class="field"
        ><span class="label">${text.search}</span>
        <input
          type="text"
          name="search"
          autocomplete="off"
          .value=${this.looked}
          @input=${(event: Event) => (this.looked = (event.target as HTMLInputElement).value)}
      /></label>
      ${this.#saved()} ${this.#history()}
      <div class="row">
        <button
          type="button"
          class="button"
          ?disabled=${this.patterns.length === 0}
          @click=${() => download("overlap-patronen.json", "application/json", patternsFile(this.patterns))}
        >
          ${icon("download")} ${text.toFile}
        </button>
        <label class="button shelf-file"
          >${icon("upload")} ${text.fromFile}<input type="file" accept="application/json,.json" class="visually-hidden" @change=${this.#read}
        /></label>
      </div>
      <form method="dialog"><button class="button">${text.shut}</button></form>
    </dialog>`;
  }

  #form() {
    const { text } = this;
    return html`<form class="shelf-form" @submit=${this.#save}>
      <label class="field"
        ><span class="label">${text.name}</span>
        <input type="text" name="title" required maxlength="80" autocomplete="off" .value=${freeTitle(this.suggested, this.patterns)}
      /></label>
      <label class="field"
        ><span class="label">${text.tags}</span>
        <input type="text" name="tags" list="shelf-tags" maxlength="400" autocomplete="off"
      /></label>
      <datalist id="shelf-tags">${this.#allTags().map((tag) => html`<option value=${tag}></option>`)}</datalist>
      <button class="button primary">${icon("bookmark")} ${text.save}</button>
    </form>`;
  }

  #allTags(): string[] {
    return [...new Set(this.patterns.flatMap(({ tags }) => tags))].sort();
  }

  #saved() {
    const { text } = this;
    const fit = this.patterns.filter(({ title, tags, cypher }) => holdsWords([title, ...tags, cypher].join(" "), this.looked));
    const none = this.patterns.length === 0 ? text.none : text.noneFit;
    return html`<h3>${text.savedHeading(number(this.patterns.length, this.language))}</h3>
      ${
        fit.length === 0
          ? html`<p>${none}</p>`
          : html`<ul class="plain-list shelf-list">${repeat(
              fit,
              ({ title }) => title,
              (pattern) => (pattern === this.editing ? this.#edit(pattern) : this.#row(pattern)),
            )}</ul>`
      }`;
  }

  #row(pattern: SavedPattern) {
    const { text } = this;
    const { title, tags, saved } = pattern;
    return html`<li>
      <div>
        <button type="button" class="shelf-open" @click=${() => this.#open(draftOf(pattern))}>${title}</button>
        <span class="small second">
          ${tags.map((tag) => html`<span class="shelf-tag">${icon("tag")}${tag}</span> `)}${text.about(this.#date(saved))}</span
        >
      </div>
      <div class="row">
        <button type="button" class="button small" aria-label=${text.editLabel(title)} @click=${() => void this.#begin(pattern)}>${text.edit}</button>
        <button type="button" class="button small" aria-label=${text.duplicateLabel(title)} @click=${() => this.#duplicate(pattern)}>${text.duplicate}</button>
        <button type="button" class="button small" aria-label=${text.removeLabel(title)} @click=${() => this.#remove(pattern)}>${text.remove}</button>
      </div>
    </li>`;
  }

  #edit(pattern: SavedPattern) {
    const { text } = this;
    const { title, tags } = pattern;
    return html`<li>
      <form class="shelf-form" @submit=${(event: SubmitEvent) => this.#edited(event, pattern)}>
        <input type="text" name="title" aria-label=${text.newTitle(title)} required maxlength="80" autocomplete="off" .value=${title} />
        <input type="text" name="tags" aria-label=${text.newTags(title)} list="shelf-tags" maxlength="400" autocomplete="off" .value=${tags.join(", ")} />
        <button class="button small">${text.edit}</button>
      </form>
    </li>`;
  }

  #history() {
    const { text } = this;
    const fit = this.runs.filter(({ cypher, params }) => holdsWords(`${cypher} ${params}`, this.looked)).slice(0, shownRuns);
    const none = this.runs.length === 0 ? text.noHistory : text.noneFit;
    return html`<div class="row shelf-heading">
        <h3>${text.historyHeading(number(this.runs.length, this.language))}</h3>
        ${
          this.runs.length > 0
            ? html`<button type="button" class="quiet small" @click=${() => this.#forget([], text.forgotten)}>${icon("trash")} ${text.forget}</button>`
            : nothing
        }
      </div>
      ${
        fit.length === 0 ? html`<p>${none}</p>` : html`<ul class="plain-list shelf-list">${fit.map((run) => this.#run(run))}</ul>`
      }`;
  }

  #run(run: Run) {
    const { text } = this;
    const { at, cypher, params, timeout, rows, count, isPart } = run;
    const told = count === undefined ? text.failed : text[isPart ? "partRows" : "rows"](number(count, this.language));
    return html`<li>
      <div>
        <button type="button" class="shelf-open shelf-cypher" @click=${() => this.#open({ cypher, params, timeout, rows })}>${cypher}</button>
        <span class="small second">${text.run(this.#date(at), told)}</span>
      </div>
      <button
        type="button"
        class="quiet square"
        aria-label=${text.forgetLabel(cypher.slice(0, 60))}
        @click=${() =>
          this.#forget(
            this.runs.filter((one) => one !== run),
            text.forgot,
          )}
      >
        ${icon("close")}
      </button>
    </li>`;
  }

  #date(at: string): string {
    return new Intl.DateTimeFormat(this.language, { dateStyle: "long", timeStyle: "short" }).format(new Date(at));
  }

  async #begin(pattern: SavedPattern): Promise<void> {
    this.editing = pattern;
    await this.updateComplete;
    this.querySelector<HTMLInputElement>(".shelf-list input")?.select();
  }

  #save(event: SubmitEvent): void {
    event.preventDefault();
    const { draft, text } = this;
    const { title, tags } = typedIn(event);
    if (!draft || title === "") return;
    const pattern = savedOf(draft, freeTitle(title, this.patterns), tags, typesOf(draft));
    if (!pattern) this.#tell(text.notJson);
    else if (this.#keep([pattern, ...this.patterns])) this.#tell(text.saved(pattern.title));
  }

  #edited(event: SubmitEvent, pattern: SavedPattern): void {
    event.preventDefault();
    const { title: typed, tags } = typedIn(event);
    const others = this.patterns.filter((one) => one !== pattern);
    const title = freeTitle(typed, others);
    if (title === "") return;
    if (this.#keep(this.patterns.map((one) => (one === pattern ? { ...pattern, title, tags } : one))))
      this.#tell(this.text.changed(title));
  }

  #duplicate(pattern: SavedPattern): void {
    const title = freeTitle(pattern.title, this.patterns);
    const copy = { ...pattern, title, saved: new Date().toISOString() };
    const at = this.patterns.indexOf(pattern);
    if (this.#keep(this.patterns.toSpliced(at + 1, 0, copy))) this.#tell(this.text.duplicated(title));
  }

  #remove(pattern: SavedPattern): void {
    const before = this.patterns;
    if (!this.#keep(before.filter((one) => one !== pattern))) return;
    this.#tell(this.text.removed(pattern.title));
    this.undo = () => this.#keep(before);
  }

  #forget(left: readonly Run[], told: string): void {
    const before = this.runs;
    const put = (runs: readonly Run[]) => {
      this.runs = runs;
      return rememberRuns(runs);
    };
    if (!put(left)) return;
    this.#tell(told);
    this.undo = () => put(before);
  }

  readonly #putBack = (): void => {
    if (this.undo?.()) this.#tell(this.text.undone);
  };

  #open(draft: Draft): void {
    this.querySelector("dialog")?.close();
    this.dispatchEvent(new DraftEvent(draft));
  }

  readonly #read = async (event: Event): Promise<void> => {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    if (!file) return;
    const { text } = this;
    const found = file.size > mostCharacters ? ({ is: "large" } as const) : patternsIn(await file.text());
    field.value = "";
    if ("is" in found) return this.#tell(found.is === "wrong" ? text.wrong(found.part) : text.problem[found.is]);
    const before = this.patterns.length;
    if (this.#keep(withRead(this.patterns, found))) this.#tell(text.read(this.patterns.length - before));
  };

  /** Tells so when the browser does not take them. */
  #keep(patterns: readonly SavedPattern[]): boolean {
    const isTaken = rememberPatterns(patterns);
    if (isTaken) this.patterns = patterns;
    else this.#tell(this.text.full);
    return isTaken;
  }

  #tell(told: string): void {
    this.told = told;
    this.undo = undefined;
    this.editing = undefined;
  }
}

function typedIn(event: SubmitEvent): { readonly title: string; readonly tags: string[] } {
  const typed = new FormData(event.target as HTMLFormElement);
  return { title: String(typed.get("title") ?? "").trim(), tags: tagsIn(String(typed.get("tags") ?? "")) };
}

declare global {
  interface HTMLElementTagNameMap {
    "pattern-shelf": PatternShelf;
  }
}
