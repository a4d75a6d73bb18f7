import { Task } from "@lit/task";
import { html, nothing, type PropertyValues } from "lit";
import { customElement } from "lit/decorators.js";
import { mostResults, type SearchAnswer, type SearchResult, searchRoute } from "../../../model/explore.ts";
import { type NodeKind, nodeKindNames } from "../../../model/kinds.ts";
import type { Address } from "../../app/address.ts";
import { call } from "../../app/api.ts";
import { navigate } from "../../app/router.ts";
import { appStore } from "../../app/state.ts";
import { Selected } from "../../app/store.ts";
import { PageElement } from "../../ui/element.ts";
import { capital, kindWord, number } from "../../ui/format.ts";
import { icon, kindIcon } from "../../ui/icon.ts";
import { marked } from "../../ui/marked.ts";
import "../../ui/node-link.ts";
import { ownQuery } from "../../ui/own-query.ts";
import { taskView } from "../../ui/task-view.ts";
import "../../ui/view-actions.ts";
import "./search.css";

/** Results on one page. */
const pageSize = 20;
/** The most characters of a search. */
const longest = 200;
/** From so many words on it may be a question. */
const wordsOfQuestion = 4;

/** Everything that fits some words, as many as there are: what it is, why it was found, and who has something to do with it. */
@customElement("search-page")
export class SearchPage extends PageElement {
  readonly #query = new Selected(this, appStore, ownQuery(/^\/zoek$/));
  /** What was on show, so that another page of it begins at its top. */
  #shown: string | undefined;

  readonly #found = new Task(this, {
    args: () => [this.#words, this.#kinds.join(","), this.#offset] as const,
    task: async ([q, kinds, offset], { signal }): Promise<SearchAnswer | undefined> => {
      if (q === "") return undefined;
      const query = {
        q,
        offset,
        limit: pageSize,
        detail: "full",
        ...(kinds !== "" && { kinds: kinds.split(",") as NodeKind[] }),
      };
      return call(searchRoute, { query }, signal);
    },
    onComplete: (answer) => {
      if (answer) this.say(this.#count(answer));
    },
  });

  get #words(): string {
    return (this.#query.value.q ?? "").trim().slice(0, longest);
  }

  get #kinds(): NodeKind[] {
    const asked = (this.#query.value.soort ?? "").toLowerCase().split(",");
    return nodeKindNames.filter((kind) => asked.includes(kind));
  }

  get #offset(): number {
    const page = Math.floor(Number(this.#query.value.blad ?? 1));
    return page > 1 && page * pageSize <= mostResults ? (page - 1) * pageSize : 0;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const shown = `${this.#words} ${this.#offset}`;
    if (this.#shown !== undefined && this.#shown !== shown) {
      scrollTo(0, 0);
      this.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    }
    this.#shown = shown;
  }

  override render() {
    const { results: words } = this.words;
    return html`<div class="page results">
      <div class="results-head">
        <h1 tabindex="-1">${this.#words === "" ? this.words.pages.search : words.title(this.#words)}</h1>
        ${this.#found.value?.results.length ? this.#actions(this.#found.value) : nothing}
      </div>
      <form class="row results-form no-print" role="search" aria-label=${words.again} @submit=${this.#again}>
        <input type="text" name="q" maxlength=${longest} aria-label=${words.again} .value=${this.#words} autocomplete="off" />
        <button class="button primary">${icon("search")} ${this.words.search.label}</button>
      </form>
      ${this.#words === "" ? html`<p class="second">${words.nothingAsked}</p>` : nothing}
      ${taskView(this.#found, (answer) => (answer ? this.#all(answer) : nothing))}
    </div>`;
  }

  #actions({ results }: SearchAnswer) {
    return html`<view-actions name=${this.words.pages.search} .ids=${results.map(({ node }) => node.id)}></view-actions>`;
  }

  #all(answer: SearchAnswer) {
    const { results: words, search } = this.words;
    const isQuestion = this.#words.split(/\s+/).length >= wordsOfQuestion;
    return html`${answer.correctedTo ? html`<p class="second">${search.corrected(answer.correctedTo)}</p>` : nothing}
      ${this.#filter(answer)}
      ${
        isQuestion
          ? html`<p class="results-question"><a href=${this.linkTo("/vraag", { tekst: this.#words })}>${words.askQuestion} ${icon("arrow-right")}</a></p>`
          : nothing
      }
      ${answer.results.length > 0 ? this.#list(answer) : this.#none(answer)}`;
  }

  #filter({ perKind = [] }: SearchAnswer) {
    const { results: words } = this.words;
    if (perKind.length === 0) return nothing;
    const chosen = this.#kinds;
    const all = perKind.reduce((sum, { count }) => sum + count, 0);
    const chip = (text: string, count: number, pressed: boolean, soort: readonly NodeKind[], sign: unknown) =>
      html`<button type="button" class="chip" aria-pressed=${pressed} @click=${() => this.#ask({ q: this.#words, soort: soort.join(",") })}>
        ${sign} ${text} <span class="second">${number(count, this.language)}</span>
      </button>`;
    return html`<div class="results-kinds no-print" role="group" aria-label=${words.kinds}>
      ${chip(words.everything, all, chosen.length === 0, [], nothing)}
      ${perKind.map(({ kind, count }) => {
        const others = chosen.filter((one) => one !== kind);
        const next = others.length < chosen.length ? others : [...chosen, kind];
        const name = capital(kindWord(kind, this.language, count));
        return chip(name, count, others.length < chosen.length, next, kindIcon({ kind }));
      })}
    </div>`;
  }

  #list(answer: SearchAnswer) {
    return html`<p class="second results-count">${this.#count(answer)}</p>
      <ol class="plain-list results-list" start=${this.#offset + 1}>
        ${answer.results.map((result) => this.#result(result))}
      </ol>
      ${this.#pages(answer)}`;
  }

  #result({ node, snippet, why = [], beside }: SearchResult) {
    const found = why.map((reason) => reason.found);
    return html`<li class="result" data-id=${node.id}>
      <h2><node-link .node=${node}></node-link></h2>
      ${snippet ? html`<p class="result-snippet" lang="nl">${marked(snippet, found)}</p>` : nothing}
      ${beside && beside.count > 0 ? this.#beside(beside) : nothing}
      <p class="small second">${this.#why(why)}</p>
    </li>`;
  }

  #beside({ institutions, count }: NonNullable<SearchResult["beside"]>) {
    const more = count - institutions.length;
    return html`<div class="result-beside">
      <span class="label small">${this.words.results.beside}</span>
      <ul class="plain-list">
        ${institutions.map((node) => html`<li><node-link .node=${node} plain></node-link></li>`)}
        ${more > 0 ? html`<li class="second">${this.words.results.besideMore(number(more, this.language))}</li>` : nothing}
      </ul>
    </div>`;
  }

  #why(why: NonNullable<SearchResult["why"]>): string {
    const { results: words } = this.words;
    return why
      .map(({ said, found, how, where }) => {
        if (where === "kind") return words.isKind(said, found);
        return how === "word"
          ? words.itself(said, words.where[where])
          : words.why(said, found, words.how[how], words.where[where]);
      })
      .join(" · ");
  }

  /** The pages of results, as links: each has an address of its own. */
  #pages(answer: SearchAnswer) {
    const { results: words } = this.words;
    const last = Math.ceil(this.#total(answer) / pageSize);
    const here = this.#offset / pageSize + 1;
    if (last < 2) return nothing;
    const link = (page: number, text: string, rel: "prev" | "next") =>
      html`<a class="button" rel=${rel} href=${this.#hrefOf(page)}>${text}</a>`;
    return html`<nav class="row results-pages no-print" aria-label=${words.pages}>
      ${here > 1 ? link(here - 1, words.previous, "prev") : nothing}
      <span>${words.pageOf(number(here, this.language), number(last, this.language))}</span>
      ${here < last ? link(here + 1, words.next, "next") : nothing}
    </nav>`;
  }

  #hrefOf(page: number): string {
    return this.linkTo("/zoek", this.#addressOf({ q: this.#words, soort: this.#kinds.join(","), blad: String(page) }));
  }

  #none({ perKind = [], nearestWords = [] }: SearchAnswer) {
    const { results: words, search } = this.words;
    const elsewhere = perKind.reduce((sum, { count }) => sum + count, 0);
    if (elsewhere > 0)
      return html`<p>${words.otherKinds(number(elsewhere, this.language))}</p>
        <p><a class="button" href=${this.linkTo("/zoek", { q: this.#words })}>${words.showAll}</a></p>`;
    return html`<p>${search.none(this.#words)}</p>
      ${
        nearestWords.length > 0
          ? html`<h2>${words.nearest}</h2>
              <ul class="plain-list row results-nearest">
                ${nearestWords.map((word) => html`<li><a class="chip" href=${this.linkTo("/zoek", { q: word })}>${word}</a></li>`)}
              </ul>`
          : nothing
      }
      <p>
        <a href=${this.linkTo("/vraag", { tekst: this.#words })}>${words.askQuestion}</a> ·
        <a href=${this.linkTo("/verken")}>${this.words.start.browseTitle}</a>
      </p>`;
  }

  /** How many there are of the kinds that are asked for. */
  #total({ perKind = [] }: SearchAnswer): number {
    const kinds = this.#kinds;
    return perKind.reduce((sum, { kind, count }) => sum + (kinds.length === 0 || kinds.includes(kind) ? count : 0), 0);
  }

  #count(answer: SearchAnswer): string {
    const { results: words, search } = this.words;
    const total = this.#total(answer);
    if (total === 0) return search.none(this.#words);
    const [first, last] = [this.#offset + 1, this.#offset + answer.results.length];
    return words.count(...([first, last, total].map((count) => number(count, this.language)) as [string, string, string]));
  }

  #again(event: SubmitEvent): void {
    event.preventDefault();
    const q = String(new FormData(event.target as HTMLFormElement).get("q") ?? "").trim();
    this.#ask({ q, soort: this.#kinds.join(",") });
  }

  #ask(query: Address["query"]): void {
    navigate(this.app, this.linkTo("/zoek", this.#addressOf(query)));
  }

  /** Without what says nothing. */
  #addressOf(query: Address["query"]): Address["query"] {
    return Object.fromEntries(
      Object.entries(query).filter(([name, value]) => value !== "" && !(name === "blad" && value === "1")),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "search-page": SearchPage;
  }
}
