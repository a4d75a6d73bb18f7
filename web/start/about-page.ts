import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { type CitationStyle, citeRoute } from "../../model/cite.ts";
import { sourcesRoute } from "../../model/explore.ts";
import type { Source } from "../../model/graph.ts";
import { addressOf, call } from "../app/api.ts";
import { basePath } from "../app/base-path.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import "../ui/download-files.ts";
import { PageElement } from "../ui/element.ts";
import { number } from "../ui/format.ts";
import { icon, kindIcon } from "../ui/icon.ts";
import { taskView } from "../ui/task-view.ts";
import "./about.css";

/** The forms of a citation, by the names that programs for references know them by. */
const citationNames: Readonly<Record<CitationStyle, string>> = {
  apa: "APA",
  bibtex: "BibTeX",
  ris: "RIS",
  "csl-json": "CSL-JSON",
};

/** What this is, how to read it, where it comes from, and what it promises. */
@customElement("about-page")
export class AboutPage extends PageElement {
  readonly #schema = new Selected(this, appStore, ({ schema }) => schema);
  readonly #sources = new Task(this, {
    args: () => [] as const,
    task: async (_, { signal }) => (await call(sourcesRoute, {}, signal)).sources,
  });

  override render() {
    const { about, pages } = this.words;
    return html`<article class="column about">
      <h1 tabindex="-1">${pages.about}</h1>
      <p class="lead">${about.lead}</p>
      <h2>${about.whatTitle}</h2>
      <p>${about.what}</p>
      ${this.#reading()} ${this.#data()}
      <h2>${about.privacyTitle}</h2>
      <p>${about.privacy}</p>
      <h2 id="toegankelijkheid">${about.accessTitle}</h2>
      <p>${about.access}</p>
      <ul>${about.accessTests.map((test) => html`<li>${test}</li>`)}</ul>
      <p>${about.accessNot}</p>
      <h2>${about.apiTitle}</h2>
      <p>${about.api} <a href="${basePath}/api/docs">${about.apiLink}</a>.</p>
    </article>`;
  }

  #reading() {
    const { about, evidence } = this.words;
    return html`<h2>${about.readTitle}</h2>
      <dl class="reading">
        <div><dt><span class="basis" data-basis="stated">${evidence.stated}</span></dt><dd>${about.readStated}</dd></div>
        <div><dt><span class="basis" data-basis="derived">${evidence.derived}</span></dt><dd>${about.readDerived}</dd></div>
        <div>
          <dt>${kindIcon({ kind: "network", contested: true })} <span class="contested-word">${evidence.contested}</span></dt>
          <dd>${about.readContested}</dd>
        </div>
      </dl>
      <p>${about.readUnknown}</p>`;
  }

  #data() {
    const { about, shell } = this.words;
    const schema = this.#schema.value;
    const total = (rows: readonly { readonly count: number }[]) =>
      number(
        rows.reduce((sum, { count }) => sum + count, 0),
        this.language,
      );
    return html`<h2>${about.dataTitle}</h2>
      <p>${about.data}</p>
      ${
        schema
          ? html`<p>
              ${shell.size(total(schema.nodeKinds), total(schema.linkKinds), number(schema.sources, this.language))}.
              <a href=${this.linkTo("/versies")}>${shell.version(schema.datasetVersion)}</a>.
            </p>`
          : nothing
      }
      <p>${about.personal}</p>
      <download-files></download-files>
      <p>
        ${about.cite}
        ${Object.entries(citationNames).map(
          ([style, name]) => html` <a download href=${addressOf(citeRoute.url, { style }, {})}>${name}</a>`,
        )}
      </p>
      ${taskView(
        this.#sources,
        (sources) => html`<details class="fold">
          <summary>${about.sourcesTitle(number(sources.length, this.language))}</summary>
          <ul class="sources">
            ${[...sources].sort((one, other) => one.title.localeCompare(other.title, "nl")).map((source) => this.#source(source))}
          </ul>
        </details>`,
      )}`;
  }

  #source({ title, url }: Source) {
    return html`<li lang="nl">
      ${url ? html`<a href=${url} rel="noreferrer" target="_blank">${title}${icon("external-link")}</a>` : title}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "about-page": AboutPage;
  }
}
