import { type Content, datasetLink, datasetNode } from "../content/content.ts";
import { jsonList } from "./json-list.ts";

/** One document: what it is, then sources, nodes and links as a data set's own files hold them, so that it can be loaded again. */
export async function* json(content: Content): AsyncGenerator<string> {
  const { about, sources, synonyms } = content;
  yield `{"about":${JSON.stringify(about)},\n"sources":${JSON.stringify(sources)},\n"synonyms":${JSON.stringify(synonyms)},\n"nodes":[\n`;
  yield* jsonList(content.nodes(), datasetNode);
  yield `],\n"links":[\n`;
  yield* jsonList(content.links(), datasetLink);
  yield "]}\n";
}

/** The same, a line for each thing, which `is` tells apart. */
export async function* jsonLines(content: Content): AsyncGenerator<string> {
  const { about, sources } = content;
  yield line("about", about);
  yield sources.map((source) => line("source", source)).join("");
  for await (const page of content.nodes()) yield page.map((node) => line("node", datasetNode(node))).join("");
  for await (const page of content.links())
    yield page.map((link) => line("link", { id: link.id, ...datasetLink(link) })).join("");
}

const line = (is: string, thing: object) => `${JSON.stringify({ is, ...thing })}\n`;
