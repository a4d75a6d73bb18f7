import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { inTurns } from "../../app/in-turns.ts";
import { cellOf } from "../../ui/cells.ts";
import { number } from "../../ui/format.ts";
import { icon } from "../../ui/icon.ts";
import { OrderEvent } from "../editing.ts";
import type { Found } from "../found.ts";
import { cellView } from "./cell-view.ts";
import "./row-detail.ts";
import { orderOf, type Sorting } from "./row-order.ts";
import { RowWindow } from "./row-window.ts";
import { TableElement, type TableWords } from "./table-element.ts";
import "./table.css";

/** The widths of columns, by what their first rows hold, in rem. */
const widths = { number: 7, node: 17, link: 14, text: 16, list: 20 } as const;
/** The same of the heads of rows. */
const headWidth = 5.5;
/** Rows that a page key goes over. */
const pageRows = 10;

/**
 * The rows that a pattern found, however many: those that can be seen are drawn. They can be sorted, and opened to what they rest on.
 * @fires {OrderEvent} order-change - the rows were sorted
 */
@customElement("result-table")
export class ResultTable extends TableElement {
  @property({ attribute: false }) found?: Found;
  @state() private sorting: Sorting | undefined;
  @state() private isSorting = false;
  /** The row that the keyboard is in, counted from the top. */
  @state() private active = 0;
  /** The rows that are open, by their index. */
  @state() private opened: ReadonlySet<number> = new Set();
  #leaving = new AbortController();
  #indexAt = (at: number): number => at;
  readonly #window = new RowWindow(this, () => this.querySelector<HTMLElement>(".result-table"));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("found");
    if (!before || before.rows === this.found?.rows) return;
    this.#leaving.abort();
    this.sorting = undefined;
    this.active = 0;
    this.opened = new Set();
    this.#show(undefined);
  }

  override render() {
    const { found, text } = this;
    if (!found) return nothing;
    const { head, count } = found;
    const parts = this.#window.parts(count, this.active, this.#indexAt);
    return html`<p id="rows-help" class="visually-hidden">${text.help}</p>
      <div
        class="table-scroll result-table"
        tabindex="0"
        role="region"
        aria-label=${text.table}
        aria-describedby="rows-help"
        @keydown=${this.#key}
      >
        <table aria-rowcount=${found.ending ? count + 1 : -1} aria-colcount=${head.columns.length + 1} aria-busy=${this.isSorting}>
          <caption class="visually-hidden">${text.table}</caption>
          <colgroup><col />${head.columns.map(() => html`<col />`)}</colgroup>
          <thead>
            <tr aria-rowindex="1">
              <th scope="col"><span class="visually-hidden">${text.row}</span></th>
              ${head.columns.map((name, column) => this.#heading(found, name, column))}
            </tr>
          </thead>
          ${repeat(
            parts,
            (part, at) => ("row" in part ? this.#indexAt(part.row) : `gap ${at}`),
            (part) =>
              "row" in part
                ? this.#row(found, part.row)
                : html`<tbody aria-hidden="true"><tr><td class="rows-gap" data-gap=${part.gap}></td></tr></tbody>`,
          )}
        </table>
      </div>`;
  }

  #heading({ kinds, ending, rows }: Found, name: string, column: number) {
    const { text, sorting } = this;
    const mine = sorting?.column === column ? sorting : undefined;
    const sorted = mine ? (mine.isDown ? "descending" : "ascending") : nothing;
    const kind = kinds[column];
    return html`<th scope="col" aria-sort=${sorted} class=${formOf(rows, column) === "number" ? "number-column" : ""}>
      <button type="button" class="sort" title=${text.sort(name)} ?disabled=${!ending} @click=${() => void this.#sort(column)}>
        <span>${name}</span>${icon(mine ? (mine.isDown ? "arrow-down" : "arrow-up") : "arrow-up-down")}
      </button>
      ${kind ? html`<span class="column-kind">${kindWords(kind, text)}</span>` : nothing}
    </th>`;
  }

  #row({ rows, head }: Found, at: number) {
    const index = this.#indexAt(at);
    const row = rows[index];
    if (!row) return nothing;
    const [isOpen, isActive] = [this.opened.has(index), at === this.active];
    const told = number(index + 1, this.language);
    return html`<tbody data-index=${at}>
      <tr aria-rowindex=${at + 2}>
        <th scope="row">
          <button
            type="button"
            class="row-open"
            aria-expanded=${isOpen}
            aria-label=${this.text.openRow(told)}
            tabindex=${isActive ? 0 : -1}
            @click=${() => this.#open(at, index)}
          >
            ${icon("chevron")}${told}
          </button>
        </th>
        ${row.map((value) => html`<td>${cellView(value, this.language, isActive)}</td>`)}
      </tr>
      ${
        isOpen
          ? html`<tr class="row-beneath"><td colspan=${head.columns.length + 1}><row-detail .row=${row}></row-detail></td></tr>`
          : nothing
      }
    </tbody>`;
  }

  protected override updated(): void {
    // A style in the text of the page is against the content security policy; one that is set is not.
    for (const gap of this.querySelectorAll<HTMLElement>(".rows-gap")) gap.style.height = `${gap.dataset.gap}px`;
    const { found } = this;
    if (!found) return;
    const columns = found.head.columns.map((_, column) => widths[formOf(found.rows, column)]);
    const sizes = [headWidth, ...columns];
    for (const [index, column] of [...this.querySelectorAll("col")].entries()) column.style.width = `${sizes[index]}rem`;
    const table = this.querySelector("table");
    if (table) table.style.minWidth = `${sizes.reduce((sum, size) => sum + size, 0)}rem`;
  }

  #open(at: number, index: number): void {
    this.active = at;
    const opened = new Set(this.opened);
    if (!opened.delete(index)) opened.add(index);
    this.opened = opened;
  }

  /** From large to small at the second time, and as they were found at the third. */
  async #sort(column: number): Promise<void> {
    const { found, sorting } = this;
    if (!found) return;
    this.#leaving.abort();
    const leaving = new AbortController();
    this.#leaving = leaving;
    const before = sorting?.column === column ? sorting : undefined;
    this.sorting = before?.isDown ? undefined : { column, isDown: before !== undefined };
    let order: Uint32Array | undefined;
    if (this.sorting) {
      this.isSorting = true;
      try {
        const work = orderOf(found.rows, this.sorting, found.kinds[column] ?? "", this.language);
        order = await inTurns(work, leaving.signal);
      } catch {
        return; // another order is wanted by now
      } finally {
        if (this.#leaving === leaving) this.isSorting = false;
      }
    }
    this.#show(order);
    const name = found.head.columns[column] ?? "";
    this.say(this.sorting ? this.text[this.sorting.isDown ? "sortedDown" : "sortedUp"](name) : this.text.asFound);
  }

  #show(order: Uint32Array | undefined): void {
    this.#indexAt = order ? (at) => order[at] ?? at : (at) => at;
    this.requestUpdate();
    this.dispatchEvent(new OrderEvent(order));
  }

  readonly #key = (event: KeyboardEvent): void => {
    const isRow = event.target instanceof Element && event.target.matches(".row-open");
    if (!isRow || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = (this.found?.count ?? 1) - 1;
    const to = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + pageRows,
      PageUp: this.active - pageRows,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    void this.#goTo(Math.max(0, Math.min(last, to)));
  };

  async #goTo(at: number): Promise<void> {
    this.active = at;
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-index="${at}"] .row-open`)?.focus();
  }
}

/** What form the values of a column have, by the first rows. */
function formOf(rows: Found["rows"], column: number): keyof typeof widths {
  const value = rows.slice(0, 20).find((row) => row[column] !== null)?.[column];
  if (Array.isArray(value)) return "list";
  const { $type } = cellOf(value);
  if ($type === "path") return "list";
  if ($type === "node" || $type === "link") return $type;
  return $type === "float" || typeof value === "number" ? "number" : "text";
}

/** What a column holds, in words. */
function kindWords(kind: string, text: TableWords): string {
  if (kind.includes(" | ")) return text.mixed;
  const [, inside] = /^list<(.*)>$/.exec(kind) ?? [];
  if (inside) return text.listOf(kindWords(inside, text));
  return Object.hasOwn(text.kinds, kind) ? text.kinds[kind as keyof TableWords["kinds"]] : kind;
}

declare global {
  interface HTMLElementTagNameMap {
    "result-table": ResultTable;
  }
}
