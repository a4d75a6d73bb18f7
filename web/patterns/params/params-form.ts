import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Language } from "../../../model/graph.ts";
import { PageElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import { ParamsEvent } from "../editing.ts";
import { itemName, readNames } from "../item-names.ts";
import { fitsType, type ParamType, paramTypes, typedValue } from "../param-types.ts";
import { type Draft, paramsIn, paramsText } from "../pattern-address.ts";
import { type Suggestion, suggestedValues } from "../suggestions.ts";
import { type TypedParam, typedParams } from "../typed-params.ts";
import "./params.css";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

const tables: Readonly<Record<Language, typeof nl>> = { nl, en };

/** What a value is at first. */
const first: Readonly<Record<ParamType, unknown>> = {
  item: "",
  items: [],
  text: "",
  texts: [],
  integer: 0,
  number: 0,
  flag: false,
  json: null,
};

/**
 * A field for each $name of a pattern, by what its value is, with values out of the data to choose from.
 * @fires {ParamsEvent} params-change - a value or a type was changed
 */
@customElement("params-form")
export class ParamsForm extends PageElement {
  @property({ attribute: false }) draft?: Draft;
  @state() private suggestions: readonly Suggestion[] = [];
  /** The $name whose field has the suggestions. */
  @state() private suggestedFor = "";
  /** What is wrong with what was typed, by $name. */
  @state() private wrong: Readonly<Record<string, string>> = {};
  #asked = 0;

  private get text(): typeof nl {
    return tables[this.language];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("draft") || !this.draft) return;
    const items = typedParams(this.draft)?.flatMap(({ type, value }) => (type === "item" || type === "items" ? value : [])) ?? [];
    void readNames(items.map(String)).then((isNew) => isNew && this.requestUpdate());
  }

  override render() {
    const params = this.draft && typedParams(this.draft);
    if (!params) return nothing;
    const { text } = this;
    return html`<fieldset class="params">
      <legend>${text.title}</legend>
      ${params.length === 0 ? html`<p class="small second">${text.none}</p>` : params.map((param) => this.#param(param))}
      <datalist id="params-list">
        ${this.suggestions.map(({ value, detail }) => html`<option value=${value}>${detail ?? ""}</option>`)}
      </datalist>
    </fieldset>`;
  }

  #param(param: TypedParam) {
    const { text } = this;
    const { use, type, value, isIdle } = param;
    const { name } = use;
    const wrong = this.wrong[name] || (value === undefined ? text.missing : isIdle ? text.idle : "");
    return html`<div class="param">
      <code class="param-name">$${name}</code>
      <select
        class="small-select"
        aria-label=${text.type(name)}
        @change=${(event: Event) => this.#retype(param, typedIn(event) as ParamType)}
      >
        ${paramTypes.map((one) => html`<option value=${one} .selected=${one === type}>${text.types[one]}</option>`)}
      </select>
      <div class="param-value">${this.#field(param)}</div>
      <p id=${`param-${name}-told`} class="small ${isIdle ? "second" : "wrong"}">${wrong}</p>
    </div>`;
  }

  #field(param: TypedParam) {
    const { text } = this;
    const { use, type, value } = param;
    if (type === "flag")
      return html`<select aria-label=${text.value(use.name)} @change=${(event: Event) => this.#typed(param, typedIn(event))}>
        ${([true, false] as const).map(
          (one) => html`<option value=${String(one)} .selected=${value === one}>${one ? text.yes : text.no}</option>`,
        )}
      </select>`;
    if (type === "items" || type === "texts") return this.#list(param, Array.isArray(value) ? value.map(String) : []);
    const shown = type === "json" ? (value === undefined ? "" : JSON.stringify(value)) : String(value ?? "");
    return html`${this.#input(param, shown, text.value(use.name))}
      ${type === "item" && itemName(shown, this.language) !== shown ? html`<span class="small second">${itemName(shown, this.language)}</span>` : nothing}`;
  }

  #list(param: TypedParam, values: readonly string[]) {
    const { text } = this;
    const { name } = param.use;
    return html`<ul class="plain-list row">
        ${values.map((one, at) => {
          const told = param.type === "items" ? itemName(one, this.language) : one;
          return html`<li>
            <button type="button" class="chip" title=${one} aria-label=${text.remove(told)} @click=${() => this.#set(param, values.toSpliced(at, 1))}>
              ${told} ${icon("close")}
            </button>
          </li>`;
        })}
      </ul>
      <div class="row">
        ${this.#input(param, "", text.add(name))}
        <button type="button" class="button small" @click=${(event: Event) => this.#add(param, values, event)}>${icon("plus")} ${text.addShort}</button>
      </div>`;
  }

  #input(param: TypedParam, shown: string, label: string) {
    const { type, use, value } = param;
    const isList = type === "items" || type === "texts";
    return html`<input
      type="text"
      aria-label=${label}
      aria-describedby=${`param-${use.name}-told`}
      aria-invalid=${this.wrong[use.name] || value === undefined ? "true" : "false"}
      inputmode=${type === "integer" ? "numeric" : type === "number" ? "decimal" : "text"}
      list=${this.suggestedFor === use.name ? "params-list" : nothing}
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      .value=${shown}
      @focus=${(event: Event) => void this.#suggest(param, typedIn(event))}
      @input=${(event: Event) => void this.#suggest(param, typedIn(event))}
      @change=${(event: Event) => (isList ? undefined : this.#typed(param, typedIn(event)))}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !isList) return;
        event.preventDefault();
        this.#add(param, Array.isArray(value) ? value.map(String) : [], event);
      }}
    />`;
  }

  async #suggest({ use, type }: TypedParam, begin: string): Promise<void> {
    const asked = ++this.#asked;
    if (this.suggestedFor !== use.name) this.suggestions = [];
    this.suggestedFor = use.name;
    const isItem = type === "item" || type === "items";
    const property = isItem ? "id" : use.property;
    const found = property && type !== "json" ? await suggestedValues(property, begin, use.kind) : [];
    if (asked === this.#asked) this.suggestions = found;
  }

  #add(param: TypedParam, values: readonly string[], event: Event): void {
    const field = (event.currentTarget as Element).closest(".param")?.querySelector("input");
    const typed = field?.value.trim() ?? "";
    if (typed !== "" && !values.includes(typed)) this.#set(param, [...values, typed]);
    if (field) field.value = "";
    field?.focus();
  }

  #typed(param: TypedParam, typed: string): void {
    const value = typedValue(typed, param.type);
    const { name } = param.use;
    const isWrong = value === undefined || (param.type === "item" && typed !== "" && !/^[a-z]+:./.test(typed));
    this.wrong = { ...this.wrong, [name]: isWrong ? this.text.wrong[param.type] : "" };
    if (value !== undefined) this.#set(param, param.type === "item" ? String(value).trim() : value);
  }

  #retype(param: TypedParam, type: ParamType): void {
    const { name } = param.use;
    const { value } = param;
    const asText = typeof value === "object" ? JSON.stringify(value) : String(value ?? "");
    const lists = type === "items" || type === "texts";
    const [one] = Array.isArray(value) ? value : [value];
    const turned = lists && typeof one === "string" && one !== "" ? [one] : typedValue(String(one ?? asText), type);
    this.wrong = { ...this.wrong, [name]: "" };
    this.#set({ ...param, type }, fitsType(value, type) ? value : fitsType(turned, type) ? turned : first[type]);
  }

  #set({ use: { name }, type }: TypedParam, value: unknown): void {
    const { draft } = this;
    if (!draft) return;
    const params = paramsText({ ...paramsIn(draft.params), [name]: value });
    this.dispatchEvent(new ParamsEvent(params, { ...draft.types, [name]: type }));
  }
}

const typedIn = (event: Event) => (event.target as HTMLInputElement).value;

declare global {
  interface HTMLElementTagNameMap {
    "params-form": ParamsForm;
  }
}
