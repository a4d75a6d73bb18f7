import { html, type TemplateResult } from "lit";
import type { Language, NodeSummary } from "../../model/graph.ts";
import { nameOf } from "./format.ts";
import { nodeHref } from "./node-link.ts";

interface Found {
  readonly at: number;
  readonly name: string;
  readonly node: NodeSummary;
}

/** A sentence in which the first mention of each of some nodes leads to that node. */
export function linked(text: string, nodes: readonly NodeSummary[], language: Language): TemplateResult[] {
  const longestFirst = nodes
    .map((node) => ({ node, name: nameOf(node, language) }))
    .toSorted((one, other) => other.name.length - one.name.length);
  const found: Found[] = [];
  for (const { node, name } of longestFirst) {
    const at = firstFree(text, name, found);
    if (at >= 0) found.push({ at, name, node });
  }
  let done = 0;
  const parts = found
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, name, node }) => {
      const before = text.slice(done, at);
      done = at + name.length;
      return html`${before}<a class="mention" href=${nodeHref(node, language)}>${name}</a>`;
    });
  return [...parts, html`${text.slice(done)}`];
}

/** Where a name first stands in a text outside of the names that were found; -1 when nowhere. */
function firstFree(text: string, name: string, found: readonly Found[]): number {
  const isFree = (at: number) => found.every((other) => at + name.length <= other.at || at >= other.at + other.name.length);
  let at = name === "" ? -1 : text.indexOf(name);
  while (at >= 0 && !isFree(at)) at = text.indexOf(name, at + 1);
  return at;
}
