import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { PortraitLine } from "../../../model/discovery.ts";
import type { Link, Source } from "../../../model/graph.ts";
import { nameOf, textIn } from "../../ui/format.ts";
import "../../ui/evidence-list.ts";
import { kindIcon } from "../../ui/icon.ts";
import { linked } from "../../ui/linked.ts";
import { DiscoveryElement } from "../discovery-element.ts";

/** How many lines stand there before one asks for all. */
const first = 6;

const evidenceOf = (facts: readonly Link[]) => {
  const all = facts.flatMap(({ evidence }) => evidence);
  return all.filter(({ source, note }, index) => index === all.findIndex((one) => one.source === source && one.note === note));
};

/** Every line is wanted, and not all of them came yet. */
export class AllLinesEvent extends Event {
  constructor() {
    super("all-lines", { bubbles: true });
  }
}

/** One way to look at an institution: sentences, each with its sources. @fires {AllLinesEvent} all-lines */
@customElement("portrait-lens")
export class PortraitLens extends DiscoveryElement {
  @property() heading = "";
  @property({ attribute: false }) lines: readonly PortraitLine[] = [];
  @property({ attribute: false }) sources: readonly Source[] = [];
  /** How many more lines there are than came. */
  @property({ attribute: false }) left = 0;
  @state() private all = false;

  override render() {
    const { institution } = this.text;
    const count = this.lines.length + this.left;
    const hidden = count > first + 1 && !this.all;
    return html`<section class="lens">
      <h2>${this.heading}</h2>
      ${this.lines.length === 0 ? html`<p class="second">${institution.nothingYet}</p>` : nothing}
      ${[...Map.groupBy(this.lines, ({ about }) => about?.id)].map(([, lines]) => this.#group(lines, hidden))}
      ${this.left > 0 ? html`<p class="print-only second small">${institution.linesLeft(this.left)}</p>` : nothing}
      ${
        hidden || this.left > 0
          ? html`<button type="button" class="button" @click=${this.#showAll}>
              ${institution.moreLines(count)}<span class="visually-hidden">: ${this.heading}</span>
            </button>`
          : nothing
      }
    </section>`;
  }

  #showAll(): void {
    this.all = true;
    if (this.left > 0) this.dispatchEvent(new AllLinesEvent());
  }

  /** The lines about one theme; those that are not about one stand without a heading. */
  #group(lines: readonly PortraitLine[], hidden: boolean) {
    const about = lines[0]?.about;
    const isHidden = (line: PortraitLine) => hidden && !this.#shown.includes(line);
    return html`${about ? html`<h3 class=${lines.every(isHidden) ? "screen-hidden" : ""}>${nameOf(about, this.language)}</h3>` : nothing}
      <ul class="plain-list">
        ${lines.map((line) => this.#line(line, isHidden(line)))}
      </ul>`;
  }

  /** What stands there at once: the first lines in the order in which they are read. */
  get #shown(): readonly PortraitLine[] {
    return [...Map.groupBy(this.lines, ({ about }) => about?.id).values()].flat().slice(0, first);
  }

  #line({ sentence, node, facts }: PortraitLine, hidden: boolean) {
    const text = textIn(sentence, this.language);
    return html`<li class=${hidden ? "screen-hidden" : ""}>
      ${kindIcon({ kind: node.kind, contested: node.contested })}
      <div>
        <p>${linked(text, [node], this.language)}</p>
        <evidence-fold .evidence=${evidenceOf(facts)} .sources=${this.sources} about=${nameOf(node, this.language)}></evidence-fold>
      </div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portrait-lens": PortraitLens;
  }
}
