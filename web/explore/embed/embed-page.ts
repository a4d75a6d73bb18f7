import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { queryString } from "../../../model/call.ts";
import { basePath } from "../../app/base-path.ts";
import { replaceQuery } from "../../app/router.ts";
import { appStore } from "../../app/state.ts";
import { Selected } from "../../app/store.ts";
import { storyIds } from "../../app/story.ts";
import { copyText } from "../../ui/clipboard.ts";
import { PageElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import { ownQuery } from "../../ui/own-query.ts";
import "./embed.css";
import "./overlap-graph.ts";
import { embedWords } from "./words.ts";

/** Tells how a drawing is put in another site, shows it, and gives what is to be pasted there. */
@customElement("embed-page")
export class EmbedPage extends PageElement {
  readonly #query = new Selected(this, appStore, ownQuery(/^\/insluiten$/));
  readonly #theme = new Selected(this, appStore, ({ theme }) => theme);
  @state() private isWrong = false;
  @state() private told = "";

  get #words() {
    return embedWords(this.language).page;
  }

  /** The query of the drawing that the address names; that of the story of the seed when it names none. */
  get #drawing(): Readonly<Record<string, string>> {
    const { toon, pak } = this.#query.value;
    if (toon || pak) return this.#query.value;
    return { toon: storyIds.join(",") };
  }

  override render() {
    const words = this.#words;
    const [server, drawing] = [location.origin + basePath, queryString(this.#drawing)];
    const taal = this.language === "en" ? "&taal=en" : "";
    const view = `${server}/verken${drawing}${taal}`;
    const frame = `${server}/insluiten/kader${drawing}${taal}`;
    return html`<article class="page embed">
      <h1 tabindex="-1">${words.heading}</h1>
      <p class="lead">${words.lead}</p>
      <h2>${words.preview}</h2>
      <overlap-graph server=${server} view=${drawing} lang=${this.language} theme=${this.#theme.value}></overlap-graph>
      <p class="second">${words.scroll}</p>
      <h2>${words.which}</h2>
      <p id="which-hint">${words.whichHint}</p>
      <form @submit=${this.#show}>
        <div class="field">
          <label for="embed-address">${words.address}</label>
          <input id="embed-address" type="text" name="address" autocomplete="off" aria-describedby="which-hint" .value=${view} aria-invalid=${this.isWrong ? "true" : nothing} />
          ${this.isWrong ? html`<p role="alert" class="contested-word">${words.wrong}</p>` : nothing}
        </div>
        <button class="button primary">${words.show}</button>
      </form>
      <h2>${words.script}</h2>
      <p>${words.scriptHint}</p>
      <p>${words.scriptNeeds}</p>
      ${this.#snippet(
        words.script,
        `<script type="module" src="${server}/overlap-graph.js"></script>
<overlap-graph view="${view}" lang="${this.language}">
  <p>${words.fallback} <a href="${view}">Overlap</a>.</p>
</overlap-graph>`,
      )}
      <h2>${words.frame}</h2>
      <p>${words.frameHint}</p>
      <p>${words.frameNeeds}</p>
      ${this.#snippet(words.frame, `<iframe src="${frame}" title="${words.title}" width="100%" height="520" loading="lazy"></iframe>`)}
      <p role="status" class="second">${this.told}</p>
    </article>`;
  }

  #snippet(name: string, text: string) {
    const safe = text.replace(/&(?=\w+=)/g, "&amp;");
    return html`<pre class="snippet" tabindex="0" aria-label=${name}>${safe}</pre>
      <button type="button" class="button" @click=${() => void this.#copy(safe)}>${icon("copy")} ${this.#words.copy}</button>`;
  }

  async #copy(text: string): Promise<void> {
    this.told = (await copyText(text)) ? this.#words.copied : this.#words.notCopied;
  }

  readonly #show = (event: SubmitEvent): void => {
    event.preventDefault();
    const address = String(new FormData(event.target as HTMLFormElement).get("address") ?? "");
    const { taal: _, ...query } = Object.fromEntries(new URLSearchParams(address.slice(address.indexOf("?") + 1)));
    this.isWrong = !query.toon && !query.pak;
    if (!this.isWrong) replaceQuery(this.app, query);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "embed-page": EmbedPage;
  }
}
