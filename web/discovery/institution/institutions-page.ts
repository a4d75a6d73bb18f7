import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { nodesRoute } from "../../../model/explore.ts";
import type { NodeSummary } from "../../../model/graph.ts";
import { call } from "../../app/api.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import "../discovery.css";
import type { NodeEvent } from "../../ui/element.ts";
import { kindIcon } from "../../ui/icon.ts";
import { nodeHref } from "../../ui/node-link.ts";
import "../../ui/search-box.ts";
import { navigate } from "../../app/router.ts";
import { nameOf, number } from "../../ui/format.ts";
import { taskView } from "../../ui/task-view.ts";

/** With fewer links than this almost nothing is known. */
const fewLinks = 3;

/** Where an institution is chosen. */
@customElement("institutions-page")
export class InstitutionsPage extends DiscoveryElement {
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
      ${taskView(this.#all, (nodes) => this.#list(nodes))}
    </div>`;
  }

  #list(nodes: readonly NodeSummary[]) {
    const { choose } = this.text;
    const isKnown = ({ degree }: NodeSummary) => degree >= fewLinks;
    return html`${this.#columns(
      choose.some,
      nodes.filter((node) => isKnown(node)),
    )}
    ${this.#columns(
      choose.unknown,
      nodes.filter((node) => !isKnown(node)),
    )}`;
  }

  #columns(heading: string, nodes: readonly NodeSummary[]) {
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
