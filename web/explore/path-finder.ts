import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type Path, pathsRoute } from "../../model/explore.ts";
import type { NodeId } from "../../model/graph.ts";
import { linkKinds } from "../../model/kinds.ts";
import { call } from "../app/api.ts";
import { type NodeEvent, PageElement } from "../ui/element.ts";
import { nameOf } from "../ui/format.ts";
import { icon } from "../ui/icon.ts";
import { NodesEvent } from "./node-detail.ts";
import "../ui/search-box.ts";
import { taskView } from "../ui/task-view.ts";

/** The user chose an end of a way. */
export class WayEvent extends Event {
  readonly end: "from" | "to";
  readonly id: NodeId;
  constructor(end: "from" | "to", id: NodeId) {
    super("way-pick", { bubbles: true });
    this.end = end;
    this.id = id;
  }
}

/**
 * The ways in which two nodes hang together, as sentences, the shortest first.
 * @fires {WayEvent} way-pick - an end was chosen
 * @fires {NodesEvent} nodes-add - a way is wanted on the canvas
 */
@customElement("path-finder")
export class PathFinder extends PageElement {
  @property() from?: NodeId;
  @property() to?: NodeId;
  /** The names of the ends, where they are known. */
  @property() fromName = "";
  @property() toName = "";

  readonly #paths = new Task(this, {
    args: () => [this.from, this.to] as const,
    task: async ([from, to], { signal }) =>
      from && to && from !== to ? (await call(pathsRoute, { query: { from, to } }, signal)).paths : undefined,
  });

  override render() {
    const { explore } = this.words;
    return html`<div class="way">
      ${this.#end("from", explore.wayA, this.fromName)} ${this.#end("to", explore.wayB, this.toName)}
      ${taskView(this.#paths, (paths) => {
        if (!paths) return html`<p class="small second">${explore.wayPick}</p>`;
        if (paths.length === 0) return html`<p>${explore.wayNone}</p>`;
        return html`<ol class="ways">${paths.map((path) => this.#way(path))}</ol>`;
      })}
    </div>`;
  }

  #end(end: "from" | "to", text: string, name: string) {
    return html`<div class="field">
      <span aria-hidden="true">${text}</span>
      <search-box
        label=${text}
        .keep=${true}
        .value=${name}
        @node-pick=${(event: NodeEvent) => {
          event.stopPropagation();
          this.dispatchEvent(new WayEvent(end, event.id));
        }}
      ></search-box>
    </div>`;
  }

  #way({ nodes, links }: Path) {
    const { explore } = this.words;
    const steps = nodes.slice(1).map((node, index) => {
      const link = links[index];
      const direction = link?.to === node.id ? "out" : "in";
      return html` <em>${link ? linkKinds[link.kind][this.language][direction] : nothing}</em>${
        link?.basis === "derived" ? html` <span class="second">(${this.words.evidence.derived})</span>` : nothing
      } ${icon("arrow-right")} ${nameOf(node, this.language)}`;
    });
    const [first] = nodes;
    return html`<li>
      <p class="label">${explore.waySteps(links.length)}</p>
      <p>${first ? nameOf(first, this.language) : nothing}${steps}.</p>
      <button type="button" class="button small" @click=${() => this.dispatchEvent(new NodesEvent(nodes.map(({ id }) => id)))}>
        ${icon("route")} ${explore.wayShow}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "path-finder": PathFinder;
  }
}
