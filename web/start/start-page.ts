import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { nodeRoute, nodesRoute, subgraphRoute } from "../../model/explore.ts";
import type { GraphNode, Link, NodeSummary } from "../../model/graph.ts";
import { call } from "../app/api.ts";
import { type NodeEvent, PageElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { nodeHref } from "../ui/node-link.ts";
import "../ui/search-box.ts";
import "./story-drawing.ts";
import { navigate } from "../app/router.ts";
import { storyIds, storyNetwork } from "../app/story.ts";
import { capital, countWord, nameOf } from "../ui/format.ts";
import { taskView } from "../ui/task-view.ts";
import "./start.css";

interface Told {
  readonly institutions: readonly NodeSummary[];
  readonly questions: readonly NodeSummary[];
  readonly links: readonly Link[];
  readonly network?: GraphNode;
}

/** Tells what the data is about, and where to begin. */
@customElement("start-page")
export class StartPage extends PageElement {
  /** The story; without its network when the data at hand tells another one. */
  readonly #told = new Task(this, {
    args: () => [] as const,
    task: async (_, { signal }): Promise<Told> => {
      const { nodes, links, missing } = await call(subgraphRoute, { query: { ids: storyIds } }, signal);
      if (missing.length > 0) return this.#largest(signal);
      const byId = new Map(nodes.map((node) => [node.id, node]));
      const inOrder = storyIds.flatMap((id) => byId.get(id) ?? []);
      const { node: network } = await call(nodeRoute, { params: { id: storyNetwork }, query: { limit: 1 } }, signal);
      return {
        institutions: inOrder.filter(({ kind }) => kind === "institution"),
        questions: inOrder.filter(({ kind }) => kind === "question"),
        links: links.filter(({ kind }) => kind === "ASKS"),
        network,
      };
    },
  });

  /** The institutions and questions with the most links, for data that tells another story. */
  async #largest(signal: AbortSignal): Promise<Told> {
    const most = async (kind: "institution" | "question") => {
      const { nodes } = await call(nodesRoute, { query: { kinds: [kind] } }, signal);
      return nodes.sort((one, other) => other.degree - one.degree).slice(0, 8);
    };
    return { institutions: await most("institution"), questions: await most("question"), links: [] };
  }

  override render() {
    return html`<div class="page start">
      ${taskView(this.#told, (told) => (told.network ? this.#story(told, told.network) : this.#other(told)))}
      ${this.#told.value ? nothing : html`<h1 tabindex="-1">${this.words.start.otherHeading}</h1>`}
      ${this.#ways()}
    </div>`;
  }

  #story({ institutions, questions, links }: Told, network: GraphNode) {
    const { start } = this.words;
    const count = (nodes: readonly NodeSummary[]) => countWord(nodes.length, this.language);
    const { since, until } = network.properties;
    const period = typeof since === "number" && typeof until === "number" ? start.period(since, until) : "";
    return html`<div class="start-story">
      <div>
        <h1 tabindex="-1">${start.heading(capital(count(institutions)), count(questions))}</h1>
        <p class="lead">
          ${start.worked(capital(count(institutions)), nameOf(network, this.language), period)} ${start.same(count(questions))}
        </p>
        <ul class="plain-list start-questions">
          ${questions.map((node) => html`<li><node-link .node=${node} plain sharers=${links.filter(({ to }) => to === node.id).length}></node-link></li>`)}
        </ul>
        <p class="lead">${start.learn}</p>
        <p><a class="button primary" href=${this.linkTo("/verken", { verhaal: "samen" })}>${start.show} ${icon("arrow-right")}</a></p>
      </div>
      <figure>
        <story-drawing .institutions=${institutions} .questions=${questions} .links=${links}></story-drawing>
        <figcaption class="small second">${start.key}</figcaption>
      </figure>
    </div>`;
  }

  #other({ institutions, questions }: Told) {
    const { start } = this.words;
    if (institutions.length + questions.length === 0)
      return html`<h1 tabindex="-1">${start.otherHeading}</h1><p>${start.empty}</p><p><a class="button" href=${this.linkTo("/inlezen")}>${this.words.pages.import}</a></p>`;
    const list = (title: string, nodes: readonly NodeSummary[]) => html`<section>
      <h2>${title}</h2>
      <ul class="plain-list">${nodes.map((node) => html`<li><node-link .node=${node} plain></node-link></li>`)}</ul>
    </section>`;
    return html`<h1 tabindex="-1">${start.otherHeading}</h1>
      <p class="lead">${start.other}</p>
      <div class="start-story">${list(start.institutions, institutions)} ${list(start.questions, questions)}</div>`;
  }

  #ways() {
    const { start, search } = this.words;
    const way = (path: string, title: string, text: string) =>
      html`<li><a href=${this.linkTo(path)}><strong>${title} ${icon("arrow-right")}</strong><span>${text}</span></a></li>`;
    return html`<section class="start-ways" aria-labelledby="ways">
      <h2 id="ways">${start.ways}</h2>
      <ul class="plain-list">
        <li>
          <div>
            <strong>${start.findTitle}</strong>
            <search-box
              .kinds=${["institution"]}
              label=${start.findTitle}
              placeholder=${search.institutionPlaceholder}
              @node-pick=${({ id }: NodeEvent) => navigate(this.app, nodeHref({ id, kind: "institution" }, this.language))}
            ></search-box>
            <span>${start.find}</span>
          </div>
        </li>
        ${way("/vraag", start.askTitle, start.ask)} ${way("/verken", start.browseTitle, start.browse)}
        ${way("/patronen", start.patternTitle, start.pattern)}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "start-page": StartPage;
  }
}
