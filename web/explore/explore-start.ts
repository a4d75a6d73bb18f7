import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { nodesRoute } from "../../model/explore.ts";
import { kindOf, type NodeSummary } from "../../model/graph.ts";
import { call } from "../app/api.ts";
import { Selected } from "../app/store.ts";
import { storyIds } from "../app/story.ts";
import { wordsOf } from "../app/typed-id.ts";
import { number } from "../ui/format.ts";
import { icon } from "../ui/icon.ts";
import { namesOfMissing } from "../ui/missing-items.ts";
import "../ui/nearest-names.ts";
import "../ui/node-link.ts";
import { taskView } from "../ui/task-view.ts";
import { ExploreElement } from "./explore-element.ts";
import { exploreStore } from "./explore-state.ts";
import { lastDrawing } from "./last-drawing.ts";
import { savedViews } from "./saved-views.ts";

/** What an empty canvas offers to begin with. */
@customElement("explore-start")
export class ExploreStart extends ExploreElement {
  readonly #explore = new Selected(this, exploreStore, (state) => state);
  readonly #most = new Task(this, {
    args: () => [] as const,
    task: async (_, { signal }) => {
      const { nodes } = await call(nodesRoute, { query: { kinds: ["institution", "theme"] } }, signal);
      const most = (kind: "institution" | "theme") =>
        nodes
          .filter((node) => node.kind === kind)
          .sort((one, other) => other.degree - one.degree)
          .slice(0, 6);
      const there = new Set(nodes.map(({ id }) => id));
      const story = storyIds.filter((id) => id.startsWith("institution:")).every((id) => there.has(id));
      return { institutions: most("institution"), themes: most("theme"), story };
    },
  });

  override render() {
    const { explore } = this.words;
    const { missing } = this.#explore.value;
    const [first] = missing;
    return html`<div class="explore-start">
      ${
        first
          ? html`<p>${explore.missing(missing.length, namesOfMissing(missing))}</p>
              <nearest-names for-words=${wordsOf(first)} kind=${kindOf(first)}></nearest-names>`
          : nothing
      }
      <h2>${explore.startTitle}</h2>
      <p>${explore.startLead}</p>
      ${this.#mine()}
      ${taskView(
        this.#most,
        ({ institutions, themes, story }) => html`
          ${story ? html`<p><a class="button primary" href=${this.linkTo("/verken", { verhaal: "samen" })}>${explore.startStory}</a></p>` : nothing}
          <div class="explore-offers">
            ${this.#list(explore.startThemes, themes)} ${this.#list(explore.startInstitutions, institutions)}
          </div>`,
      )}
    </div>`;
  }

  /** What was drawn here before. */
  #mine() {
    const { saved } = this.text;
    const [last, views] = [lastDrawing(), savedViews()];
    return html`${
      last
        ? html`<p>
            <a class="button" href=${this.linkTo("/verken", last.query)}>${icon("undo")} ${saved.last(number(last.items, this.language))}</a>
          </p>`
        : nothing
    }
    ${
      views.length > 0
        ? html`<h3>${saved.onStart}</h3>
            <ul class="plain-list">
              ${views.slice(0, 6).map(({ name, query }) => html`<li><a href=${this.linkTo("/verken", query)}>${name}</a></li>`)}
            </ul>`
        : nothing
    }`;
  }

  #list(title: string, nodes: readonly NodeSummary[]) {
    return html`<section>
      <h3>${title}</h3>
      <ul class="plain-list">
        ${nodes.map(
          (node) =>
            html`<li><node-link .node=${node} plain href=${this.linkTo("/verken", { toon: node.id, kies: node.id })}></node-link></li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "explore-start": ExploreStart;
  }
}
