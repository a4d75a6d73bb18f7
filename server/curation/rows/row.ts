import type { ColumnMeaning, ImportChoices, Place, PlainMeaning } from "../../../model/curation.ts";
import type { Column, ReadSheet } from "../heads/read-heads.ts";
import type { nl } from "../wording/nl.ts";
import { wrongAt } from "../wording/wrong.ts";
import type { DraftEvidence, Drafts } from "./drafts.ts";
import { addressIn, basisOf, isErrorValue, onOneLine, partsOf, tidy } from "./values.ts";

export interface Cell<Meaning = ColumnMeaning> {
  readonly means: Meaning;
  readonly head: string;
  /** Without blanks around it; empty when it holds nothing or an error. */
  readonly text: string;
}

/** A row of a sheet, by what its cells mean. */
export class Row {
  readonly place: Place;
  readonly cells: readonly Cell[];
  readonly #drafts: Drafts;

  constructor({ sheet, columns }: ReadSheet, index: number, drafts: Drafts) {
    this.#drafts = drafts;
    this.place = { sheet: sheet.name, row: index + 1 };
    const row = sheet.rows[index] ?? [];
    this.cells = columns.flatMap((column) => this.#cell(column, tidy(row[column.index] ?? "")));
  }

  /** Of cells that mean nothing to us, an error or a text is no matter. */
  #cell({ means, head }: Column, text: string): Cell[] {
    if (!means || means.is === "nothing") return [];
    const cell = { means, head, text };
    if (!isErrorValue(text)) return [cell];
    this.wrong((words) => words.errorValue(text), head);
    return [{ ...cell, text: "" }];
  }

  text(is: PlainMeaning): string {
    return this.cells.find(({ means }) => means.is === is)?.text ?? "";
  }

  headOf(is: PlainMeaning): string | undefined {
    return this.cells.find(({ means }) => means.is === is)?.head;
  }

  placeOf(column: string): Place {
    return { ...this.place, column };
  }

  wrong(say: (words: typeof nl) => { readonly why: string; readonly todo: string }, column?: string): void {
    this.#drafts.wrong.push(wrongAt(column === undefined ? this.place : this.placeOf(column), say));
  }

  /** What the row rests on; nothing when it does not say and nobody said it for all rows. */
  evidence(choices: ImportChoices): DraftEvidence[] {
    const sources = this.#sources(choices);
    const said = this.text("basis");
    const read = basisOf(said);
    if (said !== "" && !read) this.wrong((words) => words.noBasis(said), this.headOf("basis"));
    const basis = read ?? choices.basis;
    if (sources.length === 0) this.#drafts.asks.source++;
    if (!basis) this.#drafts.asks.basis++;
    const note = onOneLine(this.text("basisNote")) || undefined;
    return basis ? sources.map((source) => ({ source, basis, note })) : [];
  }

  #sources(choices: ImportChoices) {
    const titles = this.cells.filter(({ means }) => means.is === "source").flatMap(({ text }) => partsOf(text));
    const urls = this.cells
      .filter(({ means }) => means.is === "sourceUrl")
      .flatMap(({ text, head }) => this.#addresses(text, head));
    if (titles.length === 0 && urls.length === 0)
      return choices.source ? [this.#drafts.source(choices.source.title, choices.source.url)] : [];
    if (titles.length === 0) return urls.map((url) => this.#drafts.source(titleOf(url), url));
    return titles.map((title, index) => {
      const url = addressIn(title);
      return url ? this.#drafts.source(titleOf(url), url) : this.#drafts.source(title.slice(0, 300), urls[index]);
    });
  }

  #addresses(text: string, head: string): string[] {
    return partsOf(text).flatMap((part) => {
      const url = addressIn(part);
      if (!url) this.wrong((words) => words.noAddress(part), head);
      return url ?? [];
    });
  }
}

/** An address as people read it, where no title is given. */
const titleOf = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/\/$/, "")
    .slice(0, 300);
