import type { Evidence, Link, Source } from "../../../model/graph.ts";
import { linkKindNames, linkKinds, linkProperties, nodeKindNames, nodeKinds, propertySpecs } from "../../../model/kinds.ts";
import type { WholeNode } from "../../queries/rows.ts";
import { type About, type Content, descriptionOf } from "../content/content.ts";
import { plainText } from "../content/plain-text.ts";

/** What a fact of linked data says: another resource, or a value. Years are whole numbers: several readers cannot compare xsd:gYear. */
export type Term =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: "nl" | "en" }
  | { readonly whole: number }
  | { readonly flag: boolean };

/** A resource with all that is said of it; predicates are written with a prefix. */
export interface Resource {
  readonly iri: string;
  readonly facts: readonly (readonly [predicate: string, term: Term])[];
}

/** Prefixes of all predicates and types. Each ends so that JSON-LD takes it for one. */
export const prefixesOf = ({ base }: Pick<About, "base">) => ({
  overlap: `${base}/api/schema#`,
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  prov: "http://www.w3.org/ns/prov#",
  dct: "http://purl.org/dc/terms/",
  dcat: "http://www.w3.org/ns/dcat#",
  owl: "http://www.w3.org/2002/07/owl#",
});

/** The address of a thing that has an id. Whole and escaped: some readers take an id with a colon for an address of its own. */
export const iriOf = (base: string, id: string): string => `${base}/id/${encodeURIComponent(id).replaceAll("%3A", ":")}`;

const text = (value: string, language?: "nl" | "en"): Term => ({ text: plainText(value), ...(language && { language }) });

/** The graph as resources, for whichever way linked data are written in. */
export class LinkedData {
  readonly #about: About;
  readonly #prefixes: Readonly<Record<string, string>>;

  constructor(about: About) {
    this.#about = about;
    this.#prefixes = prefixesOf(about);
  }

  /** A prefixed name in full. */
  full(name: string): string {
    const colon = name.indexOf(":");
    return `${this.#prefixes[name.slice(0, colon)]}${name.slice(colon + 1)}`;
  }

  /** What the file is, and the words that it uses. */
  preface(): Resource[] {
    const about = this.#about;
    const { base, licence, pattern } = about;
    const facts: Resource["facts"] = [
      ["rdf:type", this.#name("dcat:Dataset")],
      ["dct:title", text(`${about.title} ${about.datasetVersion}`)],
      ["dct:description", text(descriptionOf(about), "en")],
      ["owl:versionInfo", text(about.datasetVersion)],
      ["dct:license", { iri: licence.url }],
      ["dct:rights", text(licence.rights, "en")],
      ...(pattern ? ([["overlap:pattern", text(pattern.cypher)]] as const) : []),
    ];
    const themes: Resource = {
      iri: `${base}/api/schema#themes`,
      facts: [
        ["rdf:type", this.#name("skos:ConceptScheme")],
        ["rdfs:label", text("Thema’s", "nl")],
        ["rdfs:label", text("Themes", "en")],
      ],
    };
    return [{ iri: `${base}/api/export`, facts }, themes, ...this.#words()];
  }

  #words(): Resource[] {
    const classes = nodeKindNames.map((kind) => {
      const { label, nl, en } = nodeKinds[kind];
      return this.#word(label, "rdfs:Class", nl.one, en.one);
    });
    const links = linkKindNames.map((kind) => this.#word(kind, "rdf:Property", linkKinds[kind].nl.out, linkKinds[kind].en.out));
    const properties = Object.entries(propertySpecs).map(([name, { nl, en }]) => this.#word(name, "rdf:Property", nl, en));
    const link = this.#word("Link", "rdfs:Class", "verband", "link");
    return [
      ...classes,
      { ...link, facts: [...link.facts, ["rdfs:subClassOf", this.#name("rdf:Statement")]] },
      ...links,
      ...properties,
    ];
  }

  #word(name: string, type: string, nl: string, en: string): Resource {
    return {
      iri: this.full(`overlap:${name}`),
      facts: [
        ["rdf:type", this.#name(type)],
        ["rdfs:label", text(nl, "nl")],
        ["rdfs:label", text(en, "en")],
      ],
    };
  }

  source({ id, title, url }: Source): Resource {
    return {
      iri: this.#iri(id),
      facts: [
        ["rdf:type", this.#name("prov:Entity")],
        ["dct:title", text(title)],
        ...(url === undefined ? [] : ([["rdfs:seeAlso", { iri: new URL(url).href }]] as const)),
      ],
    };
  }

  node(node: WholeNode): Resource[] {
    const { kind, name, nameEn, description, descriptionEn, otherNames, contested, claims, evidence } = node;
    const iri = this.#iri(node.id);
    const theme: Resource["facts"] = [
      ["rdf:type", this.#name("skos:Concept")],
      ["skos:prefLabel", text(name, "nl")],
      ["skos:prefLabel", text(nameEn, "en")],
      ["skos:inScheme", { iri: `${this.#about.base}/api/schema#themes` }],
    ];
    const facts: Resource["facts"] = [
      ["rdf:type", this.#name(`overlap:${nodeKinds[kind].label}`)],
      ["dct:identifier", text(node.id)],
      ["rdfs:label", text(name, "nl")],
      ["rdfs:label", text(nameEn, "en")],
      ...(kind === "theme" ? theme : []),
      ...(description ? ([["dct:description", text(description, "nl")]] as const) : []),
      ...(descriptionEn ? ([["dct:description", text(descriptionEn, "en")]] as const) : []),
      ...otherNames.map((other) => ["skos:altLabel", text(other)] as const),
      ["overlap:contested", { flag: contested }],
      ...this.#properties(node.properties),
      ...this.#derivedFrom(iri, evidence),
      ...claims.map((_, index) => ["overlap:claim", { iri: `${iri}#claim-${index + 1}` }] as const),
    ];
    const said = claims.map(
      ({ about, value, source }, index): Resource => ({
        iri: `${iri}#claim-${index + 1}`,
        facts: [
          ["rdf:type", this.#name("overlap:Claim")],
          ["overlap:about", text(about)],
          ["rdf:value", text(value)],
          ["prov:wasDerivedFrom", { iri: this.#iri(source) }],
        ],
      }),
    );
    return [{ iri, facts }, ...said, ...this.#derivations(iri, evidence)];
  }

  /** A link as what it says, in one fact, and as a node of its own that says what it rests on. */
  link({ id, from, kind, to, basis, contested, properties, evidence }: Link): Resource[] {
    const [iri, subject, object] = [this.#iri(id), this.#iri(from), this.#iri(to)];
    const plain: Resource["facts"] = [
      [`overlap:${kind}`, { iri: object }],
      ...(kind === "BROADER" ? ([["skos:broader", { iri: object }]] as const) : []),
    ];
    const facts: Resource["facts"] = [
      ["rdf:type", this.#name("overlap:Link")],
      ["rdf:type", this.#name("rdf:Statement")],
      ["dct:identifier", text(id)],
      ["rdf:subject", { iri: subject }],
      ["rdf:predicate", this.#name(`overlap:${kind}`)],
      ["rdf:object", { iri: object }],
      ["overlap:basis", text(basis)],
      ["overlap:contested", { flag: contested }],
      ...linkProperties.flatMap((name) => this.#properties({ [name]: properties[name] })),
      ...this.#derivedFrom(iri, evidence),
    ];
    return [{ iri: subject, facts: plain }, { iri, facts }, ...this.#derivations(iri, evidence)];
  }

  #properties(properties: WholeNode["properties"]): Resource["facts"] {
    return Object.entries(properties).flatMap(([name, value]) => {
      if (value === undefined) return [];
      const term = typeof value === "number" ? { whole: value } : typeof value === "boolean" ? { flag: value } : text(value);
      return [[`overlap:${name}`, term] as const];
    });
  }

  #derivedFrom(iri: string, evidence: readonly Evidence[]): Resource["facts"] {
    const sources = new Set(evidence.map(({ source }) => source));
    return [
      ...[...sources].map((source) => ["prov:wasDerivedFrom", { iri: this.#iri(source) }] as const),
      ...evidence.map((_, index) => ["prov:qualifiedDerivation", { iri: `${iri}#evidence-${index + 1}` }] as const),
    ];
  }

  #derivations(iri: string, evidence: readonly Evidence[]): Resource[] {
    return evidence.map(({ source, basis, note }, index) => ({
      iri: `${iri}#evidence-${index + 1}`,
      facts: [
        ["rdf:type", this.#name("prov:Derivation")],
        ["prov:entity", { iri: this.#iri(source) }],
        ["overlap:basis", text(basis)],
        ...(note ? ([["rdfs:comment", text(note)]] as const) : []),
      ],
    }));
  }

  #iri(id: string): string {
    return iriOf(this.#about.base, id);
  }

  #name(name: string): Term {
    return { iri: this.full(name) };
  }
}

/** All resources of a file, page by page. */
export async function* resources({ nodes, links, sources }: Content, data: LinkedData): AsyncGenerator<readonly Resource[]> {
  yield data.preface();
  yield sources.map((source) => data.source(source));
  for await (const page of nodes()) for (const some of parts(page)) yield some.flatMap((node) => data.node(node));
  for await (const page of links()) for (const some of parts(page)) yield some.flatMap((link) => data.link(link));
}

/** So many nodes or links at a time: each becomes dozens of facts. */
const atOnce = 100;

function* parts<Row>(page: readonly Row[]): Generator<readonly Row[]> {
  for (let first = 0; first < page.length; first += atOnce) yield page.slice(first, first + atOnce);
}
