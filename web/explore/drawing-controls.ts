import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Selected } from "../app/store.ts";
import { type LayoutName, layoutNames } from "../drawing/view.ts";
import { drawingWords } from "../drawing/words.ts";
import { PageElement } from "../ui/element.ts";
import type { ExploreActions } from "./actions.ts";
import { exploreStore } from "./explore-state.ts";
import { type SizeName, sizeNameOf, sizeNames } from "./sizing.ts";

/** How the drawing is laid out, and what the size of a sign tells. */
@customElement("drawing-controls")
export class DrawingControls extends PageElement {
  @property({ attribute: false }) actions!: ExploreActions;
  readonly #explore = new Selected(this, exploreStore, (state) => state);

  override render() {
    const layout = drawingWords(this.language);
    const { view } = this.#explore.value;
    const sizeWords = { ...layout.sizes, ...layout.measures };
    return html`<div class="drawing-controls">
      ${this.#choice(layout.label, layoutNames, view.layout.name, layout.names, (name) => this.#arrange(name))}
      ${this.#choice(layout.size, sizeNames, sizeNameOf(view.sizing), sizeWords, (name) => void this.actions.size(name as SizeName))}
    </div>`;
  }

  #arrange(name: LayoutName): void {
    const { selected } = this.#explore.value;
    void this.actions.arrange({ name, ...(name === "layers" && selected && { from: selected }) });
  }

  #choice<Name extends string>(
    label: string,
    names: readonly Name[],
    now: Name,
    words: Readonly<Record<Name, string>>,
    choose: (name: Name) => void,
  ) {
    return html`<label class="drawing-choice"
      ><span>${label}</span>
      <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Name)}>
        ${names.map((name) => html`<option value=${name} ?selected=${name === now}>${words[name]}</option>`)}
      </select></label
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "drawing-controls": DrawingControls;
  }
}
