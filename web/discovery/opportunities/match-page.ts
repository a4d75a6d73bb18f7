import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { type InstitutionOpportunities, type Opportunity, opportunitiesRoute, type Reason } from "../../../model/discovery.ts";
import { AppError } from "../../../model/errors.ts";
import type { Link, Source } from "../../../model/graph.ts";
import { call } from "../../app/api.ts";
import "../discovery.css";
import { dotsFor } from "../../ui/drawn.ts";
import { ownQuery } from "../../ui/own-query.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import { isInFull } from "../in-full.ts";
import { idIn, institutionId } from "../phrases.ts";
import "../report-foot.ts";
import { scoringOf, scoringQuery } from "../scoring.ts";
import { opportunitiesTable } from "../tables.ts";
import "../../ui/view-actions.ts";
import { TitleEvent } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import "../../drawing/mini-graph.ts";
import { appStore } from "../../app/state.ts";
import { Selected } from "../../app/store.ts";
import { typedFullId } from "../../app/typed-id.ts";
import { nameOf, number, textIn } from "../../ui/format.ts";
import { nodeHref } from "../../ui/node-link.ts";
import { taskView } from "../../ui/task-view.ts";

/** How many reasons fit on the page; the rest is named as one. */
const mostReasons = 5;

type Found = Omit<InstitutionOpportunities, "opportunities"> & { readonly opportunity: Opportunity | undefined };

/** One opportunity on one page: what is asked, what there is, why it fits, what can be given back, what to do next. */
@customElement("match-page")
export class MatchPage extends DiscoveryElement {
  readonly #query = new Selected(this, appStore, ownQuery(/^\/kans$/));
  /** What the page was last called. */
  #told = "";

  readonly #found = new Task(this, {
    args: () => [JSON.stringify(this.#query.value)] as const,
    task: async (_, { signal }) => {
      const { wie, vraag, aanbod, van } = this.#query.value;
      const offer = aanbod && typedFullId(aanbod);
      if (!wie || !vraag || !offer) return null;
      const params = { id: institutionId(wie) };
      const query = {
        ...scoringQuery(scoringOf(this.#query.value)),
        question: idIn("question", vraag),
        ...(van && { from: institutionId(van) }),
        offer,
        limit: 1,
        reasons: "all" as const,
      };
      const answer = await call(opportunitiesRoute, { params, query }, signal).catch(nothingWhenGone);
      return answer && { ...answer, opportunity: answer.opportunities.find(isInFull) };
    },
  });

  protected override updated(): void {
    const title = this.#title(this.#found.value?.opportunity);
    if (title === this.#told) return;
    this.#told = title;
    this.dispatchEvent(new TitleEvent(title));
    this.say(title);
  }

  override render() {
    const { wie, vraag, aanbod } = this.#query.value;
    const found = this.#found.value;
    return html`<div class="page match">
      ${
        found
          ? html`<p class="no-print small">
              <a href=${nodeHref(found.institution, this.language)}>${this.text.match.backTo(nameOf(found.institution, this.language))}</a>
            </p>`
          : nothing
      }
      <div class="portrait-head">
        <h1 tabindex="-1">${this.#title(found?.opportunity)}</h1>
        ${found?.opportunity ? this.#actions(found, found.opportunity) : nothing}
      </div>
      ${wie && vraag && aanbod ? taskView(this.#found, (value) => this.#sheet(value)) : this.#wayOn(this.text.match.choose)}
    </div>`;
  }

  #title(opportunity: Opportunity | undefined): string {
    const { match } = this.text;
    if (!opportunity) return match.page;
    return match.title(nameOf(opportunity.asker, this.language), nameOf(opportunity.from, this.language));
  }

  #actions({ sources, datasetVersion }: Found, opportunity: Opportunity) {
    return html`<view-actions
      name=${this.#title(opportunity)}
      .ids=${opportunity.path.nodes.map(({ id }) => id)}
      .table=${() => opportunitiesTable([opportunity], sources, datasetVersion, this.language)}
    ></view-actions>`;
  }

  #wayOn(text: string) {
    return html`<p>${text}</p>
      <p><a class="button" href=${this.linkTo("/kansen")}>${this.text.match.back}</a></p>`;
  }

  #sheet(value: Found | null) {
    if (!value?.opportunity) return this.#wayOn(this.text.match.missing);
    const { opportunity, sources, datasetVersion } = value;
    const own = sourcesUnder(opportunity, sources);
    return html`<p class="no-print small second">${this.words.actions.pdfHint}</p>
      <p class="lead match-sentence">${textIn(opportunity.sentence, this.language)}</p>
      ${this.#body(opportunity, own)}
      <report-foot version=${datasetVersion} .sources=${own}></report-foot>`;
  }

  #body(opportunity: Opportunity, own: readonly Source[]) {
    const { match, opportunity: words } = this.text;
    const { path, steps, approach, between, inReturn, contact, reasons } = opportunity;
    const isReason = reasons.some(({ sentence }) => sentence.nl === approach?.nl);
    return html`<div class="match-body">
      <section class="wide">
        <h2>${words.path}</h2>
        <ol class="steps">
          ${steps.map((step, index) => html`<li>${textIn(step, this.language)} ${this.#marks(path.links[index], own)}</li>`)}
        </ol>
        <div class="drawing" role="group" tabindex="0" aria-label=${this.text.facts.drawing}>
          <mini-graph
          .nodes=${path.nodes}
          .links=${path.links}
          text=${this.words.graph.drawing(path.nodes.length, path.links.length)}
        ></mini-graph>
        </div>
        ${approach && !isReason ? html`<p><strong>${words.approach}.</strong> ${textIn(approach, this.language)}</p>` : nothing}
      </section>
      <section class="wide no-print">
        <h2>${match.between}</h2>
        <p>${between.map((text) => textIn(text, this.language)).join(" ")}</p>
      </section>
      <section class="wide">
        <h2>${match.why}</h2>
        ${this.#reasons(opportunity)}
        <p class="small">${dotsFor(opportunity.confidence.value)} ${textIn(opportunity.confidence.sentence, this.language)}</p>
      </section>
      <section>
        <h2>${match.giveBack}</h2>
        ${
          inReturn.length === 0
            ? html`<p>${words.giveBackNothing}</p>`
            : html`<ul>
                ${inReturn.slice(0, 3).map(({ sentence }) => html`<li>${textIn(sentence, this.language)}</li>`)}
              </ul>`
        }
      </section>
      <section>
        <h2>${match.next}</h2>
        <p>${textIn(contact.sentence, this.language)}</p>
        ${this.#talk(opportunity)}
        ${
          contact.website
            ? html`<p>
                <a class="source" href=${contact.website} rel="noreferrer" target="_blank"
                  >${words.websiteOf(nameOf(opportunity.from, this.language))}${icon("external-link")}<span class="visually-hidden">
                    (${this.words.evidence.newTab})</span
                  ></a
                >
                <span class="print-only">${contact.website}</span>
              </p>`
            : nothing
        }
      </section>
    </div>`;
  }

  /** A message that is ready, without an address: the data hold none, and we make none up. */
  #talk({ asker, from, sentence }: Opportunity) {
    const { opportunity: words } = this.text;
    const [one, other] = [nameOf(asker, this.language), nameOf(from, this.language)];
    const body = words.talkBody(one, other, textIn(sentence, this.language), location.href);
    const mail = `mailto:?subject=${encodeURIComponent(words.talkSubject(one, other))}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
    return html`<p class="no-print"><a class="button" href=${mail}>${icon("mail")} ${words.talk}</a></p>
      <p class="small second no-print">${words.talkHint} ${words.talkTo}</p>`;
  }

  /** Which sources a step rests on, by their numbers in the list at the foot. */
  #marks(link: Link | undefined, own: readonly Source[]) {
    if (!link) return nothing;
    const numbers = [...new Set(link.evidence.map(({ source }) => own.findIndex(({ id }) => id === source) + 1))].filter(
      (one) => one > 0,
    );
    return html`<span class="small second"
      >(${this.words.evidence[link.basis]}${numbers.length > 0 ? `; ${this.text.match.source(numbers.join(", "), numbers.length)}` : ""})</span
    >`;
  }

  #reasons({ reasons, score }: Opportunity) {
    const { match, reasons: words, pointsWord } = this.text;
    const shown = reasons.slice(0, reasons.length > mostReasons + 1 ? mostReasons : reasons.length);
    const rest = reasons.slice(shown.length);
    const row = (amount: number, text: string) =>
      html`<tr>
        <td class="amount">${number(amount, this.language)}</td>
        <th scope="row">${text}</th>
      </tr>`;
    const sum = (some: readonly Reason[]) => some.reduce((total, { amount }) => total + amount, 0);
    return html`<table class="match-reasons">
      <tbody>
        ${shown.map(({ amount, sentence }) => row(amount, textIn(sentence, this.language)))}
        ${rest.length > 0 ? row(sum(rest), match.otherReasons(rest.length)) : nothing}
      </tbody>
      <tfoot>
        <tr>
          <td class="amount total">${number(score, this.language)}</td>
          <th scope="row">${words.together} (${pointsWord})</th>
        </tr>
      </tfoot>
    </table>`;
  }
}

/** An item that is not there any more is no failure: then the match is gone. */
function nothingWhenGone(error: unknown): null {
  if (error instanceof AppError && error.code === "NODE_NOT_FOUND") return null;
  throw error;
}

/** The sources of the path and the reasons, in the order in which they are first used. */
function sourcesUnder({ path, reasons }: Opportunity, sources: readonly Source[]): Source[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const links = [...path.links, ...reasons.flatMap(({ facts }) => facts.map(({ link }) => link))];
  const ids = new Set(links.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}

declare global {
  interface HTMLElementTagNameMap {
    "match-page": MatchPage;
  }
}
