import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type CitationStyle, type CitedResult, citationStyles, resultRoute } from "../../model/cite.ts";
import { AppError } from "../../model/errors.ts";
import { patternLimits } from "../../model/patterns.ts";
import { call } from "../app/api.ts";
import "./citation.css";
import { citeWords } from "./cite-words.ts";
import { copyText } from "./clipboard.ts";
import { download } from "./download.ts";
import { PageElement } from "./element.ts";
import { dayText } from "./format.ts";
import { icon } from "./icon.ts";
import { taskView } from "./task-view.ts";

/** A pattern as it was asked, on the version that gave the answer. */
export interface AskedPattern {
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly rows: number;
  readonly version: string;
}

/** Programs for references, by the names that they know these forms by. */
const files = { bibtex: "BibTeX", ris: "RIS", "csl-json": "CSL-JSON" } as const satisfies Partial<Record<CitationStyle, string>>;

/** A citation of what a pattern found, with its permanent address. */
@customElement("citation-panel")
export class CitationPanel extends PageElement {
  @property({ attribute: false }) asked?: AskedPattern;
  @state() private told = "";
  readonly #cited = new Task(this, {
    args: () => [JSON.stringify(this.asked)] as const,
    task: async (_, { signal }) => {
      if (!this.asked) return undefined;
      const { cypher, params, rows, version } = this.asked;
      const limits = { rows, timeout: patternLimits.timeout.most };
      return call(resultRoute, { body: { cypher, params: params as Record<string, string>, limits, version } }, signal);
    },
  });

  override render() {
    const text = citeWords(this.language);
    const { error } = this.#cited;
    if (error instanceof AppError && error.fields.some(({ field }) => field === "body/cypher"))
      return html`<p class="error" role="alert">${icon("alert")} ${text.tooLong}</p>`;
    return taskView(this.#cited, (cited) => (cited ? this.#panel(cited) : nothing));
  }

  #panel(cited: CitedResult) {
    const text = citeWords(this.language);
    const { address, citations, truncated } = cited;
    return html`<div class="citation">
      <p>${text.lead}</p>
      ${truncated ? html`<p class="citation-cut">${icon("alert")} ${text.cut}</p>` : nothing}
      <div class="row">
        <a class="button small" href=${address}>${icon("external-link")} ${text.open}</a>
        <button type="button" class="button small" @click=${() => void this.#copy(address)}>${icon("copy")} ${text.copyAddress}</button>
      </div>
      <h3>${text.apa}</h3>
      <blockquote>${citations.apa}</blockquote>
      <div class="row">
        <button type="button" class="button small" @click=${() => void this.#copy(citations.apa.trim())}>${icon("copy")} ${text.copyText}</button>
        ${this.told ? html`<span class="second small">${this.told}</span>` : nothing}
      </div>
      <p class="row citation-files">
        ${text.file}
        ${Object.entries(files).map(
          ([style, name]) =>
            html`<button type="button" class="button small" @click=${() => this.#keep(cited, style as keyof typeof files)}>
              ${icon("download")} ${name}
            </button>`,
        )}
      </p>
      ${this.#facts(cited)}
    </div>`;
  }

  #facts({ datasetVersion, engine, date, hash }: CitedResult) {
    const { facts, engines } = citeWords(this.language);
    return html`<dl class="citation-facts small second">
      <div><dt>${facts.version}</dt><dd>${datasetVersion}</dd></div>
      <div><dt>${facts.engine}</dt><dd>${engines[engine]}</dd></div>
      <div><dt>${facts.date}</dt><dd>${dayText(date, this.language)}</dd></div>
      <div><dt>${facts.hash}</dt><dd><code>${hash}</code></dd></div>
    </dl>`;
  }

  async #copy(what: string): Promise<void> {
    const text = citeWords(this.language);
    this.told = (await copyText(what)) ? text.copied : text.notCopied;
    this.say(this.told);
  }

  #keep({ citations, datasetVersion, hash }: CitedResult, style: keyof typeof files): void {
    const { media, ending } = citationStyles[style];
    download(`overlap-${datasetVersion}-${hash.slice(0, 12)}.${ending}`, media, citations[style]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "citation-panel": CitationPanel;
  }
}
