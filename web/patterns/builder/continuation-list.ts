import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { z } from "zod";
import { LinkKindName, NodeKindName } from "../../../model/graph.ts";
import { patternsRoute } from "../../../model/patterns.ts";
import { call } from "../../app/api.ts";
import { number } from "../../ui/format.ts";
import { icon, kindIcon } from "../../ui/icon.ts";
import { taskView } from "../../ui/task-view.ts";
import { BuilderElement } from "./builder-element.ts";
import { type Built, type BuiltStep, itemsOf } from "./built.ts";
import { continuationsCypher } from "./built-cypher.ts";

/** The user chose how to go on. */
export class StepEvent extends Event {
  readonly step: Partial<BuiltStep> & Pick<BuiltStep, "from">;
  constructor(step: StepEvent["step"]) {
    super("step-add", { bubbles: true });
    this.step = step;
  }
}

const Row = z.tuple([LinkKindName, z.boolean(), NodeKindName, z.number(), z.number()]);

/** How many are shown before the rest is asked for. */
const most = 8;

/**
 * What leads on from an item in the data, with how many items have it and how many it reaches.
 * @fires {StepEvent} step-add - one of them was chosen
 */
@customElement("continuation-list")
export class ContinuationList extends BuilderElement {
  @property({ attribute: false }) built?: Built;
  /** The index of the item that it leads on from. */
  @property({ type: Number }) item = 0;
  /** How many items there are to go on from; absent while that is not known. */
  @property({ attribute: false }) count: number | undefined;
  @state() private isAbsent = false;
  @state() private isWhole = false;

  readonly #found = new Task(this, {
    args: () => [this.built && JSON.stringify(continuationsCypher(this.built, this.item))] as const,
    task: async ([asked], { signal }) => {
      if (!asked) return [];
      const { rows } = await call(patternsRoute, { body: JSON.parse(asked) as { cypher: string } }, signal);
      return rows.flatMap((row) => {
        const { data } = Row.safeParse(row);
        if (!data) return [];
        const [link, isOut, kind, have, reached] = data;
        return [{ link, direction: isOut ? ("out" as const) : ("in" as const), kind, have, reached }];
      });
    },
  });

  override render() {
    const words = this.text;
    return html`<div class="continuations" role="group" aria-label=${words.furtherFrom(this.built ? this.nameOf(this.built, this.item) : "")}>
      <fieldset class="row">
        <legend class="visually-hidden">${words.which}</legend>
        ${([false, true] as const).map(
          (isAbsent) => html`<label class="choice">
            <input
              type="radio"
              name=${`absent-${this.item}`}
              .checked=${this.isAbsent === isAbsent}
              @change=${() => (this.isAbsent = isAbsent)}
            />
            ${isAbsent ? words.thereIsNone : words.thereIs}
          </label>`,
        )}
      </fieldset>
      <p class="small second">${words.furtherHelp}</p>
      ${taskView(this.#found, (found) => (found.length === 0 ? html`<p>${words.furtherNone}</p>` : this.#list(found)))}
    </div>`;
  }

  #list(
    found: readonly {
      link: z.infer<typeof LinkKindName>;
      direction: "out" | "in";
      kind: z.infer<typeof NodeKindName>;
      have: number;
      reached: number;
    }[],
  ) {
    const words = this.text;
    const counted = (value: number) => number(value, this.language);
    const all = this.count ?? Math.max(...found.map(({ have }) => have));
    return html`<ul class="plain-list">
        ${found.slice(0, this.isWhole ? undefined : most).map(
          ({ link, direction, kind, have, reached }) => html`<li>
            <button type="button" class="button continuation" @click=${() => this.#choose({ link, direction, to: { kind, conditions: [] } })}>
              ${kindIcon({ kind })}
              <span class="continuation-words"
                >${this.isAbsent ? html`<strong>${words.isNone}</strong> ` : nothing}${this.linkWords({ link, direction })}
                <strong>${this.kindName({ kind, conditions: [] })}</strong></span
              >
              <span class="second small"
                >${this.isAbsent ? words.without(counted(Math.max(0, all - have))) : words.reached(counted(have), counted(all), counted(reached))}</span
              >
            </button>
          </li>`,
        )}
      </ul>
      <div class="row">
        ${
          found.length > most && !this.isWhole
            ? html`<button type="button" class="quiet small" @click=${() => (this.isWhole = true)}>${words.furtherRest(found.length)}</button>`
            : nothing
        }
        <button type="button" class="quiet small" @click=${() => this.#choose({ direction: "either", to: { conditions: [] } })}>
          ${icon("plus")} ${this.isAbsent ? `${words.isNone} ` : ""}${words.anyLink} ${words.anything}
        </button>
      </div>`;
  }

  #choose(step: Pick<BuiltStep, "direction" | "to"> & Pick<Partial<BuiltStep>, "link">): void {
    this.dispatchEvent(new StepEvent({ from: this.item, isAbsent: this.isAbsent, ...step }));
  }

  protected override willUpdate(): void {
    if (this.built && this.item >= itemsOf(this.built).length) this.item = 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "continuation-list": ContinuationList;
  }
}
