import { stringify } from "csv-stringify/sync";
import { linkProperties, nodeKinds, type PropertyName, propertySpecs } from "../../../model/kinds.ts";
import type { Stored } from "../../archive/content-hash.ts";
import { storedLink, storedNode, storedSource } from "../../dataset/stored-form.ts";
import { type Content, datasetLink, datasetNode, descriptionOf } from "../content/content.ts";
import { plainText } from "../content/plain-text.ts";
import { textEntry, type ZipEntry } from "./zip.ts";

/** Between the items of a list: a character that no text of ours holds, so that none is parted in the wrong place. */
const between = "\u001F";

const typeNames = { text: "", year: ":int", flag: ":boolean" } as const;
const typed = (names: readonly PropertyName[]) => names.map((name) => `${name}${typeNames[propertySpecs[name].holds]}`);
const lists = (...names: string[]) => names.map((name) => `${name}:string[]`);

const nodeHead = [
  "id:ID",
  ...["kind", "name", "name_en", "description", "description_en", "contested:boolean"],
  ...typed([...new Set(Object.values(nodeKinds).flatMap(({ properties }): readonly PropertyName[] => properties))]),
  ...lists("other_names", "sources", "bases", "notes", "checked_on", "claim_about", "claim_value", "claim_source", "claim_rank"),
  ":LABEL",
];
const sourceHead = ["id:ID", "title", "url", "url_names_person:boolean", ":LABEL"];
const exportHead = ["id:ID", "dataset_version", "about", ":LABEL"];
const linkHead = [
  ...[":START_ID", ":END_ID", ":TYPE", "id", "basis", "contested:boolean"],
  ...typed(linkProperties),
  ...lists("sources", "bases", "notes", "checked_on"),
];

/** The tables that `neo4j-admin database import full` makes a whole database from, with the command for it. */
export function neo4jAdmin(content: Content): ZipEntry[] {
  const { about, sources } = content;
  const told = { id: "export", dataset_version: about.datasetVersion, about: descriptionOf(about) };
  return [
    textEntry("README.txt", readme(descriptionOf(about))),
    textEntry("export.csv", csvOf([exportHead, rowOf(exportHead, told, { ":LABEL": "Export" })])),
    textEntry(
      "sources.csv",
      csvOf([sourceHead, ...sources.map(storedSource).map((row) => rowOf(sourceHead, row, { ":LABEL": "Source" }))]),
    ),
    { name: "nodes.csv", text: () => nodeRows(content) },
    { name: "links.csv", text: () => linkRows(content) },
  ];
}

async function* nodeRows(content: Content): AsyncGenerator<string> {
  yield csvOf([nodeHead]);
  for await (const page of content.nodes())
    yield csvOf(
      page.map((node) => rowOf(nodeHead, storedNode(datasetNode(node)), { ":LABEL": ["Entity", nodeKinds[node.kind].label] })),
    );
}

async function* linkRows(content: Content): AsyncGenerator<string> {
  yield csvOf([linkHead]);
  for await (const page of content.links())
    yield csvOf(
      page.map((link) => {
        const { from, kind, to, properties } = storedLink(datasetLink(link));
        return rowOf(linkHead, properties, { ":START_ID": from, ":END_ID": to, ":TYPE": kind });
      }),
    );
}

/** The cells of a row, by the names in the head, which stand before a colon. */
const rowOf = (head: readonly string[], stored: Stored, more: Stored): string[] =>
  head.map((column) => cell(column in more ? more[column] : stored[column.split(":", 1)[0] ?? ""]));

function cell(value: unknown): string {
  if (value === undefined) return "";
  return Array.isArray(value) ? value.map(oneLine).join(between) : oneLine(value);
}

/** A line break in a cell stops the import, unless it is asked to be slower. */
const oneLine = (value: unknown): string => plainText(String(value)).replace(/[\r\n\t]+/g, " ");

const csvOf = (rows: readonly (readonly string[])[]): string => (rows.length === 0 ? "" : stringify(rows as string[][]));

/** The options of the import that these tables need. */
export const importOptions = [
  "--array-delimiter=U+001F",
  "--nodes=export.csv",
  "--nodes=sources.csv",
  "--nodes=nodes.csv",
  "--relationships=links.csv",
];

const readme = (description: string) => `${description}

Into an empty database of Neo4j, with the server stopped, in the folder of these files:

neo4j-admin database import full neo4j ${importOptions.join(" ")}
`;
