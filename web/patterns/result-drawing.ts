import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { NodeId, Subgraph } from "../../model/graph.ts";
import type { GraphCanvas } from "../drawing/graph-canvas.ts";
import { arranged } from "../drawing/layout.ts";
import { addToView, emptyView, placeNodes } from "../drawing/view.ts";
import { linkSentence } from "../drawing/view-text.ts";
import type { NodeEvent } from "../ui/element.ts";
import "../drawing/graph-canvas.ts";
import { icon } from "../ui/icon.ts";
import "../ui/node-link.ts";
import { taskView } from "../ui/task-view.ts";
import { PatternElement } from "./pattern-element.ts";

/** The most nodes that a drawing of rows is made of, and that an address of the explorer takes from here. */
const most = 300;

/** The nodes and links that a pattern found, drawn; all of them can be taken along to the explorer. */
@customElement("result-drawing")
export class ResultDrawing extends PatternElement {
  @property({ attribute: false }) found: Subgraph = { nodes: [], links: [] };
  @state() private selected: NodeId | undefined;

  readonly #view = new Task(this, {
    args: () => [this.found] as const,
    task: async ([{ nodes, links }]) => {
      const drawn = nodes.slice(0, most);
      const there = new Set(drawn.map(({ id }) => id));
      const among = links.filter(({ from, to }) => there.has(from) && there.has(to));
      const view = addToView({ nodes: drawn, links: among }, new Map())(emptyView);
      return placeNodes(await arranged(view))(view);
    },
  });
  #opening = 0;

  override render() {
    const [patterns, { explore }] = [this.patterns, this.words];
    return taskView(this.#view, (view) => {
      const node = this.selected && view.nodes.get(this.selected);
      const all = [...view.nodes.keys()].join(",");
      return html`<div class="result-drawing">
          <graph-canvas
            .view=${view}
            .selected=${this.selected}
            .opening=${this.#openingOf(view)}
            @node-select=${({ id }: NodeEvent) => (this.selected = id)}
            @node-expand=${({ id }: NodeEvent) => (this.selected = id)}
            @canvas-leave=${() => this.querySelector<HTMLElement>(".result-open")?.focus()}
          ></graph-canvas>
        </div>
        <div class="row">
          <a class="button result-open" href=${this.linkTo("/verken", { toon: all })}>${icon("network")} ${patterns.openExplore}</a>
          <button type="button" class="button" @click=${() => this.querySelector<GraphCanvas>("graph-canvas")?.fit()}>${explore.fit}</button>
          ${node ? html`<node-link .node=${node}></node-link>` : nothing}
        </div>
        <p class="small second">
          ${patterns.drawn(view.nodes.size, view.links.size)} ${this.found.nodes.length > most ? patterns.drawnMost(most) : nothing}
        </p>
        <details class="fold">
          <summary>${explore.text}</summary>
          <ul>${[...view.links.values()].map((link) => html`<li>${linkSentence(link, view.nodes, this.language)}.</li>`)}</ul>
        </details>`;
    });
  }

  #drawn: unknown;
  /** Rises with each other view. */
  #openingOf(view: unknown): number {
    if (view !== this.#drawn) this.#opening += 1;
    this.#drawn = view;
    return this.#opening;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "result-drawing": ResultDrawing;
  }
}
