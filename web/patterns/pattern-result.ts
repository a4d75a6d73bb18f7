import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ExportFormatName } from "../../model/exports.ts";
import { type PatternRowsHead, patternLimits, patternsRoute } from "../../model/patterns.ts";
import { addressOf } from "../app/api.ts";
import "../ui/cite-this.ts";
import { keep } from "../ui/download.ts";
import { refusalIn } from "./refusals.ts";
import "../ui/download-files.ts";
import { errorWords } from "../ui/error-view.ts";
import { number } from "../ui/format.ts";
import { icon } from "../ui/icon.ts";
import "../ui/lazy-fold.ts";
import type { OrderEvent, RowsEvent } from "./editing.ts";
import { type Found, isPart } from "./found.ts";
import { PatternElement } from "./pattern-element.ts";
import { graphIn, hasItems } from "./pattern-rows.ts";
import { type Asked, csvFile, fileNameOf, jsonFile } from "./result-files.ts";

/**
 * What a pattern found, from the first row on: how much, how fast, in which data; as a table, and as a drawing where it holds items.
 * @fires pattern-stop - no more rows are wanted
 */
@customElement("pattern-result")
export class PatternResult extends PatternElement {
  @property({ attribute: false }) found?: Found;
  /** What gave the rows. */
  @property({ attribute: false }) asked?: Asked;
  /** Fetches and keeps what was found in another form. */
  @property({ attribute: false }) take?: (format: ExportFormatName) => Promise<void>;
  /** The forms that are shown, one beneath the other. */
  @state() private forms: ReadonlySet<Form> = new Set<Form>(["table"]);
  /** Rows that were chosen in the chart: only these are in the table and the drawing. */
  @state() private chosen: { readonly label: string; readonly found: Found } | undefined;
  @state() private isMaking = false;
  #order: Uint32Array | undefined;
  /** What is drawn of which rows. */
  #drawn: { readonly of: Found; readonly graph: ReturnType<typeof graphIn> } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void import("./table/result-table.ts");
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("found") && changed.get("found")?.rows !== this.found?.rows) this.chosen = undefined;
  }

  override render() {
    const { found } = this;
    if (!found) return nothing;
    const { patterns } = this;
    const { head, count, ending } = found;
    const told = number(count, this.language);
    return html`<section class="result" aria-labelledby="result-title" aria-busy=${ending === undefined} data-ending=${ending?.is ?? "coming"}>
      <h2 id="result-title" tabindex="-1">${ending ? patterns.found(told) : patterns.coming(told)}</h2>
      ${
        ending
          ? nothing
          : html`<p>
              <button type="button" class="button" @click=${() => this.dispatchEvent(new Event("pattern-stop", { bubbles: true }))}>
                ${icon("square")} ${patterns.stopHere}
              </button>
            </p>`
      }
      <p>
        ${this.#cut(found)}
        <span class="second">
          ${found.milliseconds === undefined ? nothing : patterns.took(number(Math.round(found.milliseconds), this.language))}
          ${this.words.shell.version(head.datasetVersion)}. ${patterns.engine(patterns.engines[head.engine])}</span
        >
      </p>
      ${this.#elsewhere(head)} ${this.#unknown(head)}
      ${
        count === 0 ? ending && html`<p>${patterns.none}</p>` : html`${ending ? this.#bar(found) : nothing} ${this.#shown(found)}`
      }
    </section>`;
  }

  /** That there are more rows, or may be. */
  #cut(found: Found) {
    if (!found.ending || !isPart(found)) return nothing;
    return html`<strong class="cut-off">${this.#cutWords(found)}</strong>`;
  }

  #cutWords({ ending, count }: Found): string {
    const { patterns } = this;
    const told = number(count, this.language);
    if (ending?.is === "failed") return patterns.failed(told, errorWords(ending.error, this.words));
    return ending?.is === "stopped" ? patterns.stopped(told) : patterns.cutOff(told);
  }

  /** Which forms these rows can have. */
  #possible(found: Found): readonly Form[] {
    return hasItems(found.rows) ? ["table", "drawing", "chart"] : ["table", "chart"];
  }

  #shown(found: Found) {
    const { patterns, chosen } = this;
    const possible = found.ending ? this.#possible(found) : [];
    const isShown = (form: Form) => this.forms.has(form) && possible.includes(form);
    const [isChart, isDrawing] = [isShown("chart"), isShown("drawing")];
    if (isChart) void import("./chart/result-chart.ts");
    if (isDrawing) void import("./result-drawing.ts");
    const some = isChart && chosen ? chosen.found : found;
    return html`${
      isChart
        ? html`<result-chart .found=${found} .chosen=${chosen?.label ?? ""} @rows-choose=${(event: RowsEvent) => this.#choose(found, event)}></result-chart>`
        : nothing
    }
      ${
        isChart && chosen
          ? html`<p class="row result-chosen" role="status">
              <strong>${patterns.chosen(number(some.count, this.language), chosen.label)}</strong>
              <button type="button" class="button small" @click=${() => (this.chosen = undefined)}>${icon("close")} ${patterns.allRows}</button>
            </p>`
          : nothing
      }
      ${isDrawing ? html`<result-drawing .found=${this.#graph(some)}></result-drawing>` : nothing}
      ${
        isShown("table") || (!isChart && !isDrawing)
          ? html`<result-table
              .found=${some}
              @order-change=${({ order }: OrderEvent) => (this.#order = some === found ? order : undefined)}
            ></result-table>`
          : nothing
      }`;
  }

  #choose(found: Found, { label, rows }: RowsEvent): void {
    const some = rows.flatMap((index) => (found.rows[index] ? [found.rows[index]] : []));
    this.chosen = { label, found: { ...found, rows: some, count: some.length } };
  }

  #bar(found: Found) {
    const { patterns } = this;
    const most = patternLimits.rows.most;
    const button = (name: string, make: () => Promise<void>) => html`<button
      type="button"
      class="button"
      ?disabled=${this.isMaking}
      @click=${() => void this.#make(make)}
    >
      ${icon("download")} ${name}
    </button>`;
    return html`<div class="row result-bar">
        ${this.#forms(found)}
        ${button("CSV", async () => keep(fileNameOf(found, "csv"), await csvFile(found, this.#order, this.#cutWords(found))))}
        ${button("JSON", async () => {
          if (this.asked) keep(fileNameOf(found, "json"), await jsonFile(found, this.#order, this.asked));
        })}
        <span role="status" class="second small">${this.isMaking ? patterns.making : nothing}</span>
      </div>
      ${found.count > most && this.take ? html`<p class="second small">${patterns.filesMost(number(most, this.language))}</p>` : nothing}
      ${this.take ? html`<download-files .take=${this.take}></download-files>` : nothing}
      ${this.asked ? this.#further(found, this.asked) : nothing}`;
  }

  /** How to cite what was found, and how to ask for it in a program of one's own. */
  #further({ count, head }: Found, { cypher, params }: Asked) {
    const version = head.datasetVersion;
    const rows = Math.min(Math.max(count, 1), patternLimits.rows.most);
    const body = { cypher, params, limits: { rows, timeout: patternLimits.timeout.most }, version };
    const call = { ...patternsRoute, address: addressOf(patternsRoute.url, {}), body, version };
    return html`<cite-this .asked=${{ cypher, params, rows, version }}></cite-this>
      <lazy-fold
        .label=${this.words.shell.scripts}
        .content=${() => {
          void import("../ui/scripts/call-scripts.ts");
          return html`<call-scripts .calls=${[call]}></call-scripts>`;
        }}
      ></lazy-fold>`;
  }

  async #make(make: () => Promise<void>): Promise<void> {
    this.isMaking = true;
    await make().finally(() => (this.isMaking = false));
  }

  #graph(found: Found): ReturnType<typeof graphIn> {
    if (this.#drawn?.of !== found) this.#drawn = { of: found, graph: graphIn(found.rows) };
    return this.#drawn.graph;
  }

  /** Whether the other engine would give the same, which matters to whoever shares a pattern. */
  #elsewhere({ otherEngine: { name, alike, why } }: PatternRowsHead) {
    if (alike) return nothing;
    const { patterns } = this;
    const { text, lang } = refusalIn(why ?? "", this.language);
    return html`<p class="second result-elsewhere">${patterns.elsewhere(patterns.engines[name])} <span lang=${lang}>${text}.</span></p>`;
  }

  #unknown({ unknownNames, freeText }: PatternRowsHead) {
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

  #forms(found: Found) {
    const { patterns, forms } = this;
    const possible = this.#possible(found);
    const isOnly = (form: Form) => possible.every((other) => other === form || !forms.has(other));
    return html`<div class="row" role="group" aria-label=${patterns.form}>
      ${possible.map(
        (
          form,
        ) => html`<button type="button" class="chip" aria-pressed=${forms.has(form)} ?disabled=${forms.has(form) && isOnly(form)} @click=${() => this.#toggle(form)}>
          ${icon(formIcons[form])} ${patterns[form]}
        </button>`,
      )}
    </div>`;
  }

  #toggle(form: Form): void {
    const forms = new Set(this.forms);
    if (!forms.delete(form)) forms.add(form);
    else if (form === "table") this.#order = undefined;
    this.forms = forms;
  }
}

type Form = keyof typeof formIcons;
const formIcons = { table: "list", drawing: "network", chart: "chart" } as const;

const textForms = {
  date: "[0-9]{4}-[0-9]{2}-[0-9]{2}",
  time: "[0-9]{2}:[0-9]{2}.*",
  localtime: "[0-9]{2}:[0-9]{2}",
  datetime: "[0-9]{4}-[0-9]{2}-[0-9]{2}T.*",
  localdatetime: "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]+",
} as const;

/** Both engines look at THEN only where WHEN holds; of two conditions with AND they may take either first. */
const onlyWhatFits = (name: string, kind: keyof typeof textForms): string =>
  `CASE WHEN n.${name} =~ '${textForms[kind]}' THEN ${kind}(n.${name}) END`;

declare global {
  interface HTMLElementTagNameMap {
    "pattern-result": PatternResult;
  }
}
