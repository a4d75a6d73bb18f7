import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Source } from "../../../model/graph.ts";
import { textField } from "./fields.ts";
import { FormElement } from "./form-element.ts";
import { type FormRequest, fieldIn, isAddress } from "./form-request.ts";

/** Adds a source, or changes one. */
@customElement("source-form")
export class SourceForm extends FormElement {
  /** The source that is changed; a new one without it. */
  @property({ attribute: false }) source?: Source;

  /** An address that names a person is not shown; it stays as it is. */
  get #url(): string {
    return this.source?.urlNamesPerson ? "" : (this.source?.url ?? "");
  }

  override render() {
    const { text, wrong, source } = this;
    return html`<form class="form" novalidate @submit=${this.ask}>
      ${textField({ name: "title", label: text.title, hint: text.sourceTitleHint, wrong }, source?.title ?? "")}
      ${textField({ name: "url", label: text.sourceUrl, wrong }, this.#url, 2_000)}
      ${textField({ name: "why", label: text.why, hint: text.whyHint, wrong }, "", 500)}
      <button type="submit" class="button primary">${text.look}</button>
    </form>`;
  }

  protected override requestIn(form: FormData, wrong: Map<string, string>): FormRequest {
    const { text, source } = this;
    const [title, url] = [fieldIn(form, "title"), fieldIn(form, "url")];
    if (title === "") wrong.set("title", text.titleMissing);
    if (!isAddress(url)) wrong.set("url", text.urlWrong);
    const fields = (one: { readonly title: string; readonly url?: string | undefined }) => ({
      title: one.title,
      ...(one.url && { url: one.url }),
    });
    const seen = source && { id: source.id, seen: fields({ title: source.title, url: this.#url }) };
    return { edit: { is: "source", ...seen, wanted: fields({ title, url }) }, why: fieldIn(form, "why") };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "source-form": SourceForm;
  }
}
