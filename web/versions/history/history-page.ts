import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Text } from "../../../model/graph.ts";
import { type ChangeEntry, historyRoute, type NodeHistory, nodeHistoryRoute } from "../../../model/history.ts";
import { call } from "../../app/api.ts";
import { appStore } from "../../app/state.ts";
import { Selected } from "../../app/store.ts";
import { typedFullId } from "../../app/typed-id.ts";
import { PageElement } from "../../ui/element.ts";
import { textIn } from "../../ui/format.ts";
import { ownQuery } from "../../ui/own-query.ts";
import { taskView } from "../../ui/task-view.ts";
import "./history-entry.ts";
import "./history.css";
import { historyWords } from "./words.ts";

interface Shown {
  readonly name?: Text | undefined;
  readonly entries: readonly Partial<NodeHistory["entries"][number]>[];
  readonly hasMore: boolean;
}

/** So many changes are shown at a time. */
const atATime = 30;
/** Of one item, no more are asked for. */
const mostOfItem = 200;

/** What was done to all data, or to one item, the latest first. */
@customElement("history-page")
export class HistoryPage extends PageElement {
  readonly #query = new Selected(this, appStore, ownQuery(/^\/geschiedenis$/));
  @state() private count = atATime;
  /** Goes up when something was taken back. */
  @state() private round = 0;

  readonly #history = new Task(this, {
    args: () => [this.#item, this.count, this.round] as const,
    task: async ([id, limit], { signal }): Promise<Shown> => {
      if (id) return call(nodeHistoryRoute, { params: { id }, query: { limit: Math.min(limit, mostOfItem) } }, signal);
      const { entries, hasMore } = await call(historyRoute, { query: { limit: Math.min(limit, mostOfItem) } }, signal);
      return { entries: entries.map((entry: ChangeEntry) => ({ entry })), hasMore };
    },
  });

  get #item() {
    return typedFullId(this.#query.value.item ?? "");
  }

  override render() {
    const text = historyWords(this.language);
    const name = this.#history.value?.name;
    const id = this.#item;
    return html`<article class="column history" @history-changed=${() => (this.round += 1)}>
      <h1 tabindex="-1">${name && id ? text.titleOf(textIn(name, this.language)) : text.title}</h1>
      <p class="lead">${text.lead}</p>
      <p class="row">
        ${id ? html`<a href=${this.linkTo("/geschiedenis")}>${text.all}</a>` : nothing}
        <a href=${this.linkTo("/versies")}>${text.versions}</a>
      </p>
      ${taskView(this.#history, (shown) => this.#list(shown))}
    </article>`;
  }

  #list({ entries, hasMore }: Shown) {
    const text = historyWords(this.language);
    const id = this.#item;
    if (entries.length === 0) return html`<p>${id ? text.noneOf : text.none}</p>`;
    return html`<ol class="plain-list history-list">
        ${repeat(
          entries,
          ({ entry }) => entry?.version,
          ({ entry, rows }) => html`<li><history-entry .entry=${entry} .rows=${rows} only=${id ?? nothing}></history-entry></li>`,
        )}
      </ol>
      ${
        hasMore && this.count < mostOfItem
          ? html`<button type="button" class="button" @click=${() => (this.count += atATime)}>${text.earlier}</button>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "history-page": HistoryPage;
  }
}
