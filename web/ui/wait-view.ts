import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { PageElement } from "./element.ts";

/** How long after the start each step shows, in milliseconds: grey lines, words, a way to stop. */
const steps = [300, 2_000, 5_000];

/** Says that something is being fetched, more clearly the longer it takes. */
@customElement("wait-view")
export class WaitView extends PageElement {
  /** Stops what is waited for; without it there is no button. */
  @property({ attribute: false }) stop?: () => void;
  /** There is something to read meanwhile, so no grey lines. */
  @property({ attribute: false }) small = false;
  @state() private step = 0;
  #timers: ReturnType<typeof setTimeout>[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.step = 0;
    this.#timers = steps.map((after, index) => setTimeout(() => (this.step = index + 1), after));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  override render() {
    const { states } = this.words;
    return html`<div class="wait" role="status" aria-busy="true">
      ${this.step > 0 && !this.small ? html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>` : nothing}
      ${this.step > 1 ? html`<p>${states.loading}</p>` : nothing}
      ${
        this.step > 2 && this.stop
          ? html`<button type="button" class="button" @click=${this.stop}>${states.stop}</button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "wait-view": WaitView;
  }
}
