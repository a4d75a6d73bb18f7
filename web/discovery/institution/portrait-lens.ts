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

/** One way to look at an institution: sentences, each with its sources. */
@customElement("portrait-lens")
export class PortraitLens extends DiscoveryElement {
  @property() heading = "";
  @property({ attribute: false }) lines: readonly PortraitLine[] = [];
  @property({ attribute: false }) sources: readonly Source[] = [];
  @state() private all = false;

  override render() {
    const { institution } = this.text;
    const hidden = this.lines.length > first + 1 && !this.all;
    return html`<section class="lens">
      <h2>${this.heading}</h2>
      ${this.lines.length === 0 ? html`<p class="second">${institution.nothingYet}</p>` : nothing}
      ${[...Map.groupBy(this.lines, ({ about }) => about?.id)].map(([, lines]) => this.#group(lines, hidden))}
      ${
        hidden
          ? html`<button type="button" class="button" @click=${() => (this.all = true)}>
              ${institution.moreLines(this.lines.length)}<span class="visually-hidden">: ${this.heading}</span>
            </button>`
          : nothing
      }
    </section>`;
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
