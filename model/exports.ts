import { z } from "zod";
import { idsInBody, mostIdsInAddress, mostNodesInView } from "./explore.ts";
import { NodeId } from "./graph.ts";
import { PatternRequest } from "./patterns.ts";
import { commaList, fileRoute } from "./route.ts";
import { csvDialects } from "./tables.ts";
import { VersionRef } from "./versions.ts";

interface ExportFormat {
  readonly media: string;
  /** The end of the file's name. */
  readonly ending: string;
  /** Takes the rows of a pattern as they are; the others take the items and links in them. */
  readonly isTable?: true;
}

/** Every form in which the graph can be taken away. */
export const exportFormats = {
  csv: { media: "text/csv; charset=utf-8", ending: "csv", isTable: true },
  "csv-zip": { media: "application/zip", ending: "csv.zip" },
  xlsx: { media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ending: "xlsx", isTable: true },
  json: { media: "application/json; charset=utf-8", ending: "json", isTable: true },
  jsonl: { media: "application/x-ndjson; charset=utf-8", ending: "jsonl", isTable: true },
  graphml: { media: "application/graphml+xml; charset=utf-8", ending: "graphml" },
  gexf: { media: "application/gexf+xml; charset=utf-8", ending: "gexf" },
  cx2: { media: "application/cx2+json; charset=utf-8", ending: "cx2" },
  turtle: { media: "text/turtle; charset=utf-8", ending: "ttl" },
  jsonld: { media: "application/ld+json; charset=utf-8", ending: "jsonld" },
  cypher: { media: "application/x-cypher-query; charset=utf-8", ending: "cypher" },
  "neo4j-admin": { media: "application/zip", ending: "neo4j.zip" },
  "ro-crate": { media: "application/zip", ending: "crate.zip" },
  datacite: { media: "application/vnd.datacite.datacite+json; charset=utf-8", ending: "datacite.json" },
} as const satisfies Record<string, ExportFormat>;
export type ExportFormatName = keyof typeof exportFormats;
export const exportFormatNames = Object.keys(exportFormats) as [ExportFormatName, ...ExportFormatName[]];

/** A format's media type, without its parameters. */
export const mediaType = (name: ExportFormatName): string => exportFormats[name].media.split(";", 1)[0] ?? "";
const everyMedia = [...new Set(exportFormatNames.map(mediaType))];

const ExportFormatName = z.enum(exportFormatNames);

/** What a table in CSV is of. */
export const csvTables = ["nodes", "links", "sources"] as const;
export type CsvTable = (typeof csvTables)[number];

const CsvChoices = z.object({
  /** Of `csv` alone, which is one table. */
  table: z.enum(csvTables).default("nodes"),
  /** Of `csv` and `csv-zip` alone: `dutch` has semicolons, decimal commas and a byte order mark. */
  dialect: z.enum(csvDialects).default("plain"),
});
export type CsvChoices = z.output<typeof CsvChoices>;

const GraphChoices = CsvChoices.extend({
  /** These nodes and the links among them; left out, everything there is. */
  ids: commaList(NodeId, mostIdsInAddress).optional(),
  /** An earlier dataset version that this server has kept; left out, the present one. */
  version: VersionRef.optional(),
});

export const exportRoute = fileRoute({
  method: "GET",
  url: "/api/export/:format",
  summary: "The graph as a file, or some nodes and the links among them, with its version, its sources and its licence.",
  params: z.object({ format: ExportFormatName }),
  query: GraphChoices,
  media: everyMedia,
});

/** The forms that `Accept` can ask for by a media type of their own. */
export const negotiated = ["json", "csv", "xlsx", "jsonl", "turtle", "jsonld", "graphml", "gexf"] as const;

export const versionFileRoute = fileRoute({
  method: "GET",
  url: "/api/versions/:version",
  summary: "All that a dataset version holds, as `json` of the exports: as a file that can be loaded again.",
  params: z.object({ version: VersionRef }),
  media: [mediaType("json")],
});

export const negotiatedExportRoute = fileRoute({
  method: "GET",
  url: "/api/export",
  summary: "The same in the form that `format` names, or that the header Accept asks for; JSON when neither does.",
  query: GraphChoices.extend({ format: ExportFormatName.optional() }),
  media: everyMedia,
});

export const selectionExportRoute = fileRoute({
  method: "POST",
  url: "/api/export/:format/selection",
  summary: "The nodes that the body names and the links among them, as a file: for more of them than an address can name.",
  bodyLimit: idsInBody,
  params: z.object({ format: ExportFormatName }),
  query: CsvChoices,
  body: z.object({ ids: z.array(NodeId).min(1).max(mostNodesInView) }),
  media: everyMedia,
});

export const patternExportRoute = fileRoute({
  method: "POST",
  url: "/api/export/:format",
  summary: "What a read-only Cypher pattern gives, as a file: its rows as a table, or the nodes and links in them as a graph.",
  params: z.object({ format: ExportFormatName }),
  query: CsvChoices.pick({ dialect: true }),
  body: PatternRequest,
  media: everyMedia,
});

/** What an item's own address can give. */
export const itemMedia = ["text/html", "application/ld+json", "text/turtle", "text/csv"] as const;

export const itemRoute = fileRoute({
  method: "GET",
  url: "/id/:id",
  summary: "What an item's permanent address stands for: its page, or all that is known of it, in the form that Accept asks for.",
  params: z.object({ id: NodeId }),
  media: itemMedia,
});
