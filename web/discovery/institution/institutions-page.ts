import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type NodeChoice, nodesRoute } from "../../../model/explore.ts";
import { call } from "../../app/api.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import "../discovery.css";
import type { NodeEvent } from "../../ui/element.ts";
import { kindIcon } from "../../ui/icon.ts";
import { nodeHref } from "../../ui/node-link.ts";
import "../../ui/search-box.ts";
import { navigate } from "../../app/router.ts";
import { appStore } from "../../app/state.ts";
import { Selected } from "../../app/store.ts";
import { nameOf, number } from "../../ui/format.ts";
import { taskView } from "../../ui/task-view.ts";

/** With fewer links than this almost nothing is known. */
const fewLinks = 3;

/** Where an institution is chosen. */
@customElement("institutions-page")
export class InstitutionsPage extends DiscoveryElement {
  /** The sector that is looked at; all of them when empty. */
  @state() private sector = "";
  readonly #mine = new Selected(this, appStore, ({ mine }) => mine);
  readonly #all = new Task(this, {
    args: () => [] as const,
    task: async (_, { signal }) => (await call(nodesRoute, { query: { kinds: ["institution"] } }, signal)).nodes,
  });

  override render() {
    const { choose } = this.text;
    return html`<div class="page institutions">
      <h1 tabindex="-1">${choose.title}</h1>
      <p class="lead">${choose.lead}</p>
      <search-box
        .kinds=${["institution"]}
        label=${choose.search}
        placeholder=${this.words.search.institutionPlaceholder}
        @node-pick=${({ id }: NodeEvent) => navigate(this.app, nodeHref({ id, kind: "institution" }, this.language))}
      ></search-box>
      ${taskView(this.#all, (nodes) => html`${this.#own(nodes)} ${this.#sectors(nodes)} ${this.#list(nodes)}`)}
    </div>`;
  }

  #own(nodes: readonly NodeChoice[]) {
    const own = nodes.find(({ id }) => id === this.#mine.value);
    if (!own) return nothing;
    return html`<p class="own-institution">
      <strong>${this.text.choose.mine}:</strong> <a href=${nodeHref(own, this.language)}>${nameOf(own, this.language)}</a>
    </p>`;
  }

  /** Colleges stand among ministries and suppliers: which sort is wanted. */
  #sectors(nodes: readonly NodeChoice[]) {
    const { choose } = this.text;
    const counts = new Map<string, number>();
    for (const node of nodes) counts.set(this.#sectorOf(node), (counts.get(this.#sectorOf(node)) ?? 0) + 1);
    const chip = (name: string, text: string, count: number) =>
      html`<button type="button" class="chip" aria-pressed=${this.sector === name} @click=${() => this.#choose(name)}>
        ${text} <span class="second">${number(count, this.language)}</span>
      </button>`;
    return html`<div class="row sectors" role="group" aria-label=${choose.sectors}>
      ${chip("", choose.anySector, nodes.length)}
      ${[...counts].sort(([, a], [, b]) => b - a).map(([sector, count]) => chip(sector, sector, count))}
    </div>`;
  }

  #sectorOf = ({ sector }: NodeChoice): string => sector ?? this.text.choose.noSector;

  #choose(sector: string): void {
    this.sector = sector;
    this.say(sector || this.text.choose.anySector);
  }

  #list(all: readonly NodeChoice[]) {
    const { choose } = this.text;
    const nodes = all.filter((node) => this.sector === "" || this.#sectorOf(node) === this.sector);
    const isKnown = ({ degree }: NodeChoice) => degree >= fewLinks;
    return html`${this.#columns(
      choose.some,
      nodes.filter((node) => isKnown(node)),
    )}
    ${this.#columns(
      choose.unknown,
      nodes.filter((node) => !isKnown(node)),
    )}`;
  }

  #columns(heading: string, nodes: readonly NodeChoice[]) {
    if (nodes.length === 0) return nothing;
    return html`<section>
      <h2>${heading}</h2>
      <ul class="plain-list name-columns">
        ${nodes.map(
          (node) => html`<li>
            <a class="node-link" href=${nodeHref(node, this.language)}
              >${kindIcon({ kind: node.kind })}<span class="node-name">${nameOf(node, this.language)}</span></a
            >
            <span class="small second">${this.text.choose.known(number(node.degree, this.language))}</span>
          </li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "institutions-page": InstitutionsPage;
  }
}
