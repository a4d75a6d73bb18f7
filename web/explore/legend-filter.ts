import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type FamilyName, families, type NodeKind, nodeKindNames, nodeKinds } from "../../model/kinds.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { type Filters, setFilters, shown } from "../drawing/view.ts";
import { PageElement } from "../ui/element.ts";
import { kindWord, number } from "../ui/format.ts";
import { kindIcon } from "../ui/icon.ts";
import type { ExploreActions } from "./actions.ts";
import { exploreStore } from "./explore-state.ts";

/** What the signs mean, how many there are of each kind, and what to leave out: the legend is the filter. */
@customElement("legend-filter")
export class LegendFilter extends PageElement {
  @property({ attribute: false }) actions!: ExploreActions;
  readonly #view = new Selected(this, exploreStore, ({ view }) => view);
  readonly #schema = new Selected(this, appStore, ({ schema }) => schema);

  override render() {
    const { explore } = this.words;
    const { filters } = this.#view.value;
    return html`<div class="legend">
      ${(Object.keys(families) as FamilyName[]).map((family) => this.#family(family))}
      <fieldset>
        <legend>${explore.basis}</legend>
        ${this.#choice("basis", explore.basisAll, !filters.stated, { stated: false })}
        ${this.#choice("basis", explore.basisStated, filters.stated, { stated: true })}
      </fieldset>
      <fieldset>
        <legend>${explore.contested}</legend>
        ${(["all", "only", "without"] as const).map((contested) =>
          this.#choice("contested", explore.contestedChoices[contested], filters.contested === contested, { contested }),
        )}
      </fieldset>
      <label class="check">
        <input type="checkbox" .checked=${filters.fade} @change=${() => this.actions.change(setFilters({ fade: !filters.fade }))} />${explore.fade}
      </label>
      ${this.#signs()}
    </div>`;
  }

  #family(family: FamilyName) {
    const kinds = nodeKindNames.filter((kind) => nodeKinds[kind].family === family);
    return html`<fieldset>
      <legend>${families[family][this.language]}</legend>
      ${kinds.map((kind) => this.#kind(kind))}
    </fieldset>`;
  }

  #kind(kind: NodeKind) {
    const { filters } = this.#view.value;
    const there = shown(this.#view.value).nodes.filter((node) => node.kind === kind).length;
    const total = this.#schema.value?.nodeKinds.find((row) => row.kind === kind)?.count;
    const toggle = () => {
      const without = new Set(filters.without);
      if (!without.delete(kind)) without.add(kind);
      this.actions.change(setFilters({ without }));
    };
    return html`<label class="check">
      <input type="checkbox" .checked=${!filters.without.has(kind)} @change=${toggle} />
      ${kindIcon({ kind })}<span>${kindWord(kind, this.language, 2)}</span>
      <span class="legend-count">${
        total === undefined
          ? number(there, this.language)
          : this.words.explore.legendCount(number(there, this.language), number(total, this.language))
      }</span>
    </label>`;
  }

  #choice(name: string, text: string, checked: boolean, filters: Partial<Filters>) {
    return html`<label class="check">
      <input type="radio" name=${name} .checked=${checked} @change=${() => this.actions.change(setFilters(filters))} />${text}
    </label>`;
  }

  #signs() {
    const { explore } = this.words;
    const line = (basis: string) => html`<svg class="legend-line" viewBox="0 0 28 8" aria-hidden="true" data-basis=${basis}>
      <path d="M1 4H27" />
    </svg>`;
    return html`<p class="legend-title">${explore.signs}</p>
      <ul class="plain-list legend-signs">
        <li>${line("stated")} ${explore.signStated}</li>
        <li>${line("derived")} ${explore.signDerived}</li>
        <li>${line("contested")} ${explore.signContested}</li>
        <li>${kindIcon({ kind: "theme", sharers: 3 })} ${explore.signShared}</li>
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "legend-filter": LegendFilter;
  }
}
