import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { basePath } from "../../app/base-path.ts";
import type { AskedCall } from "../../app/calls.ts";
import { copyText } from "../clipboard.ts";
import { download } from "../download.ts";
import { PageElement } from "../element.ts";
import { icon } from "../icon.ts";
import { type ScriptLanguage, scriptLanguageNames, scriptLanguages, scriptOf, tableAddress } from "./script-text.ts";
import "./scripts.css";
import { scriptWords } from "./words.ts";

/** Questions to the API as programs that ask the same: one of them at a time, in a language to choose. */
@customElement("call-scripts")
export class CallScripts extends PageElement {
  /** The most telling one last. */
  @property({ attribute: false }) calls: readonly AskedCall[] = [];
  /** The endpoint that was chosen. */
  @state() private chosen: string | undefined;
  @state() private writtenIn: ScriptLanguage = "python";
  @state() private told = "";

  get #call(): AskedCall | undefined {
    return this.calls.find(({ url }) => url === this.chosen) ?? this.calls.at(-1);
  }

  override render() {
    const text = scriptWords(this.language);
    const call = this.#call;
    if (!call) return nothing;
    const address = new URL(call.address, location.origin).href;
    const script = scriptOf({ ...call, address }, this.writtenIn);
    return html`<div class="scripts">
      <p>${text.lead}</p>
      ${this.calls.length > 1 ? this.#choice(call) : nothing}
      <p class="scripts-call"><code>${call.method} ${address}</code></p>
      <div class="row" role="group" aria-label=${text.language}>
        ${scriptLanguageNames.map(
          (
            name,
          ) => html`<button type="button" class="chip" aria-pressed=${name === this.writtenIn} @click=${() => this.#write(name)}>
            ${text.languages[name]}
          </button>`,
        )}
      </div>
      <pre tabindex="0" role="group" aria-label=${text.code}><code>${script}</code></pre>
      <div class="row">
        <button type="button" class="button small" @click=${() => void this.#copy(script)}>${icon("copy")} ${text.copy}</button>
        <button type="button" class="button small" @click=${() => this.#keep(script)}>${icon("download")} ${text.download}</button>
        ${this.told ? html`<span class="second small">${this.told}</span>` : nothing}
      </div>
      ${
        call.table && call.method === "GET"
          ? html`<p>
              ${text.table} <a download href=${tableAddress(address)}>${text.plain}</a>,
              <a download href=${tableAddress(address, "dutch")}>${text.dutch}</a>
            </p>`
          : nothing
      }
      <p><a href="${basePath}/api/docs">${text.docs}</a></p>
    </div>`;
  }

  #choice(call: AskedCall) {
    const text = scriptWords(this.language);
    return html`<label class="row"
      >${text.which}
      <select @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
        ${this.calls.map(
          ({ url, summary }) => html`<option value=${url} .selected=${url === call.url}>${text.calls[url] ?? summary}</option>`,
        )}
      </select></label
    >`;
  }

  #choose(url: string): void {
    this.chosen = url;
    this.told = "";
  }

  #write(language: ScriptLanguage): void {
    this.writtenIn = language;
    this.told = "";
  }

  async #copy(script: string): Promise<void> {
    const text = scriptWords(this.language);
    this.told = (await copyText(script)) ? text.copied : text.notCopied;
    this.say(this.told);
  }

  #keep(script: string): void {
    download(`overlap.${scriptLanguages[this.writtenIn]}`, "text/plain;charset=utf-8", script);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "call-scripts": CallScripts;
  }
}
