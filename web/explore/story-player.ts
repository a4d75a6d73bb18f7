import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Selected } from "../app/store.ts";
import { download, fileName } from "../ui/download.ts";
import { icon } from "../ui/icon.ts";
import type { ExploreActions } from "./actions.ts";
import { ExploreElement } from "./explore-element.ts";
import { exploreStore } from "./explore-state.ts";
import { toldIn } from "./story.ts";

/** What the step of a story tells, beside the drawing that shows it; forth, back, out, and the story as a file to change. */
@customElement("story-player")
export class StoryPlayer extends ExploreElement {
  @property({ attribute: false }) actions!: ExploreActions;
  readonly #telling = new Selected(this, exploreStore, ({ telling }) => telling);

  override render() {
    const telling = this.#telling.value;
    const told = telling?.story.steps[telling.at];
    if (!telling || !told) return nothing;
    const { story } = this.text;
    const { at } = telling;
    const { steps, title } = telling.story;
    const isLast = at === steps.length - 1;
    return html`<section class="story-player" aria-label=${story.label(toldIn(title, this.language))}>
      <div>
        <p class="small second">${story.step(at + 1, steps.length)}</p>
        <h2>${toldIn(told.title, this.language)}</h2>
        <p>${toldIn(told.text, this.language)}</p>
      </div>
      <div class="row">
        <button type="button" class="button" ?disabled=${at === 0} @click=${() => void this.actions.tell(telling.story, at - 1)}>${story.back}</button>
        ${
          isLast
            ? html`<button type="button" class="button primary" @click=${() => this.actions.endStory()}>${story.end}</button>`
            : html`<button type="button" class="button primary" @click=${() => void this.actions.tell(telling.story, at + 1)}>
                ${story.next} ${icon("arrow-right")}
              </button>`
        }
        <button
          type="button"
          class="quiet square"
          aria-label=${story.file}
          title=${story.file}
          @click=${() => download(`${fileName(title.nl)}.json`, "application/json", JSON.stringify(telling.story, null, 2))}
        >
          ${icon("download")}
        </button>
        <button type="button" class="quiet square" aria-label=${story.stop} title=${story.stop} @click=${() => this.actions.endStory()}>${icon("close")}</button>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "story-player": StoryPlayer;
  }
}
