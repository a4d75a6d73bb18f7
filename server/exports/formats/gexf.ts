import { linkKinds } from "../../../model/kinds.ts";
import { type Content, descriptionOf } from "../content/content.ts";
import { plainText } from "../content/plain-text.ts";
import { type Column, linkColumns, nodeColumns } from "./columns.ts";
import { xmlAttribute, xmlText } from "./xml.ts";

const types = { text: "string", whole: "integer", flag: "boolean", list: "liststring" } as const;

/**
 * GEXF 1.3. The kind of a link stands in it three times: Gephi keeps parallel links apart by the attribute of the form, shows the
 * label, and has a column for what is declared.
 */
export async function* gexf(content: Content): AsyncGenerator<string> {
  const { about, sources } = content;
  const told = plainText(`${descriptionOf(about)} Sources: ${JSON.stringify(sources)}`);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n`;
  yield `<meta><creator>Overlap</creator><description>${xmlText(told)}</description></meta>\n`;
  yield `<graph mode="static" defaultedgetype="directed">\n`;
  yield `<attributes class="node">${declared(nodeColumns)}</attributes>\n<attributes class="edge">${declared(linkColumns)}</attributes>\n<nodes>\n`;
  for await (const page of content.nodes()) {
    let text = "";
    for (const node of page)
      text += `<node id=${xmlAttribute(node.id)} label=${xmlAttribute(plainText(node.name))}>${values(nodeColumns, node)}</node>\n`;
    yield text;
  }
  yield "</nodes>\n<edges>\n";
  for await (const page of content.links()) {
    let text = "";
    for (const link of page) {
      const ends = `source=${xmlAttribute(link.from)} target=${xmlAttribute(link.to)}`;
      const kind = `kind="${link.kind}" label=${xmlAttribute(linkKinds[link.kind].nl.out)}`;
      text += `<edge id=${xmlAttribute(link.id)} ${ends} ${kind}>${values(linkColumns, link)}</edge>\n`;
    }
    yield text;
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

const declared = <Row>(columns: readonly Column<Row>[]) =>
  columns.map(({ name, holds }, index) => `<attribute id="${index}" title="${name}" type="${types[holds]}"/>`).join("");

function values<Row>(columns: readonly Column<Row>[], row: Row): string {
  let text = "";
  for (const [index, { of }] of columns.entries()) {
    const value = of(row);
    if (value === undefined) continue;
    const written = typeof value === "object" ? JSON.stringify(value) : String(value);
    text += `<attvalue for="${index}" value=${xmlAttribute(written)}/>`;
  }
  return `<attvalues>${text}</attvalues>`;
}
