import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { NodeSummary } from "../../../model/graph.ts";
import { type MatchAnswer, type MatchReason, matchRoute } from "../../../model/match.ts";
import { call } from "../../app/api.ts";
import "../discovery.css";
import { bar } from "../../ui/drawn.ts";
import { ownQuery } from "../../ui/own-query.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import "../../ui/lazy-fold.ts";
import { marked } from "../../ui/marked.ts";
import "../report-foot.ts";
import { matchesTable } from "../tables.ts";
import "../../ui/view-actions.ts";
import { icon, kindIcon } from "../../ui/icon.ts";
import "../../ui/node-link.ts";
import { replaceQuery } from "../../app/router.ts";
import { appStore } from "../../app/state.ts";
import { Selected } from "../../app/store.ts";
import { nameOf, number, textIn } from "../../ui/format.ts";
import { nodeHref } from "../../ui/node-link.ts";
import { taskView } from "../../ui/task-view.ts";

/** The most characters that are taken. */
const most = 2_000;

type Match = MatchAnswer["matches"][number];

/** Finds who asks what someone asks in their own words. The text goes into the address only to share it. */
@customElement("question-page")
export class QuestionPage extends DiscoveryElement {
  readonly #query = new Selected(this, appStore, ownQuery(/^\/vraag$/));
  @state() private typed = "";
  @state() private asked = "";

  readonly #matches = new Task(this, {
    args: () => [this.asked, this.language] as const,
    task: async ([text, language], { signal }) => {
      if (text.trim() === "") return undefined;
      return call(matchRoute, { body: { text, language, limit: 10 } }, signal);
    },
    onComplete: (answer) => {
      if (answer) this.say(this.#count(answer));
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.typed = this.asked = (this.#query.value.tekst ?? "").slice(0, most);
  }

  override render() {
    const { question: words } = this.text;
    return html`<div class="page question">
      <div class="portrait-head">
        <h1 tabindex="-1">${words.title}</h1>
        ${this.#matches.value ? this.#actions(this.#matches.value) : nothing}
      </div>
      <p class="lead">${words.lead}</p>
      <form class="question-form" @submit=${this.#ask}>
        <div class="field">
          <label for="own-words">${words.label}</label>
          <textarea
            id="own-words"
            rows="4"
            maxlength=${most}
            placeholder=${words.placeholder}
            aria-describedby="own-words-privacy"
            .value=${live(this.typed)}
            @input=${(event: Event) => (this.typed = (event.target as HTMLTextAreaElement).value)}
            @keydown=${(event: KeyboardEvent) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#ask(event);
            }}
          ></textarea>
          <p id="own-words-privacy" class="small second">
            ${words.privacy}
            ${most - this.typed.length < 200 ? words.left(number(most - this.typed.length, this.language)) : nothing}
          </p>
        </div>
        <button class="button primary no-print">${words.ask} ${icon("arrow-right")}</button>
      </form>
      ${taskView(this.#matches, (answer) => (answer ? this.#found(answer) : html``))}
    </div>`;
  }

  #actions({ matches, datasetVersion }: MatchAnswer) {
    const ids = matches.slice(0, 5).flatMap(({ question, askedBy }) => [question.id, ...askedBy.map(({ id }) => id)]);
    return html`<view-actions
      name=${this.text.question.title}
      .ids=${[...new Set(ids)]}
      .table=${() => matchesTable(matches, datasetVersion, this.language)}
      .beforeShare=${() => replaceQuery(this.app, { ...this.#query.value, tekst: this.asked })}
    ></view-actions>`;
  }

  #found(answer: MatchAnswer) {
    const { matches, datasetVersion } = answer;
    if (matches.length === 0) return html`<p>${this.text.question.none}</p>`;
    return html`<section class="matches" aria-labelledby="matches">
        <h2 id="matches">${this.#count(answer)}</h2>
        <ol class="plain-list">
          ${matches.map((match) => this.#match(match, matches[0]?.score ?? 1))}
        </ol>
      </section>
      <report-foot version=${datasetVersion}></report-foot>`;
  }

  #match({ question, score, reasons, askedBy, addressedBy }: Match, top: number) {
    const { question: words } = this.text;
    const name = nameOf(question, this.language);
    const found = reasons.map((reason) => reason.found);
    return html`<li class="own-match" data-id=${question.id}>
      <h3>
        ${kindIcon({ kind: question.kind, contested: question.contested })}
        <a class="plain-link" href=${nodeHref(question, this.language)}>${marked(name, found)}</a>
      </h3>
      <p class="own-match-score score">${bar(score / top)} ${this.text.points(this.#amount(score))}</p>
      <dl>
        <dt>${words.askedBy}</dt>
        <dd>${this.#nodes(askedBy, words.nobody)}</dd>
        <dt>${words.addressedBy}</dt>
        <dd>${this.#nodes(addressedBy, words.nothing)}</dd>
      </dl>
      <lazy-fold label=${words.why} about=${name} .content=${() => this.#why(reasons)}></lazy-fold>
    </li>`;
  }

  #nodes(nodes: readonly NodeSummary[], none: string) {
    if (nodes.length === 0) return html`<span class="second">${none}</span>`;
    return html`<ul class="plain-list">
      ${nodes.map((node) => html`<li><node-link .node=${node} .plain=${node.kind === "institution"}></node-link></li>`)}
    </ul>`;
  }

  #why(reasons: readonly MatchReason[]) {
    const { question: words } = this.text;
    const total = reasons.reduce((sum, { amount }) => sum + amount, 0);
    return html`<p class="own-words">${marked(
      this.asked,
      reasons.map(({ said }) => said),
    )}</p>
      <table class="small match-words">
        <tbody>
          ${reasons.map(
            ({ how, said, found, amount, sentence }) => html`<tr>
              <th scope="row">${textIn(sentence, this.language) || words.pair(said, found)}</th>
              <td>${words.how[how]}</td>
              <td class="amount">${this.#amount(amount)}</td>
            </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="2">${this.text.reasons.together}</th>
            <td class="amount total">${this.#amount(total)}</td>
          </tr>
        </tfoot>
      </table>`;
  }

  #amount(amount: number): string {
    return number(Math.round(amount * 10) / 10, this.language);
  }

  #count({ matches }: MatchAnswer): string {
    const { question: words } = this.text;
    return matches.length === 0 ? words.none : words.found(number(matches.length, this.language));
  }

  #ask(event: Event): void {
    event.preventDefault();
    this.asked = this.typed.trim();
    const { tekst: _, ...kept } = this.#query.value;
    replaceQuery(this.app, kept);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "question-page": QuestionPage;
  }
}
