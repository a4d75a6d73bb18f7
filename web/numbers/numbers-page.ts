import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { NodeKindName } from "../../model/graph.ts";
import { type NodeKind, nodeKindNames } from "../../model/kinds.ts";
import { MeasureName, measureNames, type NumbersAnswer, numbersRoute } from "../../model/numbers.ts";
import { call } from "../app/api.ts";
import { replaceQuery } from "../app/router.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { PageElement } from "../ui/element.ts";
import { capital, kindWord, number } from "../ui/format.ts";
import "../ui/node-link.ts";
import { taskView } from "../ui/task-view.ts";
import "./numbers.css";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/** Items on the page; all of them are at the address beneath. */
const shown = 50;

/** As many decimals for a whole column as give the smallest of its numbers three digits, so that they stand beneath each other. */
function decimalsFor(values: readonly number[]): number {
  if (values.every(Number.isInteger)) return 0;
  const smallest = Math.min(...values.filter((value) => value > 0));
  return Math.min(10, Math.max(0, 2 - Math.floor(Math.log10(smallest))));
}

/** Who stands where in the network: a number for each item, with what it means and how it is worked out. */
@customElement("numbers-page")
export class NumbersPage extends PageElement {
  readonly #query = new Selected(this, appStore, ({ address }) => address.query);
  readonly #numbers = new Task(this, {
    args: () => [this.#measure, this.#kind, this.#isStated] as const,
    task: ([measure, kind, isStated], { signal }) =>
      call(numbersRoute, { params: { measure }, query: asked(kind, isStated) }, signal),
  });

  get #text() {
    return this.language === "nl" ? nl : en;
  }

  get #measure(): MeasureName {
    return MeasureName.safeParse(this.#query.value.maat).data ?? "betweenness";
  }

  get #kind(): NodeKind | undefined {
    return NodeKindName.safeParse(this.#query.value.soort).data;
  }

  get #isStated(): boolean {
    return this.#query.value.basis === "stated";
  }

  override render() {
    const numbers = this.#text;
    const { name, means } = numbers.measures[this.#measure];
    return html`<div class="page numbers">
      <h1 tabindex="-1">${numbers.heading}</h1>
      <p class="lead">${numbers.lead}</p>
      <form class="row numbers-form" @submit=${(event: Event) => event.preventDefault()}>
        <label>${numbers.measure} ${this.#measures()}</label>
        <label>${numbers.kind} ${this.#kinds()}</label>
        <label class="numbers-check">
          <input
            type="checkbox"
            .checked=${this.#isStated}
            @change=${(event: Event) => this.#ask({ basis: (event.target as HTMLInputElement).checked ? "stated" : "" })}
          />
          ${numbers.stated}
        </label>
      </form>
      <section aria-labelledby="numbers-title">
        <h2 id="numbers-title">${name}</h2>
        <p>${means}</p>
        ${taskView(this.#numbers, (answer) => this.#answer(answer))}
      </section>
    </div>`;
  }

  #measures() {
    const { measures } = this.#text;
    return html`<select @change=${(event: Event) => this.#ask({ maat: (event.target as HTMLSelectElement).value })}>
      ${measureNames.map((name) => html`<option value=${name} ?selected=${name === this.#measure}>${measures[name].name}</option>`)}
    </select>`;
  }

  #kinds() {
    return html`<select @change=${(event: Event) => this.#ask({ soort: (event.target as HTMLSelectElement).value })}>
      <option value="" ?selected=${this.#kind === undefined}>${this.#text.allKinds}</option>
      ${nodeKindNames.map(
        (kind) =>
          html`<option value=${kind} ?selected=${kind === this.#kind}>${capital(kindWord(kind, this.language, 2))}</option>`,
      )}
    </select>`;
  }

  #ask(change: Readonly<Record<string, string>>): void {
    const query = { ...this.#query.value, ...change };
    replaceQuery(this.app, Object.fromEntries(Object.entries(query).filter(([, value]) => value !== "")));
  }

  #answer(answer: NumbersAnswer) {
    const [numbers, { shell }] = [this.#text, this.words];
    const { nodes, links, leftOut, exact, setOutFrom, datasetVersion } = answer;
    const counted = (count: number) => number(count, this.language);
    return html`<p class="second">
        ${numbers.of[answer.of]} ${numbers.counted(counted(nodes), counted(links), counted(leftOut))}
        ${exact ? nothing : numbers.estimate(counted(setOutFrom))} ${shell.version(datasetVersion)}.
      </p>
      ${answer.groups ? this.#groups(answer.groups) : this.#table(answer)}
      <details class="fold">
        <summary>${numbers.method}</summary>
        <p>${numbers.measures[answer.measure].method}</p>
        <p>${numbers.rule}</p>
      </details>`;
  }

  #table({ rows, measure }: NumbersAnswer) {
    const numbers = this.#text;
    const { name } = numbers.measures[measure];
    const decimals = decimalsFor(rows.map(({ value }) => value));
    const digits = new Intl.NumberFormat(this.language === "nl" ? "nl-NL" : "en-GB", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    return html`<table>
      <caption class="visually-hidden">${name}</caption>
      <thead>
        <tr><th scope="col">${numbers.item}</th><th scope="col" class="numbers-value">${numbers.value}</th></tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ node, value }) => html`<tr>
            <td><node-link .node=${node}></node-link></td>
            <td class="numbers-value">${digits.format(value)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #groups(groups: NonNullable<NumbersAnswer["groups"]>) {
    const numbers = this.#text;
    const several = groups.filter(({ size }) => size > 1);
    return html`<ol class="plain-list numbers-groups">
        ${several.map(
          ({ size, sharedBy }) => html`<li>
            <strong>${numbers.items(number(size, this.language))}</strong> <span class="second">${numbers.around}</span>
            <ul class="plain-list">${sharedBy.map((node) => html`<li><node-link .node=${node} plain></node-link></li>`)}</ul>
          </li>`,
        )}
      </ol>
      ${groups.length > several.length ? html`<p>${numbers.alone(number(groups.length - several.length, this.language))}</p>` : nothing}`;
  }
}

const asked = (kind: NodeKind | undefined, isStated: boolean) => ({
  limit: shown,
  ...(kind && { kinds: [kind] }),
  ...(isStated && { links: "stated" }),
});

declare global {
  interface HTMLElementTagNameMap {
    "numbers-page": NumbersPage;
  }
}
