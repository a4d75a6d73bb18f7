import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { NodeKindName } from "../../../model/graph.ts";
import { nodeKindNames } from "../../../model/kinds.ts";
import { capital, number } from "../../ui/format.ts";
import { icon, kindIcon } from "../../ui/icon.ts";
import { BuiltEvent } from "../editing.ts";
import { readNames } from "../item-names.ts";
import { paramsIn } from "../pattern-address.ts";
import { BuilderElement } from "./builder-element.ts";
import {
  type Built,
  type BuiltItem,
  type Condition,
  isFound,
  itemsOf,
  mostRepeats,
  startWith,
  withChangedStep,
  withItem,
  withoutStep,
  withStep,
} from "./built.ts";
import { written } from "./built-cypher.ts";
import "./condition-form.ts";
import type { ConditionEvent } from "./condition-form.ts";
import "./continuation-list.ts";
import type { StepEvent } from "./continuation-list.ts";
import { understood } from "./phrase.ts";
import { readBuilt } from "./read-built.ts";
import { StepCounts } from "./step-counts.ts";

/**
 * Builds a pattern without Cypher: from a kind, step by step, over what there is in the data, with how much is left after each.
 * @fires {BuiltEvent} built-change - the pattern was built on
 */
@customElement("pattern-builder")
export class PatternBuilder extends BuilderElement {
  @property() cypher = "";
  /** JSON, as text. */
  @property() params = "{}";
  /** The pattern as it is; absent when it says more than this can show. */
  @state() private built: Built | undefined;
  /** The item from which a list of what leads on, or the form of a condition, is open. */
  @state() private open: { readonly item: number; readonly part: "further" | "condition" } | undefined;
  @state() private told = "";

  readonly #counts = new StepCounts(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("cypher") || changed.has("params")) this.built = readBuilt(this.cypher, paramsIn(this.params) ?? {});
    this.#counts.follow(this.built);
    const ids = this.built ? itemsOf(this.built).flatMap(({ conditions }) => conditions.flatMap(idsIn)) : [];
    void readNames(ids).then((isNew) => isNew && this.requestUpdate());
  }

  override render() {
    const words = this.text;
    return html`<section class="builder" aria-labelledby="builder-title">
      <h2 id="builder-title">${words.title}</h2>
      ${this.#phrase()}
      ${this.built ? this.#steps(this.built) : this.#start()}
    </section>`;
  }

  #phrase() {
    const words = this.text;
    return html`<form class="builder-phrase" @submit=${this.#understand}>
        <label for="phrase">${words.phrase}</label>
        <div class="row">
          <input id="phrase" type="text" autocomplete="off" maxlength="300" aria-describedby="phrase-help phrase-told" />
          <button type="submit" class="button">${icon("sparkles")} ${words.understand}</button>
        </div>
        <p id="phrase-help" class="small second">${words.phraseHelp}</p>
        <p id="phrase-told" class="small wrong" role="status">${this.told}</p>
      </form>`;
  }

  readonly #understand = (event: Event): void => {
    event.preventDefault();
    const field = this.querySelector<HTMLInputElement>("#phrase");
    if (!field) return;
    const found = understood(field.value || this.text.phraseExample);
    this.told = !found
      ? this.text.notUnderstood
      : found.unknown.length > 0
        ? this.text.unknownWords(found.unknown.join(", "))
        : "";
    if (found) this.#change(found.built);
  };

  #start() {
    return html`<p class="second">${this.text.tooMuch}</p>
      <div class="builder-card">${this.#kindSelect(undefined, this.text.startWith, (kind) => this.#change(startWith(kind)))}</div>`;
  }

  #steps(built: Built) {
    return html`<ol class="plain-list builder-steps">
        ${itemsOf(built).map((item, index) => html`<li class="builder-card" data-item=${index}>${this.#card(built, item, index)}</li>`)}
      </ol>
      ${this.#counts.hasFailed ? html`<p class="small wrong" role="status">${this.text.countFailed}</p>` : nothing}
      ${this.#show(built)}
      <button type="button" class="button primary" @click=${() => this.dispatchEvent(new Event("pattern-run", { bubbles: true }))}>
        ${icon("play")} ${this.text.run}
      </button>`;
  }

  #card(built: Built, item: BuiltItem, index: number) {
    const step = built.steps[index - 1];
    const words = this.text;
    const name = this.nameOf(built, index);
    return html`<div class="builder-line">
        ${step ? html`<p class="builder-link">${this.#linkLine(built, index - 1)}</p>` : nothing}
        <div class="row">
          ${item.kind ? kindIcon({ kind: item.kind }) : nothing}
          ${
            step
              ? html`<strong>${name}</strong>`
              : this.#kindSelect(item.kind, words.startWith, (kind) => this.#change(startWith(kind)))
          }
          <span class="builder-count second">${this.#count(index)}</span>
          ${
            step
              ? html`<button type="button" class="quiet square" aria-label=${words.remove(name)} @click=${() => this.#change(withoutStep(built, index - 1))}>
                  ${icon("close")}
                </button>`
              : nothing
          }
        </div>
      </div>
      ${item.conditions.length > 0 ? this.#conditions(built, item, index) : nothing}
      ${isFound(built, index) ? this.#more(built, item, index, name) : nothing}`;
  }

  #linkLine(built: Built, index: number) {
    const step = built.steps[index];
    if (!step) return nothing;
    const words = this.text;
    const change = (part: Partial<typeof step>) => this.#change(withChangedStep(built, index, (old) => ({ ...old, ...part })));
    const isChain = step.from === index && !step.isAbsent;
    const basis = step.linkConditions.find(({ about }) => about === "basis");
    return html`${isChain ? nothing : html`<span class="second">${words.from(this.nameOf(built, step.from))}</span> `}
      ${step.isAbsent ? html`<strong>${words.isNone}</strong> ` : nothing}<span>${this.linkWords(step)}</span>
      ${
        step.isAbsent
          ? nothing
          : html`<span class="builder-options"
              ><label class="small"
                ><span class="visually-hidden">${words.basis}</span>
                <select
                  class="small-select"
                  ?disabled=${step.repeat > 1}
                  @change=${(event: Event) => {
                    const chosen = (event.target as HTMLSelectElement).value;
                    const others = step.linkConditions.filter(({ about }) => about !== "basis");
                    const isBasis = chosen === "stated" || chosen === "derived";
                    change({ linkConditions: isBasis ? [...others, { about: "basis", basis: chosen }] : others });
                  }}
                >
                  ${(["", "stated", "derived"] as const).map(
                    (value) =>
                      html`<option value=${value} .selected=${(basis?.about === "basis" ? basis.basis : "") === value}>
                        ${value === "" ? words.basisAll : words[value]}
                      </option>`,
                  )}
                </select></label
              ><label class="small"
                ><span class="visually-hidden">${words.repeat}</span>
                <select
                  class="small-select"
                  @change=${(event: Event) => {
                    const repeat = Number((event.target as HTMLSelectElement).value);
                    change({ repeat, ...(repeat > 1 && { linkConditions: [] }) });
                  }}
                >
                  ${[...Array(mostRepeats).keys()].map(
                    (times) =>
                      html`<option value=${times + 1} .selected=${step.repeat === times + 1}>
                        ${times === 0 ? words.once : words.upTo(times + 1)}
                      </option>`,
                  )}
                </select></label
              ></span
            >`
      }`;
  }

  #conditions(built: Built, item: BuiltItem, index: number) {
    return html`<ul class="plain-list row">
      ${item.conditions.map((condition, at) => {
        const told = this.conditionWords(condition);
        const without = item.conditions.filter((_, other) => other !== at);
        return html`<li>
          <button
            type="button"
            class="chip"
            aria-label=${this.text.remove(told)}
            @click=${() => this.#change(withItem(built, index, (old) => ({ ...old, conditions: without })))}
          >
            ${told} ${icon("close")}
          </button>
        </li>`;
      })}
    </ul>`;
  }

  #more(built: Built, item: BuiltItem, index: number, name: string) {
    const words = this.text;
    const isOpen = (part: "further" | "condition") => this.open?.item === index && this.open.part === part;
    const button = (part: "further" | "condition", label: string, aria: string) => html`<button
      type="button"
      class="button small"
      aria-expanded=${isOpen(part)}
      aria-label=${aria}
      @click=${() => (this.open = isOpen(part) ? undefined : { item: index, part })}
    >
      ${icon("plus")} ${label}
    </button>`;
    return html`<div class="row">
        ${button("further", words.further, words.furtherFrom(name))} ${button("condition", words.condition, words.conditionFor(name))}
      </div>
      ${
        isOpen("further")
          ? html`<continuation-list
              .built=${built}
              .item=${index}
              .count=${index === lastLeft(built) ? this.#counts.at(built.steps.length) : undefined}
              @step-add=${({ step }: StepEvent) => this.#change(withStep(built, step))}
            ></continuation-list>`
          : nothing
      }
      ${
        isOpen("condition")
          ? html`<condition-form
              .kind=${item.kind}
              .itemName=${name}
              @condition-add=${({ condition }: ConditionEvent) =>
                this.#change(withItem(built, index, (old) => ({ ...old, conditions: [...old.conditions, condition] })))}
            ></condition-form>`
          : nothing
      }`;
  }

  #count(index: number) {
    const words = this.text;
    const count = this.#counts.at(index);
    if (count === undefined) return this.#counts.hasFailed ? words.notCounted : words.counting;
    if (!this.built) return nothing;
    const from = isFound(this.built, index) ? index : (this.built.steps[index - 1]?.from ?? 0);
    const { kind } = itemsOf(this.built)[from] ?? {};
    const word = kind ? this.kindName({ kind, conditions: [] }, count !== 1) : words.items(count);
    const told = words.found(number(count, this.language), word);
    return count === 0 ? html`<strong class="cut-off">${told}. ${words.noneLeft}</strong>` : told;
  }

  #show(built: Built) {
    const words = this.text;
    const found = [...itemsOf(built).keys()].filter((item) => isFound(built, item));
    if (found.length < 2) return nothing;
    const pairs = found.flatMap((per) => found.filter((of) => of !== per).map((of) => [per, of] as const));
    const { show } = built;
    const now = show.as === "counts" ? `${show.per} ${show.of}` : "";
    return html`<div class="field">
      <label for="builder-show">${words.show}</label>
      <select
        id="builder-show"
        @change=${(event: Event) => {
          const [per, of] = (event.target as HTMLSelectElement).value.split(" ").map(Number);
          const isCounts = per !== undefined && of !== undefined;
          this.#change({ ...built, show: isCounts ? { as: "counts", per, of } : { as: "matches" } });
        }}
      >
        <option value="" .selected=${now === ""}>${words.matches}</option>
        ${pairs.map(
          ([per, of]) => html`<option value=${`${per} ${of}`} .selected=${now === `${per} ${of}`}>
            ${words.counts(this.nameOf(built, per), this.nameOf(built, of))}
          </option>`,
        )}
      </select>
    </div>`;
  }

  #kindSelect(kind: BuiltItem["kind"], label: string, take: (kind: BuiltItem["kind"]) => void) {
    const isNew = this.built === undefined;
    return html`<label class="row">${label}
      <select @change=${(event: Event) => take(NodeKindName.safeParse((event.target as HTMLSelectElement).value).data)}>
        ${isNew ? html`<option selected disabled hidden></option>` : nothing}
        ${nodeKindNames.map(
          (one) =>
            html`<option value=${one} .selected=${one === kind}>${capital(this.kindName({ kind: one, conditions: [] }))}</option>`,
        )}
        <option value="any" .selected=${!isNew && kind === undefined}>${capital(this.text.anything)}</option>
      </select>
    </label>`;
  }

  #change(built: Built): void {
    const isLonger = built.steps.length > (this.built?.steps.length ?? 0);
    this.open = undefined;
    const { cypher, params } = written(built);
    this.dispatchEvent(new BuiltEvent(cypher, params));
    const cards = ".builder-steps .builder-card";
    if (isLonger)
      void this.updateComplete.then(() => [...this.querySelectorAll<HTMLElement>(`${cards} [aria-expanded]`)].at(-2)?.focus());
  }
}

/** The item that is counted after the last step. */
function lastLeft(built: Built): number {
  const last = built.steps.length;
  return isFound(built, last) ? last : (built.steps[last - 1]?.from ?? 0);
}

const idsIn = (condition: Condition): readonly string[] => (condition.about === "item" ? condition.ids : []);

declare global {
  interface HTMLElementTagNameMap {
    "pattern-builder": PatternBuilder;
  }
}
