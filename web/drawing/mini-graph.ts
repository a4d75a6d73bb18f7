import { html, nothing, svg, unsafeCSS } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Link, NodeId, NodeSummary } from "../../model/graph.ts";
import { linkKinds } from "../../model/kinds.ts";
import { WordElement } from "../ui/element.ts";
import { kindWord, nameOf } from "../ui/format.ts";
import glyphStyle from "../ui/glyph.css?raw";
import { glyph } from "../ui/icon.ts";
import { wrap } from "../ui/wrap.ts";
import style from "./mini-graph.css?raw";

interface Spot {
  readonly x: number;
  readonly y: number;
}

const column = 168;
const row = 104;

/**
 * A small still drawing of a few nodes and their links, left to right in steps from the first node. The same is in
 * words in its description, so nothing is told by the drawing alone.
 * @csspart drawing - the SVG, to give it another size
 */
@customElement("mini-graph")
export class MiniGraph extends WordElement {
  static override styles = [unsafeCSS(glyphStyle), unsafeCSS(style)];
  /** The first is where the reading starts. */
  @property({ attribute: false }) nodes: readonly NodeSummary[] = [];
  @property({ attribute: false }) links: readonly Link[] = [];
  /** What is shown, for whoever does not see it; made from the links when left out. */
  @property() text = "";

  override render() {
    const spots = placeInSteps(this.nodes, this.links);
    if (spots.size === 0) return nothing;
    const xs = [...spots.values()].map(({ x }) => x);
    const ys = [...spots.values()].map(({ y }) => y);
    const [left, top] = [Math.min(...xs) - column / 2, Math.min(...ys) - 32];
    const [width, height] = [Math.max(...xs) - left + column / 2, Math.max(...ys) - top + 74];
    return html`<svg
      part="drawing"
      viewBox="${left} ${top} ${width} ${height}"
      width=${width}
      height=${height}
      role="img"
      aria-label=${this.text || this.#inWords()}
    >
      <g aria-hidden="true">
        ${this.links.map((link) => this.#line(link, spots))}
        ${this.nodes.map((node) => this.#item(node, spots.get(node.id)))}
      </g>
    </svg>`;
  }

  #inWords(): string {
    const names = new Map(this.nodes.map((node) => [node.id, nameOf(node, this.language)]));
    const sentences = this.links.map(
      ({ from, kind, to }) => `${names.get(from) ?? from} ${linkKinds[kind][this.language].out} ${names.get(to) ?? to}`,
    );
    return sentences.length > 0 ? `${sentences.join(". ")}.` : this.words.graph.drawing(this.nodes.length, 0);
  }

  #line({ from, to, basis, contested, kind }: Link, spots: ReadonlyMap<NodeId, Spot>) {
    const [start, end] = [spots.get(from), spots.get(to)];
    if (!start || !end) return nothing;
    return svg`<g class="link" data-basis=${basis} ?data-contested=${contested}>
      <line x1=${start.x} y1=${start.y} x2=${end.x} y2=${end.y} />
      <text x=${(start.x + end.x) / 2} y=${(start.y + end.y) / 2 - 5}>${linkKinds[kind][this.language].out}</text>
    </g>`;
  }

  #item(node: NodeSummary, spot: Spot | undefined) {
    if (!spot) return nothing;
    return svg`<g transform="translate(${spot.x} ${spot.y})">
      ${glyph(node)}
      <title>${nameOf(node, this.language)} (${kindWord(node.kind, this.language)})</title>
      ${wrap(nameOf(node, this.language), 22, 3).map((line, index) => svg`<text class="name" y=${36 + index * 14}>${line}</text>`)}
    </g>`;
  }
}

/** A column for each step away from the first node, over links in either direction; what hangs loose comes last. */
function placeInSteps(nodes: readonly NodeSummary[], links: readonly Link[]): Map<NodeId, Spot> {
  const steps = new Map<NodeId, number>();
  let edge = nodes.slice(0, 1).map(({ id }) => id);
  for (let step = 0; edge.length > 0; step += 1) {
    for (const id of edge) steps.set(id, step);
    const next = links.flatMap(({ from, to }) => (edge.includes(from) ? [to] : edge.includes(to) ? [from] : []));
    edge = [...new Set(next)].filter((id) => !steps.has(id));
  }
  const last = Math.max(0, ...steps.values()) + 1;
  const columns = Map.groupBy(nodes, ({ id }) => steps.get(id) ?? last);
  const tallest = Math.max(0, ...[...columns.values()].map(({ length }) => length));
  return new Map(
    [...columns].flatMap(([step, items]) =>
      items.map(({ id }, index): [NodeId, Spot] => [id, { x: step * column, y: (index + (tallest - items.length) / 2) * row }]),
    ),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "mini-graph": MiniGraph;
  }
}
