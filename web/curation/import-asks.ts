import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ImportPreview } from "../../model/curation.ts";
import { PageElement } from "../ui/element.ts";
import { number } from "../ui/format.ts";
import { chooses } from "./import-choices.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/**
 * Asks where rows come from that do not say it themselves.
 * @fires {SayEvent} import-say
 */
@customElement("import-asks")
export class ImportAsks extends PageElement {
  @property({ attribute: false }) asks: ImportPreview["asks"] = { source: 0, basis: 0 };
  @state() private isUrlWrong = false;

  get #text() {
    return this.language === "nl" ? nl : en;
  }

  override render() {
    const text = this.#text;
    const { source, basis } = this.asks;
    const said = (count: number, sentence: (rows: string) => string) => (count > 0 ? sentence(number(count, this.language)) : "");
    return html`<form class="card import-asks" novalidate aria-labelledby="import-asks-title" @submit=${this.#apply}>
      <h2 id="import-asks-title">${text.asksTitle}</h2>
      <p>${said(source, text.asksSource)} ${said(basis, text.asksBasis)} ${text.asksWhy}</p>
      ${source > 0 ? this.#source() : nothing} ${basis > 0 ? this.#basis() : nothing}
      <button type="submit" class="button">${text.apply}</button>
    </form>`;
  }

  #source() {
    const text = this.#text;
    return html`<div class="field">
        <label for="import-source-title">${text.sourceTitle}</label>
        <span class="second small" id="import-source-hint">${text.sourceTitleHint}</span>
        <input id="import-source-title" name="title" type="text" required maxlength="300" aria-describedby="import-source-hint" />
      </div>
      <div class="field">
        <label for="import-source-url">${text.sourceUrl}</label>
        <input id="import-source-url" name="url" type="url" maxlength="2000" aria-invalid=${this.isUrlWrong}
          aria-describedby=${this.isUrlWrong ? "import-source-wrong" : nothing} />
        ${this.isUrlWrong ? html`<span class="import-wrong" id="import-source-wrong" role="alert">${text.sourceUrlWrong}</span>` : nothing}
      </div>`;
  }

  #basis() {
    const text = this.#text;
    return html`<fieldset class="import-basis">
      <legend>${text.basis}</legend>
      ${(["stated", "derived"] as const).map(
        (basis) => html`<label><input type="radio" name="basis" value=${basis} required /> ${text[basis]}</label>`,
      )}
    </fieldset>`;
  }

  #apply(event: SubmitEvent): void {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const field = (name: string) => String(fields.get(name) ?? "").trim();
    const [title, url, basis] = [field("title"), field("url"), field("basis")];
    this.isUrlWrong = url !== "" && !/^https?:\/\/\S+\.\S+$/.test(url);
    if (this.isUrlWrong) return;
    this.dispatchEvent(
      chooses({
        ...(title !== "" && { source: { title, ...(url !== "" && { url }) } }),
        ...((basis === "stated" || basis === "derived") && { basis }),
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "import-asks": ImportAsks;
  }
}
