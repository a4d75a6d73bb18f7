import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ImportedItem, ImportPreview } from "../../model/curation.ts";
import { PageElement } from "../ui/element.ts";
import { kindWord, number, textIn } from "../ui/format.ts";
import { kindIcon } from "../ui/icon.ts";
import { decides } from "./import-choices.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/**
 * What becomes of the items of a file: what may be there already, what changes, what is new, what is the same; with a choice for each.
 * @fires {SayEvent} import-say
 */
@customElement("import-items")
export class ImportItems extends PageElement {
  @property({ attribute: false }) items: readonly ImportedItem[] = [];
  @property({ attribute: false }) counts: ImportPreview["counts"] | undefined;

  get #text() {
    return this.language === "nl" ? nl : en;
  }

  #count = (count: number) => number(count, this.language);

  override render() {
    const text = this.#text;
    const of = (status: ImportedItem["status"]) => this.items.filter((item) => item.status === status);
    const [like, changed, fresh, same] = [of("like"), of("changed"), of("new"), of("same")];
    return html`${like.length > 0 ? this.#like(like) : nothing} ${changed.length > 0 ? this.#changed(changed) : nothing}
      ${this.#plain(fresh, text.newTitle(this.#count(fresh.length)))} ${this.#plain(same, text.sameTitle(this.#count(same.length)))}`;
  }

  #name({ name, kind }: ImportedItem) {
    return html`${kindIcon({ kind, contested: false })} <strong>${name}</strong> <span class="node-kind">${kindWord(kind, this.language)}</span>`;
  }

  #row({ place }: ImportedItem) {
    return html`<span class="second small">${this.#text.row(this.#count(place.row), place.column)}</span>`;
  }

  #like(items: readonly ImportedItem[]) {
    const text = this.#text;
    const open = items.some(({ decision }) => decision === "");
    const all = (like: "same" | "take") => () => this.dispatchEvent(decides({ like }));
    return html`<section aria-labelledby="import-like">
      <h2 id="import-like">${text.likeTitle(this.#count(items.length))}</h2>
      <p>${text.likeLead}</p>
      ${
        open && items.length > 1
          ? html`<p class="row">${text.likeAll}
              <button type="button" class="button" @click=${all("same")}>${text.likeAllSame}</button>
              <button type="button" class="button" @click=${all("take")}>${text.likeAllNew}</button>
            </p>`
          : nothing
      }
      <ul class="plain-list import-list">
        ${items.map(
          (item) => html`<li>
            <div>${this.#name(item)} ${this.#row(item)}
              <ul class="import-like">
                ${item.like.map(
                  ({ name, why, isThere }) =>
                    html`<li>${name} <span class="second small">${text.likeWhy[why]}${isThere ? "" : `, ${text.inFile}`}</span></li>`,
                )}
              </ul>
            </div>
            ${this.#choice(item, [
              ["", text.decisionOpen],
              ...item.like.map(({ as, name }) => [`same:${as}`, text.decisionSame(name)] as const),
              ["take", text.decisionNew],
              ["leave", text.decisionLeave],
            ])}
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #changed(items: readonly ImportedItem[]) {
    const text = this.#text;
    return html`<section aria-labelledby="import-changed">
      <h2 id="import-changed">${text.changedTitle(this.#count(items.length))}</h2>
      <ul class="plain-list import-list">
        ${items.map(
          (item) => html`<li>
            <div>${this.#name(item)} ${this.#row(item)}
              <table class="import-changes">
                <thead class="visually-hidden">
                  <tr><th scope="col">${text.means}</th><th scope="col">${text.before}</th><th scope="col">${text.after}</th></tr>
                </thead>
                <tbody>
                  ${item.changes.map(
                    ({ what, before, after }) => html`<tr>
                      <th scope="row">${textIn(what, this.language)}</th>
                      <td><span class="second small">${text.before}</span> ${before || text.nothingYet}</td>
                      <td><span class="second small">${text.after}</span> ${after}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            ${this.#choice(item, [
              ["take", text.decisionTake],
              ["beside", text.decisionBeside],
              ["leave", text.decisionKeep],
            ])}
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #choice({ key, name, decision }: ImportedItem, choices: readonly (readonly [decision: string, name: string])[]) {
    const choose = (event: Event) => {
      const chosen = (event.target as HTMLSelectElement).value;
      if (chosen !== "") this.dispatchEvent(decides({ items: { [key]: chosen } }));
    };
    return html`<select aria-label=${this.#text.decide(name)} @change=${choose}>
      ${choices.map(([value, words]) => html`<option value=${value} ?selected=${value === decision}>${words}</option>`)}
    </select>`;
  }

  #plain(items: readonly ImportedItem[], title: string) {
    if (items.length === 0) return nothing;
    return html`<details class="fold import-fold">
      <summary>${title}</summary>
      <ul class="plain-list">
        ${items.map(
          (item) => html`<li>${this.#name(item)} ${this.#row(item)}
            ${item.isOnlyNamed ? html`<span class="second small">${this.#text.onlyNamed}</span>` : nothing}</li>`,
        )}
      </ul>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "import-items": ImportItems;
  }
}
