import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { nodesRoute } from "../../model/explore.ts";
import type { NodeSummary } from "../../model/graph.ts";
import { call } from "../api.ts";
import { DiscoveryElement } from "../elements/discovery/element.ts";
import "../elements/discovery/discovery.css";
import type { NodeEvent } from "../elements/element.ts";
import "../elements/node-link.ts";
import { nodeHref } from "../elements/node-link.ts";
import "../elements/search-box.ts";
import { taskView } from "../elements/task-view.ts";
import { nameOf, number } from "../format.ts";
import { navigate } from "../router.ts";

/** With fewer links than this almost nothing is known. */
const fewLinks = 3;

/** Where an institution is chosen. */
@customElement("institutions-page")
export class InstitutionsPage extends DiscoveryElement {
  @state() private typed = "";

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
        @node-pick=${({ id }: NodeEvent) => navigate(nodeHref({ id, kind: "institution" }))}
      ></search-box>
      ${taskView(this.#all, (nodes) => this.#list(nodes))}
    </div>`;
  }

  #list(nodes: readonly NodeSummary[]) {
    const { choose } = this.text;
    const wanted = this.typed.trim().toLowerCase();
    const shown = nodes.filter((node) => nameOf(node, this.language).toLowerCase().includes(wanted));
    return html`<section aria-labelledby="all-institutions">
      <h2 id="all-institutions">${choose.all(number(nodes.length, this.language))}</h2>
      <div class="field">
        <label for="shorten">${choose.filter}</label>
        <input id="shorten" type="text" autocomplete="off" .value=${this.typed} @input=${this.#shorten} />
      </div>
      <div role="status">${shown.length === 0 ? html`<p>${choose.none(this.typed.trim())}</p>` : nothing}</div>
      <ul class="plain-list name-columns">
        ${shown.map(
          (node) => html`<li>
            <node-link .node=${node} plain></node-link>
            <span class="small second"
              >${node.degree < fewLinks ? choose.unknown : choose.known(number(node.degree, this.language))}</span
            >
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #shorten(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "institutions-page": InstitutionsPage;
  }
}
