import { html, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Link, NodeId, NodeSummary } from "../../model/graph.ts";
import { PageElement } from "../ui/element.ts";
import { kindWord, nameOf } from "../ui/format.ts";
import { glyph } from "../ui/icon.ts";
import { Media } from "../ui/media.ts";
import { nodeHref } from "../ui/node-link.ts";
import { readOn, wrap } from "../ui/wrap.ts";

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Sizes of the drawing for a wide and for a narrow screen, in pixels; words are in characters. */
const wide = { width: 640, side: 78, letters: { who: 16, asked: 24 }, scale: 1.35, bend: 70 };
const narrow = { width: 344, side: 50, letters: { who: 13, asked: 16 }, scale: 1.1, bend: 30 };
const height = 540;

/** Institutions at both sides of the questions that they share, laid out once and for all. Everything in it is a link. */
@customElement("story-drawing")
export class StoryDrawing extends PageElement {
  @property({ attribute: false }) institutions: readonly NodeSummary[] = [];
  @property({ attribute: false }) questions: readonly NodeSummary[] = [];
  /** From institutions to questions. */
  @property({ attribute: false }) links: readonly Link[] = [];
  /** The item that is pointed at: its links stand out. */
  @state() private near: NodeId | undefined;
  readonly #narrow = new Media(this, "(max-width: 45rem)");

  override render() {
    const form = this.#narrow.matches ? narrow : wide;
    const spots = this.#spots(form);
    return html`<svg
      class="story"
      viewBox="0 0 ${form.width} ${height}"
      role="group"
      aria-label=${this.words.start.drawing}
      data-near=${this.near ?? nothing}
    >
      <g aria-hidden="true">${this.links.map((link) => this.#line(link, spots, form.bend))}</g>
      ${this.institutions.map((node) => this.#item(node, spots.get(node.id), form.letters.who, form.scale))}
      ${this.questions.map((node) => this.#item(node, spots.get(node.id), form.letters.asked, form.scale))}
    </svg>`;
  }

  /** Half of the institutions left, the others right, the questions between them, each evenly over the height. */
  #spots({ width, side }: typeof wide): Map<NodeId, Spot> {
    const half = Math.ceil(this.institutions.length / 2);
    const column = (nodes: readonly NodeSummary[], x: number) =>
      nodes.map(({ id }, index): [NodeId, Spot] => [id, { x, y: ((index + 0.5) / nodes.length) * (height - 24) - 8 }]);
    return new Map([
      ...column(this.institutions.slice(0, half), side),
      ...column(this.institutions.slice(half), width - side),
      ...column(this.questions, width / 2),
    ]);
  }

  #line({ from, to, basis }: Link, spots: ReadonlyMap<NodeId, Spot>, bend: number) {
    const [start, end] = [spots.get(from), spots.get(to)];
    if (!start || !end) return nothing;
    const turn = start.x < end.x ? bend : -bend;
    const path = `M${start.x} ${start.y}C${start.x + turn} ${start.y} ${end.x - turn * 1.6} ${end.y} ${end.x} ${end.y}`;
    return svg`<path class="story-link" data-basis=${basis} ?data-near=${this.near === from || this.near === to} d=${path} />`;
  }

  #item(node: NodeSummary, spot: Spot | undefined, letters: number, scale: number) {
    if (!spot) return nothing;
    const sharers = this.links.filter(({ to }) => to === node.id).length;
    const name = nameOf(node, this.language);
    const about = sharers > 0 ? `, ${this.words.graph.sharedBy(sharers)}` : "";
    return svg`<a
      href=${nodeHref(node, this.language)}
      aria-label="${name}, ${kindWord(node.kind, this.language)}${about}"
      transform="translate(${spot.x} ${spot.y})"
      @pointerenter=${() => this.#point(node.id)}
      @pointerleave=${() => this.#point(undefined)}
      @focus=${() => this.#point(node.id)}
      @blur=${() => this.#point(undefined)}
    >
      <circle class="story-reach" r=${28 * scale} />
      <g transform="scale(${scale})">${glyph({ kind: node.kind, sharers, contested: node.contested })}</g>
      ${readOn(wrap(name, letters, 4)).map((line, index) => svg`<text y=${(sharers > 1 ? 36 : 30) * scale + 8 + index * 17}>${line}</text>`)}
    </a>`;
  }

  #point(id: NodeId | undefined): void {
    this.near = id;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "story-drawing": StoryDrawing;
  }
}
