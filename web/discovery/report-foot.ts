import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Source } from "../../model/graph.ts";
import { icon } from "../ui/icon.ts";
import { DiscoveryElement } from "./discovery-element.ts";
import { day } from "./phrases.ts";

/** What a page was made from: the state of the data, the day, and every source. Folded on the screen, whole in print. */
@customElement("report-foot")
export class ReportFoot extends DiscoveryElement {
  @property() version = "";
  @property({ attribute: false }) sources: readonly Source[] = [];
  /** Whether the page shows things whose sources are only read when they are opened, or printed with the button. */
  @property({ attribute: false }) more = false;

  override render() {
    const { report } = this.text;
    const made = day(new Date(), this.language);
    return html`<footer class="report-foot" aria-label=${report.title}>
      <p class="small second">${report.made(made)} ${report.version(this.version)}</p>
      ${this.more ? html`<p class="small second">${report.more}</p>` : nothing}
      ${
        this.sources.length > 0
          ? html`<details class="fold no-print">
                <summary>${report.sources(this.sources.length)}</summary>
                ${this.#list()}
              </details>
              <div class="print-only">
                <h2>${report.title}</h2>
                ${this.#list()}
              </div>`
          : nothing
      }
    </footer>`;
  }

  #list() {
    return html`<ol class="report-sources">
      ${this.sources.map(({ title, url, urlNamesPerson }) => {
        if (!url) return html`<li>${title}</li>`;
        const link = html`<a class="source" href=${url} rel="noreferrer" target="_blank"
          >${title}${icon("external-link")}<span class="visually-hidden"> (${this.words.evidence.newTab})</span></a
        >`;
        const address = urlNamesPerson ? this.text.report.personal : url;
        return html`<li>${link}<span class="print-only source-address">${address}</span></li>`;
      })}
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "report-foot": ReportFoot;
  }
}
