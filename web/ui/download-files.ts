import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { mostIdsInAddress } from "../../model/explore.ts";
import { type ExportFormatName, exportRoute, selectionExportRoute } from "../../model/exports.ts";
import type { NodeId } from "../../model/graph.ts";
import { addressOf, fetchFile } from "../app/api.ts";
import { keep } from "./download.ts";
import { PageElement } from "./element.ts";
import { icon } from "./icon.ts";

/** What a file is for: the order in which they stand. */
const groups = {
  table: ["xlsx", "csv-zip"],
  network: ["graphml", "gexf", "cx2"],
  linked: ["turtle", "jsonld"],
  program: ["json", "jsonl", "cypher", "neo4j-admin"],
  deposit: ["ro-crate", "datacite"],
} as const satisfies Record<string, readonly ExportFormatName[]>;

/**
 * The forms in which the graph, a part of it or what was found can be taken away: behind a button, each with what it is for. Each is a
 * link that others can call, too, unless `take` fetches the file.
 */
@customElement("download-files")
export class DownloadFiles extends PageElement {
  /** These items and the links among them; everything when left out. */
  @property({ attribute: false }) ids?: readonly NodeId[];
  /** Fetches and keeps a file that has no address of its own. */
  @property({ attribute: false }) take?: (format: ExportFormatName) => Promise<void>;
  /** The addresses of many items are long: they are not made for nobody. */
  @state() private isOpen = false;
  @state() private failed = "";
  @state() private busy: ExportFormatName | undefined;

  override render() {
    const { downloads } = this.words;
    return html`<details class="fold downloads" @toggle=${({ currentTarget }: Event) => (this.isOpen = (currentTarget as HTMLDetailsElement).open)}>
      <summary>${downloads.title}</summary>
      <p class="second">${this.take ? downloads.found : this.ids ? downloads.selection : downloads.everything}</p>
      ${this.isOpen ? html`<dl>${Object.entries(groups).map(([group, formats]) => this.#group(group as keyof typeof groups, formats))}</dl>` : nothing}
      ${this.failed ? html`<p class="error" role="alert">${this.failed}</p>` : nothing}
    </details>`;
  }

  #group(group: keyof typeof groups, formats: readonly ExportFormatName[]) {
    const { downloads } = this.words;
    return html`<div>
      <dt>${downloads.groups[group]}</dt>
      <dd>
        <ul class="plain-list">${formats.map((format) => html`<li>${this.#choice(format)} <span class="second small">${downloads.formats[format].use}</span></li>`)}</ul>
      </dd>
    </div>`;
  }

  /** More items than an address can name are named in what is sent. */
  get #isLarge(): boolean {
    return (this.ids?.length ?? 0) > mostIdsInAddress;
  }

  async #keepFile(format: ExportFormatName): Promise<void> {
    if (this.take) return this.take(format);
    const { name, content } = await fetchFile(selectionExportRoute, { params: { format }, body: { ids: [...(this.ids ?? [])] } });
    keep(name, content);
  }

  #choice(format: ExportFormatName) {
    const { name } = this.words.downloads.formats[format];
    if (this.take || this.#isLarge)
      return html`<button type="button" class="button small" ?disabled=${this.busy === format} @click=${() => void this.#take(format)}>
        ${icon("download")} ${name}
      </button>`;
    return html`<a class="button small" download href=${addressOf(exportRoute.url, { format }, { ids: this.ids })}>${icon("download")} ${name}</a>`;
  }

  async #take(format: ExportFormatName): Promise<void> {
    this.failed = "";
    this.busy = format;
    try {
      await this.#keepFile(format);
    } catch (error) {
      const { failed } = this.words.downloads;
      this.failed = error instanceof Error ? `${failed} ${error.message}` : failed;
    }
    this.busy = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "download-files": DownloadFiles;
  }
}
