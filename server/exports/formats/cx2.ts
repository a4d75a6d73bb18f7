import type { NodeId } from "../../../model/graph.ts";
import { type Content, descriptionOf } from "../content/content.ts";
import { type Column, linkColumns, nodeColumns, type Value } from "./columns.ts";
import { jsonList } from "./json-list.ts";

const types = { text: "string", whole: "integer", flag: "boolean", list: "list_of_string" } as const;

/** Between two nodes in the grid that they are laid out in: the form has no drawing of ours, and one of its readers fails without places. */
const gap = 100;

/** CX2 for Cytoscape and NDEx, its parts in the order that strict readers want. */
export async function* cx2(content: Content): AsyncGenerator<string> {
  const { about, sources, ids } = content;
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const wide = Math.max(1, Math.ceil(Math.sqrt(ids.length)));
  const aspects = { attributeDeclarations: 1, networkAttributes: 1, nodes: about.nodes, edges: about.links };
  const network = {
    name: `${about.title} ${about.datasetVersion}`,
    version: about.datasetVersion,
    description: descriptionOf(about),
    rights: `${about.licence.name}, ${about.licence.url}. ${about.licence.rights}`,
    sources: sources.map((source) => JSON.stringify(source)),
  };
  const networkTypes = Object.entries(network).map(([name, value]) => [
    name,
    { d: types[typeof value === "string" ? "text" : "list"] },
  ]);
  const declarations = {
    nodes: { id: { d: "string" }, ...declared(nodeColumns) },
    edges: declared(linkColumns),
    networkAttributes: Object.fromEntries(networkTypes),
  };
  const metaData = Object.entries(aspects).map(([name, elementCount]) => ({ name, elementCount }));
  const head = [
    { CXVersion: "2.0", hasFragments: false },
    { metaData },
    { attributeDeclarations: [declarations] },
    { networkAttributes: [network] },
  ];
  yield `[${head.map((part) => JSON.stringify(part)).join(",\n")},\n{"nodes":[\n`;
  const place = (id: NodeId) => {
    const number = numbers.get(id) ?? 0;
    return { id: number, x: gap * (number % wide), y: gap * Math.floor(number / wide), z: 0 };
  };
  yield* jsonList(content.nodes(), (node) => ({ ...place(node.id), v: { id: node.id, ...valuesOf(nodeColumns, node) } }));
  yield `]},\n{"edges":[\n`;
  let links = 0;
  yield* jsonList(content.links(), (link) => {
    const ends = { s: numbers.get(link.from), t: numbers.get(link.to) };
    return { id: links++, ...ends, v: valuesOf(linkColumns, link) };
  });
  yield `]},\n{"status":[{"success":true}]}]\n`;
}

const declared = <Row>(columns: readonly Column<Row>[]) =>
  Object.fromEntries(columns.map(({ name, holds }) => [name, { d: types[holds] }]));

function valuesOf<Row>(columns: readonly Column<Row>[], row: Row): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const { name, of } of columns) {
    const value = of(row);
    if (value !== undefined) values[name] = value;
  }
  return values;
}
