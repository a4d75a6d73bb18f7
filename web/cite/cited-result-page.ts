import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { z } from "zod";
import { compareResultsRoute, type FoundResult, type SomeRows } from "../../model/cite.ts";
import { type CitedQuestion, citedIn } from "../../model/cited-address.ts";
import { AppError } from "../../model/errors.ts";
import { patternLimits } from "../../model/patterns.ts";
import { call } from "../app/api.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import "../ui/cite-this.ts";
import { citeWords } from "../ui/cite-words.ts";
import { PageElement } from "../ui/element.ts";
import { dayText, number } from "../ui/format.ts";
import { icon } from "../ui/icon.ts";
import { taskView } from "../ui/task-view.ts";
import "./cited.css";
import "./row-list.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

type Compared = z.output<typeof compareResultsRoute.response>;

/** A result that somebody cites: whether it still is what it was, and what the same pattern gives now. */
@customElement("cited-result-page")
export class CitedResultPage extends PageElement {
  readonly #query = new Selected(this, appStore, ({ address }) => address.query);
  readonly #compared = new Task(this, {
    args: () => [JSON.stringify(this.#query.value)] as const,
    task: (_, { signal }) => compared(citedIn(this.#query.value), signal),
  });

  get #text() {
    return this.language === "nl" ? nl : en;
  }

  override render() {
    const text = this.#text;
    const asked = citedIn(this.#query.value);
    return html`<article class="page cited">
      <h1 tabindex="-1">${this.words.pages.citedResult}</h1>
      ${asked ? this.#cited(asked) : html`<p class="error" role="alert">${icon("alert")} ${text.incomplete}</p>`}
    </article>`;
  }

  #cited(asked: CitedQuestion) {
    const text = this.#text;
    const params = Object.entries(asked.params);
    return html`<p class="lead">${text.lead(asked.date ? dayText(asked.date, this.language) : undefined)}</p>
      <h2>${text.question}</h2>
      <pre class="cited-pattern" tabindex="0" role="group" aria-label=${text.question}><code>${asked.cypher}</code></pre>
      ${
        params.length > 0
          ? html`<p>${text.params}</p>
              <dl class="cited-params">
                ${params.map(([name, value]) => html`<div><dt><code>$${name}</code></dt><dd><code>${JSON.stringify(value)}</code></dd></div>`)}
              </dl>`
          : nothing
      }
      <p><a href=${this.#runAgain(asked)}>${text.runAgain}</a></p>
      ${this.#answer(asked)}`;
  }

  #answer(asked: CitedQuestion) {
    const { error } = this.#compared;
    if (error instanceof AppError && (error.code === "VERSION_NOT_FOUND" || error.code === "VERSION_DAMAGED"))
      return html`<p class="error" role="alert">${icon("alert")} ${this.#text.missing(numberOf(asked.version))}</p>`;
    return taskView(this.#compared, (compared) => (compared ? this.#results(asked, compared) : nothing));
  }

  #results(asked: CitedQuestion, { columns, cited, present, isSame, gone, added }: Compared) {
    const text = this.#text;
    const isAsCited = asked.hash === cited.hash;
    const verdict = asked.hash === undefined ? text.noHash : isAsCited ? text.sameHash : text.otherHash;
    const isPresent = cited.datasetVersion === present.datasetVersion;
    return html`<section aria-labelledby="cited-then">
        <h2 id="cited-then">${text.thenTitle(numberOf(cited.datasetVersion))}</h2>
        <p class=${isAsCited ? "cited-good" : "error"}>${icon(isAsCited ? "check" : "alert")} ${verdict}</p>
        ${this.#found(cited)}
        <row-list .columns=${columns} .rows=${{ count: cited.rows, rows: cited.first }} label=${text.table}></row-list>
        <cite-this .asked=${{ ...asked, version: cited.datasetVersion }}></cite-this>
      </section>
      <section aria-labelledby="cited-now">
        <h2 id="cited-now">${text.nowTitle}</h2>
        <p class="cited-verdict">${isPresent ? text.sameVersion(numberOf(present.datasetVersion)) : isSame ? text.same(numberOf(present.datasetVersion)) : text.different(numberOf(present.datasetVersion))}</p>
        ${isPresent ? nothing : this.#found(present)}
        ${this.#difference(columns, gone, text.gone)} ${this.#difference(columns, added, text.added)}
        ${
          isPresent
            ? nothing
            : html`<p>
                <a href=${this.linkTo("/versies", { van: cited.datasetVersion, naar: present.datasetVersion })}>${text.versions}</a>
              </p>`
        }
      </section>`;
  }

  #found({ rows, truncated, engine, hash }: FoundResult) {
    const text = this.#text;
    const count = number(rows, this.language);
    return html`<p class="second small cited-facts">
      ${truncated ? text.firstRows(count) : text.rows(count)}. ${text.askedOf(citeWords(this.language).engines[engine])}
      ${text.hash} <code>${hash}</code>
    </p>`;
  }

  #difference(columns: readonly string[], rows: SomeRows, title: (count: string) => string) {
    if (rows.count === 0) return nothing;
    const label = title(number(rows.count, this.language));
    return html`<h3>${label}</h3>
      <row-list .columns=${columns} .rows=${rows} label=${label}></row-list>`;
  }

  #runAgain({ cypher, params, rows }: CitedQuestion): string {
    return this.linkTo("/patronen", {
      cypher,
      params: JSON.stringify(params),
      ...(rows !== patternLimits.rows.standard && { rijen: String(rows) }),
    });
  }
}

const numberOf = (version: string): string => version.replace(/-.*$/, "");

async function compared(asked: CitedQuestion | undefined, signal: AbortSignal): Promise<Compared | undefined> {
  if (!asked) return undefined;
  const { cypher, params, rows, version } = asked;
  // Who asked first may have waited longer than is standard.
  const limits = { rows, timeout: patternLimits.timeout.most };
  return call(compareResultsRoute, { body: { cypher, params: params as Record<string, string>, limits, version } }, signal);
}

declare global {
  interface HTMLElementTagNameMap {
    "cited-result-page": CitedResultPage;
  }
}
