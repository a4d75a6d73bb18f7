import { Task, TaskStatus } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { opportunitiesRoute, type PeersAnswer, type Portrait, peersRoute, portraitRoute } from "../../../model/discovery.ts";
import type { NodeId, Source } from "../../../model/graph.ts";
import { call } from "../../app/api.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import "../discovery.css";
import { firstOffers, firstQuestions, type GroupsEvent } from "./opportunity-groups.ts";
import "./opportunity-groups.ts";
import { ownQuery } from "../../ui/own-query.ts";
import "./peer-list.ts";
import { idIn, institutionId, partsOf } from "../phrases.ts";
import type { SourcesEvent } from "../whole-reasons.ts";
import type { UnfoldEvent } from "./peer-list.ts";
import "./portrait-lens.ts";
import { isInFull } from "../in-full.ts";
import { type InstitutionAnswers, portraitTable } from "./portrait-table.ts";
import "./printed-portrait.ts";
import "../report-foot.ts";
import { scaleOfAll } from "../scale.ts";
import { isStandard, type Scoring, scoringAddress, scoringOf, scoringQuery } from "../scoring.ts";
import "../scoring-panel.ts";
import type { ScoringEvent } from "../scoring-panel.ts";
import "../../ui/edit-links.ts";
import "../../ui/view-actions.ts";
import "./why-not.ts";
import { replaceQuery } from "../../app/router.ts";
import { keepMine } from "../../app/session.ts";
import { appStore } from "../../app/state.ts";
import { Selected } from "../../app/store.ts";
import { TitleEvent } from "../../ui/element.ts";
import { nameOf, number, slugOf, textIn } from "../../ui/format.ts";
import { icon, kindIcon } from "../../ui/icon.ts";
import { taskView } from "../../ui/task-view.ts";
import type { AskedEvent } from "./why-not.ts";

/** How many peers are read at once. */
const firstPeers = 5;
const mostPeers = 100;
const mostOpportunities = 100;
const ownPath = /^\/instelling\/./;
/** How many items the network shows at most: what a person can oversee. */
const mostDrawn = 50;
/** Milliseconds without a change before the list is weighed again. */
const pause = 120;

/** An institution to read from top to bottom: who it is like and why, what it can learn from whom, its own story. */
@customElement("institution-page")
export class InstitutionPage extends DiscoveryElement {
  @property({ attribute: false }) params: Readonly<Record<string, string>> = {};
  /** How the user weighs, while the address does not know it yet. */
  @state() private pending: Scoring | undefined;
  /** Of which institution every line is wanted. */
  @state() private linesOf = "";
  /** The sources of what was read beside the lists, each once. */
  @state() private further: readonly Source[] = [];
  /** Whether those are all there are. */
  @state() private isWhole = false;
  /** What was read for paper, as long as the page shows the same. */
  @state() private printed: InstitutionAnswers | undefined;
  readonly #query = new Selected(this, appStore, ownQuery(ownPath));
  readonly #mine = new Selected(this, appStore, ({ mine }) => mine);
  readonly #scale = new Task(this, { args: () => [] as const, task: () => scaleOfAll() });
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #portrait = new Task(this, {
    args: () => [this.#id, this.linesOf === this.#id] as const,
    task: ([id, all], { signal }) => call(portraitRoute, { params: { id }, query: { lines: all ? "all" : "first" } }, signal),
  });
  readonly #peers = new Task(this, {
    args: () => [this.#id, this.#peerCount, JSON.stringify(scoringQuery(this.#scoring))] as const,
    task: ([id, limit], { signal }) =>
      call(peersRoute, { params: { id }, query: { ...scoringQuery(this.#scoring), limit } }, signal),
    onComplete: (answer) => this.#tell(answer),
  });
  readonly #opportunities = new Task(this, {
    args: () => [this.#id, this.#openQuestions.length > 0, JSON.stringify(scoringQuery(this.#scoring))] as const,
    task: ([id], { signal }) => {
      const query = { ...scoringQuery(this.#scoring), limit: mostOpportunities, perQuestion: this.#perQuestion };
      return call(opportunitiesRoute, { params: { id }, query }, signal);
    },
  });
  /** For which institution and scoring the peers were told of before. */
  #told = "";
  /** What the page was last called. */
  #title = "";

  get #id(): NodeId {
    return institutionId(this.params.slug ?? "");
  }
  get #scoring(): Scoring {
    return scoringOf(this.#query.value);
  }
  get #peerCount(): number {
    return countOf(this.#query.value.lijkt, firstPeers);
  }
  get #questionCount(): number {
    return countOf(this.#query.value.vragen, firstQuestions);
  }
  /** The questions of which every offer is asked for. */
  get #openQuestions(): string[] {
    return partsOf(this.#query.value.leert).map((part) => slugOf(idIn("question", part)));
  }

  get #perQuestion(): number {
    return this.#openQuestions.length > 0 ? mostOpportunities : firstOffers;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(): void {
    const { institution } = this.#portrait.value ?? {};
    if (!institution) return;
    const name = nameOf(institution, this.language);
    if (name === this.#title) return;
    this.#title = name;
    this.dispatchEvent(new TitleEvent(name));
    this.say(name);
  }

  override render() {
    const missing = this.#portrait.status === TaskStatus.ERROR && !this.#portrait.value;
    if (missing)
      return html`<div class="page portrait">
        ${this.#head(undefined)}
        ${taskView(this.#portrait, () => nothing)}
        <p><a class="button" href=${this.linkTo("/instelling")}>${this.text.institution.other}</a></p>
      </div>`;
    return html`<div class="page portrait" @sources=${({ sources }: SourcesEvent) => this.#addSources(sources)}>
      ${this.#head(this.#portrait.value)}
      ${taskView(this.#portrait, ({ summary }) => html`<p class="lead">${summary.map((text) => textIn(text, this.language)).join(" ")}</p>`)}
      <scoring-panel .scoring=${this.pending ?? this.#scoring} @scoring-change=${this.#weigh}></scoring-panel>
      <div class="portrait-pair">${this.#alike()} ${this.#learn()}</div>
      ${this.#portrait.value ? this.#story(this.#portrait.value) : nothing}
      ${this.printed ? html`<printed-portrait .answers=${this.printed}></printed-portrait>` : nothing}
    </div>`;
  }

  #head(portrait: Portrait | undefined) {
    const { institution } = portrait ?? {};
    const name = institution ? nameOf(institution, this.language) : this.words.pages.institution;
    return html`<p class="no-print small"><a href=${this.linkTo("/instelling")}>${this.text.institution.other}</a></p>
      <div class="portrait-head">
        <h1 tabindex="-1">${institution ? kindIcon(institution) : nothing} ${name}</h1>
        ${
          this.#portrait.status === TaskStatus.ERROR && !portrait
            ? nothing
            : html`${institution ? this.#mineButton(institution.id, name) : nothing}<view-actions
                name=${name}
                .ids=${this.#ids(portrait)}
                .table=${this.#table}
                .beforePrint=${this.#readForPrint}
              ></view-actions>`
        }
      </div>
      ${institution ? html`<edit-links .node=${institution}></edit-links>` : nothing}`;
  }

  #mineButton(id: NodeId, name: string) {
    const { choose } = this.text;
    const isMine = this.#mine.value === id;
    return html`<button
      type="button"
      class="button no-print"
      @click=${() => {
        keepMine(this.app, isMine ? undefined : id);
        this.say(isMine ? choose.forgotten : choose.isMine(name));
      }}
    >
      ${icon(isMine ? "close" : "check")} ${isMine ? choose.forget : choose.makeMine}
    </button>`;
  }

  readonly #table = async () => portraitTable(await this.#inFull(), this.language);

  /** The same as the page shows, with every line and reason, and all that these rest on. */
  async #inFull(): Promise<InstitutionAnswers> {
    const params = { id: this.#id };
    const scoring = scoringQuery(this.#scoring);
    const [portrait, peers, opportunities] = await Promise.all([
      call(portraitRoute, { params, query: { lines: "all" } }),
      call(peersRoute, { params, query: { ...scoring, limit: this.#peerCount, reasons: "all" } }),
      call(opportunitiesRoute, {
        params,
        query: { ...scoring, limit: mostOpportunities, perQuestion: this.#perQuestion, reasons: "all" },
      }),
    ]);
    return { portrait, peers, opportunities };
  }

  /** What stands on paper cannot be opened any more: every line, and every source. */
  readonly #readForPrint = async () => {
    this.linesOf = this.#id;
    const answers = await this.#inFull();
    this.#addSources([answers.portrait, answers.peers, answers.opportunities].flatMap((answer) => answer?.sources ?? []));
    this.isWhole = true;
    this.printed = answers;
    await this.#portrait.taskComplete;
    await this.updateComplete;
  };

  #addSources(sources: readonly Source[]): void {
    this.further = [...new Map([...this.further, ...sources].map((source) => [source.id, source])).values()];
  }

  /** What the network shows: the institution, its first peers, and all that their main reasons rest on. */
  #ids(portrait: Portrait | undefined): NodeId[] {
    if (!portrait) return [];
    const peers = this.#peers.value?.peers.slice(0, firstPeers) ?? [];
    const shared = peers.flatMap((peer) => [peer.institution.id, ...(isInFull(peer) ? [] : peer.on)]);
    return [...new Set([portrait.institution.id, ...shared])].slice(0, mostDrawn);
  }

  #alike() {
    const { institution: words } = this.text;
    return html`<section class="alike" aria-labelledby="alike">
      <h2 id="alike">${words.peers}</h2>
      <p class="second">${words.peersLead} ${this.#scaleFor("peers")}</p>
      ${taskView(this.#peers, ({ institution, peers, left }) =>
        peers.length === 0
          ? html`<p>${words.noPeers}</p>`
          : html`<peer-list
                .institution=${institution}
                .peers=${peers}
                .scoring=${this.#scoring}
                .strongest=${this.#strongest("peers")}
                .open=${partsOf(this.#query.value.waarom).map((part) => slugOf(institutionId(part)))}
                @unfold=${({ slugs }: UnfoldEvent) => this.#put({ waarom: slugs.join(",") })}
              ></peer-list>
              ${left > 0 ? this.#morePeers(left) : nothing}`,
      )}
      <why-not
        class="no-print"
        institution=${slugOf(this.#id)}
        other=${this.#query.value.mist ?? ""}
        .scoring=${this.#scoring}
        .limit=${this.#peerCount}
        @asked=${({ slug }: AskedEvent) => this.#put({ mist: slug })}
      ></why-not>
    </section>`;
  }

  /** What points are compared with; nothing while one weighs otherwise than the network is weighed. */
  #strongest(what: "peers" | "opportunities"): number {
    return isStandard(this.#scoring) ? (this.#scale.value?.[what] ?? 0) : 0;
  }

  #scaleFor(what: "peers" | "opportunities") {
    const strongest = this.#strongest(what);
    return strongest > 0 ? this.text.scale(number(strongest, this.language)) : nothing;
  }

  #morePeers(left: number) {
    const { institution: words } = this.text;
    const next = Math.min(left, 20, mostPeers - this.#peerCount);
    return html`<p class="row">
      <span class="second">${words.left(left)}</span>
      ${
        next > 0
          ? html`<button type="button" class="button" @click=${() => this.#put({ lijkt: String(this.#peerCount + next) })}>
              ${words.more(next)}
            </button>`
          : nothing
      }
    </p>`;
  }

  #learn() {
    const { institution: words } = this.text;
    return html`<section class="learn" aria-labelledby="learn">
      <h2 id="learn">${words.learn}</h2>
      <p class="second">${words.learnLead} ${this.#scaleFor("opportunities")}</p>
      ${taskView(this.#opportunities, (answer) =>
        answer.opportunities.length === 0
          ? html`<p>${this.#nothingToLearn()}</p>`
          : html`<opportunity-groups
              .answer=${answer}
              .scoring=${this.#scoring}
              .strongest=${this.#strongest("opportunities")}
              .open=${this.#openQuestions}
              .shown=${this.#questionCount}
              @groups=${({ open, shown }: GroupsEvent) => this.#put({ leert: open.join(","), vragen: String(shown) })}
            ></opportunity-groups>`,
      )}
    </section>`;
  }

  /** Why there is no opportunity: nothing is known of its questions, nothing fits, or it is weighed away. */
  #nothingToLearn(): string {
    const { institution: words } = this.text;
    if (this.#portrait.value?.ranInto.length === 0) return words.noQuestions;
    return isStandard(this.#scoring) ? words.noLearn : words.noLearnWeighed;
  }

  #story({ proud, yielded, ranInto, unknown, left, sources, datasetVersion }: Portrait) {
    const { institution: words } = this.text;
    const lens = (heading: string, lines: Portrait["proud"], more: number) =>
      html`<portrait-lens heading=${heading} .lines=${lines} .left=${more} .sources=${sources}></portrait-lens>`;
    return html`<div class="lenses" @all-lines=${() => (this.linesOf = this.#id)}>
        ${lens(words.proud, proud, left.proud)} ${lens(words.yielded, yielded, left.yielded)}
        ${lens(words.ranInto, ranInto, left.ranInto)}
      </div>
      ${
        unknown.length > 0
          ? html`<section class="unknown">
              <h2>${words.unknown}</h2>
              <p class="second">${words.unknownLead}</p>
              <ul>
                ${unknown.map((text) => html`<li>${textIn(text, this.language)}</li>`)}
              </ul>
            </section>`
          : nothing
      }
      <report-foot version=${datasetVersion} .sources=${this.#allSources(sources)} .more=${!this.isWhole}></report-foot>`;
  }

  /** The sources of everything on the page, each once. */
  #allSources(own: Portrait["sources"]) {
    const all = [...own, ...this.further];
    return [...new Map(all.map((source) => [source.id, source])).values()];
  }

  #put(query: Readonly<Record<string, string>>): void {
    if (ownPath.test(this.app.state.address.path)) replaceQuery(this.app, { ...this.#query.value, ...query });
  }

  #weigh({ scoring }: ScoringEvent): void {
    this.pending = scoring;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.pending = undefined;
      this.#put(scoringAddress(scoring));
    }, pause);
  }

  /** Says the new order when the user weighed otherwise. */
  #tell({ institution, peers }: PeersAnswer): void {
    const now = `${institution.id} ${JSON.stringify(this.#scoring)}`;
    this.isWhole = false;
    this.printed = undefined;
    if (!this.#told.startsWith(`${institution.id} `)) this.further = [];
    const [top] = peers;
    const again = this.#told.startsWith(`${institution.id} `) && this.#told !== now;
    this.#told = now;
    if (again && top) this.say(this.text.institution.ranked(nameOf(top.institution, this.language)));
  }
}

const countOf = (asked: string | undefined, standard: number): number => {
  const count = Number(asked);
  return Number.isInteger(count) && count >= standard && count <= mostPeers ? count : standard;
};

declare global {
  interface HTMLElementTagNameMap {
    "institution-page": InstitutionPage;
  }
}
