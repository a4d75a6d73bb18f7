import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { sourcesRoute } from "../../model/explore.ts";
import type { Source } from "../../model/graph.ts";
import { call } from "../app/api.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { shown, type View } from "../drawing/view.ts";
import { viewText } from "../drawing/view-text.ts";
import { copyText } from "../ui/clipboard.ts";
import { download, fileName, keep } from "../ui/download.ts";
import { icon } from "../ui/icon.ts";
import { ExploreElement } from "./explore-element.ts";
import { asPng, pictureOf } from "./picture.ts";

/** So many sources are asked for by name. */
const mostAsked = 500;

/** The drawing as a picture to take away or to print, with a title of one's own. It is what paper shows of exploring. */
@customElement("picture-dialog")
export class PictureDialog extends ExploreElement {
  readonly #schema = new Selected(this, appStore, ({ schema }) => schema);
  readonly #query = new Selected(this, appStore, ({ address }) => address.query);
  @state() private pictureTitle = "";
  @state() private picture = "";
  @state() private told = "";
  #view: View | undefined;
  #sources: readonly Source[] = [];
  #preview = "";
  #made = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    URL.revokeObjectURL(this.#preview);
  }

  /** Shows what the picture will be; the focus comes back to where it was. */
  async show(view: View, title: string): Promise<void> {
    this.told = "";
    this.querySelector("dialog")?.showModal();
    await this.prepare(view, title);
  }

  /** Whether the picture of a view is there. */
  holds(view: View): boolean {
    return this.picture !== "" && this.#view === view;
  }

  /** Makes the picture of a view, so that it can be printed. */
  async prepare(view: View, title: string): Promise<void> {
    this.pictureTitle = title;
    this.#view = view;
    const ids = [...new Set(shown(view).links.flatMap(({ evidence }) => evidence.map(({ source }) => source)))];
    try {
      this.#sources = ids.length > 0 ? (await call(sourcesRoute, { query: { ids: ids.slice(0, mostAsked) } })).sources : [];
    } catch {
      // Without the data at hand the picture is made all the same: it says less.
      this.#sources = [];
    }
    await this.#make();
  }

  async #make(): Promise<void> {
    if (!this.#view) return;
    this.#made += 1;
    const mine = this.#made;
    const picture = await pictureOf(this.#view, {
      title: this.pictureTitle.trim() || this.words.explore.heading,
      address: location.href,
      datasetVersion: this.#schema.value?.datasetVersion ?? "",
      sources: this.#sources,
      language: this.language,
    });
    if (mine !== this.#made) return;
    URL.revokeObjectURL(this.#preview);
    this.#preview = URL.createObjectURL(new Blob([picture], { type: "image/svg+xml" }));
    this.picture = picture;
    await this.updateComplete;
  }

  override render() {
    const { picture } = this.text;
    return html`<dialog class="saved picture-dialog" aria-labelledby="picture-title">
        <h2 id="picture-title">${picture.heading}</h2>
        <div class="field">
          <label for="picture-name">${picture.title}</label>
          <input id="picture-name" maxlength="120" autocomplete="off" .value=${this.pictureTitle} @change=${this.#retitle} />
        </div>
        ${this.picture ? html`<img class="picture-preview" src=${this.#preview} alt=${picture.preview} />` : html`<p>${this.words.states.loading}</p>`}
        <p role="status" class="saved-told">${this.told}</p>
        <div class="row">
          <button type="button" class="button primary" ?disabled=${!this.picture} @click=${this.#png}>${icon("download")} ${picture.png}</button>
          <button type="button" class="button" ?disabled=${!this.picture} @click=${this.#svg}>${icon("download")} ${picture.svg}</button>
          <button type="button" class="button" ?disabled=${!this.picture} @click=${() => print()}>${icon("printer")} ${this.words.actions.print}</button>
          <button type="button" class="button" ?disabled=${!this.picture} @click=${this.#copy}>${icon("copy")} ${picture.copy}</button>
        </div>
        <p class="small second">${picture.hint}</p>
        <p><a href=${this.linkTo("/insluiten", this.#query.value)}>${picture.embed}</a></p>
        <form method="dialog"><button class="button">${this.text.saved.shut}</button></form>
      </dialog>
      ${this.#printed()}`;
  }

  /** Only paper shows it. */
  #printed() {
    if (!this.picture || !this.#view) return nothing;
    return html`<figure class="picture-printed" aria-hidden="true">
      <img src=${this.#preview} alt="" />
      <figcaption>${viewText(shown(this.#view), this.language)}</figcaption>
    </figure>`;
  }

  readonly #retitle = (event: Event): void => {
    this.pictureTitle = (event.target as HTMLInputElement).value;
    void this.#make();
  };

  readonly #svg = (): void => {
    download(`${this.#fileName}.svg`, "image/svg+xml", this.picture);
    this.told = this.text.picture.taken;
  };

  readonly #png = async (): Promise<void> => {
    try {
      keep(`${this.#fileName}.png`, await asPng(this.picture));
      this.told = this.text.picture.taken;
    } catch {
      this.told = this.text.picture.noPng;
    }
  };

  readonly #copy = async (): Promise<void> => {
    const { explore } = this.words;
    this.told = this.#view && (await copyText(viewText(shown(this.#view), this.language))) ? explore.copied : explore.notCopied;
  };

  get #fileName(): string {
    return fileName(this.pictureTitle) || "overlap";
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "picture-dialog": PictureDialog;
  }
}
