import { Task } from "@lit/task";
import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { sourcesRoute } from "../../../model/explore.ts";
import type { Source } from "../../../model/graph.ts";
import { call } from "../../app/api.ts";
import { PageElement } from "../../ui/element.ts";
import { areaField, labelled, radioField, textField } from "./fields.ts";
import type { Wrong } from "./form-request.ts";
import { formWords } from "./words.ts";

/** What is chosen where none of the known sources is. */
const other = "other";
/** Titles that are offered while one types; more would slow the page down. */
const mostTitles = 2_000;

/** Asks what a change rests on: the source, and whether it says so itself. A part of a form. */
@customElement("evidence-fields")
export class EvidenceFields extends PageElement {
  /** What the item or link rests on already. */
  @property({ attribute: false }) known: readonly Source[] = [];
  @property({ attribute: false }) wrong: Wrong = new Map();
  @state() private source = other;
  @state() private basis = "";
  readonly #titles = new Task(this, {
    args: () => [] as const,
    task: async (_, { signal }) => (await call(sourcesRoute, {}, signal)).sources.slice(0, mostTitles).map(({ title }) => title),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("known") && !this.hasUpdated && this.known.length > 0) this.source = "";
  }

  override render() {
    const text = formWords(this.language);
    const { wrong, known } = this;
    return html`<section class="card form-evidence" aria-labelledby="form-evidence">
      <h2 id="form-evidence">${text.evidence}</h2>
      <p class="second">${text.evidenceHint}</p>
      ${
        known.length > 0
          ? radioField<string>(
              { name: "source", label: text.sourceKnown, wrong },
              [...known.map(({ id, title }) => [id, title] as const), [other, text.sourceOther] as const],
              this.source,
              (chosen) => (this.source = chosen),
            )
          : nothing
      }
      ${this.source === other || known.length === 0 ? this.#other() : nothing}
      ${radioField(
        { name: "basis", label: text.basis, wrong },
        [["stated", text.stated] as const, ["derived", text.derived] as const],
        this.basis,
        (chosen) => (this.basis = chosen),
      )}
      ${this.basis === "derived" ? areaField({ name: "note", label: text.note, wrong }, "", 2, 1_000) : nothing}
    </section>`;
  }

  #other() {
    const text = formWords(this.language);
    const { wrong } = this;
    return html`${labelled(
      { name: "source-title", label: text.sourceTitle, hint: text.sourceTitleHint, wrong },
      ({ id, describedBy, isWrong }) =>
        html`<input id=${id} name="source-title" type="text" maxlength="300" list="form-source-titles" autocomplete="off"
            aria-describedby=${describedBy} aria-invalid=${isWrong} />
          <datalist id="form-source-titles">${this.#titles.value?.map((title) => html`<option value=${title}></option>`)}</datalist>`,
    )}
    ${textField({ name: "source-url", label: text.sourceUrl, wrong }, "", 2_000)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "evidence-fields": EvidenceFields;
  }
}
