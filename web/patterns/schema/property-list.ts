import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type NodeKind, nodeKinds } from "../../../model/kinds.ts";
import { patternLimits, patternsRoute } from "../../../model/patterns.ts";
import { call } from "../../app/api.ts";
import { oncePerPage } from "../../app/once-per-page.ts";
import { cellText } from "../../ui/cells.ts";
import { PageElement } from "../../ui/element.ts";
import { number } from "../../ui/format.ts";
import { taskView } from "../../ui/task-view.ts";
import { InsertEvent } from "../editing.ts";
import { propertyWord, schemaWords } from "./schema-words.ts";

interface Counted {
  readonly name: string;
  readonly count: number;
  readonly example: unknown;
}

/** The label is of the model's own table: nothing that was typed comes into the text. */
const propertiesOf = oncePerPage(async (kind: NodeKind): Promise<readonly Counted[]> => {
  const cypher = `MATCH (n:${nodeKinds[kind].label}) UNWIND keys(n) AS property
RETURN property, count(*) AS items, min(n[property]) AS example
ORDER BY items DESC, property`;
  const { rows } = await call(patternsRoute, { body: { cypher, limits: { timeout: patternLimits.timeout.most } } });
  return rows.map(([name, count, example]) => ({ name: String(name), count: Number(count), example }));
});

/** Characters of an example. */
const most = 80;

/**
 * The properties that the items of a kind have in the data, with how many items have each, and a value.
 * @fires {InsertEvent} pattern-insert - a property or its value was chosen
 */
@customElement("property-list")
export class PropertyList extends PageElement {
  @property() kind?: NodeKind;
  /** What an item of the kind is called in the pattern. */
  @property() nameInPattern = "";
  readonly #found = new Task(this, {
    args: () => [this.kind] as const,
    task: ([kind]) => (kind ? propertiesOf(kind) : Promise.resolve([])),
  });

  override render() {
    const text = schemaWords(this.language);
    return taskView(
      this.#found,
      (found) => html`<div class="table-scroll" tabindex="0" role="region" aria-label=${text.property}>
        <table>
          <thead>
            <tr><th scope="col">${text.property}</th><th scope="col">${text.count}</th><th scope="col">${text.example}</th></tr>
          </thead>
          <tbody>
            ${found.map(
              ({ name, count, example }) => html`<tr>
                <td>
                  ${this.#put(`${this.nameInPattern}.${name}`, name)}
                  ${propertyWord(name, this.language) ? html`<span class="small second">${propertyWord(name, this.language)}</span>` : nothing}
                </td>
                <td class="number">${number(count, this.language)}</td>
                <td>${typeof example === "string" || typeof example === "number" ? this.#put(literal(example), cellText(example).slice(0, most)) : cellText(example).slice(0, most)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
    );
  }

  #put(what: string, shown: string) {
    return html`<button type="button" class="schema-put" title=${schemaWords(this.language).put(what)} @click=${() => this.dispatchEvent(new InsertEvent(what))}>
      ${shown}
    </button>`;
  }
}

/** A value as it stands in Cypher. */
const literal = (value: string | number): string =>
  typeof value === "number"
    ? String(value)
    : `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n")}'`;

declare global {
  interface HTMLElementTagNameMap {
    "property-list": PropertyList;
  }
}
