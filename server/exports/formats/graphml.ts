import type { Content } from "../content/content.ts";
import { descriptionOf } from "../content/content.ts";
import { plainText } from "../content/plain-text.ts";
import { type Column, linkColumns, nodeColumns, type Value } from "./columns.ts";
import { xmlAttribute, xmlText } from "./xml.ts";

const types = { text: "string", whole: "int", flag: "boolean", list: "string" } as const;

/**
 * GraphML in the form that networkx, igraph, graphology and Gephi all read without loss: each property declared once for nodes and
 * once for links, no defaults, ids of links twice, lists as one text of JSON.
 */
export async function* graphml(content: Content): AsyncGenerator<string> {
  const { about, sources } = content;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
  // Beside `name`: what readers show is called label in all of them.
  yield `<key id="label" for="node" attr.name="label" attr.type="string"/>\n`;
  yield* nodeColumns.map((column, index) => key(`n${index}`, "node", column));
  yield* linkColumns.map((column, index) => key(`e${index}`, "edge", column));
  yield* graphKeys.map((name) => `<key id="${name}" for="graph" attr.name="${name}" attr.type="string"/>\n`);
  yield `<graph edgedefault="directed">\n`;
  const told = [about.datasetVersion, descriptionOf(about), about.licence.name, JSON.stringify(sources)];
  yield* graphKeys.map((name, index) => datum(name, plainText(told[index] ?? "")));
  for await (const page of content.nodes()) {
    let text = "";
    for (const node of page)
      text += `<node id=${xmlAttribute(node.id)}>${datum("label", plainText(node.name))}${data("n", nodeColumns, node)}</node>\n`;
    yield text;
  }
  for await (const page of content.links()) {
    let text = "";
    for (const link of page) {
      const ends = `source=${xmlAttribute(link.from)} target=${xmlAttribute(link.to)}`;
      text += `<edge id=${xmlAttribute(link.id)} ${ends}>${data("e", linkColumns, link)}</edge>\n`;
    }
    yield text;
  }
  yield "</graph>\n</graphml>\n";
}

const graphKeys = ["dataset_version", "about", "licence", "dataset_sources"] as const;

const key = <Row>(id: string, what: string, { name, holds }: Column<Row>) =>
  `<key id="${id}" for="${what}" attr.name="${name}" attr.type="${types[holds]}"/>\n`;

function data<Row>(prefix: string, columns: readonly Column<Row>[], row: Row): string {
  let text = "";
  for (const [index, { of }] of columns.entries()) {
    const value = of(row);
    if (value !== undefined) text += datum(`${prefix}${index}`, textOf(value));
  }
  return text;
}

const datum = (id: string, text: string) => `<data key="${id}">${xmlText(text)}</data>`;

const textOf = (value: Value): string => (typeof value === "object" ? JSON.stringify(value) : String(value));
