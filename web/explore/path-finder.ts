import { Task } from "@lit/task";
import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type Path, type PathsAnswer, pathsRoute } from "../../model/explore.ts";
import type { NodeId, NodeSummary } from "../../model/graph.ts";
import { linkKinds, type NodeKind, nodeKindNames } from "../../model/kinds.ts";
import { call } from "../app/api.ts";
import type { NodeEvent } from "../ui/element.ts";
import { kindWord, nameOf, number } from "../ui/format.ts";
import { icon } from "../ui/icon.ts";
import { ExploreElement } from "./explore-element.ts";
import type { PathRule } from "./path-rule.ts";
import "../ui/search-box.ts";
import { taskView } from "../ui/task-view.ts";

/** How many ways are told. */
const most = 6;

/** Other ways are asked for. */
export class RuleEvent extends Event {
  readonly rule: PathRule;
  constructor(rule: PathRule) {
    super("rule-change", { bubbles: true });
    this.rule = rule;
  }
}

/** A way is to be seen in the drawing. */
export class PathEvent extends Event {
  readonly nodes: readonly NodeSummary[];
  constructor(nodes: readonly NodeSummary[]) {
    super("path-show", { bubbles: true });
    this.nodes = nodes;
  }
}

/**
 * The ways in which two nodes hang together, as sentences, the shortest first, and through what they may not lead.
 * @fires {RuleEvent} rule-change - other ends, or other ways, are asked for
 * @fires {PathEvent} path-show - a way is to be seen in the drawing; the first one of two new ends by itself
 */
@customElement("path-finder")
export class PathFinder extends ExploreElement {
  @property({ attribute: false }) rule!: PathRule;
  /** The names of what the drawing holds. */
  @property({ attribute: false }) names: (id: NodeId) => string = () => "";
  /** The way that is seen in the drawing. */
  @property({ attribute: false }) lit: readonly NodeId[] = [];
  /** Names of what is left out, which may not be in the drawing any more. */
  @state() private known: ReadonlyMap<NodeId, string> = new Map();
  /** The ends whose first way was shown. */
  #shown = "";

  readonly #paths = new Task(this, {
    // As texts: the same rule may come as another object.
    args: () => [JSON.stringify(this.rule)] as const,
    task: async (_, { signal }): Promise<PathsAnswer | undefined> => {
      const { from, to, longer, hubs, without, withoutKinds } = this.rule;
      if (!from || !to || from === to) return undefined;
      const kinds = nodeKindNames.filter((kind) => !withoutKinds.includes(kind));
      const query = { from, to, limit: most, longer: longer ? 1 : 0, hubs: hubs ? "allow" : "avoid", without };
      const answer = await call(pathsRoute, { query: { ...query, ...(withoutKinds.length > 0 && { kinds }) } }, signal);
      this.#showFirst(answer);
      return answer;
    },
  });

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const on = this.#paths.value?.paths.flatMap(({ nodes }) => nodes) ?? [];
    const unknown = on.filter(({ id }) => !this.known.has(id));
    if (unknown.length > 0)
      this.known = new Map([...this.known, ...unknown.map((node) => [node.id, nameOf(node, this.language)] as const)]);
  }

  #showFirst({ paths: [first] }: PathsAnswer): void {
    const ends = `${this.rule.from} ${this.rule.to}`;
    if (!first || ends === this.#shown) return;
    this.#shown = ends;
    this.dispatchEvent(new PathEvent(first.nodes));
  }

  override render() {
    const { explore } = this.words;
    return html`<div class="way">
      ${this.#end("from", explore.wayA)} ${this.#end("to", explore.wayB)}
      ${
        this.rule.from && this.rule.to
          ? taskView(this.#paths, (answer) => (answer ? html`${this.#rules()} ${this.#answer(answer)}` : nothing))
          : html`<p class="small second">${explore.wayPick}</p>`
      }
    </div>`;
  }

  #end(end: "from" | "to", text: string) {
    const id = this.rule[end];
    return html`<div class="field">
      <span aria-hidden="true">${text}</span>
      <search-box
        label=${text}
        .keep=${true}
        .value=${id ? this.#nameOf(id) : ""}
        @node-pick=${(event: NodeEvent) => {
          event.stopPropagation();
          this.#ask({ [end]: event.id });
        }}
      ></search-box>
    </div>`;
  }

  #rules() {
    const { way } = this.text;
    const { longer, hubs, without, withoutKinds } = this.rule;
    const check = (text: string, checked: boolean, rule: Partial<PathRule>) => html`<label class="check">
      <input type="checkbox" .checked=${checked} @change=${() => this.#ask(rule)} />${text}
    </label>`;
    const toggled = (kind: NodeKind) =>
      withoutKinds.includes(kind) ? withoutKinds.filter((other) => other !== kind) : [...withoutKinds, kind];
    return html`<div class="way-rules">
      ${check(way.longer, longer, { longer: !longer })} ${check(way.hubs, hubs, { hubs: !hubs })}
      <details class="fold" ?open=${withoutKinds.length > 0}>
        <summary>${way.kinds}</summary>
        ${nodeKindNames.map((kind) => check(kindWord(kind, this.language, 2), withoutKinds.includes(kind), { withoutKinds: toggled(kind) }))}
      </details>
      ${
        without.length > 0
          ? html`<ul class="plain-list way-without">
              ${without.map(
                (id) => html`<li>
                  <button type="button" class="chip" @click=${() => this.#ask({ without: without.filter((other) => other !== id) })}>
                    ${way.without(this.#nameOf(id))} ${icon("close")}<span class="visually-hidden">${way.allow}</span>
                  </button>
                </li>`,
              )}
            </ul>`
          : nothing
      }
    </div>`;
  }

  #answer({ paths, throughHubs }: PathsAnswer) {
    const { way } = this.text;
    const hint =
      throughHubs === undefined
        ? nothing
        : html`<p>
            ${way.throughHubs(this.#steps(throughHubs))}
            <button type="button" class="button small" @click=${() => this.#ask({ hubs: true })}>${way.hubsToo}</button>
          </p>`;
    if (paths.length === 0)
      return html`<p>${throughHubs === undefined ? this.words.explore.wayNone : way.noneWithoutHubs}</p>${hint}`;
    return html`${hint}
      <ol class="ways">${paths.map((path) => this.#way(path))}</ol>`;
  }

  #steps(count: number): string {
    return count === 1 ? this.text.way.oneStep : this.text.way.steps(number(count, this.language));
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
    const isLit = nodes.length === this.lit.length && nodes.every(({ id }, index) => id === this.lit[index]);
    return html`<li aria-current=${isLit ? "true" : nothing}>
      <p class="label">${explore.waySteps(links.length)}</p>
      <p>${first ? nameOf(first, this.language) : nothing}${steps}.</p>
      <div class="row">
        <button type="button" class="button small" @click=${() => this.dispatchEvent(new PathEvent(nodes))}>
          ${icon("route")} ${explore.wayShow}
        </button>
        ${nodes.slice(1, -1).map((node) => this.#leaveOut(node))}
      </div>
    </li>`;
  }

  #leaveOut(node: NodeSummary) {
    const text = this.text.way.without(nameOf(node, this.language));
    return html`<button type="button" class="quiet small way-not" title=${text} @click=${() => this.#ask({ without: [...this.rule.without, node.id] })}>
      ${icon("close")} ${text}
    </button>`;
  }

  #nameOf(id: NodeId): string {
    return this.names(id) || this.known.get(id) || id;
  }

  #ask(rule: Partial<PathRule>): void {
    this.dispatchEvent(new RuleEvent({ ...this.rule, ...rule }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "path-finder": PathFinder;
  }
}
