import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Selected } from "../app/store.ts";
import { icon } from "../ui/icon.ts";
import type { IconName } from "../ui/icons.ts";
import type { ExploreActions } from "./actions.ts";
import { ExploreElement } from "./explore-element.ts";
import { exploreStore } from "./explore-state.ts";

/**
 * What can be done with the drawing as a whole.
 * @fires camera-fit - all of it is wanted in view
 * @fires camera-zoom - `detail` is the factor
 * @fires area-ask - a part is to be chosen; `detail` is the form: "frame" or "loop"
 * @fires saved-show - the drawings with a name are wanted
 * @fires picture-show - a picture of the drawing is wanted
 * @fires link-copy - the address of what is drawn is wanted
 */
@customElement("explore-toolbar")
export class ExploreToolbar extends ExploreElement {
  @property({ attribute: false }) actions!: ExploreActions;
  readonly #explore = new Selected(this, exploreStore, (state) => state);

  override render() {
    const { explore } = this.words;
    const { past, future, view } = this.#explore.value;
    const empty = view.nodes.size === 0;
    return html`<div class="toolbar" role="group" aria-label=${explore.toolbar}>
      ${this.#tool("undo", explore.undo, past.length === 0, () => this.actions.undo())} ${this.#tool("redo", explore.redo, future.length === 0, () => this.actions.redo())}
      <span class="tool-gap"></span>
      ${this.#tool("sparkles", explore.tidy, empty, () => void this.actions.arrange(view.layout))}
      ${this.#tool("maximize", explore.fit, empty, () => this.#ask("camera-fit"))}
      ${this.#tool("plus", explore.zoomIn, empty, () => this.#ask("camera-zoom", 1.3))}
      ${this.#tool("minus", explore.zoomOut, empty, () => this.#ask("camera-zoom", 1 / 1.3))}
      <span class="tool-gap"></span>
      ${this.#tool("frame", this.text.choice.frame, empty, () => this.#ask("area-ask", "frame"))}
      ${this.#tool("lasso", this.text.choice.loop, empty, () => this.#ask("area-ask", "loop"))}
      <span class="tool-gap"></span>
      ${this.#tool("bookmark", this.text.saved.button, false, () => this.#ask("saved-show"))}
      ${this.#tool("image", this.text.picture.button, empty, () => this.#ask("picture-show"))}
      ${this.#tool("share", explore.copyLink, false, () => this.#ask("link-copy"))}
      ${this.#tool("close", explore.clear, empty, () => this.actions.clear())}
    </div>`;
  }

  #tool(name: IconName, text: string, disabled: boolean, act: () => void) {
    return html`<button type="button" class="quiet square" aria-label=${text} title=${text} ?disabled=${disabled} @click=${act}>
      ${icon(name)}
    </button>`;
  }

  #ask(type: string, detail?: number | string): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "explore-toolbar": ExploreToolbar;
  }
}
