import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { type OverlapAnswer, overlapRoute } from "../../../model/discovery.ts";
import { AppError } from "../../../model/errors.ts";
import type { Basis, NodeId, NodeSummary } from "../../../model/graph.ts";
import { call } from "../../app/api.ts";
import { choicesOf } from "../../ui/choices.ts";
import "../discovery.css";
import { ownQuery } from "../../ui/own-query.ts";
import { DiscoveryElement } from "../discovery-element.ts";
import "../fact-list.ts";
import "../institution-chips.ts";
import type { ChoiceEvent } from "../institution-chips.ts";
import "../../ui/node-select.ts";
import type { ChosenEvent } from "../../ui/node-select.ts";
import "./overlap-list.ts";
import "./overlap-matrix.ts";
import { mostInstitutions, type OverlapView, overlapAddress, overlapView } from "./overlap-address.ts";
import type { CellEvent, OrderEvent, OverlapMatrix } from "./overlap-matrix.ts";
import { cellKey, orderedRows, type RowOrder } from "./overlap-order.ts";
import { overlapPicture } from "./overlap-picture.ts";
import "./overlap-shared.ts";
import { institutionId } from "../phrases.ts";
import { startOf } from "./overlap-start.ts";
import "../report-foot.ts";
import { startingWith } from "../score-reasons.ts";
import { overlapTable } from "../tables.ts";
import "../../ui/view-actions.ts";
import { replaceQuery } from "../../app/router.ts";
import { appStore } from "../../app/state.ts";
import { Selected } from "../../app/store.ts";
import type { NodeEvent } from "../../ui/element.ts";
import { nameOf, number, slugOf, textIn } from "../../ui/format.ts";
import { icon } from "../../ui/icon.ts";
import { taskView } from "../../ui/task-view.ts";

/** Who works on the same: institutions by questions or themes, as a table or a list, with what each cell rests on. */
@customElement("overlap-page")
export class OverlapPage extends DiscoveryElement {
  readonly #query = new Selected(this, appStore, ownQuery(/^\/overlap$/));

  readonly #institutions = new Task(this, { args: () => [] as const, task: () => choicesOf("institution") });
  readonly #overlap = new Task(this, {
    args: () => [JSON.stringify(this.#asked)] as const,
    task: async (_, { signal }) => (this.#view.slugs.length < 2 ? undefined : call(overlapRoute, { query: this.#asked }, signal)),
  });

  /** Whether every filter is in sight at the start: where there is room, or one is set. */
  #unfolded = false;

  /** With whom the page begins while nobody is chosen. */
  get #start() {
    return startOf(this.#institutions.value ?? []);
  }
  get #isStart(): boolean {
    return overlapView(this.#query.value).slugs.length === 0;
  }
  get #view(): OverlapView {
    const view = overlapView(this.#query.value);
    return this.#isStart ? { ...view, slugs: this.#start.slugs } : view;
  }
  get #asked() {
    const { slugs, rows, show, theme, network, basis } = this.#view;
    return {
      institutions: slugs.map(institutionId),
      rows,
      show,
      ...(theme && { theme: theme as NodeId }),
      ...(network && { network: network as NodeId }),
      ...(basis && { basis: basis as Basis }),
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unfolded =
      matchMedia("(min-width: 48rem)").matches || ["thema", "netwerk", "bewijs", "orde"].some((name) => this.#query.value[name]);
  }

  override render() {
    const { overlap } = this.text;
    const answer = this.#view.slugs.length < 2 ? undefined : this.#overlap.value;
    return html`<div class="page overlap">
      <div class="portrait-head">
        <h1 tabindex="-1">${overlap.title}</h1>
        ${answer ? this.#actions(answer) : nothing}
      </div>
      <p class="lead no-print">${overlap.lead}</p>
      <institution-chips
        .slugs=${this.#view.slugs}
        .known=${this.#institutions.value ?? []}
        .most=${mostInstitutions}
        @choice=${({ slugs }: ChoiceEvent) => this.#put({ slugs })}
      ></institution-chips>
      ${this.#isStart && this.#view.slugs.length > 1 ? html`<p class="second no-print">${overlap.begun(this.#view.slugs.length, this.#start.isStory)}</p>` : nothing}
      ${
        this.#view.slugs.length < 2
          ? this.#begin()
          : html`${answer ? this.#sentence(answer) : nothing} ${this.#controls()}
              <div @node-pick=${this.#instead}>${taskView(this.#overlap, (value) => (value ? this.#body(value) : html``))}</div>`
      }
    </div>`;
  }

  /** Takes an institution that comes nearest to one that is not there in its place. */
  #instead(event: NodeEvent): void {
    const { error } = this.#overlap;
    if (!(error instanceof AppError) || error.code !== "NODE_NOT_FOUND") return;
    const missing = error.fields.map(({ field }) => field);
    const slugs = this.#view.slugs.map((slug) => (missing.includes(institutionId(slug)) ? slugOf(event.id) : slug));
    event.preventDefault();
    this.#put({ slugs: [...new Set(slugs)] });
  }

  #begin() {
    const { overlap } = this.text;
    return taskView(this.#institutions, (known) => {
      const { slugs, isStory } = startOf(known);
      return html`<p>${overlap.tooFew}</p>
        ${
          slugs.length > 1
            ? html`<button type="button" class="button primary" @click=${() => this.#put({ slugs })}>
                ${overlap.start(slugs.length, isStory)}
              </button>`
            : nothing
        }`;
    });
  }

  #actions(answer: OverlapAnswer) {
    const rows = orderedRows(answer, this.#view.order, this.language);
    return html`<view-actions
      name=${this.text.overlap.title}
      .table=${() => overlapTable(answer, this.language)}
      .picture=${() => overlapPicture(answer, rows, this.language)}
    ></view-actions>`;
  }

  #controls() {
    const { overlap } = this.text;
    const view = this.#view;
    return html`<div class="filters no-print">
      ${this.#choice(overlap.form, overlap.forms, view.form, (form) => this.#put({ form }), this.#networkLink())}
      ${this.#choice(overlap.rows, overlap.row, view.rows, (rows) => this.#put({ rows, picked: "" }))}
      ${this.#choice(overlap.show, overlap.shows, view.show, (show) => this.#put({ show, picked: "" }))}
      <details class="fold" ?open=${this.#unfolded}>
        <summary>${overlap.more}</summary>
        <div>
      <node-select
        kind="theme"
        label=${this.text.opportunities.theme}
        none=${overlap.anyTheme}
        value=${view.theme}
        @chosen=${({ id }: ChosenEvent) => this.#put({ theme: id, picked: "" })}
      ></node-select>
      <node-select
        kind="network"
        label=${this.text.opportunities.network}
        none=${overlap.anyNetwork}
        value=${view.network}
        @chosen=${({ id }: ChosenEvent) => this.#put({ network: id, picked: "" })}
      ></node-select>
      ${this.#select(this.text.opportunities.basis, { "": overlap.anyBasis, ...overlap.basisOnly }, view.basis, (basis) => this.#put({ basis, picked: "" }))}
      ${this.#select(overlap.sort, overlap.sorts, typeof view.order === "object" ? "" : view.order, (order) => this.#put({ order: order as RowOrder }))}
        </div>
      </details>
    </div>`;
  }

  /** A choice of a few, all of them in sight. */
  #choice<Key extends string>(
    label: string,
    words: Readonly<Record<Key, string>>,
    now: Key,
    choose: (key: Key) => void,
    more: unknown = nothing,
  ) {
    return html`<div class="segments" role="group" aria-label=${label}>
      <span class="small second" aria-hidden="true">${label}</span>
      ${(Object.keys(words) as Key[]).map(
        (key) =>
          html`<button type="button" class="chip" aria-pressed=${key === now} @click=${() => choose(key)}>${words[key]}</button>`,
      )}
      ${more}
    </div>`;
  }

  #select(label: string, words: Readonly<Record<string, string>>, now: string, choose: (key: string) => void) {
    return html`<label class="select-field"
      ><span>${label}</span>
      <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${now in words ? nothing : html`<option value="" selected>–</option>`}
        ${Object.entries(words).map(([key, word]) => html`<option value=${key} ?selected=${key === now}>${word}</option>`)}
      </select></label
    >`;
  }

  /** The same selection as a drawing. */
  #networkLink() {
    const answer = this.#overlap.value;
    if (!answer) return nothing;
    const ids = [...answer.institutions, ...answer.rows].map(({ id }) => id);
    return html`<a class="chip" href=${this.linkTo("/verken", { toon: ids.join(",") })}>${this.text.overlap.graph} ${icon("arrow-right")}</a>`;
  }

  #body(answer: OverlapAnswer) {
    const { overlap } = this.text;
    const { form, order, picked, rows } = this.#view;
    return html`${
      answer.rows.length === 0
        ? html`<p role="status">${overlap.none}</p>`
        : form === "list"
          ? html`<overlap-list .answer=${answer} .order=${order}></overlap-list>`
          : html`<p id="matrix-help" class="small second no-print">${overlap.help}</p>
                <div class="matrix-pair ${picked ? "with-evidence" : ""}">
                  <overlap-matrix
                    .answer=${answer}
                    .order=${order}
                    picked=${picked}
                    rowHead=${overlap.rowHead[rows]}
                    @cell-pick=${this.#pick}
                    @order-change=${this.#reorder}
                  ></overlap-matrix>
                  ${this.#evidence(answer, picked)}
                </div>`
    }
      ${answer.left.rows > 0 ? html`<p class="second">${overlap.leftRows(number(answer.left.rows, this.language))}</p>` : nothing}
      <overlap-shared .answer=${answer}></overlap-shared>
      <report-foot version=${answer.datasetVersion} .sources=${answer.sources}></report-foot>`;
  }

  /** What stands out, and who is meant by the first. */
  #sentence(answer: OverlapAnswer) {
    const asked = this.#asked.institutions[0];
    const node = answer.institutions.find(({ id }) => id === asked);
    return html`<p class="lead overlap-sentence" role="status">${textIn(answer.sentence, this.language)}</p>
      ${
        this.#view.show === "only" && node
          ? html`<p class="second">${this.text.overlap.showHint(nameOf(node, this.language))}</p>`
          : nothing
      }`;
  }

  #evidence(answer: OverlapAnswer, picked: string) {
    const { overlap } = this.text;
    const cell = answer.cells.find(({ row, institution }) => cellKey(row, institution) === picked);
    if (!cell) return nothing;
    const [institution, row] = [this.#nodeOf(answer, cell.institution), this.#nodeOf(answer, cell.row)];
    if (!institution || !row) return nothing;
    return html`<aside class="cell-evidence" aria-labelledby="cell-title" @keydown=${this.#escape}>
      <div class="portrait-head">
        <h2 id="cell-title" tabindex="-1">${overlap.evidence(nameOf(institution, this.language))}</h2>
        <button type="button" class="quiet square" aria-label=${overlap.close} @click=${this.#close}>${icon("close")}</button>
      </div>
      <p>${nameOf(row, this.language)}</p>
      <fact-list .links=${cell.links} .nodes=${startingWith(cell.nodes, cell.institution)} .sources=${answer.sources}></fact-list>
    </aside>`;
  }

  #nodeOf({ institutions, rows }: OverlapAnswer, id: NodeId): NodeSummary | undefined {
    return [...institutions, ...rows].find((node) => node.id === id);
  }

  readonly #pick = async ({ cell, byKey }: CellEvent): Promise<void> => {
    const key = cellKey(cell.row, cell.institution);
    if (key === this.#view.picked) return this.#close();
    this.#put({ picked: key });
    await this.updateComplete;
    if (byKey) this.querySelector<HTMLElement>("#cell-title")?.focus();
    const answer = this.#overlap.value;
    const [institution, row] = answer ? [this.#nodeOf(answer, cell.institution), this.#nodeOf(answer, cell.row)] : [];
    if (!byKey && institution && row)
      this.say(this.text.overlap.picked(nameOf(institution, this.language), nameOf(row, this.language)));
  };

  readonly #reorder = ({ order }: OrderEvent): void => {
    this.#put({ order });
    const node =
      typeof order === "object" ? this.#overlap.value?.institutions.find(({ id }) => id === order.institution) : undefined;
    const name = node ? nameOf(node, this.language) : this.text.overlap.sorts.blocks;
    this.say(this.text.overlap.sortedBy(name));
  };

  readonly #close = (): void => {
    this.#put({ picked: "" });
    this.querySelector<OverlapMatrix>("overlap-matrix")?.focus();
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.#close();
  };

  #put(change: Partial<OverlapView>): void {
    replaceQuery(this.app, overlapAddress({ ...this.#view, ...change }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "overlap-page": OverlapPage;
  }
}
