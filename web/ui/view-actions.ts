import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { NodeId } from "../../model/graph.ts";
import { copyText } from "./clipboard.ts";
import { type CsvTable, csvOf } from "./csv.ts";
import { download, fileName } from "./download.ts";
import { PageElement } from "./element.ts";
import { icon } from "./icon.ts";

/** What can be done with a page as a whole: open it in the network, share its link, print it, keep it as a file. */
@customElement("view-actions")
export class ViewActions extends PageElement {
  /** What the files are called. */
  @property() name = "";
  /** What the network shows; no button when there is nothing. */
  @property({ attribute: false }) ids: readonly NodeId[] = [];
  /** May read more than the page shows. */
  @property({ attribute: false }) table?: () => CsvTable | Promise<CsvTable>;
  /** Reads what the page leaves out until it is asked for: paper cannot be asked. */
  @property({ attribute: false }) beforePrint?: () => Promise<void>;
  /** The page as a drawing, in SVG. */
  @property({ attribute: false }) picture?: () => string;
  /** Brings the address up to date before it is shared. */
  @property({ attribute: false }) beforeShare?: () => void;
  @state() private told = "";

  override render() {
    const { actions } = this.words;
    return html`<div class="view-actions no-print" role="group" aria-label=${actions.group}>
      ${
        this.ids.length > 0
          ? html`<a class="button" href=${this.linkTo("/verken", { toon: this.ids.join(",") })}>${icon("network")} ${actions.network}</a>`
          : nothing
      }
      <button type="button" class="button" @click=${this.#share}>${icon("share")} ${actions.share}</button>
      <button type="button" class="button" title=${actions.pdfHint} @click=${this.#print}>${icon("printer")} ${actions.print}</button>
      ${
        this.table
          ? html`<button type="button" class="button" title=${actions.csvHint} @click=${this.#csv}>${icon("download")} ${actions.csv}</button>`
          : nothing
      }
      ${
        this.picture
          ? html`<button type="button" class="button" title=${actions.pictureHint} @click=${this.#svg}>${icon("download")} ${actions.picture}</button>`
          : nothing
      }
      ${this.told ? html`<span class="small second">${this.told}</span>` : nothing}
    </div>`;
  }

  async #share(): Promise<void> {
    const { actions } = this.words;
    this.beforeShare?.();
    this.told = (await copyText(location.href)) ? actions.shared : actions.notShared;
    this.say(this.told);
  }

  async #print(): Promise<void> {
    await this.#reading(async () => {
      if (this.beforePrint) {
        await this.beforePrint();
        await new Promise(requestAnimationFrame);
      }
      print();
    });
  }

  async #csv(): Promise<void> {
    await this.#reading(async () => {
      if (this.table) download(`${fileName(this.name)}.csv`, "text/csv;charset=utf-8", csvOf(await this.table()));
    });
  }

  /** Says so when what has to be read first cannot be read. */
  async #reading(work: () => Promise<void>): Promise<void> {
    this.told = "";
    try {
      await work();
    } catch {
      this.told = this.words.actions.notRead;
      this.say(this.told);
    }
  }

  #svg(): void {
    if (this.picture) download(`${fileName(this.name)}.svg`, "image/svg+xml", this.picture());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "view-actions": ViewActions;
  }
}
