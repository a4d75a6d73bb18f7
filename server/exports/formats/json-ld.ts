import type { Content } from "../content/content.ts";
import { jsonList } from "./json-list.ts";
import { LinkedData, prefixesOf, type Resource, resources, type Term } from "./rdf.ts";

/** JSON-LD that says exactly what the Turtle says; every id is a whole address, so that it needs no base. */
export async function* jsonLd(content: Content): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(prefixesOf(content.about))},\n"@graph":[\n`;
  yield* jsonList(resources(content, new LinkedData(content.about)), nodeObject);
  yield "]}\n";
}

function nodeObject({ iri, facts }: Resource): Record<string, unknown> {
  const found: Record<string, unknown[]> = {};
  for (const [predicate, term] of facts) {
    const isType = predicate === "rdf:type";
    const name = isType ? "@type" : predicate;
    found[name] = [...(found[name] ?? []), isType && "iri" in term ? term.iri : valueObject(term)];
  }
  return { "@id": iri, ...found };
}

function valueObject(term: Term): unknown {
  if ("iri" in term) return { "@id": term.iri };
  if ("whole" in term) return term.whole;
  if ("flag" in term) return term.flag;
  return term.language ? { "@value": term.text, "@language": term.language } : term.text;
}
