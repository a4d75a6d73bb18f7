import { z } from "zod";
import { PatternRequest } from "./patterns.ts";
import { fileRoute } from "./route.ts";

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
