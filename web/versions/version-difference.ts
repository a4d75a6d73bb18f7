import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { z } from "zod";
import type { compareVersionsRoute } from "../../model/versions.ts";
import { PageElement } from "../ui/element.ts";
import { number, textIn } from "../ui/format.ts";
import "../ui/row-changes.ts";
import { versionWords } from "./words.ts";

export type Difference = z.output<typeof compareVersionsRoute.response>;

/** What is not the same in two versions: in words, and row by row. */
@customElement("version-difference")
export class VersionDifference extends PageElement {
  @property({ attribute: false }) difference?: Difference;
  /** The version that the pages show: what is in it can be looked at. */
  @property() present = "";

  override render() {
    const { difference } = this;
    if (!difference) return nothing;
    const { rows, more, to } = difference;
    return html`<p>${textIn(difference.text, this.language)}</p>
      <row-changes .rows=${rows} ?linked=${to === this.present}></row-changes>
      ${more > 0 ? html`<p class="second">${versionWords(this.language).more(number(more, this.language))}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "version-difference": VersionDifference;
  }
}
