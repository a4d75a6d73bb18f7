import { nodeKinds } from "../../../model/kinds.ts";
import { grouped } from "../../dataset/statements.ts";
import { storedLink, storedNode, storedSource } from "../../dataset/stored-form.ts";
import { type Content, datasetLink, datasetNode, descriptionOf } from "../content/content.ts";
import { plainText } from "../content/plain-text.ts";

/** So many nodes or links are made by one statement. */
const inStatement = 200;

/** Statements that make the same graph in an empty Neo4j, to be run by cypher-shell or in Neo4j's own browser. */
export async function* cypher(content: Content): AsyncGenerator<string> {
  const { about, sources } = content;
  yield `// ${plainText(descriptionOf(about)).replace(/\s+/g, " ")}\n`;
  yield "CREATE CONSTRAINT overlap_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";
  yield "CREATE CONSTRAINT overlap_source IF NOT EXISTS FOR (s:Source) REQUIRE s.id IS UNIQUE;\n";
  yield `CREATE (:Export ${value({ dataset_version: about.datasetVersion, about: descriptionOf(about) })});\n`;
  yield batches(sources.map(storedSource), "MERGE (n:Source {id: row.id}) SET n = row");
  for await (const page of content.nodes())
    for (const [kind, nodes] of grouped(page, (node) => node.kind))
      yield batches(
        nodes.map((node) => storedNode(datasetNode(node))),
        `MERGE (n:Entity:${nodeKinds[kind].label} {id: row.id}) SET n = row`,
      );
  for await (const page of content.links())
    for (const [kind, links] of grouped(page, (link) => link.kind))
      yield batches(
        links.map((link) => storedLink(datasetLink(link))).map(({ from, to, properties }) => ({ from, to, properties })),
        `MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) MERGE (a)-[r:${kind}]->(b) SET r = row.properties`,
      );
}

function batches(rows: readonly object[], then: string): string {
  let text = "";
  for (let first = 0; first < rows.length; first += inStatement)
    text += `UNWIND [\n${rows
      .slice(first, first + inStatement)
      .map(value)
      .join(",\n")}\n] AS row ${then};\n`;
  return text;
}

/** A value as a literal of Cypher. */
function value(of: unknown): string {
  if (typeof of === "string") return textLiteral(of);
  if (Array.isArray(of)) return `[${of.map(value).join(", ")}]`;
  if (typeof of !== "object" || of === null) return String(of);
  return `{${Object.entries(of)
    .map(([name, inside]) => `${name}: ${value(inside)}`)
    .join(", ")}}`;
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * On one line, and without a backslash before a `u` of the text itself: Neo4j puts characters in the place of \u0041 before it looks
 * at quotes.
 */
const textLiteral = (text: string): string =>
  `'${plainText(text).replace(/\\u|[\\'\n\r\t]/g, (sign) => (sign === "\\u" ? "\\\\\\u0075" : (escapes[sign] ?? sign)))}'`;
