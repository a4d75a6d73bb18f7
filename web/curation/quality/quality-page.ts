import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { sessionRoute } from "../../../model/accounts.ts";
import { type Quality, type QualityList, type QualityRow, qualityRoute } from "../../../model/quality.ts";
import type { Address } from "../../app/address.ts";
import { call } from "../../app/api.ts";
import { PageElement } from "../../ui/element.ts";
import { number, textIn } from "../../ui/format.ts";
import { taskView } from "../../ui/task-view.ts";
import "./quality.css";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/** What matters most to those who read comes first. */
const order: readonly QualityList[] = ["institutionsSilent", "questionsAlone", "oldLinks", "alike", "unstated", "loneSources"];

/** The form that mends a row. */
const mends: Readonly<Record<QualityList, (id: string) => Address["query"]>> = {
  institutionsSilent: (id) => ({ bij: id, soort: "question" }),
  questionsAlone: (id) => ({ van: id }),
  oldLinks: (id) => ({ verband: id }),
  unstated: (id) => ({ item: id }),
  loneSources: (id) => ({ bron: id }),
  alike: (id) => ({ item: id }),
};

const first = 50;
const most = 1_000;

/** What editors can make better, with the way to it. */
@customElement("quality-page")
export class QualityPage extends PageElement {
  @state() private limit = first;
  readonly #session = new Task(this, { args: () => [] as const, task: (_, { signal }) => call(sessionRoute, {}, signal) });
  readonly #quality = new Task(this, {
    args: () => [this.limit, this.#session.value?.role] as const,
    task: async ([limit, role], { signal }) =>
      role === undefined || role === "reader" ? undefined : call(qualityRoute, { query: { limit } }, signal),
  });

  get #text() {
    return this.language === "nl" ? nl : en;
  }

  override render() {
    const text = this.#text;
    return html`<article class="column quality">
      <h1 tabindex="-1">${this.words.pages.quality}</h1>
      ${taskView(this.#session, ({ role }) =>
        role === "reader"
          ? html`<p>${text.notYet} <a href=${this.linkTo("/aanmelden")}>${text.signIn}</a>.</p>`
          : html`<p class="lead">${text.lead}</p>
              ${taskView(this.#quality, (quality) => (quality ? this.#all(quality) : nothing))}`,
      )}
    </article>`;
  }

  #number = (count: number): string => number(count, this.language);

  #all(quality: Quality) {
    const all = order.reduce((sum, list) => sum + quality[list].count, 0);
    return html`<p>${all === 0 ? this.#text.nothing : this.#text.sum(this.#number(all))}</p>
      ${order.map((list) => this.#list(list, quality[list]))}`;
  }

  #list(list: QualityList, { count, rows }: Quality[QualityList]) {
    const text = this.#text;
    if (count === 0) return nothing;
    const { title, lead } = text.lists[list];
    return html`<section aria-labelledby="quality-${list}">
      <h2 id="quality-${list}">${title} <span class="second">(${this.#number(count)})</span></h2>
      <p>${lead}</p>
      <details class="fold">
        <summary>${this.#summary(rows)}</summary>
        <ul class="plain-list quality-rows">${rows.map((row) => this.#row(list, row))}</ul>
        ${
          count > rows.length
            ? html`<p class="row">
                <span class="second">${text.more(this.#number(count - rows.length))}</span>
                ${rows.length < most ? html`<button type="button" class="button" @click=${() => (this.limit = most)}>${text.showMore}</button>` : nothing}
              </p>`
            : nothing
        }
      </details>
    </section>`;
  }

  /** The first names, so that one knows what is behind it. */
  #summary(rows: readonly QualityRow[]): string {
    const names = rows.slice(0, 2).map(({ name }) => textIn(name, this.language));
    return rows.length > names.length ? `${names.join(", ")} …` : names.join(", ");
  }

  #row(list: QualityList, { id, name, other, count, year }: QualityRow) {
    const text = this.#text;
    const words = textIn(name, this.language);
    return html`<li>
      <span>
        ${words}
        ${other ? html`<span class="second small">${text.looksLike(textIn(other.name, this.language))}</span>` : nothing}
        ${count === undefined ? nothing : html`<span class="second small">${text.facts(this.#number(count))}</span>`}
        ${year === undefined ? nothing : html`<span class="second small">${text.year(year)}</span>`}
      </span>
      <a class="quiet small" href=${this.linkTo("/wijzig", mends[list](id))}>${text.lists[list].act}<span class="visually-hidden">: ${words}</span></a>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "quality-page": QualityPage;
  }
}
