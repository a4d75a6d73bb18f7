import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Address } from "../app/address.ts";
import { mostCharacters } from "../app/saved-lists.ts";
import { download } from "../ui/download.ts";
import { number } from "../ui/format.ts";
import { icon } from "../ui/icon.ts";
import { ExploreElement } from "./explore-element.ts";
import { freeName, mostViews, rememberViews, type SavedView, savedViews, viewsFile, viewsIn } from "./saved-views.ts";
import { rememberStory, type Story } from "./story.ts";

/** The drawing of now, to be given a name. */
export interface DrawingNow {
  readonly query: Address["query"];
  readonly items: number;
  /** What it may be called. */
  readonly name: string;
}

/** A drawing was chosen. */
export class OpenEvent extends Event {
  readonly view: SavedView;
  constructor(view: SavedView) {
    super("view-open");
    this.view = view;
  }
}

/** A story was read from a file. */
export class StoryEvent extends Event {
  readonly story: Story;
  constructor(story: Story) {
    super("story-open");
    this.story = story;
  }
}

/**
 * Drawings with a name, on this device: to save, open, rename and delete, and to put in a file and read from one.
 * @fires {OpenEvent} view-open - a drawing is wanted on the canvas
 * @fires {StoryEvent} story-open - a story is to be told
 */
@customElement("saved-dialog")
export class SavedDialog extends ExploreElement {
  @property({ attribute: false }) now?: DrawingNow;
  @state() private views: readonly SavedView[] = [];
  @state() private told = "";
  @state() private renaming: SavedView | undefined;
  @state() private deleted: readonly SavedView[] | undefined;

  /** Shows them, and why where there is a reason; the focus comes back to where it was. */
  async show(now: DrawingNow, text = ""): Promise<void> {
    this.now = now;
    this.views = savedViews();
    this.#tell(text);
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
  }

  override render() {
    const { saved } = this.text;
    return html`<dialog class="saved" aria-labelledby="saved-title">
      <h2 id="saved-title">${saved.title}</h2>
      <p class="second">${saved.lead}</p>
      ${this.now && this.now.items > 0 ? this.#form(this.now) : html`<p>${saved.emptyCanvas}</p>`}
      <p role="status" class="saved-told">
        ${this.told}
        ${this.deleted ? html`<button type="button" class="button small" @click=${this.#putBack}>${icon("undo")} ${saved.putBack}</button>` : nothing}
      </p>
      ${
        this.views.length === 0
          ? html`<p>${saved.none}</p>`
          : html`<ul class="plain-list saved-list">${repeat(
              this.views,
              ({ name }) => name,
              (view) => (view === this.renaming ? this.#rename(view) : this.#row(view)),
            )}</ul>`
      }
      <div class="row">
        <button type="button" class="button" ?disabled=${this.views.length === 0} @click=${() => download("overlap-tekeningen.json", "application/json", viewsFile(this.views))}>
          ${icon("download")} ${saved.toFile}
        </button>
        <label class="button saved-file"
          >${icon("upload")} ${saved.fromFile}<input type="file" accept="application/json,.json" class="visually-hidden" @change=${this.#read}
        /></label>
      </div>
      <form method="dialog"><button class="button">${saved.shut}</button></form>
    </dialog>`;
  }

  #form({ name }: DrawingNow) {
    const { saved } = this.text;
    return html`<form class="saved-form" @submit=${this.#save}>
      <div class="field">
        <label for="saved-name">${saved.name}</label>
        <input id="saved-name" name="name" required maxlength="80" autocomplete="off" .value=${freeName(name, this.views)} />
      </div>
      <button class="button primary">${icon("bookmark")} ${saved.save}</button>
    </form>`;
  }

  #row(view: SavedView) {
    const { saved } = this.text;
    const date = new Intl.DateTimeFormat(this.language, { dateStyle: "long", timeStyle: "short" }).format(new Date(view.saved));
    return html`<li>
      <div>
        <button type="button" class="saved-open" @click=${() => this.#open(view)}>${view.name}</button>
        <span class="small second">${saved.about(number(view.items, this.language), date)}</span>
      </div>
      <div class="row">
        <button type="button" class="button small" aria-label=${saved.renameLabel(view.name)} @click=${() => void this.#begin(view)}>${saved.rename}</button>
        <button type="button" class="button small" aria-label=${saved.removeLabel(view.name)} @click=${() => this.#remove(view)}>${saved.remove}</button>
      </div>
    </li>`;
  }

  #rename(view: SavedView) {
    const { saved } = this.text;
    return html`<li>
      <form class="saved-form" @submit=${(event: SubmitEvent) => this.#renamed(event, view)}>
        <input name="name" aria-label=${saved.newName(view.name)} required maxlength="80" autocomplete="off" .value=${view.name} />
        <button class="button small">${saved.rename}</button>
      </form>
    </li>`;
  }

  async #begin(view: SavedView): Promise<void> {
    this.renaming = view;
    await this.updateComplete;
    this.querySelector<HTMLInputElement>(".saved-list input")?.select();
  }

  #save(event: SubmitEvent): void {
    event.preventDefault();
    if (!this.now) return;
    const { query, items } = this.now;
    const name = freeName(nameIn(event), this.views);
    if (name === "") return;
    if (this.#keep([{ name, saved: new Date().toISOString(), items, query }, ...this.views]))
      this.#tell(this.text.saved.saved(name));
  }

  #renamed(event: SubmitEvent, view: SavedView): void {
    event.preventDefault();
    const others = this.views.filter((one) => one !== view);
    const name = freeName(nameIn(event), others);
    if (name === "") return;
    if (this.#keep(this.views.map((one) => (one === view ? { ...view, name } : one)))) this.#tell(this.text.saved.renamed(name));
  }

  #remove(view: SavedView): void {
    const before = this.views;
    if (!this.#keep(before.filter((one) => one !== view))) return;
    this.#tell(this.text.saved.removed(view.name));
    this.deleted = before;
  }

  readonly #putBack = (): void => {
    if (this.deleted && this.#keep(this.deleted)) this.#tell(this.words.explore.undone);
  };

  #open(view: SavedView): void {
    this.querySelector("dialog")?.close();
    this.dispatchEvent(new OpenEvent(view));
  }

  readonly #read = async (event: Event): Promise<void> => {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    if (!file) return;
    const { saved } = this.text;
    const found = file.size > mostCharacters ? ({ is: "large" } as const) : viewsIn(await file.text());
    field.value = "";
    if ("is" in found) return this.#tell(found.is === "wrong" ? saved.wrong(found.part) : saved.problem[found.is]);
    if ("steps" in found) {
      rememberStory(found);
      this.querySelector("dialog")?.close();
      this.dispatchEvent(new StoryEvent(found));
      return;
    }
    const views = [...this.views];
    for (const view of found) views.push({ ...view, name: freeName(view.name, views) });
    if (this.#keep(views)) this.#tell(saved.read(found.length));
  };

  /** Tells so when the browser does not take them. */
  #keep(views: readonly SavedView[]): boolean {
    const isTaken = views.length <= mostViews && rememberViews(views);
    if (isTaken) this.views = views;
    else this.#tell(this.text.saved.full);
    return isTaken;
  }

  #tell(text: string): void {
    this.told = text;
    this.deleted = undefined;
    this.renaming = undefined;
  }
}

const nameIn = (event: SubmitEvent): string => String(new FormData(event.target as HTMLFormElement).get("name") ?? "").trim();

declare global {
  interface HTMLElementTagNameMap {
    "saved-dialog": SavedDialog;
  }
}
