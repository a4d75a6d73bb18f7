import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { type HiddenBy, showAll, shown } from "../drawing/view.ts";
import { viewText } from "../drawing/view-text.ts";
import { PageElement } from "../ui/element.ts";
import { number } from "../ui/format.ts";
import type { ExploreActions } from "./actions.ts";
import { exploreStore } from "./explore-state.ts";
import "../ui/error-view.ts";
import { icon } from "../ui/icon.ts";
import { namesOfMissing } from "../ui/missing-items.ts";
import "../ui/wait-view.ts";

const reasons: readonly HiddenBy[] = ["user", "kind", "contested", "basis"];

/** What is shown and what is not, and by what; the view in words; and what is under way. */
@customElement("explore-status")
export class ExploreStatus extends PageElement {
  @property({ attribute: false }) actions!: ExploreActions;
  /** The drawing in words is asked for: a sentence for each link is not made for nobody. */
  @state() private inWords = false;
  readonly #explore = new Selected(this, exploreStore, (state) => state);
  readonly #schema = new Selected(this, appStore, ({ schema }) => schema);

  override render() {
    const { explore } = this.words;
    const { view, work, missing } = this.#explore.value;
    const seen = shown(view);
    const total = this.#schema.value?.nodeKinds.reduce((sum, { count }) => sum + count, 0) ?? view.nodes.size;
    return html`<div class="explore-status">
      ${work.busy ? html`<wait-view .small=${true} .stop=${this.actions.stop}></wait-view>` : nothing}
      ${work.error ? html`<error-view .error=${work.error} .safe=${true} .retry=${this.actions.tryAgain}></error-view>` : nothing}
      <p>
        ${explore.status(number(seen.nodes.length, this.language), number(total, this.language))}
        ${explore.linksShown(number(seen.links.length, this.language))} ${this.#hidden()}
        ${missing.length > 0 && view.nodes.size > 0 ? html`<span class="contested-word">${explore.missing(missing.length, namesOfMissing(missing))}</span>` : nothing}
      </p>
      <details class="fold" @toggle=${({ currentTarget }: Event) => (this.inWords = (currentTarget as HTMLDetailsElement).open)}>
        <summary>${explore.text}</summary>
        ${this.inWords ? this.#text() : nothing}
      </details>
    </div>`;
  }

  #hidden() {
    const { view } = this.#explore.value;
    const { hidden } = shown(view);
    const { explore } = this.words;
    if (hidden.size === 0 && view.filters.contested === "all" && !view.filters.stated) return nothing;
    const words = view.filters.fade ? explore.fadedBy : explore.hiddenBy;
    const by = reasons.flatMap((reason) => {
      const count = [...hidden.values()].filter((why) => why === reason).length;
      return count > 0 ? [words[reason](number(count, this.language))] : [];
    });
    return html`${by.map((text) => html`<span class="hidden-by">${icon("eye-off")}${text}</span> `)}
      <button type="button" class="button small" @click=${() => this.actions.change(showAll)}>${explore.showAll}</button>`;
  }

  #text() {
    const text = viewText(shown(this.#explore.value.view), this.language);
    return html`<pre class="view-text" tabindex="0" aria-label=${this.words.explore.text}>${text}</pre>
      <button type="button" class="button small" @click=${() => void this.actions.copy(text)}>${icon("copy")} ${this.words.explore.copyText}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "explore-status": ExploreStatus;
  }
}
