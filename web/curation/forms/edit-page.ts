import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { sessionRoute } from "../../../model/accounts.ts";
import { type EditPreview, type EditResult, editRoute, previewEditRoute } from "../../../model/edits.ts";
import { AppError } from "../../../model/errors.ts";
import { kindOf, NodeId } from "../../../model/graph.ts";
import type { Address } from "../../app/address.ts";
import { call } from "../../app/api.ts";
import { renewSchema } from "../../app/session.ts";
import { appStore } from "../../app/state.ts";
import { Selected } from "../../app/store.ts";
import { PageElement } from "../../ui/element.ts";
import { errorWords } from "../../ui/error-view.ts";
import { kindWord, nameOf } from "../../ui/format.ts";
import { icon } from "../../ui/icon.ts";
import { nodeHref } from "../../ui/node-link.ts";
import { ownQuery } from "../../ui/own-query.ts";
import { taskView } from "../../ui/task-view.ts";
import "./claim-form.ts";
import "./confirm-form.ts";
import "./edit-review.ts";
import type { DecidedEvent } from "./edit-review.ts";
import type { AskedEvent, FormRequest } from "./form-request.ts";
import "./forms.css";
import "./link-form.ts";
import "./node-form.ts";
import "./source-form.ts";
import { readSubject, type Subject } from "./subject.ts";
import { formWords } from "./words.ts";

/** Adds or changes an item, a link or a source: fill in, look at what changes, publish. */
@customElement("edit-page")
export class EditPage extends PageElement {
  readonly #query = new Selected(this, appStore, ownQuery(/^\/wijzig$/));
  readonly #session = new Task(this, { args: () => [] as const, task: (_, { signal }) => call(sessionRoute, {}, signal) });
  /** What is to be changed, as it was read; read anew for another address, and after a change. */
  readonly #subject = new Task(this, {
    args: () => [this.#query.value, this.round] as const,
    task: ([query], { signal }) => readSubject(query, signal),
  });
  @state() private round = 0;
  @state() private request: FormRequest | undefined;
  @state() private preview: EditPreview | undefined;
  @state() private result: EditResult | undefined;
  @state() private failure = "";
  @state() private isBusy = false;
  #last: Address["query"] | undefined;

  protected override willUpdate(): void {
    if (this.#last !== this.#query.value) this.#forget();
    this.#last = this.#query.value;
  }

  #forget(): void {
    this.request = undefined;
    this.preview = undefined;
    this.result = undefined;
    this.failure = "";
  }

  override render() {
    const text = formWords(this.language);
    return html`<article class="column forms">
      <h1 tabindex="-1">${this.#title(this.#subject.value)}</h1>
      ${taskView(this.#session, ({ role, canSignIn }) => {
        if (role !== "reader")
          return this.result ? this.#done(this.result) : taskView(this.#subject, (subject) => this.#steps(subject));
        if (!canSignIn) return html`<p>${text.nobody}</p>`;
        return html`<p>${text.notYet} <a href=${this.linkTo("/aanmelden")}>${text.signIn}</a>.</p>`;
      })}
    </article>`;
  }

  #title(subject: Subject | undefined): string {
    const { titles } = formWords(this.language);
    switch (subject?.is) {
      case "node":
        return titles.item(nameOf(subject.node, this.language));
      case "newNode":
        return subject.kind ? titles.newItemOf(kindWord(subject.kind, this.language)) : titles.newItem;
      case "confirm":
      case "claim":
        return titles[subject.is](nameOf(subject.node, this.language));
      case "link":
        return titles.link;
      case "newLink":
        return titles.newLink;
      case "source":
        return subject.source ? titles.source : titles.newSource;
      default:
        return this.words.pages.edit;
    }
  }

  #steps(subject: Subject) {
    const text = formWords(this.language);
    if (subject.is === "nothing") return this.#ways();
    return html`<p class="lead">${text.lead}</p>
      <div @form-asked=${({ request }: AskedEvent) => void this.#look(request)}>
        ${keyed(`${JSON.stringify(this.#query.value)} ${this.round}`, this.#form(subject))}
      </div>
      ${this.failure ? html`<p class="error" role="alert">${icon("alert")} ${this.failure}</p>` : nothing}
      ${
        this.preview && this.request
          ? html`<edit-review .preview=${this.preview} .request=${this.request} ?busy=${this.isBusy}
              @form-decided=${({ request }: DecidedEvent) => void this.#look(request)}
              @publish=${() => void this.#publish()}></edit-review>`
          : nothing
      }`;
  }

  #form(subject: Exclude<Subject, { is: "nothing" }>) {
    switch (subject.is) {
      case "node":
        return html`<node-form .node=${subject.node} .sources=${subject.sources}></node-form>`;
      case "newNode":
        return html`<node-form .beside=${subject.beside} .kind=${subject.kind}></node-form>`;
      case "confirm":
        return html`<confirm-form .node=${subject.node} .sources=${subject.sources}></confirm-form>`;
      case "claim":
        return html`<claim-form .node=${subject.node} .sources=${subject.sources}></claim-form>`;
      case "link":
        return html`<link-form .link=${subject.link} .from=${subject.from} .to=${subject.to} .sources=${subject.sources}></link-form>`;
      case "newLink":
        return html`<link-form .from=${subject.from}></link-form>`;
      case "source":
        return html`<source-form .source=${subject.source}></source-form>`;
    }
  }

  /** Where one begins without an item. */
  #ways() {
    const text = formWords(this.language);
    const way = (query: Address["query"], words: string) => html`<li><a href=${this.linkTo("/wijzig", query)}>${words}</a></li>`;
    return html`<h2>${text.what}</h2>
      <ul class="form-ways">
        ${way({ soort: "nieuw" }, text.newItem)} ${way({ verband: "nieuw" }, text.newLink)} ${way({ bron: "nieuw" }, text.newSource)}
        <li>${text.changeItem}<br /><span class="second small">${text.changeItemHint}</span></li>
      </ul>`;
  }

  async #look(request: FormRequest): Promise<void> {
    this.request = request;
    await this.#ask(async () => {
      this.preview = await call(previewEditRoute, { body: request });
      await this.#lead("#form-review");
    });
  }

  async #publish(): Promise<void> {
    const { request } = this;
    if (!request || this.isBusy) return;
    await this.#ask(async () => {
      this.result = await call(editRoute, { body: request });
      void renewSchema(this.app);
      await this.#lead(".form-done h2");
    });
  }

  async #ask(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.failure = "";
    try {
      await work();
    } catch (error) {
      // Somebody else was first: both are shown, to choose from.
      if (error instanceof AppError && error.code === "EDIT_CLASHES" && this.request) await this.#look(this.request);
      else this.failure = this.#wordsFor(error);
    } finally {
      this.isBusy = false;
    }
  }

  #wordsFor(error: unknown): string {
    if (error instanceof AppError && error.code === "INVALID_REQUEST")
      return `${formWords(this.language).wrongPart} ${error.fields.map(({ why }) => why).join("; ")}`;
    return errorWords(error, this.words);
  }

  async #lead(selector: string): Promise<void> {
    await this.updateComplete;
    await this.querySelector("edit-review")?.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  #done({ datasetVersion, id, rows }: EditResult) {
    const text = formWords(this.language);
    const node = NodeId.safeParse(id);
    const isThere = node.success && rows.every(({ id: its, change }) => its !== id || change !== "removed");
    return html`<section class="form-done">
      <h2 tabindex="-1">${text.done}</h2>
      <p>${text.doneLead(datasetVersion)}</p>
      <row-changes .rows=${rows} linked></row-changes>
      <p class="row">
        ${isThere ? html`<a class="button primary" href=${nodeHref({ id: node.data, kind: kindOf(node.data) }, this.language)}>${text.doneLook}</a>` : nothing}
        <button type="button" class="button" @click=${this.#again}>${text.doneMore}</button>
      </p>
    </section>`;
  }

  readonly #again = (): void => {
    this.#forget();
    this.round += 1;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "edit-page": EditPage;
  }
}
