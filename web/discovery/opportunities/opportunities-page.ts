import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type AllOpportunities, allOpportunitiesRoute } from "../../../model/discovery.ts";
import { gapsRoute } from "../../../model/gaps.ts";
import type { NodeId, Source } from "../../../model/graph.ts";
import { call } from "../../app/api.ts";
import "../discovery.css";
import { choicesOf } from "../../ui/choices.ts";
import { ownQuery } from "../../ui/own-query.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import "./gap-board.ts";
import "../../ui/node-select.ts";
import type { ChosenEvent } from "../../ui/node-select.ts";
import "../opportunity-card.ts";
import { isInFull } from "../in-full.ts";
import { idIn, institutionId, partsOf } from "../phrases.ts";
import "../report-foot.ts";
import { scaleOfAll } from "../scale.ts";
import { gapsTable, opportunitiesTable } from "../tables.ts";
import type { SourcesEvent } from "../whole-reasons.ts";
import "../../ui/view-actions.ts";
import { replaceQuery } from "../../app/router.ts";
import { appStore } from "../../app/state.ts";
import { Selected } from "../../app/store.ts";
import { nameOf, number, slugOf } from "../../ui/format.ts";
import { icon } from "../../ui/icon.ts";
import { taskView } from "../../ui/task-view.ts";

const offerKinds = ["product", "space", "activity", "outcome"] as const;
type OfferKind = (typeof offerKinds)[number];

/** How many are read at first, and how many more each time. */
const page = 12;
const most = 200;
/** In the address: of every institution, though one is remembered as one's own. */
const everybody = "alle";

/** Opportunities in the whole network, and what is missing from it. */
@customElement("opportunities-page")
export class OpportunitiesPage extends DiscoveryElement {
  /** The sources of what was read beside the list, each once. */
  @state() private further: readonly Source[] = [];
  /** Whether those are all there are. */
  @state() private isWhole = false;
  readonly #query = new Selected(this, appStore, ownQuery(/^\/kansen$/));

  readonly #mine = new Selected(this, appStore, ({ mine }) => mine);
  readonly #institutions = new Task(this, { args: () => [] as const, task: () => choicesOf("institution") });
  readonly #scale = new Task(this, { args: () => [] as const, task: () => scaleOfAll() });

  readonly #opportunities = new Task(this, {
    args: () => [this.#gapsAsked, JSON.stringify(this.#asked)] as const,
    task: async ([gaps], { signal }) => (gaps ? undefined : call(allOpportunitiesRoute, { query: this.#asked }, signal)),
    onComplete: () => {
      this.further = [];
      this.isWhole = false;
    },
  });
  readonly #gaps = new Task(this, {
    args: () => [this.#gapsAsked] as const,
    task: async ([asked], { signal }) => (asked ? call(gapsRoute, {}, signal) : undefined),
  });

  get #gapsAsked(): boolean {
    return this.#query.value.toon === "gaten";
  }
  get #kinds(): OfferKind[] {
    const asked = partsOf(this.#query.value.soort);
    return offerKinds.filter((kind) => asked.includes(kind));
  }
  /** For whom the list is: one's own institution, unless the address says otherwise. */
  get #asker(): NodeId | undefined {
    const { wie } = this.#query.value;
    return wie && wie !== everybody ? institutionId(wie) : undefined;
  }
  get #asked() {
    const { thema, netwerk, bewijs, aantal } = this.#query.value;
    return {
      ...(this.#asker && { asker: this.#asker }),
      ...(thema && { theme: idIn("theme", thema) }),
      ...(netwerk && { network: idIn("network", netwerk) }),
      ...(this.#kinds.length > 0 && { kinds: this.#kinds }),
      ...(bewijs === "stated" && { basis: "stated" as const }),
      fold: "asker" as const,
      limit: Math.min(most, /^[1-9]\d*$/.test(aantal ?? "") ? Number(aantal) : page),
    };
  }

  /** The address says for whom the list is, so that who opens it sees the same. */
  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#mine.value && !this.#query.value.wie && !this.#gapsAsked) this.#put({ wie: slugOf(this.#mine.value) });
  }

  override render() {
    const { opportunities: words, gaps } = this.text;
    return html`<div class="page opportunities">
      <div class="portrait-head">
        <h1 tabindex="-1">${this.#gapsAsked ? words.gaps : words.title}</h1>
        <view-actions name=${this.#gapsAsked ? words.gaps : words.title} .table=${this.#table} .beforePrint=${this.#readForPrint}></view-actions>
      </div>
      <p class="lead">${this.#gapsAsked ? gaps.lead : words.lead}</p>
      <p class="no-print"><a href=${this.linkTo("/vraag")}>${words.ask} ${icon("arrow-right")}</a></p>
      <nav class="tabs no-print" aria-label=${words.tabs}>
        <a href=${this.linkTo("/kansen")} aria-current=${this.#gapsAsked ? nothing : "page"}>${words.chances}</a>
        <a href=${this.linkTo("/kansen", { toon: "gaten" })} aria-current=${this.#gapsAsked ? "page" : nothing}>${words.gaps}</a>
      </nav>
      ${this.#gapsAsked ? this.#gapBoard() : this.#chances()}
    </div>`;
  }

  #gapBoard() {
    return taskView(this.#gaps, (answer) =>
      answer
        ? html`<gap-board .gaps=${answer.gaps}></gap-board> <report-foot version=${answer.datasetVersion}></report-foot>`
        : html``,
    );
  }

  #chances() {
    return html`${this.#filters()} ${taskView(this.#opportunities, (answer) => (answer ? this.#list(answer) : html``))}`;
  }

  #filters() {
    const { opportunities: words } = this.text;
    const { thema = "", netwerk = "", bewijs } = this.#query.value;
    return html`<div class="filters no-print" role="group" aria-label=${words.filters}>
      <node-select
        kind="theme"
        label=${words.theme}
        none=${words.allThemes}
        value=${thema && idIn("theme", thema)}
        @chosen=${({ id }: ChosenEvent) => this.#put({ thema: id })}
      ></node-select>
      <node-select
        kind="network"
        label=${words.network}
        none=${words.allNetworks}
        value=${netwerk && idIn("network", netwerk)}
        @chosen=${({ id }: ChosenEvent) => this.#put({ netwerk: id })}
      ></node-select>
      <div class="row" role="group" aria-label=${words.kind}>
        ${this.#askerChip()}
        ${offerKinds.map((kind) => this.#chip(words.kinds[kind], this.#kinds.includes(kind), () => this.#toggle(kind)))}
        ${this.#chip(words.statedOnly, bewijs === "stated", () => this.#put({ bewijs: bewijs === "stated" ? "" : "stated" }))}
      </div>
    </div>`;
  }

  #askerChip() {
    const who = this.#asker ?? this.#mine.value;
    const node = this.#institutions.value?.find(({ id }) => id === who);
    if (!who || !node) return nothing;
    const pressed = this.#asker !== undefined;
    return this.#chip(this.text.opportunities.forMine(nameOf(node, this.language)), pressed, () =>
      this.#put({ wie: pressed ? everybody : slugOf(who) }),
    );
  }

  #chip(label: string, pressed: boolean, press: () => void) {
    return html`<button type="button" class="chip" aria-pressed=${pressed} @click=${press}>
      ${pressed ? icon("check") : nothing} ${label}
    </button>`;
  }

  #list({ opportunities, left, all: counted, datasetVersion }: AllOpportunities) {
    const { opportunities: words } = this.text;
    const all = opportunities.length + left;
    const count = all === 1 ? words.one : words.shown(number(opportunities.length, this.language), number(all, this.language));
    if (all === 0) return this.#none();
    const next = Math.min(left, page, most - opportunities.length);
    return html`<div role="status"><h2 class="opportunity-count">${count}</h2></div>
      <p class="small second">${words.order} ${this.#scale.value ? this.text.scale(number(this.#scale.value.opportunities, this.language)) : nothing} ${counted > all ? words.folded(number(counted, this.language)) : nothing}</p>
      <ul class="plain-list opportunity-list" @sources=${({ sources }: SourcesEvent) => this.#addSources(sources)}>
        ${opportunities.map(
          (opportunity) => html`<li>
            <opportunity-card .opportunity=${opportunity} .others=${opportunity.others} .strongest=${this.#scale.value?.opportunities ?? 0}></opportunity-card>
          </li>`,
        )}
      </ul>
      ${
        next > 0
          ? html`<button type="button" class="button" @click=${() => this.#put({ aantal: String(opportunities.length + next) })}>
              ${words.more(next)}
            </button>`
          : nothing
      }
      <report-foot version=${datasetVersion} .sources=${this.further} .more=${!this.isWhole}></report-foot>`;
  }

  #none() {
    const { opportunities: words } = this.text;
    if (Object.keys(this.#asked).every((name) => ["fold", "limit"].includes(name)))
      return html`<p role="status">${words.noneAtAll}</p>`;
    return html`<p role="status">${words.none}</p>
      <button type="button" class="button" @click=${() => replaceQuery(this.app, {})}>${words.clear}</button>`;
  }

  readonly #table = async () => {
    if (this.#gapsAsked) return gapsTable(this.#gaps.value?.gaps ?? [], this.#gaps.value?.datasetVersion ?? "", this.language);
    const { opportunities, sources, datasetVersion } = await this.#inFull();
    return opportunitiesTable(opportunities.filter(isInFull), sources, datasetVersion, this.language);
  };

  /** The same as the page shows, with every reason and all that these rest on. */
  #inFull(): Promise<AllOpportunities> {
    return call(allOpportunitiesRoute, { query: { ...this.#asked, reasons: "all" } });
  }

  /** What stands on paper cannot be opened any more: every source. */
  readonly #readForPrint = async () => {
    if (this.#gapsAsked) return;
    this.#addSources((await this.#inFull()).sources);
    this.isWhole = true;
    await this.updateComplete;
  };

  #addSources(sources: readonly Source[]): void {
    this.further = [...new Map([...this.further, ...sources].map((source) => [source.id, source])).values()];
  }

  #toggle(kind: OfferKind): void {
    const kinds = this.#kinds.includes(kind) ? this.#kinds.filter((one) => one !== kind) : [...this.#kinds, kind];
    this.#put({ soort: kinds.join(",") });
  }

  /** Another filter starts at the first page again. */
  #put(query: Readonly<Record<string, string>>): void {
    const { aantal: _, ...kept } = this.#query.value;
    replaceQuery(this.app, { ...kept, ...query });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "opportunities-page": OpportunitiesPage;
  }
}
