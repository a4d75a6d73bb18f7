import type { CsvDialect } from "../../../model/tables.ts";
import { type Content, descriptionOf } from "../content/content.ts";
import type { Deposit } from "../content/deposit.ts";
import { csvPackage } from "./csv-zip.ts";
import { json } from "./json.ts";
import type { ZipEntry } from "./zip.ts";

const specification = "https://w3id.org/ro/crate/1.1";

/** What a crate holds beside its own description. */
const files: Readonly<Record<string, { readonly name: string; readonly encodingFormat: string }>> = {
  "nodes.csv": { name: "Items, a row for each", encodingFormat: "text/csv" },
  "links.csv": { name: "Links between items, a row for each, with what it rests on", encodingFormat: "text/csv" },
  "sources.csv": { name: "Sources that the items and links rest on", encodingFormat: "text/csv" },
  "datapackage.json": { name: "The columns of the tables (Frictionless Data)", encodingFormat: "application/json" },
  "overlap.json": { name: "The same in one file, which Overlap can load again", encodingFormat: "application/json" },
};

/** A crate of research data (RO-Crate 1.1): tables, the graph as JSON, and a description that archives read. */
export function roCrate(content: Content, dialect: CsvDialect, deposit: () => Promise<Deposit>): ZipEntry[] {
  return [
    {
      name: "ro-crate-metadata.json",
      text: async function* () {
        yield `${JSON.stringify(described(content, await deposit()), null, 2)}\n`;
      },
    },
    ...csvPackage(content, dialect),
    { name: "overlap.json", text: () => json(content) },
  ];
}

function described(content: Content, deposit: Deposit): object {
  const { about, sources } = content;
  const { licence } = about;
  const organisations = new Set([deposit.creator, deposit.publisher].filter((name) => name !== undefined));
  const reference = (id: string) => ({ "@id": id });
  const root = {
    "@id": "./",
    "@type": "Dataset",
    name: `${about.title} ${about.datasetVersion}`,
    description: descriptionOf(about),
    datePublished: deposit.date,
    version: about.datasetVersion,
    license: reference(licence.url),
    url: `${about.base}/`,
    inLanguage: ["nl", "en"],
    ...(deposit.creator !== undefined && { creator: reference(organisation(deposit.creator)) }),
    ...(deposit.publisher !== undefined && { publisher: reference(organisation(deposit.publisher)) }),
    hasPart: Object.keys(files).map(reference),
    citation: sources.map(({ id }) => reference(sourceOf(id))),
  };
  return {
    "@context": `${specification}/context`,
    "@graph": [
      {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        conformsTo: reference(specification),
        about: reference("./"),
      },
      root,
      { "@id": licence.url, "@type": "CreativeWork", name: licence.name, description: licence.rights },
      ...Object.entries(files).map(([id, { name, encodingFormat }]) => ({ "@id": id, "@type": "File", name, encodingFormat })),
      ...[...organisations].map((name) => ({ "@id": organisation(name), "@type": "Organization", name })),
      ...sources.map(({ id, title, url }) => ({
        "@id": sourceOf(id),
        "@type": "CreativeWork",
        name: title,
        ...(url !== undefined && { url }),
      })),
    ],
  };
}

/** Things that have no address of their own are named within the crate. */
const organisation = (name: string): string => `#organisation-${encodeURIComponent(name)}`;
const sourceOf = (id: string): string => `#${encodeURIComponent(id)}`;
