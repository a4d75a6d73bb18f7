import { Task } from "@lit/task";
import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Language } from "../../../model/graph.ts";
import { inTurns } from "../../app/in-turns.ts";
import { PageElement } from "../../ui/element.ts";
import { number } from "../../ui/format.ts";
import { taskView } from "../../ui/task-view.ts";
import { RowsEvent } from "../editing.ts";
import type { Found } from "../found.ts";
import {
  type ChartChoice,
  type ChartData,
  type ChartForm,
  canMake,
  chartData,
  chartForms,
  columnsFor,
  type Mark,
  type Role,
  rolesOf,
  suggestedChart,
} from "./chart-data.ts";
import { bars, heat, type Look, line, scatter } from "./chart-shapes.ts";
import "./chart.css";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

const tables: Readonly<Record<Language, typeof nl>> = { nl, en };

const shapes = { bar: bars, line, scatter, heat };
/** Lines of the table with the same numbers. */
const mostLines = 200;

/**
 * The rows of a pattern as a chart, and the same numbers as a table. We draw it ourselves: libraries for charts put styles into the
 * page, which the content security policy forbids.
 * @fires {RowsEvent} rows-choose - a bar, a point or a cell was chosen
 */
@customElement("result-chart")
export class ResultChart extends PageElement {
  @property({ attribute: false }) found?: Found;
  /** What was chosen, in words. */
  @property() chosen = "";
  @state() private choice: ChartChoice | undefined;
  @state() private width = 0;
  #roles: readonly (Role | undefined)[] = [];
  readonly #sizes = new ResizeObserver(([entry]) => {
    this.width = Math.round(entry?.contentRect.width ?? 0);
  });
  readonly #data = new Task(this, {
    args: () => [this.found, this.choice] as const,
    task: ([found, choice], { signal }) => (found && choice ? inTurns(chartData(found, choice), signal) : undefined),
  });

  private get text(): typeof nl {
    return tables[this.language];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("found") || !this.found) return;
    const before = changed.get("found")?.head.columns.join();
    this.#roles = rolesOf(this.found);
    if (before !== this.found.head.columns.join()) this.choice = suggestedChart(this.#roles);
  }

  override render() {
    const { choice, text, found } = this;
    if (!found) return nothing;
    if (!choice) return html`<p class="second">${text.cannot}</p>`;
    return html`<div class="row chart-choice">
        ${this.#select(
          text.form,
          chartForms.filter((form) => canMake(form, this.#roles)).map((form) => [form, text.forms[form]] as const),
          choice.form,
          (form) => this.#form(form as ChartForm),
        )}
        ${(["x", "y", "value"] as const).map((side) => this.#side(side, choice, found))}
      </div>
      ${taskView(this.#data, (data) => (data && this.width > 0 ? this.#chart(data, choice, found) : html``))}`;
  }

  #side(side: "x" | "y" | "value", choice: ChartChoice, { head }: Found) {
    const { text } = this;
    const label = text.sides[choice.form][side];
    if (!label) return nothing;
    const columns = columnsFor(choice.form, side, this.#roles).map(
      (column) => [String(column), head.columns[column] ?? ""] as const,
    );
    const choices = side === "value" ? [["", text.rowCount] as const, ...columns] : columns;
    return this.#select(label, choices, String(choice[side] ?? ""), (chosen) => {
      this.choice = { ...choice, [side]: chosen === "" ? undefined : Number(chosen) };
    });
  }

  #select(label: string, choices: readonly (readonly [string, string])[], now: string, take: (chosen: string) => void) {
    return html`<label class="small"
      >${label}
      <select class="small-select" @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}>
        ${choices.map(([value, name]) => html`<option value=${value} .selected=${value === now}>${name}</option>`)}
      </select></label
    >`;
  }

  #form(form: ChartForm): void {
    const [x = 0, other] = columnsFor(form, "x", this.#roles);
    const [value] = columnsFor(form, "value", this.#roles);
    this.choice = { form, x, y: other ?? x, value: form === "scatter" || form === "heat" ? undefined : value };
  }

  #chart(data: ChartData, choice: ChartChoice, { head }: Found) {
    const { text } = this;
    const told = (value: number) => number(Math.round(value * 1e6) / 1e6, this.language);
    const nameOf = ({ x, y, at, value }: Mark) => {
      if (choice.form === "scatter") return text.pair(told(at), told(value));
      return choice.form === "heat" ? text.pair(x, y) : x;
    };
    const [x = "", y = ""] = [head.columns[choice.x], head.columns[choice.y]];
    const measured =
      choice.form === "scatter" ? y : choice.value === undefined ? text.rowCount : (head.columns[choice.value] ?? "");
    const greatest = data.marks.reduce<Mark | undefined>(
      (best, mark) => (best && best.value >= mark.value ? best : mark),
      undefined,
    );
    const count = number(data.marks.length, this.language);
    const along = choice.form === "heat" ? text.pair(x, y) : x;
    const summary = `${text.summary[choice.form](along, measured, count)} ${greatest ? text.most(nameOf(greatest), told(greatest.value)) : ""}`;
    const choose = (mark: Mark) => this.dispatchEvent(new RowsEvent(nameOf(mark), mark.rows));
    const look: Look = {
      width: this.width,
      told,
      title: (mark) => `${nameOf(mark)}: ${told(mark.value)}`,
      isChosen: (mark) => this.chosen !== "" && nameOf(mark) === this.chosen,
      choose,
    };
    const { height, content } = shapes[choice.form](data, look);
    const notes = [
      data.left > 0 ? text[choice.form === "scatter" ? "leftPoints" : "left"](number(data.left, this.language)) : "",
      data.skipped > 0 ? text.skipped(number(data.skipped, this.language)) : "",
    ];
    return html`<svg class="chart" role="img" aria-label=${summary} width=${this.width} height=${height} viewBox="0 0 ${this.width} ${height}">
        ${content}
      </svg>
      <p class="small second">${notes.filter(Boolean).join(" ")}</p>
      <details class="fold">
        <summary>${text.asTable}</summary>
        <div class="table-scroll chart-table" tabindex="0" role="region" aria-label=${text.asTable}>
          <table>
            <thead>
              <tr><th scope="col">${along}</th><th scope="col">${measured}</th><th scope="col">${text.rows}</th></tr>
            </thead>
            <tbody>
              ${data.marks.slice(0, mostLines).map(
                (mark) => html`<tr>
                  <th scope="row">${nameOf(mark)}</th>
                  <td>${told(mark.value)}</td>
                  <td><button type="button" class="button small" aria-label=${text.show(nameOf(mark), number(mark.rows.length, this.language))} @click=${() => choose(mark)}>${number(mark.rows.length, this.language)}</button></td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "result-chart": ResultChart;
  }
}
