import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type SheetHolds, type SheetReading, sheetHolds } from "../../model/curation.ts";
import { type NodeKind, nodeKinds } from "../../model/kinds.ts";
import { PageElement } from "../ui/element.ts";
import { number } from "../ui/format.ts";
import { chooses } from "./import-choices.ts";
import { meaningChoices } from "./meaning-choices.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/**
 * What the sheets of a file hold and what their columns mean, to say otherwise.
 * @fires {SayEvent} import-say
 */
@customElement("import-columns")
export class ImportColumns extends PageElement {
  @property({ attribute: false }) sheets: readonly SheetReading[] = [];

  get #text() {
    return this.language === "nl" ? nl : en;
  }

  override render() {
    return html`${this.sheets.map((sheet, index) => this.#sheet(sheet, index))}`;
  }

  #sheet(sheet: SheetReading, index: number) {
    const text = this.#text;
    const { name, rows, holds, columns } = sheet;
    const id = `import-holds-${index}`;
    return html`<section class="import-sheet" aria-labelledby="import-sheet-${index}">
      <h3 id="import-sheet-${index}">${name} <span class="second small">${text.sheetRows(number(rows, this.language))}</span></h3>
      <p class="row"><label for=${id}>${text.holds}</label> ${this.#holds(sheet, id)}</p>
      ${
        holds && holds !== "nothing"
          ? html`<div class="table-scroll" tabindex="0" role="group" aria-labelledby="import-sheet-${index}"><table>
              <thead>
                <tr><th scope="col">${text.column}</th><th scope="col">${text.example}</th><th scope="col">${text.means}</th></tr>
              </thead>
              <tbody>${columns.map((column) => this.#column(column, holds))}</tbody>
            </table></div>`
          : ""
      }
    </section>`;
  }

  #holds({ name, holds }: SheetReading, id: string) {
    const text = this.#text;
    const word = (one: SheetHolds) => (isKind(one) ? nodeKinds[one][this.language].one : text.holdsKinds[one]);
    const choose = (event: Event) => {
      const chosen = sheetHolds.find((one) => one === (event.target as HTMLSelectElement).value);
      if (chosen) this.dispatchEvent(chooses({ holds: { [name]: chosen } }));
    };
    return html`<select id=${id} @change=${choose}>
      ${holds ? "" : html`<option value="" selected>${text.holdsKinds.unknown}</option>`}
      ${sheetHolds.map((one) => html`<option value=${one} ?selected=${one === holds}>${word(one)}</option>`)}
    </select>`;
  }

  #column({ head, means, example }: SheetReading["columns"][number], holds: SheetHolds) {
    const text = this.#text;
    const choose = (event: Event) =>
      this.dispatchEvent(chooses({ heads: { [head]: (event.target as HTMLSelectElement).value || "nothing" } }));
    return html`<tr>
      <th scope="row">${head}</th>
      <td class="second">${example}</td>
      <td>
        <select aria-label=${text.meansOf(head)} @change=${choose}>
          ${means ? "" : html`<option value="" selected>${text.unknownColumn}</option>`}
          ${[...meaningChoices(holds, means, text, this.language)].map(
            ([group, choices]) => html`<optgroup label=${text.groups[group]}>
              ${choices.map(({ code, name }) => html`<option value=${code} ?selected=${code === means}>${name}</option>`)}
            </optgroup>`,
          )}
        </select>
      </td>
    </tr>`;
  }
}

const isKind = (holds: SheetHolds): holds is NodeKind => Object.hasOwn(nodeKinds, holds);

declare global {
  interface HTMLElementTagNameMap {
    "import-columns": ImportColumns;
  }
}
