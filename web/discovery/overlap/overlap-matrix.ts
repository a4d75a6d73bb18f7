import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { OverlapAnswer, OverlapCell } from "../../../model/discovery.ts";
import type { NodeSummary } from "../../../model/graph.ts";
import { nameOf, number } from "../../ui/format.ts";
import { kindIcon } from "../../ui/icon.ts";
import { nodeHref } from "../../ui/node-link.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import { type CellsByKey, cellKey, cellsByKey, levelOf, orderedRows, type RowOrder, strengthWord } from "./overlap-order.ts";

/** A cell was pressed. */
export class CellEvent extends Event {
  readonly cell: OverlapCell;
  /** By a key, so that the reading goes on at the evidence. */
  readonly byKey: boolean;
  constructor(cell: OverlapCell, byKey: boolean) {
    super("cell-pick", { bubbles: true });
    this.cell = cell;
    this.byKey = byKey;
  }
}

/** Another order of rows was asked for. */
export class OrderEvent extends Event {
  readonly order: RowOrder;
  constructor(order: RowOrder) {
    super("order-change", { bubbles: true });
    this.order = order;
  }
}

/** Above so many columns their names stand upright. */
const mostFlat = 6;
const aPage = 8;

type Side = "up" | "down" | "left" | "right";
type Further = Readonly<Record<Side, number>>;
const nothingFurther: Further = { up: 0, down: 0, left: 0, right: 0 };
const sides = Object.keys(nothingFurther) as Side[];

/**
 * Institutions by what they share, as a table with one tab stop: arrows, Home, End and Page keys walk through it.
 * @fires {CellEvent} cell-pick - a cell was pressed
 * @fires {OrderEvent} order-change - a head of a column was pressed
 */
@customElement("overlap-matrix")
export class OverlapMatrix extends DiscoveryElement {
  @property({ attribute: false }) answer?: OverlapAnswer;
  @property({ attribute: false }) order: RowOrder = "blocks";
  /** The cell of which the evidence is shown, as `cellKey` names it. */
  @property() picked = "";
  @property() rowHead = "";
  /** How many rows and columns are out of sight on each side. */
  @state() private further: Further = nothingFurther;
  readonly #sizes = new ResizeObserver(() => this.#look());
  /** Where Tab enters: the indices of row and column, of which 0 are heads. */
  #at = { row: 1, column: 1 };

  override render() {
    const { answer } = this;
    if (!answer) return nothing;
    const { overlap } = this.text;
    const rows = orderedRows(answer, this.order, this.language);
    const cells = cellsByKey(answer);
    const counts = overlap.caption(
      `${number(rows.length, this.language)} ${overlap.row[rows[0]?.kind === "theme" ? "theme" : "question"]}`,
      number(answer.institutions.length, this.language),
    );
    return html`${this.#signs()}
    <div class="table-scroll matrix-scroll" @scroll=${this.#look}>
      <table
        class="matrix ${answer.institutions.length > mostFlat ? "upright" : ""}"
        role="grid"
        aria-readonly="true"
        aria-describedby="matrix-help"
        aria-rowcount=${rows.length + 1}
        aria-colcount=${answer.institutions.length + 1}
        @keydown=${this.#key}
        @focusin=${this.#focused}
      >
        <caption class="visually-hidden">
          ${counts}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="corner" data-row="0" data-column="0" tabindex="-1">${this.rowHead}</th>
            ${answer.institutions.map((institution, index) => this.#columnHead(institution, index + 1))}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row, index) => this.#row(row, index + 1, answer.institutions, cells))}
        </tbody>
      </table>
    </div>`;
  }

  /** Nothing is out of sight without a sign, which brings it into sight. */
  #signs() {
    const { further } = this.text.overlap;
    const shown = sides.filter((side) => this.further[side] > 0);
    return html`<div class="row matrix-further no-print">
      ${shown.map(
        (side) =>
          html`<button type="button" class="chip" data-side=${side} @click=${() => this.#turn(side)}>
            ${further[side](number(this.further[side], this.language))}
          </button>`,
      )}
    </div>`;
  }

  #turn(side: Side): void {
    const box = this.querySelector(".matrix-scroll");
    if (!box) return;
    const [across, along] = [box.clientWidth / 2, box.clientHeight / 2];
    const by = { up: { top: -along }, down: { top: along }, left: { left: -across }, right: { left: across } };
    box.scrollBy(by[side]);
  }

  /** Counts what is out of sight: a row or column of which the middle lies outside the box or under a head. */
  readonly #look = (): void => {
    const [box, corner] = [this.querySelector(".matrix-scroll"), this.querySelector(".corner")];
    if (!box || !corner) return;
    const [seen, heads] = [box.getBoundingClientRect(), corner.getBoundingClientRect()];
    const further = { ...nothingFurther };
    for (const row of this.querySelectorAll("tbody tr")) {
      const { top, bottom } = row.getBoundingClientRect();
      if ((top + bottom) / 2 > seen.bottom) further.down += 1;
      else if ((top + bottom) / 2 < heads.bottom) further.up += 1;
    }
    for (const column of this.querySelectorAll("thead th:not(.corner)")) {
      const { left, right } = column.getBoundingClientRect();
      if ((left + right) / 2 > seen.right) further.right += 1;
      else if ((left + right) / 2 < heads.right) further.left += 1;
    }
    if (sides.some((side) => further[side] !== this.further[side])) this.further = further;
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  #columnHead(institution: NodeSummary, column: number) {
    const name = nameOf(institution, this.language);
    const sorted = typeof this.order === "object" && this.order.institution === institution.id;
    return html`<th scope="col" aria-sort=${sorted ? "descending" : "none"}>
      <button
        type="button"
        tabindex="-1"
        data-row="0"
        data-column=${column}
        title=${this.text.overlap.sortBy(name)}
        @click=${() => this.dispatchEvent(new OrderEvent(sorted ? "blocks" : { institution: institution.id }))}
      >
        <span>${name}</span>
      </button>
    </th>`;
  }

  #row(row: NodeSummary, rowIndex: number, institutions: readonly NodeSummary[], cells: CellsByKey) {
    const sharers = institutions.filter(({ id }) => cells.has(cellKey(row.id, id))).length;
    return html`<tr>
      <th scope="row">
        <a href=${nodeHref(row, this.language)} tabindex="-1" data-row=${rowIndex} data-column="0"
          >${kindIcon({ kind: row.kind, contested: row.contested, sharers })}<span>${nameOf(row, this.language)}</span></a
        >
      </th>
      ${institutions.map(({ id }, index) => this.#cell(cells.get(cellKey(row.id, id)), rowIndex, index + 1))}
    </tr>`;
  }

  #cell(cell: OverlapCell | undefined, row: number, column: number) {
    const { overlap } = this.text;
    if (!cell)
      return html`<td tabindex="-1" data-row=${row} data-column=${column}><span class="visually-hidden">${overlap.empty}</span></td>`;
    const count = number(cell.count, this.language);
    const label = overlap.cell(count, overlap.strength[strengthWord(cell.strength)], this.words.evidence[cell.basis]);
    return html`<td>
      <button
        type="button"
        tabindex="-1"
        class="cell"
        data-row=${row}
        data-column=${column}
        data-level=${levelOf(cell.strength)}
        data-basis=${cell.basis}
        aria-label=${label}
        aria-pressed=${this.picked === cellKey(cell.row, cell.institution)}
        @click=${(event: MouseEvent) => this.dispatchEvent(new CellEvent(cell, event.detail === 0))}
      >
        ${count}
      </button>
    </td>`;
  }

  protected override updated(_: PropertyValues<this>): void {
    this.#enter(this.#at.row, this.#at.column, false);
    const box = this.querySelector(".matrix-scroll");
    if (box) this.#sizes.observe(box);
  }

  /** Puts the cursor back where it was. */
  override focus(): void {
    this.#enter(this.#at.row, this.#at.column, true);
  }

  /** Makes a cell the one that Tab enters, if there is one there. */
  #enter(row: number, column: number, focus: boolean): void {
    const rows = (this.answer?.rows.length ?? 0) + 1;
    const columns = (this.answer?.institutions.length ?? 0) + 1;
    const inside = (index: number, count: number) => Math.max(0, Math.min(index, count - 1));
    this.#at = { row: inside(row, rows), column: inside(column, columns) };
    const cell = this.querySelector<HTMLElement>(`[data-row="${this.#at.row}"][data-column="${this.#at.column}"]`);
    if (!cell) return;
    for (const other of this.querySelectorAll('[data-row][tabindex="0"]')) other.setAttribute("tabindex", "-1");
    cell.setAttribute("tabindex", "0");
    if (!focus) return;
    cell.focus({ preventScroll: true });
    this.#show(cell);
  }

  /** Scrolls a cell out from under the heads that stand still. */
  #show(cell: HTMLElement): void {
    const box = this.querySelector(".matrix-scroll");
    const corner = this.querySelector(".corner");
    if (!box || !corner) return;
    const [seen, heads, own] = [box.getBoundingClientRect(), corner.getBoundingClientRect(), cell.getBoundingClientRect()];
    if (this.#at.column > 0) {
      if (own.left < heads.right) box.scrollLeft -= heads.right - own.left + 8;
      else if (own.right > seen.right) box.scrollLeft += own.right - seen.right + 24;
    }
    if (this.#at.row > 0) {
      if (own.top < heads.bottom) box.scrollTop -= heads.bottom - own.top + 8;
      else if (own.bottom > seen.bottom) box.scrollTop += own.bottom - seen.bottom + 24;
    }
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #focused(event: FocusEvent): void {
    const { row, column } = (event.target as HTMLElement).dataset;
    if (row !== undefined && column !== undefined) this.#enter(Number(row), Number(column), false);
  }

  #key(event: KeyboardEvent): void {
    const { row, column } = this.#at;
    const end = Number.MAX_SAFE_INTEGER;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [row - aPage, column],
      PageDown: [row + aPage, column],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? end : row, end],
    };
    const move = moves[event.key];
    if (!move || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#enter(move[0], move[1], true);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "overlap-matrix": OverlapMatrix;
  }
}
