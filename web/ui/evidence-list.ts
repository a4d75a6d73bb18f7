import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Evidence, Source } from "../../model/graph.ts";
import { PageElement } from "./element.ts";
import { dayText } from "./format.ts";
import { icon } from "./icon.ts";

/** What a fact rests on: each source by its title, whether it says so itself, and how it was concluded where it does not. */
@customElement("evidence-list")
export class EvidenceList extends PageElement {
  @property({ attribute: false }) evidence: readonly Evidence[] = [];
  /** Where the titles come from; a source that is not in here is named by its id. */
  @property({ attribute: false }) sources: readonly Source[] = [];

  override render() {
    const byId = new Map(this.sources.map((source) => [source.id, source]));
    return html`<ul class="evidence">
      ${this.evidence.map(
        ({ source, basis, note, checkedOn }) => html`<li>
          ${this.#title(byId.get(source), source)}
          <span class="basis" data-basis=${basis}>${this.words.evidence[basis]}</span>
          ${checkedOn ? html`<span class="second">${this.words.evidence.checked(dayText(checkedOn, this.language))}</span>` : nothing}
          ${note ? html`<span class="note">${note}</span>` : nothing}
        </li>`,
      )}
    </ul>`;
  }

  #title(source: Source | undefined, id: string) {
    if (!source?.url) return html`<span class="source">${source?.title ?? id}</span>`;
    return html`<a class="source" href=${source.url} rel="noreferrer" target="_blank"
      >${source.title}${icon("external-link")}<span class="visually-hidden"> (${this.words.evidence.newTab})</span></a
    >`;
  }
}

/** The same behind one small button with the number of sources. */
@customElement("evidence-fold")
export class EvidenceFold extends PageElement {
  @property({ attribute: false }) evidence: readonly Evidence[] = [];
  @property({ attribute: false }) sources: readonly Source[] = [];
  /** What it is evidence for, for whoever cannot see where the button stands. */
  @property() about = "";

  override render() {
    const derived = !this.evidence.some(({ basis }) => basis === "stated");
    const { evidence: words } = this.words;
    return html`<details class="fold">
      <summary>
        <span class="basis" data-basis=${derived ? "derived" : "stated"}>${derived ? words.derived : words.stated}</span>
        ${words.count(this.evidence.length)}${this.about && html`<span class="visually-hidden">: ${this.about}</span>`}
      </summary>
      <evidence-list .evidence=${this.evidence} .sources=${this.sources}></evidence-list>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "evidence-list": EvidenceList;
    "evidence-fold": EvidenceFold;
  }
}
