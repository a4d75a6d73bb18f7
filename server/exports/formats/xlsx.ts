import { AppError } from "../../../model/errors.ts";
import { type About, type Content, descriptionOf, onePage } from "../content/content.ts";
import { type Column, linkTable, nodeTable, sourceColumns } from "./columns.ts";
import { mostRows, type Sheet, workbook } from "./workbook.ts";
import type { ZipEntry } from "./zip.ts";

/** Nodes, links and sources, a sheet for each, and one that says what they are. @throws AppError INVALID_REQUEST when a sheet is too small */
export function xlsx(content: Content): ZipEntry[] {
  const { about, sources, nodes, links } = content;
  if (Math.max(about.nodes, about.links) >= mostRows)
    throw new AppError("INVALID_REQUEST", `A spreadsheet holds ${mostRows - 1} rows at most, and this has more: choose csv-zip`);
  return workbook([
    sheetOf("nodes", nodeTable, nodes),
    sheetOf("links", linkTable, links),
    sheetOf("sources", sourceColumns, () => onePage(sources)),
    aboutSheet(about),
  ]);
}

/** What a file is, as the last sheet of a workbook. */
export const aboutSheet = (about: About): Sheet => ({
  name: "about",
  head: ["what", "value"],
  rows: () =>
    onePage([
      ["title", about.title],
      ["dataset version", about.datasetVersion],
      ["licence", `${about.licence.name}, ${about.licence.url}`],
      ["rights", about.licence.rights],
      ["description", descriptionOf(about)],
      ...(about.pattern
        ? [
            ["pattern", about.pattern.cypher],
            ["parameters", about.pattern.params],
          ]
        : []),
    ]),
});

const sheetOf = <Row>(name: string, columns: readonly Column<Row>[], pages: () => AsyncIterable<readonly Row[]>): Sheet => ({
  name,
  head: columns.map((column) => column.name),
  rows: async function* () {
    for await (const page of pages()) yield page.map((row) => columns.map(({ of }) => of(row)));
  },
});
