import type { CsvDialect } from "../../model/tables.ts";
import { ReadyTable } from "../http/tables.ts";
import { csvRows, csvStart } from "../tables/csv.ts";
import { patternCell } from "../tables/pattern-cell.ts";
import { patternLines } from "../tables/pattern-lines.ts";

const rowsAtOnce = 200;

/** The rows of a pattern as CSV. That not all of them are in it is said in the file's name, since the form has no other part for it. */
export async function patternTable(pieces: AsyncIterable<Uint8Array>, dialect: CsvDialect): Promise<ReadyTable> {
  const { head, rows, end } = await patternLines(pieces);
  const { columns, datasetVersion } = head;
  const mark = end.truncated ? `-first-${rows.length}-rows` : "";
  const text = async function* () {
    yield csvStart(dialect) + csvRows([columns], dialect);
    for (let first = 0; first < rows.length; first += rowsAtOnce)
      yield csvRows(
        rows.slice(first, first + rowsAtOnce).map((row) => (JSON.parse(row) as unknown[]).map(patternCell)),
        dialect,
      );
  };
  return new ReadyTable(`overlap-${datasetVersion}-pattern${mark}.csv`, text(), datasetVersion);
}
