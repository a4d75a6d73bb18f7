import { z } from "zod";
import { DatasetVersion } from "./explore.ts";
import { EngineName, PatternRequest } from "./patterns.ts";
import { fileRoute, route } from "./route.ts";
import { VersionRef } from "./versions.ts";

/** The forms of a citation, with what a program for references takes each for. */
export const citationStyles = {
  apa: { media: "text/plain; charset=utf-8", ending: "txt" },
  bibtex: { media: "application/x-bibtex; charset=utf-8", ending: "bib" },
  ris: { media: "application/x-research-info-systems; charset=utf-8", ending: "ris" },
  "csl-json": { media: "application/vnd.citationstyles.csl+json; charset=utf-8", ending: "json" },
} as const;
export type CitationStyle = keyof typeof citationStyles;
export const citationStyleNames = Object.keys(citationStyles) as [CitationStyle, ...CitationStyle[]];

const params = z.object({ style: z.enum(citationStyleNames) });
const media = Object.values(citationStyles).map((style) => style.media.split(";", 1)[0] ?? "");

export const citeRoute = fileRoute({
  method: "GET",
  url: "/api/cite/:style",
  summary: "How to cite the data set as it is now, with its version.",
  params,
  media,
});

export const citePatternRoute = fileRoute({
  method: "POST",
  url: "/api/cite/:style",
  summary: "How to cite a pattern: its text, what it was run on, and a hash of what it found.",
  params,
  body: PatternRequest,
  media,
});

/** What a pattern found, as something that can be found again. */
export const FoundResult = z.object({
  datasetVersion: DatasetVersion,
  engine: EngineName,
  rows: z.number().int().min(0),
  /** There were more rows than asked for. */
  truncated: z.boolean(),
  /** SHA-256 of columns and rows, in hexadecimal: the same whatever the order of the rows, and on both engines. */
  hash: z.string(),
});
export type FoundResult = z.infer<typeof FoundResult>;

const texts = Object.fromEntries(citationStyleNames.map((style) => [style, z.string()])) as Record<CitationStyle, z.ZodString>;

export const resultRoute = route({
  method: "POST",
  url: "/api/results",
  summary: "What a pattern finds, as something to cite: on which version, with which hash, at which permanent address.",
  body: PatternRequest,
  response: FoundResult.extend({
    /** The day on which it was found, as in 2026-11-28. */
    date: z.string(),
    /** Of a page that tells whether the result still is what it was. It holds all that it needs. */
    address: z.string(),
    /** The whole citation in each of the forms. */
    citations: z.object(texts),
  }),
});
export type CitedResult = z.infer<typeof resultRoute.response>;

/** Some rows: how many, and the first of them. */
const SomeRows = z.object({ count: z.number().int().min(0), rows: z.array(z.array(z.unknown())) });
export type SomeRows = z.infer<typeof SomeRows>;

export const compareResultsRoute = route({
  method: "POST",
  url: "/api/results/compare",
  summary:
    "Runs a pattern on the version that it names and on the data as they are now: the hash of what each gives, and the rows in which they differ.",
  body: PatternRequest.extend({ version: VersionRef }),
  response: z.object({
    columns: z.array(z.string()),
    /** What was found then, with the first rows of it. */
    cited: FoundResult.extend({ first: z.array(z.array(z.unknown())) }),
    present: FoundResult,
    isSame: z.boolean(),
    /** Rows that were there and are not now, and the other way round. A row that stands twice in the one and once in the other counts once. */
    gone: SomeRows,
    added: SomeRows,
  }),
});
