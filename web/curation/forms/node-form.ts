import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { GraphNode, NodeSummary, Source } from "../../../model/graph.ts";
import { type NodeKind, nodeKindNames, nodeKinds, type PropertyName } from "../../../model/kinds.ts";
import { kindWord, nameOf } from "../../ui/format.ts";
import "./evidence-fields.ts";
import { areaField, labelled, propertyFields, radioField, textField } from "./fields.ts";
import { FormElement } from "./form-element.ts";
import { AskedEvent, evidenceIn, type FormRequest, fieldIn, linkChoices, linkSentence, propertiesIn } from "./form-request.ts";

/** Properties that say something of what is known, rather than of the item. */
const remarks: readonly PropertyName[] = ["period", "note", "uncertain", "conflict"];

/** Adds an item, or changes one. */
@customElement("node-form")
export class NodeForm extends FormElement {
  /** The item that is changed; a new one without it. */
  @property({ attribute: false }) node?: GraphNode;
  /** What it rests on. */
  @property({ attribute: false }) sources: readonly Source[] = [];
  /** The item that a new one belongs to. */
  @property({ attribute: false }) beside?: NodeSummary;
  /** Of a new item, where it is known. */
  @property() kind: NodeKind | "" = "";
  @state() private belongs = "";

  get #kind(): NodeKind | "" {
    return this.node?.kind ?? this.kind;
  }

  override render() {
    const kind = this.#kind;
    return html`<form class="form" novalidate @submit=${this.ask}>
      ${this.node ? nothing : this.#kindField()} ${kind ? this.#fields(kind) : nothing}
    </form>`;
  }

  #kindField() {
    const { text, wrong } = this;
    const choose = (event: Event) => {
      this.kind = nodeKindNames.find((kind) => kind === (event.target as HTMLSelectElement).value) ?? "";
      this.belongs = "";
    };
    return labelled(
      { name: "kind", label: text.kind, wrong },
      ({ id, isWrong }) =>
        html`<select id=${id} name="kind" aria-invalid=${isWrong} @change=${choose}>
          <option value="" ?selected=${this.kind === ""}>${text.kindNone}</option>
          ${nodeKindNames.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${kindWord(kind, this.language)}</option>`)}
        </select>`,
    );
  }

  #fields(kind: NodeKind) {
    const { text, wrong, node, language } = this;
    const facts = nodeKinds[kind].properties.filter((name) => !remarks.includes(name));
    const nameHint = kind === "question" ? text.nameHint.question : text.nameHint.other;
    const english = node?.nameEn === node?.name ? "" : (node?.nameEn ?? "");
    return html`${textField({ name: "name", label: text.name, hint: nameHint, wrong }, node?.name ?? "")}
      ${areaField({ name: "description", label: text.description, hint: text.descriptionHint, wrong }, node?.description ?? "", 3)}
      ${this.beside ? this.#belongs(kind, this.beside) : nothing}
      ${facts.length > 0 ? html`<h2>${text.facts}</h2>${propertyFields(facts, node?.properties ?? {}, wrong, text, language)}` : nothing}
      <details class="fold form-fold" ?open=${[...wrong.keys()].some((name) => remarks.some((remark) => name.endsWith(remark)))}>
        <summary>${text.moreFacts}</summary>
        ${areaField({ name: "otherNames", label: text.otherNames, hint: text.otherNamesHint, wrong }, (node?.otherNames ?? []).join("\n"), 3)}
        ${propertyFields(remarks, node?.properties ?? {}, wrong, text, language)}
      </details>
      <details class="fold form-fold">
        <summary>${text.english}</summary>
        ${textField({ name: "nameEn", label: text.nameEn, wrong }, english)}
        ${areaField({ name: "descriptionEn", label: text.descriptionEn, wrong }, node?.descriptionEn ?? "", 3)}
      </details>
      <evidence-fields .known=${this.sources} .wrong=${wrong}></evidence-fields>
      ${textField({ name: "why", label: text.why, hint: text.whyHint, wrong }, "", 500)}
      <div class="row">
        <button type="submit" class="button primary">${text.look}</button>
        ${node ? html`<button type="button" class="quiet" @click=${() => this.#remove(node)}>${text.remove}</button>` : nothing}
      </div>`;
  }

  #belongs(kind: NodeKind, beside: NodeSummary) {
    const { text, language } = this;
    const name = nameOf(beside, language);
    const choices = linkChoices({ kind }, beside).map(
      (choice) => [`${choice.kind} ${choice.direction}`, linkSentence(choice, text.thisItem, name, language)] as const,
    );
    return radioField(
      { name: "belongs", label: text.belongs(name), wrong: this.wrong },
      [...choices, ["", text.belongsNot] as const],
      this.belongs,
      (chosen) => (this.belongs = chosen),
    );
  }

  #remove(node: GraphNode): void {
    const why = this.querySelector<HTMLInputElement>("[name=why]")?.value ?? "";
    this.dispatchEvent(new AskedEvent({ edit: { is: "node", kind: node.kind, id: node.id, seen: seenOf(node) }, why }));
  }

  protected override requestIn(form: FormData, wrong: Map<string, string>): FormRequest | undefined {
    const { text, node } = this;
    const kind = this.#kind;
    if (!kind) {
      wrong.set("kind", text.kindMissing);
      return undefined;
    }
    const name = fieldIn(form, "name");
    if (name === "") wrong.set("name", text.nameMissing);
    const wanted = {
      name,
      nameEn: fieldIn(form, "nameEn"),
      description: fieldIn(form, "description"),
      descriptionEn: fieldIn(form, "descriptionEn"),
      otherNames: fieldIn(form, "otherNames")
        .split(/[\n;]/)
        .map((one) => one.trim())
        .filter((one) => one !== ""),
      properties: propertiesIn(form, nodeKinds[kind].properties, wrong, text.yearWrong),
    };
    const evidence = evidenceIn(form, this.sources, wrong, text);
    const why = fieldIn(form, "why");
    const changed = node && { id: node.id, seen: seenOf(node) };
    const link = linkChoices({ kind }, this.beside ?? { kind }).find(
      (choice) => `${choice.kind} ${choice.direction}` === this.belongs,
    );
    const links = !node && this.beside && link ? { links: [{ ...link, other: this.beside.id }] } : {};
    return { edit: { is: "node", kind, ...changed, wanted, ...links }, ...(evidence && { evidence }), why };
  }
}

/** An item as the form has read it. */
const seenOf = ({ name, nameEn, description, descriptionEn, otherNames, properties }: GraphNode) => ({
  name,
  nameEn,
  description,
  descriptionEn,
  otherNames,
  properties,
});

declare global {
  interface HTMLElementTagNameMap {
    "node-form": NodeForm;
  }
}
