import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { EditClash, EditPreview } from "../../../model/edits.ts";
import { kindOf } from "../../../model/graph.ts";
import { fieldName } from "../../ui/change-words.ts";
import { PageElement } from "../../ui/element.ts";
import { textIn } from "../../ui/format.ts";
import { nodeHref } from "../../ui/node-link.ts";
import "../../ui/row-changes.ts";
import { radioField } from "./fields.ts";
import { decided, type FormRequest, type Wrong, writtenIn } from "./form-request.ts";
import { formWords } from "./words.ts";

const isRemoval = ({ edit }: FormRequest): boolean => (edit.is === "node" || edit.is === "link") && edit.wanted === undefined;

/** Somebody has chosen between what they wrote and what somebody else has written meanwhile. */
export class DecidedEvent extends Event {
  readonly request: FormRequest;
  constructor(request: FormRequest) {
    super("form-decided", { bubbles: true });
    this.request = request;
  }
}

/**
 * What a change comes to, before it is published; where somebody else has changed the same, both, to choose from.
 * @fires {DecidedEvent} form-decided
 * @fires publish
 */
@customElement("edit-review")
export class EditReview extends PageElement {
  @property({ attribute: false }) preview?: EditPreview;
  @property({ attribute: false }) request?: FormRequest;
  @property({ type: Boolean }) busy = false;
  @state() private choices: Readonly<Record<string, "mine" | "theirs">> = {};
  @state() private wrong: Wrong = new Map();

  override render() {
    const { preview, request } = this;
    if (!preview || !request) return nothing;
    const text = formWords(this.language);
    const open = preview.clashes.filter(({ field }) => field !== undefined);
    if (open.length > 0) return this.#clashes(open, request);
    const title = isRemoval(request) ? text.removeTitle : text.reviewTitle;
    return html`<section class="form-review" aria-labelledby="form-review">
      <h2 id="form-review" tabindex="-1">${title}</h2>
      ${preview.clashes.map((clash) => html`<p class="error" role="alert">${this.#cannot(clash)}</p>`)}
      ${preview.like.length > 0 ? this.#like(preview.like) : nothing}
      ${preview.rows.length === 0 && preview.clashes.length === 0 ? html`<p>${text.reviewSame}</p>` : nothing}
      <row-changes .rows=${preview.rows}></row-changes>
      ${
        preview.rows.length > 0 && preview.clashes.length === 0
          ? html`<button type="button" class="button primary" aria-disabled=${this.busy} @click=${this.#publish}>
              ${this.busy ? text.publishing : text.publish}
            </button>`
          : nothing
      }
    </section>`;
  }

  #cannot({ why, name }: EditClash): string {
    const { clashes } = formWords(this.language);
    return clashes[why === "changed" ? "gone" : why](textIn(name, this.language));
  }

  #like(like: EditPreview["like"]) {
    const text = formWords(this.language);
    return html`<div class="card form-like">
      <h3>${text.likeTitle}</h3>
      <p>${text.likeLead}</p>
      <ul>
        ${like.map(
          ({ id, name, why }) =>
            html`<li><a href=${nodeHref({ id, kind: kindOf(id) }, this.language)}>${name}</a> <span class="second small">${text.like[why]}</span></li>`,
        )}
      </ul>
    </div>`;
  }

  #clashes(clashes: readonly EditClash[], request: FormRequest) {
    const text = formWords(this.language);
    const shown = (value: unknown) => (value === undefined || value === "" ? text.empty : String(value));
    return html`<section class="form-review" aria-labelledby="form-review">
      <h2 id="form-review" tabindex="-1">${text.clashTitle}</h2>
      <p>${text.clashLead}</p>
      <form novalidate @submit=${(event: Event) => this.#decide(event, clashes, request)}>
        ${clashes.map(({ field = "", now }) =>
          radioField(
            { name: `clash-${field}`, label: text.clashOf(fieldName(field, this.language)), wrong: this.wrong },
            [
              ["theirs", html`<span class="second">${text.theirs}:</span> ${shown(now)}`] as const,
              ["mine", html`<span class="second">${text.mine}:</span> ${shown(writtenIn(request, field))}`] as const,
            ],
            this.choices[field] ?? "",
            (chosen) => (this.choices = { ...this.choices, [field]: chosen }),
          ),
        )}
        <button type="submit" class="button primary">${text.clashNext}</button>
      </form>
    </section>`;
  }

  #decide(event: Event, clashes: readonly EditClash[], request: FormRequest): void {
    event.preventDefault();
    const open = clashes.filter(({ field = "" }) => !this.choices[field]);
    this.wrong = new Map(open.map(({ field = "" }) => [`clash-${field}`, formWords(this.language).clashMissing]));
    if (open.length > 0) return;
    this.dispatchEvent(new DecidedEvent(decided(request, clashes, ({ field = "" }) => this.choices[field] === "mine")));
    this.choices = {};
  }

  readonly #publish = (): void => {
    if (!this.busy) this.dispatchEvent(new Event("publish"));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "edit-review": EditReview;
  }
}
