import type { CsvTable } from "../../../model/exports.ts";
import type { CsvDialect } from "../../../model/tables.ts";
import { csvRows, csvStart } from "../../tables/csv.ts";
import { type Content, onePage } from "../content/content.ts";
import { type Column, linkTable, nodeTable, sourceColumns } from "./columns.ts";

/** One table. Each row says the version of the data, since the form has no other place for it. */
export async function* csv(content: Content, table: CsvTable, dialect: CsvDialect): AsyncGenerator<string> {
  const { nodes, links } = content;
  if (table === "nodes") yield* csvTable(nodeTable, nodes(), content, dialect);
  else if (table === "links") yield* csvTable(linkTable, links(), content, dialect);
  else yield* csvTable(sourceColumns, onePage(content.sources), content, dialect);
}

async function* csvTable<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  { about: { datasetVersion } }: Content,
  dialect: CsvDialect,
): AsyncGenerator<string> {
  yield csvStart(dialect) + csvRows([[...columns.map(({ name }) => name), "dataset_version"]], dialect);
  for await (const page of pages)
    yield csvRows(
      page.map((row) => [...columns.map(({ of }) => of(row)), datasetVersion]),
      dialect,
    );
}
