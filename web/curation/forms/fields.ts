import { html, nothing, type TemplateResult } from "lit";
import type { Language, Properties } from "../../../model/graph.ts";
import { type PropertyName, propertySpecs } from "../../../model/kinds.ts";
import { capital } from "../../ui/format.ts";
import { propertyField, type Wrong } from "./form-request.ts";
import type { FormWords } from "./words.ts";

interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong: Wrong;
}

/** A field with its label, a hint, and what is wrong with it; `control` gets the attributes that tie them together. */
export function labelled(
  { name, label, hint, wrong }: FieldSpec,
  control: (tied: {
    readonly id: string;
    readonly describedBy: string | typeof nothing;
    readonly isWrong: boolean;
  }) => TemplateResult,
): TemplateResult {
  const id = `form-${name}`;
  const why = wrong.get(name);
  const described = [...(hint ? [`${id}-hint`] : []), ...(why ? [`${id}-wrong`] : [])].join(" ");
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<span class="second small" id="${id}-hint">${hint}</span>` : nothing}
    ${why ? html`<span class="form-wrong" id="${id}-wrong">${why}</span>` : nothing}
    ${control({ id, describedBy: described || nothing, isWrong: why !== undefined })}
  </div>`;
}

/** A line of text. */
export const textField = (spec: FieldSpec, value: string, most = 300): TemplateResult =>
  labelled(
    spec,
    ({ id, describedBy, isWrong }) =>
      html`<input id=${id} name=${spec.name} type="text" autocomplete="off" maxlength=${most} .value=${value} aria-describedby=${describedBy} aria-invalid=${isWrong} />`,
  );

/** Several lines of text. */
export const areaField = (spec: FieldSpec, value: string, rows: number, most = 5_000): TemplateResult =>
  labelled(
    spec,
    ({ id, describedBy, isWrong }) =>
      html`<textarea id=${id} name=${spec.name} rows=${rows} maxlength=${most} .value=${value} aria-describedby=${describedBy} aria-invalid=${isWrong}></textarea>`,
  );

/** A field for each property. */
export const propertyFields = (
  names: readonly PropertyName[],
  values: Properties,
  wrong: Wrong,
  text: FormWords,
  language: Language,
): TemplateResult[] =>
  names.map((property) => {
    const { holds, ...words } = propertySpecs[property];
    const spec = { name: propertyField(property), label: capital(words[language]), wrong };
    const value = values[property];
    if (holds === "flag") return flagField(spec, value, text);
    if (holds === "text" && ["note", "uncertain", "conflict", "wording"].includes(property))
      return areaField(spec, String(value ?? ""), 2, 2_000);
    return textField(spec, String(value ?? ""));
  });

const flagField = (spec: FieldSpec, value: unknown, { flags }: FormWords): TemplateResult =>
  labelled(
    spec,
    ({ id }) =>
      html`<select id=${id} name=${spec.name}>
        ${(["unknown", "yes", "no"] as const).map((flag) => {
          const chosen = value === undefined ? "unknown" : value ? "yes" : "no";
          return html`<option value=${flag === "unknown" ? "" : flag} ?selected=${flag === chosen}>${flags[flag]}</option>`;
        })}
      </select>`,
  );

/** One of some choices, all of them in sight. */
export function radioField<Value extends string>(
  { name, label, hint, wrong }: FieldSpec,
  choices: readonly (readonly [value: Value, words: string | TemplateResult])[],
  chosen: string,
  choose: (value: Value) => void,
): TemplateResult {
  const id = `form-${name}`;
  const why = wrong.get(name);
  const described = [...(hint ? [`${id}-hint`] : []), ...(why ? [`${id}-wrong`] : [])].join(" ");
  return html`<fieldset class="form-choice" aria-describedby=${described || nothing}>
    <legend>${label}</legend>
    ${hint ? html`<span class="second small" id="${id}-hint">${hint}</span>` : nothing}
    ${why ? html`<span class="form-wrong" id="${id}-wrong">${why}</span>` : nothing}
    ${choices.map(
      ([value, words], index) =>
        html`<label><input type="radio" id=${index === 0 ? id : nothing} name=${name} value=${value} .checked=${value === chosen} @change=${() => choose(value)} /> <span>${words}</span></label>`,
    )}
  </fieldset>`;
}
