import { DataFactory, type Quad_Object, Writer } from "n3";
import type { Content } from "../content/content.ts";
import { LinkedData, prefixesOf, type Resource, resources, type Term } from "./rdf.ts";

const { namedNode, literal, quad } = DataFactory;
const xsd = "http://www.w3.org/2001/XMLSchema#";

/** Turtle: PROV-O for what a fact rests on, SKOS for themes, and one node for each link. */
export async function* turtle(content: Content): AsyncGenerator<string> {
  const data = new LinkedData(content.about);
  const pieces: string[] = [];
  const into = {
    write(text: string, _: unknown, done?: () => void): void {
      pieces.push(text);
      done?.();
    },
    end(): void {},
  };
  const writer = new Writer(into, { prefixes: prefixesOf(content.about) });
  for await (const page of resources(content, data)) {
    for (const resource of page) write(writer, resource, data);
    yield pieces.splice(0).join("");
  }
  writer.end();
  yield pieces.join("");
}

function write(writer: Writer, { iri, facts }: Resource, data: LinkedData): void {
  const subject = namedNode(iri);
  for (const [predicate, term] of facts) writer.addQuad(quad(subject, namedNode(data.full(predicate)), objectOf(term)));
}

function objectOf(term: Term): Quad_Object {
  if ("iri" in term) return namedNode(term.iri);
  if ("whole" in term) return literal(String(term.whole), namedNode(`${xsd}integer`));
  if ("flag" in term) return literal(String(term.flag), namedNode(`${xsd}boolean`));
  return literal(term.text, term.language);
}
