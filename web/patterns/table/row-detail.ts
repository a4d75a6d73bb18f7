import { Task } from "@lit/task";
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { mostNodesInView, sourcesRoute, subgraphRoute } from "../../../model/explore.ts";
import type { Evidence, Link, NodeId, NodeSummary, Source, SourceId } from "../../../model/graph.ts";
import type { PatternNode } from "../../../model/patterns.ts";
import { call } from "../../app/api.ts";
import { linkSentence } from "../../drawing/view-text.ts";
import { cellOf } from "../../ui/cells.ts";
import "../../ui/evidence-list.ts";
import "../../ui/node-link.ts";
import { taskView } from "../../ui/task-view.ts";
import type { Row } from "../found.ts";
import { evidenceOf, itemsIn } from "../pattern-rows.ts";
import { TableElement } from "./table-element.ts";

/** Sources that are asked for at once. */
const mostSources = 500;

/** A word of a source about an item that others contradict. */
interface Said {
  readonly about: string;
  readonly value: string;
  readonly source: string;
}

interface Item {
  readonly node: NodeSummary;
  readonly evidence: readonly Evidence[];
  readonly said: readonly Said[];
}

/** What a row rests on: its links and those among its items, its items, and the sources beneath each. */
interface Beneath {
  readonly links: readonly Link[];
  readonly between: readonly Link[];
  readonly items: readonly Item[];
  readonly names: ReadonlyMap<NodeId, NodeSummary>;
  readonly sources: readonly Source[];
}

/** What a row of a pattern rests on. */
@customElement("row-detail")
export class RowDetail extends TableElement {
  @property({ attribute: false }) row: Row = [];
  readonly #beneath = new Task(this, {
    args: () => [this.row] as const,
    task: ([row], { signal }) => readBeneath(row, signal),
  });

  override render() {
    const { text } = this;
    return taskView(this.#beneath, ({ links, between, items, names, sources }) => {
      if (items.length === 0 && links.length === 0) return html`<p class="second">${text.nothingBeneath}</p>`;
      const list = (title: string, some: readonly Link[]) =>
        some.length === 0
          ? nothing
          : html`<h3>${title}</h3>
              <ul class="plain-list">
                ${some.map(
                  (link) => html`<li>
                    ${linkSentence({ ...link, contested: false, basis: "stated" }, names, this.language)}
                    ${link.contested ? html`<span class="contested-word">${this.words.evidence.contested}</span>` : nothing}
                    <evidence-list .evidence=${link.evidence} .sources=${sources}></evidence-list>
                  </li>`,
                )}
              </ul>`;
      return html`<div class="row-beneath-parts">
        ${list(text.links, links)} ${list(text.between, between)}
        ${
          items.length > 0
            ? html`<h3>${text.items}</h3>
                <ul class="plain-list">${items.map((item) => this.#item(item, sources))}</ul>`
            : nothing
        }
      </div>`;
    });
  }

  #item({ node, evidence, said }: Item, sources: readonly Source[]) {
    const { text } = this;
    const title = (id: string) => sources.find((source) => source.id === id)?.title ?? id;
    return html`<li>
      <node-link .node=${node}></node-link>
      ${
        said.length > 0
          ? html`<p class="small">${text.claims}</p>
              <ul class="small">${said.map(({ about, value, source }) => html`<li>${text.claim(about, value)} <span class="second">(${title(source)})</span></li>`)}</ul>`
          : nothing
      }
      <evidence-list .evidence=${evidence} .sources=${sources}></evidence-list>
    </li>`;
  }
}

async function readBeneath(row: Row, signal: AbortSignal): Promise<Beneath> {
  const { nodes, links } = itemsIn([row]);
  const [there, inRow] = [new Set(nodes.map(({ id }) => id)), new Set(links.map(({ id }) => id))];
  const ids = [...new Set([...there, ...links.flatMap(({ from, to }) => [from, to])])].slice(0, mostNodesInView);
  const among = ids.length > 1 ? await call(subgraphRoute, { query: { ids } }, signal) : { nodes: [], links: [] };
  const between = among.links.filter(({ id, from, to }) => !inRow.has(id) && there.has(from) && there.has(to));
  const items = nodes.map((node) => ({ node, ...restOf(node.id, row) }));
  const facts = [...links, ...between, ...items].flatMap(({ evidence }) => evidence.map(({ source }) => source));
  const sources = await sourcesOf([...new Set(facts)], signal);
  return { links, between, items, names: new Map([...among.nodes, ...nodes].map((node) => [node.id, node])), sources };
}

async function sourcesOf(ids: readonly SourceId[], signal: AbortSignal): Promise<readonly Source[]> {
  if (ids.length === 0) return [];
  const { sources } = await call(sourcesRoute, { query: { ids: ids.slice(0, mostSources) } }, signal);
  return sources;
}

/** What the properties of an item in a row say about its sources. */
function restOf(id: NodeId, row: Row): Pick<Item, "evidence" | "said"> {
  const properties = nodeIn(row, id)?.properties ?? {};
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  const [abouts, values, sources] = [properties.claim_about, properties.claim_value, properties.claim_source].map(texts);
  const said = properties.contested === true ? (abouts ?? []) : [];
  return {
    evidence: evidenceOf(properties),
    said: said.map((about, index) => ({ about, value: values?.[index] ?? "", source: sources?.[index] ?? "" })),
  };
}

function nodeIn(value: unknown, id: NodeId): PatternNode | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const cell = cellOf(value);
  if (cell.$type === "node") return cell.id === id ? cell : undefined;
  if (cell.$type === "link") return undefined;
  for (const inside of Object.values(value)) {
    const found = nodeIn(inside, id);
    if (found) return found;
  }
  return undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "row-detail": RowDetail;
  }
}
