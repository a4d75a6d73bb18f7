import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { OverlapAnswer } from "../../../model/discovery.ts";
import { type NodeKind, nodeKindNames } from "../../../model/kinds.ts";
import { capital, kindWord, nameOf, number } from "../../ui/format.ts";
import "../../ui/node-link.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import "../fact-list.ts";
import "../../ui/lazy-fold.ts";
import { listed } from "../phrases.ts";

/** How many items of a kind stand there before one asks for the rest. */
const first = 6;

type Shared = OverlapAnswer["shared"][number];

/** Everything that two or more of some institutions share, by kind, each with what it rests on. */
@customElement("overlap-shared")
export class OverlapShared extends DiscoveryElement {
  @property({ attribute: false }) answer?: OverlapAnswer;

  override render() {
    const { answer } = this;
    if (!answer) return nothing;
    const { overlap } = this.text;
    const { shared } = answer;
    const all = shared.length + answer.left.shared;
    const count = all === 1 ? overlap.sharedOne : overlap.sharedLead(number(all, this.language));
    return html`<section class="shared" aria-labelledby="shared">
      <h2 id="shared">${overlap.sharedTitle}</h2>
      <p class="second">
        ${all === 0 ? overlap.sharedNone : count}
        ${answer.left.shared > 0 ? overlap.leftShared(number(shared.length, this.language)) : nothing}
      </p>
      ${nodeKindNames.map((kind) =>
        this.#group(
          kind,
          shared.filter(({ item }) => item.kind === kind),
        ),
      )}
    </section>`;
  }

  #group(kind: NodeKind, items: readonly Shared[]) {
    if (items.length === 0) return nothing;
    const rest = items.slice(items.length > first + 1 ? first : items.length);
    return html`<section>
      <h3>${capital(kindWord(kind, this.language, items.length))} <span class="second">${number(items.length, this.language)}</span></h3>
      <ul class="plain-list">
        ${items.slice(0, items.length - rest.length).map((one) => this.#item(one))}
      </ul>
      ${
        rest.length > 0
          ? html`<lazy-fold
              label=${this.text.institution.moreLines(items.length)}
              about=${kindWord(kind, this.language, 2)}
              .content=${() => html`<ul class="plain-list">${rest.map((one) => this.#item(one))}</ul>`}
            ></lazy-fold>`
          : nothing
      }
    </section>`;
  }

  #item({ item, institutions, links }: Shared) {
    const { overlap, facts } = this.text;
    const all = [item, ...(this.answer?.institutions ?? [])];
    const names = new Map(all.map((node) => [node.id, nameOf(node, this.language)]));
    const nodes = all.filter(({ id }) => id === item.id || institutions.includes(id));
    return html`<li>
      <node-link .node=${item} plain .sharers=${institutions.length}></node-link>
      <span class="small second">${overlap.of(
        listed(
          institutions.map((id) => names.get(id) ?? id),
          this.language,
        ),
      )}</span>
      <lazy-fold
        label=${facts.title}
        about=${nameOf(item, this.language)}
        .content=${() => html`<fact-list .links=${links} .nodes=${nodes} .sources=${this.answer?.sources ?? []}></fact-list>`}
      ></lazy-fold>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "overlap-shared": OverlapShared;
  }
}
