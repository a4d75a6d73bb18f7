import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ExportFormatName } from "../../model/exports.ts";
import type { PatternAnswer } from "../../model/patterns.ts";
import { csvOf } from "../ui/csv.ts";
import { download } from "../ui/download.ts";
import { refusalIn } from "./refusals.ts";
import "../ui/download-files.ts";
import { number } from "../ui/format.ts";
import { icon } from "../ui/icon.ts";
import { cellText, graphIn } from "./pattern-rows.ts";
import "./result-table.ts";
import { PatternElement } from "./pattern-element.ts";

/** What a pattern found: how much, how fast, in which data; as a table, and as a drawing where it holds items. */
@customElement("pattern-result")
export class PatternResult extends PatternElement {
  @property({ attribute: false }) answer?: PatternAnswer;
  /** Fetches and keeps what was found in another form. */
  @property({ attribute: false }) take?: (format: ExportFormatName) => Promise<void>;
  @state() private form: "table" | "drawing" = "table";

  override render() {
    const { answer } = this;
    if (!answer) return nothing;
    const { patterns } = this;
    const found = graphIn(answer.rows);
    const form = found.nodes.length > 0 ? this.form : "table";
    if (form === "drawing") void import("./result-drawing.ts");
    return html`<section class="result" aria-labelledby="result-title">
      <h2 id="result-title" tabindex="-1">${patterns.found(number(answer.rows.length, this.language))}</h2>
      <p>
        ${answer.truncated ? html`<strong class="cut-off">${patterns.cutOff(number(answer.rows.length, this.language))}</strong>` : nothing}
        <span class="second">${patterns.took(number(Math.round(answer.milliseconds), this.language))} ${this.words.shell.version(answer.datasetVersion)}. ${patterns.engine(patterns.engines[answer.engine])}</span>
      </p>
      ${this.#elsewhere(answer)} ${this.#unknown(answer)}
      ${
        answer.rows.length === 0
          ? html`<p>${patterns.none}</p>`
          : html`<div class="row result-bar">
                ${found.nodes.length > 0 ? this.#forms(form) : nothing}
                <button type="button" class="button" @click=${() => this.#csv(answer)}>${icon("download")} CSV</button>
                <button type="button" class="button" @click=${() => this.#json(answer)}>${icon("download")} JSON</button>
              </div>
              ${this.take ? html`<download-files .take=${this.take}></download-files>` : nothing}
              ${
                form === "table"
                  ? html`<result-table .answer=${answer}></result-table>`
                  : html`<result-drawing .found=${found}></result-drawing>`
              }`
      }
    </section>`;
  }

  /** Whether the other engine would give the same, which matters to whoever shares a pattern. */
  #elsewhere({ otherEngine: { name, alike, why } }: PatternAnswer) {
    if (alike) return nothing;
    const { patterns } = this;
    const { text, lang } = refusalIn(why ?? "", this.language);
    return html`<p class="second result-elsewhere">${patterns.elsewhere(patterns.engines[name])} <span lang=${lang}>${text}.</span></p>`;
  }

  #unknown({ unknownNames, freeText }: PatternAnswer) {
    const { patterns } = this;
    if (unknownNames.length + freeText.length === 0) return nothing;
    return html`<ul class="plain-list result-unknown" role="status">
      ${unknownNames.map(
        ({ is, name, meant }) =>
          html`<li>${icon("alert")} ${patterns.unknown[is](name)} ${meant ? patterns.meant(meant) : nothing}</li>`,
      )}
      ${freeText.map(
        ({ name, kind, example }) =>
          html`<li>${icon("alert")} ${patterns.freeText(name, kind, example)} <code>${onlyWhatFits(name, kind)}</code></li>`,
      )}
    </ul>`;
  }

  #forms(form: "table" | "drawing") {
    const { patterns } = this;
    return html`<div class="row" role="group" aria-label=${patterns.form}>
      ${(["table", "drawing"] as const).map(
        (name) => html`<button type="button" class="chip" aria-pressed=${form === name} @click=${() => (this.form = name)}>
          ${icon(name === "table" ? "list" : "network")} ${patterns[name]}
        </button>`,
      )}
    </div>`;
  }

  #csv({ columns, rows, datasetVersion }: PatternAnswer): void {
    const cells = rows.map((row) => row.map((value) => (typeof value === "number" ? value : cellText(value))));
    download(`overlap-${datasetVersion}.csv`, "text/csv;charset=utf-8", csvOf([columns, ...cells]));
  }

  #json(answer: PatternAnswer): void {
    download(`overlap-${answer.datasetVersion}.json`, "application/json", JSON.stringify(answer, null, 2));
  }
}

const forms = {
  date: "[0-9]{4}-[0-9]{2}-[0-9]{2}",
  time: "[0-9]{2}:[0-9]{2}.*",
  localtime: "[0-9]{2}:[0-9]{2}",
  datetime: "[0-9]{4}-[0-9]{2}-[0-9]{2}T.*",
  localdatetime: "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]+",
} as const;

/** Both engines look at THEN only where WHEN holds; of two conditions with AND they may take either first. */
const onlyWhatFits = (name: string, kind: keyof typeof forms): string =>
  `CASE WHEN n.${name} =~ '${forms[kind]}' THEN ${kind}(n.${name}) END`;

declare global {
  interface HTMLElementTagNameMap {
    "pattern-result": PatternResult;
  }
}
