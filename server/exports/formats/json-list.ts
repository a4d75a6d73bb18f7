/** What stands between the brackets of a list in JSON, page by page, each item on a line of its own. */
export async function* jsonList<Row>(
  pages: AsyncIterable<readonly Row[]>,
  itemOf: (row: Row) => unknown,
): AsyncGenerator<string> {
  let mark = "";
  for await (const page of pages) {
    let text = "";
    for (const row of page) {
      text += `${mark}${JSON.stringify(itemOf(row))}`;
      mark = ",\n";
    }
    yield text;
  }
  yield "\n";
}
