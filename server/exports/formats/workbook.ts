import { plainText } from "../content/plain-text.ts";
import { xmlText } from "./xml.ts";
import { textEntry, type ZipEntry } from "./zip.ts";

export type WorkbookCell = string | number | boolean | readonly unknown[] | object | null | undefined;

export interface Sheet {
  /** At most 31 characters, none of * ? : \ / [ ]. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: () => AsyncIterable<readonly (readonly WorkbookCell[])[]>;
}

/** What a sheet holds at most, its head included. */
export const mostRows = 1_048_576;
/** Characters that a cell holds at most. */
const longest = 32_767;
/** Stands at the end of a text that was cut. */
const cut = " … [afgekapt]";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

/**
 * A workbook as the files in its archive. Our own writing of a few tags, since the packages that write workbooks hold all rows in
 * memory or go on however slowly they are read. All text is written as text: a spreadsheet runs none of it as a formula.
 */
export function workbook(sheets: readonly Sheet[]): ZipEntry[] {
  const numbered = sheets.map(({ name }, index) => ({ name, number: index + 1 }));
  const types = numbered.map(
    ({ number }) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const names = numbered.map(({ name, number }) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`);
  const parts = numbered.map(
    ({ number }) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/>`;
  return [
    textEntry(
      "[Content_Types].xml",
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${types.join("")}</Types>`,
    ),
    textEntry(
      "_rels/.rels",
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    textEntry(
      "xl/workbook.xml",
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.join("")}</sheets></workbook>`,
    ),
    textEntry(
      "xl/_rels/workbook.xml.rels",
      `${declaration}<Relationships xmlns="${packages}/relationships">${parts.join("")}${styles}</Relationships>`,
    ),
    textEntry(
      "xl/styles.xml",
      `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ),
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text: () => sheetText(sheet) })),
  ];
}

async function* sheetText({ head, rows }: Sheet): AsyncGenerator<string> {
  const firstRowStays = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  yield `${declaration}<worksheet xmlns="${main}">${firstRowStays}<sheetData>${row(head, ` s="1"`)}`;
  for await (const page of rows()) {
    let text = "";
    for (const cells of page) text += row(cells);
    yield text;
  }
  yield "</sheetData></worksheet>";
}

const row = (cells: readonly WorkbookCell[], style = "") => `<row>${cells.map((value) => cell(value, style)).join("")}</row>`;

function cell(value: WorkbookCell, style: string): string {
  if (value === undefined || value === null) return `<c${style}/>`;
  if (typeof value === "number" && Number.isFinite(value)) return `<c${style}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c${style} t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return `<c${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(asText(fitting(plainText(text))))}</t></is></c>`;
}

const fitting = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest - cut.length).replace(/[\uD800-\uDBFF]$/, "")}${cut}`;

/** The form reads `_x0041_` as an A, unless its first sign is written so, too. It knows one kind of line break. */
const asText = (text: string): string => text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_").replace(/\r\n?/g, "\n");
