import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Link, NodeSummary, Source } from "../../../model/graph.ts";
import { linkProperties } from "../../../model/kinds.ts";
import { nameOf } from "../../ui/format.ts";
import "./evidence-fields.ts";
import { propertyFields, radioField, textField } from "./fields.ts";
import { FormElement } from "./form-element.ts";
import {
  AskedEvent,
  evidenceIn,
  type FormRequest,
  fieldIn,
  type LinkChoice,
  linkChoices,
  linkSentence,
  propertiesIn,
} from "./form-request.ts";
import "./item-choice.ts";
import type { ItemEvent } from "./item-choice.ts";

const codeOf = ({ kind, direction }: LinkChoice) => `${kind} ${direction}`;

/** Links two items, or changes a link. */
@customElement("link-form")
export class LinkForm extends FormElement {
  /** The link that is changed; a new one without it. */
  @property({ attribute: false }) link?: Link;
  /** What it rests on. */
  @property({ attribute: false }) sources: readonly Source[] = [];
  @property({ attribute: false }) from?: NodeSummary | undefined;
  @property({ attribute: false }) to?: NodeSummary | undefined;
  @state() private chosen = "";

  override render() {
    const { text, wrong, from, to, link } = this;
    const sentence =
      link && from && to ? linkSentence({ ...link, direction: "out" }, this.#name(from), this.#name(to), this.language) : "";
    return html`<form class="form" novalidate @submit=${this.ask}>
      ${
        link
          ? html`<p class="lead">${sentence}</p>`
          : html`<item-choice name="from" label=${text.from} .item=${from} .wrong=${wrong}
                @item-chosen=${({ item }: ItemEvent) => (this.from = item)}></item-choice>
              <item-choice name="to" label=${text.to} .item=${to} .wrong=${wrong}
                @item-chosen=${({ item }: ItemEvent) => (this.to = item)}></item-choice>
              ${from && to ? this.#kinds(from, to) : nothing}`
      }
      <details class="fold form-fold" ?open=${link !== undefined || [...wrong.keys()].some((name) => name.startsWith("property-"))}>
        <summary>${text.moreFacts}</summary>
        ${propertyFields(linkProperties, link?.properties ?? {}, wrong, text, this.language)}
      </details>
      <evidence-fields .known=${this.sources} .wrong=${wrong}></evidence-fields>
      ${textField({ name: "why", label: text.why, hint: text.whyHint, wrong }, "", 500)}
      <div class="row">
        <button type="submit" class="button primary">${text.look}</button>
        ${
          link
            ? html`<button type="button" class="button" @click=${() => this.dispatchEvent(new AskedEvent({ edit: { is: "confirm", id: link.id } }))}>
                ${text.confirm}
              </button>`
            : nothing
        }
        ${link ? html`<button type="button" class="quiet" @click=${() => this.#remove(link)}>${text.remove}</button>` : nothing}
      </div>
    </form>`;
  }

  #name = (node: NodeSummary): string => nameOf(node, this.language);

  #kinds(from: NodeSummary, to: NodeSummary) {
    const { text } = this;
    const choices = linkChoices(from, to);
    if (choices.length === 0) return html`<p class="form-wrong" role="status">${text.noLinkKind}</p>`;
    return radioField(
      { name: "linkKind", label: text.linkKind, wrong: this.wrong },
      choices.map((choice) => [codeOf(choice), linkSentence(choice, this.#name(from), this.#name(to), this.language)] as const),
      this.chosen,
      (chosen) => (this.chosen = chosen),
    );
  }

  #remove({ from, kind, to, properties }: Link): void {
    const why = this.querySelector<HTMLInputElement>("[name=why]")?.value ?? "";
    this.dispatchEvent(new AskedEvent({ edit: { is: "link", from, kind, to, seen: { properties } }, why }));
  }

  protected override requestIn(form: FormData, wrong: Map<string, string>): FormRequest | undefined {
    const { text, link } = this;
    const wanted = { properties: propertiesIn(form, linkProperties, wrong, text.yearWrong) };
    const ends = link ?? this.#ends(wrong);
    const evidence = evidenceIn(form, this.sources, wrong, text);
    if (!ends) return undefined;
    const { from, kind, to } = ends;
    const seen = link && { seen: { properties: link.properties } };
    return { edit: { is: "link", from, kind, to, ...seen, wanted }, ...(evidence && { evidence }), why: fieldIn(form, "why") };
  }

  #ends(wrong: Map<string, string>): Pick<Link, "from" | "kind" | "to"> | undefined {
    const { text, from, to } = this;
    if (!from) wrong.set("from", text.fromMissing);
    if (!to) wrong.set("to", text.toMissing);
    if (!from || !to) return undefined;
    if (from.id === to.id) wrong.set("to", text.sameItem);
    const choice = linkChoices(from, to).find((one) => codeOf(one) === this.chosen);
    if (!choice) {
      wrong.set("linkKind", text.linkKindMissing);
      return undefined;
    }
    const [first, second] = choice.direction === "out" ? [from, to] : [to, from];
    return { from: first.id, kind: choice.kind, to: second.id };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "link-form": LinkForm;
  }
}
