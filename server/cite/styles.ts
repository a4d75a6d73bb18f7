import type { CitationStyle } from "../../model/cite.ts";

/** What is cited, as it was found at a moment. */
export interface Cited {
  readonly key: string;
  readonly title: string;
  readonly version: string;
  /** Holds signs alone that an address may hold. */
  readonly url: string;
  readonly accessed: Date;
  /** In a sentence or two: what was asked, and what it gave. */
  readonly note: string;
  /** The same without the text of a pattern: its braces would end a field of BibTeX. */
  readonly shortNote: string;
}

/** Nobody's name and no year stand in the data: they are not made up here. */
const styles: Readonly<Record<CitationStyle, (cited: Cited) => string>> = {
  apa: ({ title, version, url, accessed }) => {
    const day = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(accessed);
    return `${title} (Version ${version}) [Data set]. (n.d.). Retrieved ${day}, from ${url}\n`;
  },
  bibtex: ({ key, title, version, url, accessed, shortNote }) =>
    `@misc{${key},\n${[
      ["title", `{${title}}`],
      ["version", version],
      ["url", url],
      ["urldate", dayOf(accessed)],
      ["note", shortNote],
    ]
      .map(([name, value]) => `  ${name} = {${value}}`)
      .join(",\n")}\n}\n`,
  ris: ({ key, title, version, url, accessed, note }) =>
    `${[
      ["TY", "DATA"],
      ["ID", key],
      ["TI", title],
      ["ET", version],
      ["UR", url],
      ["Y2", `${dayOf(accessed).replaceAll("-", "/")}/`],
      ["N1", note.replace(/\s+/g, " ")],
      ["ER", ""],
    ]
      .map(([name, value]) => `${name}  - ${value}\r\n`)
      .join("")}`,
  "csl-json": ({ key, title, version, url, accessed, note }) => {
    const dateParts = [[accessed.getUTCFullYear(), accessed.getUTCMonth() + 1, accessed.getUTCDate()]];
    const item = { id: key, type: "dataset", title, version, URL: url, accessed: { "date-parts": dateParts }, note };
    return `${JSON.stringify([item], null, 2)}\n`;
  },
};

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

export const citation = (cited: Cited, style: CitationStyle): string => styles[style](cited);
