import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { sourcesRoute } from "../../../model/explore.ts";
import { type NodeKind, nodeKinds } from "../../../model/kinds.ts";
import { call } from "../../app/api.ts";
import { icon } from "../../ui/icon.ts";
import { type Suggestion, suggestedValues } from "../suggestions.ts";
import { BuilderElement } from "./builder-element.ts";
import { type Condition, textProperties, type YearProperty, yearProperties } from "./built.ts";

/** A condition was put together. */
export class ConditionEvent extends Event {
  readonly condition: Condition;
  constructor(condition: Condition) {
    super("condition-add", { bubbles: true });
    this.condition = condition;
  }
}

/** How many there have been, for ids of their own. */
let forms = 0;

/**
 * Where a condition on an item is put together: what it is about, and a value that the data suggest.
 * @fires {ConditionEvent} condition-add - it is ready
 */
@customElement("condition-form")
export class ConditionForm extends BuilderElement {
  @property() kind: NodeKind | undefined;
  /** The item that it is for, in words. */
  @property() itemName = "";
  @state() private about = "words name";
  @state() private suggestions: readonly Suggestion[] = [];
  @state() private wrong = "";
  readonly #id = `condition-${++forms}`;
  #asked = 0;

  override render() {
    const words = this.text;
    return html`<div class="condition-form" role="group" aria-label=${words.conditionFor(this.itemName)} @keydown=${this.#key}>
      <label>${words.about}
        <select @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
          ${this.#choices().map(([value, name]) => html`<option value=${value} .selected=${value === this.about}>${name}</option>`)}
        </select>
      </label>
      ${
        this.about === "contested"
          ? nothing
          : html`<label>${words.value}
              <input
                type="text"
                list=${`${this.#id}-list`}
                autocomplete="off"
                aria-invalid=${this.wrong ? "true" : "false"}
                aria-describedby=${`${this.#id}-wrong`}
                inputmode=${/^(from|until)/.test(this.about) ? "numeric" : "text"}
                @focus=${this.#suggest}
                @input=${this.#suggest}
              />
              <datalist id=${`${this.#id}-list`}>
                ${this.suggestions.map(({ value, detail }) => html`<option value=${value}>${detail ?? ""}</option>`)}
              </datalist>
            </label>`
      }
      <button type="button" class="button" @click=${this.#add}>${icon("plus")} ${words.add}</button>
      <p id=${`${this.#id}-wrong`} class="small wrong">${this.wrong}</p>
    </div>`;
  }

  #choices(): (readonly [string, string])[] {
    const words = this.text;
    const own: readonly string[] = this.kind ? nodeKinds[this.kind].properties : [...textProperties, ...yearProperties];
    const texts = textProperties.filter((name) => own.includes(name) && name !== "name" && name !== "description");
    const years = yearProperties.filter((name) => own.includes(name));
    return [
      ["words name", words.nameHolds],
      ["item", words.is],
      ...texts.map((name) => [`text ${name}`, words.equals(this.propertyWord(name))] as const),
      ...years.flatMap((name) => [
        [`from ${name}`, words.fromYear(this.propertyWord(name))] as const,
        [`until ${name}`, words.untilYear(this.propertyWord(name))] as const,
      ]),
      ["words description", words.holds(this.propertyWord("description"))],
      ["source", words.source],
      ["contested", words.contested],
    ];
  }

  #choose(about: string): void {
    this.about = about;
    this.suggestions = [];
    this.wrong = "";
    const field = this.#field;
    if (field) field.value = "";
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector("input");
  }

  readonly #suggest = async (): Promise<void> => {
    const [asked, begin] = [++this.#asked, this.#field?.value ?? ""];
    const [sort = "", name = ""] = this.about.split(" ");
    const found =
      sort === "source"
        ? await sourcesLike(begin)
        : sort === "item"
          ? await suggestedValues("id", begin, this.kind)
          : sort === "text"
            ? await suggestedValues(name, begin, this.kind)
            : [];
    if (asked === this.#asked) this.suggestions = found;
  };

  #key(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#add();
  }

  readonly #add = (): void => {
    const condition = this.#condition(this.#field?.value.trim() ?? "");
    if (!condition) return void this.#field?.focus();
    this.wrong = "";
    if (this.#field) this.#field.value = "";
    this.dispatchEvent(new ConditionEvent(condition));
  };

  #condition(value: string): Condition | undefined {
    const [about = "", name = ""] = this.about.split(" ");
    if (about === "contested") return { about };
    const isYear = about === "from" || about === "until";
    if (isYear ? !/^\d{4}$/.test(value) : value === "") {
      this.wrong = isYear ? this.text.yearWrong : this.text.valueMissing;
      return undefined;
    }
    if (isYear) return { about, property: name as YearProperty, year: Number(value) };
    if (about === "item") return { about, ids: [value] };
    if (about === "source") return { about, source: value };
    const property = textProperties.find((one) => one === name) ?? "name";
    return about === "text" ? { about, property, text: value } : { about: "words", property, words: value };
  }
}

/** Sources whose title or id holds what is typed. */
async function sourcesLike(begin: string): Promise<readonly Suggestion[]> {
  try {
    const { sources } = await call(sourcesRoute);
    const typed = begin.toLowerCase();
    return sources
      .filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(typed))
      .slice(0, 50)
      .map(({ id, title }) => ({ value: id, detail: title }));
  } catch {
    return [];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "condition-form": ConditionForm;
  }
}
