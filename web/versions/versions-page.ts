import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { versionFileRoute } from "../../model/exports.ts";
import { compareVersionsRoute, type KeptVersion, versionsRoute } from "../../model/versions.ts";
import { addressOf, call } from "../app/api.ts";
import { replaceQuery } from "../app/router.ts";
import { appStore } from "../app/state.ts";
import { Selected } from "../app/store.ts";
import { PageElement } from "../ui/element.ts";
import { number, textIn } from "../ui/format.ts";
import { icon } from "../ui/icon.ts";
import { taskView } from "../ui/task-view.ts";
import "./version-difference.ts";
import "./versions.css";
import { versionWords } from "./words.ts";

/** Every state that the data were in: what was done in each, and what two of them differ in. */
@customElement("versions-page")
export class VersionsPage extends PageElement {
  readonly #query = new Selected(this, appStore, ({ address }) => address.query);
  readonly #versions = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => call(versionsRoute, {}, signal),
  });
  readonly #difference = new Task(this, {
    args: () => [this.#pair?.from, this.#pair?.to] as const,
    task: async ([from, to], { signal }) =>
      from && to ? call(compareVersionsRoute, { query: { from, to } }, signal) : undefined,
  });

  get #readable(): readonly KeptVersion[] {
    return this.#versions.value?.versions.filter(({ isDamaged }) => !isDamaged) ?? [];
  }

  /** The two that are compared: those of the address, else the last two. */
  get #pair(): { readonly from: string; readonly to: string } | undefined {
    const [latest, before] = this.#readable;
    if (!latest || !before) return undefined;
    const { van, naar } = this.#query.value;
    const known = (asked: string | undefined) =>
      this.#readable.find(({ version, number: its }) => version === asked || String(its) === asked)?.version;
    return { from: known(van) ?? before.version, to: known(naar) ?? latest.version };
  }

  override render() {
    const text = versionWords(this.language);
    return html`<article class="column versions">
      <h1 tabindex="-1">${this.words.pages.versions}</h1>
      <p class="lead">${text.lead}</p>
      <p><a href=${this.linkTo("/geschiedenis")}>${text.history}</a></p>
      ${taskView(this.#versions, ({ present, most, versions }) => html`${this.#compare(present)} ${this.#list(versions, most)}`)}
    </article>`;
  }

  #list(versions: readonly KeptVersion[], most: number) {
    const text = versionWords(this.language);
    return html`<section aria-labelledby="versions-list">
      <h2 id="versions-list">${text.listTitle}</h2>
      ${versions.length === 0 ? html`<p>${text.none}</p>` : nothing}
      <ol class="plain-list versions-list">${versions.map((version) => this.#version(version))}</ol>
      <p class="second small">${text.most(number(most, this.language))}</p>
    </section>`;
  }

  #version(version: KeptVersion) {
    const text = versionWords(this.language);
    const name = number(version.number, this.language);
    return html`<li>
      <h3>
        ${text.version(name)} ${version.isPresent ? html`<span class="versions-present">${text.present}</span>` : nothing}
      </h3>
      <p class=${version.isDamaged ? "error" : ""}>${textIn(version.text, this.language)}</p>
      <p class="second small">
        ${text.name} <code>${version.version}</code>${version.keptAt ? html`, ${text.keptAt(this.#moment(version.keptAt))}` : nothing}
      </p>
      ${version.isDamaged ? nothing : this.#actions(version, name)}
    </li>`;
  }

  #actions(version: KeptVersion, name: string) {
    const text = versionWords(this.language);
    const before = this.#readable.find(({ version: other }) => other === version.from);
    return html`<div class="row">
      <a
        class="button small"
        download
        href=${addressOf(versionFileRoute.url, { version: version.version }, {})}
        aria-label=${text.downloadOf(name)}
        >${icon("download")} ${text.download}</a
      >
      ${
        before
          ? html`<a class="button small" href=${this.linkTo("/versies", { van: before.version, naar: version.version })}
            >${text.what(name)}</a
          >`
          : nothing
      }
    </div>`;
  }

  #compare(present: string) {
    const text = versionWords(this.language);
    const pair = this.#pair;
    if (!pair) return nothing;
    const nameOf = (asked: string) => number(Number.parseInt(asked, 10), this.language);
    return html`<section aria-labelledby="versions-compare">
      <h2 id="versions-compare">${text.compare}</h2>
      <form class="row" @submit=${(event: Event) => event.preventDefault()}>
        <label>${text.from} ${this.#choice("van", pair.from)}</label>
        <label>${text.to} ${this.#choice("naar", pair.to)}</label>
      </form>
      <h3>${text.difference(nameOf(pair.from), nameOf(pair.to))}</h3>
      ${taskView(this.#difference, (difference) =>
        difference ? html`<version-difference .difference=${difference} present=${present}></version-difference>` : nothing,
      )}
    </section>`;
  }

  #choice(side: "van" | "naar", chosen: string) {
    const choose = (event: Event) =>
      replaceQuery(this.app, { ...this.#query.value, [side]: (event.target as HTMLSelectElement).value });
    return html`<select name=${side} @change=${choose}>
      ${this.#readable.map(
        ({ version, number: its }) =>
          html`<option value=${version} .selected=${version === chosen}>${number(its, this.language)}</option>`,
      )}
    </select>`;
  }

  #moment(iso: string): string {
    const locale = this.language === "nl" ? "nl-NL" : "en-GB";
    return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(new Date(iso));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "versions-page": VersionsPage;
  }
}
