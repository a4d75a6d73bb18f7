import type { FastifyReply, FastifyRequest } from "fastify";
import { type CsvDialect, type TableChoices, tableChoices } from "../../model/tables.ts";
import { csvRows, csvStart } from "../tables/csv.ts";
import { flatRows } from "../tables/flat-rows.ts";
import { inTurns } from "../turns/in-turns.ts";
import { accepted } from "./accepted.ts";

/** An answer as a table, made as fast as it is read. */
export class ReadyTable {
  /** Of letters, digits, points and hyphens: it stands in a header. */
  readonly name: string;
  readonly text: AsyncIterable<string>;
  readonly datasetVersion: string | undefined;

  constructor(name: string, text: AsyncIterable<string>, datasetVersion?: string) {
    this.name = name;
    this.text = text;
    this.datasetVersion = datasetVersion;
  }
}

/** How the table of an answer is to be written; undefined when its JSON is asked for. */
export function tableAsked({ headers, query }: FastifyRequest): CsvDialect | undefined {
  const { format, dialect } = query as TableChoices;
  // Most requests do not name it, and need not be looked at any further.
  const isNamed =
    headers.accept?.includes("text/csv") && accepted(headers.accept, ["application/json", "text/csv"]) === "text/csv";
  return (format ?? (isNamed ? "csv" : "json")) === "csv" ? dialect : undefined;
}

/** What was asked of an answer, without how it is to be written. */
export function withoutTableChoices(query: unknown): unknown {
  const names = Object.keys(tableChoices.shape);
  return Object.fromEntries(Object.entries(query as object).filter(([name]) => !names.includes(name)));
}

const rowsAtOnce = 200;

/** The list called `list` in an answer as a table, with the version of the data in each row. */
export async function tableOf(answer: object, list: string, dialect: CsvDialect): Promise<ReadyTable> {
  const found = answer as Readonly<Record<string, unknown>>;
  const { columns, rows } = await inTurns(flatRows(found[list] as readonly unknown[]));
  const version = typeof found.datasetVersion === "string" ? found.datasetVersion : undefined;
  const [names, last] = version === undefined ? [columns, []] : [[...columns, "dataset_version"], [version]];
  const text = async function* () {
    yield csvStart(dialect) + csvRows([names], dialect);
    for (let first = 0; first < rows.length; first += rowsAtOnce)
      yield csvRows(
        rows.slice(first, first + rowsAtOnce).map((row) => [...row, ...last]),
        dialect,
      );
  };
  return new ReadyTable(`overlap-${version === undefined ? "" : `${version}-`}${list}.csv`, text(), version);
}

/** The headers of a table. */
export const tableHeaders = ({ name, datasetVersion }: ReadyTable): Readonly<Record<string, string>> => ({
  "content-type": "text/csv; charset=utf-8",
  "content-disposition": `attachment; filename="${name}"`,
  ...(datasetVersion !== undefined && { "x-dataset-version": datasetVersion }),
});

/** Says that an answer depends on what the client accepts. */
export const variesByAccept = (reply: FastifyReply): FastifyReply => reply.header("vary", "Accept");
