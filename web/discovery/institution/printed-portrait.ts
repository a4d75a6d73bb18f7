import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Opportunity, Peer, PortraitLine } from "../../../model/discovery.ts";
import type { Link, NodeSummary, Source, SourceId } from "../../../model/graph.ts";
import { kindWord, nameOf, number, textIn } from "../../ui/format.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import { isInFull } from "../in-full.ts";
import { day } from "../phrases.ts";
import type { InstitutionAnswers } from "./portrait-table.ts";
import "./printed-portrait.css";

/** What fits on three pages: so many shared things, questions, offers for each, lines of each lens, and sources. */
const most = { rows: 12, questions: 5, offers: 2, lines: 7, sources: 60 };

/** A shared thing with the points that it gives for each peer. */
interface Shared {
  readonly item: NodeSummary;
  readonly points: ReadonlyMap<Peer, number>;
  readonly links: readonly Link[];
}

/**
 * The portrait of an institution on paper: each reason once, beside all whom it holds for, and each fact with the numbers of the
 * sources that it rests on.
 */
@customElement("printed-portrait")
export class PrintedPortrait extends DiscoveryElement {
  @property({ attribute: false }) answers?: InstitutionAnswers;
  /** Sources in the order in which the text first names them. */
  #named: SourceId[] = [];

  override render() {
    const { portrait, peers, opportunities } = this.answers ?? {};
    if (!portrait) return nothing;
    this.#named = [];
    const { institution: words, printed } = this.text;
    const listed = (peers?.peers ?? []).filter(isInFull);
    const chances = (opportunities?.opportunities ?? []).filter(isInFull);
    const body = html`<p class="lead">${portrait.summary.map((text) => textIn(text, this.language)).join(" ")}</p>
      ${listed.length > 0 ? this.#alike(listed) : nothing} ${chances.length > 0 ? this.#learn(chances) : nothing}
      <div class="printed-lenses">
        ${this.#lens(words.proud, portrait.proud)} ${this.#lens(words.yielded, portrait.yielded)} ${this.#lens(words.ranInto, portrait.ranInto)}
      </div>
      ${portrait.unknown.length > 0 ? html`<h2>${words.unknown}</h2><p>${portrait.unknown.map((text) => textIn(text, this.language)).join(" ")}</p>` : nothing}`;
    const sources = [...portrait.sources, ...(peers?.sources ?? []), ...(opportunities?.sources ?? [])];
    return html`<article class="printed">
      <h1>${nameOf(portrait.institution, this.language)}</h1>
      ${body} ${this.#sources(sources)}
      <p class="printed-made">${this.text.report.made(day(new Date(), this.language))} ${this.text.report.version(portrait.datasetVersion)} ${printed.more(location.href)}</p>
    </article>`;
  }

  #alike(peers: readonly Peer[]) {
    const { institution: words, printed } = this.text;
    const all = sharedBy(peers);
    const shown = all.slice(0, most.rows);
    const restOf = (peer: Peer) => peer.score - shown.reduce((sum, { points }) => sum + (points.get(peer) ?? 0), 0);
    const cell = (points: number) => html`<td>${points > 0 ? number(points, this.language) : ""}</td>`;
    return html`<h2>${words.peers}</h2>
      <p>${peers.map((peer) => html`<strong>${nameOf(peer.institution, this.language)}</strong>: ${lowerFirst(textIn(peer.sentence, this.language))} `)}</p>
      <table>
        <caption>${printed.reasons}</caption>
        <thead>
          <tr><th scope="col">${printed.shared}</th>${peers.map(({ institution }) => html`<th scope="col">${nameOf(institution, this.language)}</th>`)}</tr>
        </thead>
        <tbody>
          ${shown.map(
            ({ item, points, links }) => html`<tr>
              <th scope="row">${nameOf(item, this.language)} <span class="second">(${kindWord(item.kind, this.language)})</span>${this.#marks(links)}</th>
              ${peers.map((peer) => cell(points.get(peer) ?? 0))}
            </tr>`,
          )}
          ${peers.some((peer) => restOf(peer) > 0) ? html`<tr><th scope="row">${printed.rest}</th>${peers.map((peer) => cell(restOf(peer)))}</tr>` : nothing}
        </tbody>
        <tfoot>
          <tr><th scope="row">${printed.together}</th>${peers.map(({ score }) => cell(score))}</tr>
        </tfoot>
      </table>`;
  }

  #learn(chances: readonly Opportunity[]) {
    const { institution: words } = this.text;
    const byQuestion = [...Map.groupBy(chances, ({ question }) => question.id).values()].slice(0, most.questions);
    return html`<h2>${words.learn}</h2>
      ${byQuestion.map(
        (offers) => html`<div class="printed-question">
          <h3>${offers[0] ? nameOf(offers[0].question, this.language) : nothing}</h3>
          <ul>${offers.slice(0, most.offers).map((chance) => this.#offer(chance))}</ul>
        </div>`,
      )}`;
  }

  #offer({ offer, from, score, path, reasons }: Opportunity) {
    const { printed } = this.text;
    const items = [...new Map(reasons.filter(({ restsOn }) => restsOn !== undefined).map(({ item }) => [item.id, item])).values()]
      .filter(({ kind }) => kind === "theme")
      .slice(0, 2);
    const through = items.length > 0 ? printed.through(items.map((item) => nameOf(item, this.language)).join(", ")) : "";
    const points = this.text.points(number(score, this.language));
    return html`<li>
      ${printed.offer(kindWord(offer.kind, this.language), nameOf(offer, this.language), nameOf(from, this.language))}${through} (${points})${this.#marks(path.links)}
    </li>`;
  }

  #lens(heading: string, lines: readonly PortraitLine[]) {
    const { institution: words, printed } = this.text;
    const left = lines.length - most.lines;
    return html`<section>
      <h2>${heading}</h2>
      ${lines.length === 0 ? html`<p>${words.nothingYet}</p>` : nothing}
      <ul>${lines.slice(0, most.lines).map(({ sentence, facts }) => html`<li>${textIn(sentence, this.language)}${this.#marks(facts)}</li>`)}</ul>
      ${left > 0 ? html`<p class="second">${printed.linesLeft(left)}</p>` : nothing}
    </section>`;
  }

  /** The numbers of the sources that some links rest on, the first few. */
  #marks(links: readonly Link[]) {
    const ids = [...new Set(links.flatMap(({ evidence }) => evidence.map(({ source }) => source)))].slice(0, 4);
    const numbers = ids.flatMap((id) => this.#numberOf(id) ?? []).sort((one, other) => one - other);
    return numbers.length > 0 ? html` <span class="printed-mark">[${numbers.join(", ")}]</span>` : nothing;
  }

  #numberOf(id: SourceId): number | undefined {
    const known = this.#named.indexOf(id);
    if (known >= 0) return known + 1;
    return this.#named.length < most.sources ? this.#named.push(id) : undefined;
  }

  #sources(all: readonly Source[]) {
    const byId = new Map(all.map((source) => [source.id, source]));
    const { report } = this.text;
    return html`<h2>${report.title}</h2>
      <ol class="printed-sources">
        ${this.#named.map((id) => {
          const source = byId.get(id);
          const address =
            source?.url && (source.urlNamesPerson ? report.personal : source.url.replace(/^https?:\/\/(?:www\.)?/, ""));
          return html`<li>${source?.title ?? id}${address ? html` <span class="second">${address}</span>` : nothing}</li>`;
        })}
      </ol>`;
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What the peers share with the institution, what gives most points in all first; each thing once, however many share it. */
function sharedBy(peers: readonly Peer[]): Shared[] {
  const found = new Map<string, { item: NodeSummary; points: Map<Peer, number>; links: Link[] }>();
  for (const peer of peers)
    for (const { id, item, amount, facts } of peer.reasons) {
      if (id === "rest") continue;
      const one = found.get(item.id) ?? { item, points: new Map<Peer, number>(), links: [] as Link[] };
      one.points.set(peer, (one.points.get(peer) ?? 0) + amount);
      one.links.push(...facts.map(({ link }) => link));
      found.set(item.id, one);
    }
  const sum = ({ points }: Shared) => [...points.values()].reduce((total, amount) => total + amount, 0);
  return [...found.values()].sort((one, other) => sum(other) - sum(one));
}

declare global {
  interface HTMLElementTagNameMap {
    "printed-portrait": PrintedPortrait;
  }
}
