import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Schema } from "../../../model/explore.ts";
import { linkKinds, type NodeKind, nodeKinds } from "../../../model/kinds.ts";
import { appStore } from "../../app/state.ts";
import { Selected } from "../../app/store.ts";
import { PageElement } from "../../ui/element.ts";
import { capital, kindWord, number } from "../../ui/format.ts";
import { kindIcon } from "../../ui/icon.ts";
import "./property-list.ts";
import "./schema.css";
import { InsertEvent } from "../editing.ts";
import { type SchemaWords, schemaWords } from "./schema-words.ts";

/**
 * What is in the data: kinds of items and links, what they join, their properties, how many there are, and examples.
 * @fires {InsertEvent} pattern-insert - something of it was chosen
 */
@customElement("schema-panel")
export class SchemaPanel extends PageElement {
  /** The pattern as it is, for the names that its items have. */
  @property() cypher = "";
  readonly #schema = new Selected(this, appStore, ({ schema }) => schema);
  /** The kinds whose properties were asked for. */
  @state() private opened: ReadonlySet<string> = new Set();

  override render() {
    const schema = this.#schema.value;
    const text = schemaWords(this.language);
    return html`<details class="fold schema">
      <summary>${text.title}</summary>
      ${
        schema
          ? html`<p class="small second">${text.lead}</p>
              <h3>${text.kinds}</h3>
              <ul class="plain-list">${schema.nodeKinds.map((kind) => this.#kind(kind, text))}</ul>
              <h3>${text.links}</h3>
              <ul class="plain-list">${schema.linkKinds.map((kind) => this.#link(kind, text))}</ul>`
          : html`<p role="status">${text.waiting}</p>`
      }
    </details>`;
  }

  #kind({ kind, label, count }: Schema["nodeKinds"][number], text: SchemaWords) {
    const properties = text.properties(kindWord(kind, this.language));
    return html`<li class="schema-kind">
      <div class="row">
        ${this.#put(`(${kind}:${label})`, html`${kindIcon({ kind })} <code>:${label}</code>`, text)}
        <span class="second small">${capital(kindWord(kind, this.language, count))}, ${text.items(number(count, this.language))}</span>
      </div>
      <details class="fold" @toggle=${(event: Event) => this.#toggle(kind, event)}>
        <summary>${properties}</summary>
        ${
          this.opened.has(kind)
            ? html`<property-list .kind=${kind} .nameInPattern=${nameIn(this.cypher, label) ?? kind}></property-list>`
            : nothing
        }
      </details>
    </li>`;
  }

  #link({ kind, count, ends }: Schema["linkKinds"][number], text: SchemaWords) {
    const word = (end: NodeKind) => nodeKinds[end][this.language].one;
    const most = ends.toSorted((one, other) => other.count - one.count);
    const told = (some: typeof ends) =>
      some.map(({ from, to, count: times }) => text.ends(word(from), word(to), number(times, this.language))).join(", ");
    return html`<li class="schema-kind">
      <div class="row">
        ${this.#put(`-[:${kind}]->`, html`<code>:${kind}</code>`, text)}
        <span class="second small">${linkKinds[kind][this.language].out}, ${text.linkCount(number(count, this.language))}</span>
      </div>
      <p class="small second">${told(most.slice(0, 4))}</p>
    </li>`;
  }

  #put(what: string, shown: unknown, text: SchemaWords) {
    return html`<button type="button" class="button small" title=${text.put(what)} @click=${() => this.dispatchEvent(new InsertEvent(what))}>
      ${shown}
    </button>`;
  }

  #toggle(kind: NodeKind, event: Event): void {
    if ((event.target as HTMLDetailsElement).open) this.opened = new Set([...this.opened, kind]);
  }
}

/** The name that items with a label have in a pattern. */
const nameIn = (cypher: string, label: string): string | undefined =>
  [...cypher.matchAll(/\(\s?(\w+)\s?:\s?(\w+)/g)].find(([, , other]) => other === label)?.[1];

declare global {
  interface HTMLElementTagNameMap {
    "schema-panel": SchemaPanel;
  }
}
