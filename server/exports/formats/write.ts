import { Readable } from "node:stream";
import type { CsvChoices, ExportFormatName } from "../../../model/exports.ts";
import type { Content } from "../content/content.ts";
import type { Deposit } from "../content/deposit.ts";
import { csv } from "./csv.ts";
import { csvPackage } from "./csv-zip.ts";
import { cx2 } from "./cx2.ts";
import { cypher } from "./cypher.ts";
import { datacite } from "./datacite.ts";
import { gexf } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { json, jsonLines } from "./json.ts";
import { jsonLd } from "./json-ld.ts";
import { neo4jAdmin } from "./neo4j-admin.ts";
import { roCrate } from "./ro-crate.ts";
import { xlsx } from "./xlsx.ts";
import { zipOf } from "./zip.ts";

const asText = (text: AsyncGenerator<string>): Readable => Readable.from(text, { objectMode: false });

/** How a file is to be written. */
export interface WriteChoices extends CsvChoices {
  /** Made for those forms alone that tell it. */
  readonly deposit: () => Promise<Deposit>;
}

const writers: Readonly<Record<ExportFormatName, (content: Content, choices: WriteChoices) => Readable>> = {
  csv: (content, { table, dialect }) => asText(csv(content, table, dialect)),
  "csv-zip": (content, { dialect }) => zipOf(csvPackage(content, dialect)),
  xlsx: (content) => zipOf(xlsx(content)),
  json: (content) => asText(json(content)),
  jsonl: (content) => asText(jsonLines(content)),
  graphml: (content) => asText(graphml(content)),
  gexf: (content) => asText(gexf(content)),
  cx2: (content) => asText(cx2(content)),
  turtle: (content) => asText(turtle(content)),
  jsonld: (content) => asText(jsonLd(content)),
  cypher: (content) => asText(cypher(content)),
  "neo4j-admin": (content) => zipOf(neo4jAdmin(content)),
  "ro-crate": (content, { dialect, deposit }) => zipOf(roCrate(content, dialect, deposit)),
  datacite: (content, { deposit }) => asText(datacite(content, deposit)),
};

/** A graph in one of the forms, made as fast as it is read. */
export const write = (content: Content, format: ExportFormatName, choices: WriteChoices): Readable =>
  writers[format](content, choices);

/** Its library is loaded by whoever asks for it first, not by every start. */
async function* turtle(content: Content): AsyncGenerator<string> {
  const { turtle: written } = await import("./turtle.ts");
  yield* written(content);
}
