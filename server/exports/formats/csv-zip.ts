import { type CsvTable, csvTables } from "../../../model/exports.ts";
import type { CsvDialect } from "../../../model/tables.ts";
import { type Content, descriptionOf } from "../content/content.ts";
import { type Column, linkTable, nodeTable, sourceColumns } from "./columns.ts";
import { csv } from "./csv.ts";
import { textEntry, type ZipEntry } from "./zip.ts";

/** The tables of nodes, links and sources, with a description of them in the form of a Frictionless data package. */
export function csvPackage(content: Content, dialect: CsvDialect): ZipEntry[] {
  const { about, sources } = content;
  const described = {
    profile: "tabular-data-package",
    name: "overlap",
    title: about.title,
    description: descriptionOf(about),
    version: about.datasetVersion,
    licenses: [{ title: about.licence.name, path: about.licence.url }],
    sources: sources.map(({ title, url }) => ({ title, ...(url && { path: url }) })),
    ...(about.pattern && { pattern: about.pattern }),
    resources: csvTables.map((table) => resource(table, dialect)),
  };
  return [
    textEntry("datapackage.json", `${JSON.stringify(described, null, 2)}\n`),
    ...csvTables.map((table) => ({ name: `${table}.csv`, text: () => csv(content, table, dialect) })),
  ];
}

const types = { text: "string", whole: "integer", flag: "boolean", list: "array" } as const;

function resource(table: CsvTable, dialect: CsvDialect): object {
  const columns = { nodes: nodeTable, links: linkTable, sources: sourceColumns }[table] as readonly Column<never>[];
  const fields = columns.map(({ name, holds }) => ({ name, type: types[holds] }));
  const keys = {
    nodes: { primaryKey: "id" },
    sources: { primaryKey: "id" },
    links: {
      primaryKey: "link_id",
      foreignKeys: ["from", "to"].map((end) => ({ fields: end, reference: { resource: "nodes", fields: "id" } })),
    },
  };
  return {
    name: table,
    path: `${table}.csv`,
    profile: "tabular-data-resource",
    encoding: "utf-8",
    dialect: { delimiter: dialect === "plain" ? "," : ";" },
    schema: { fields: [...fields, { name: "dataset_version", type: "string" }], ...keys[table] },
  };
}
