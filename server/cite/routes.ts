import { Readable } from "node:stream";
import type { z } from "zod";
import {
  type CitationStyle,
  citationStyleNames,
  citationStyles,
  citePatternRoute,
  citeRoute,
  compareResultsRoute,
  resultRoute,
  type SomeRows,
} from "../../model/cite.ts";
import type { PatternRequest } from "../../model/patterns.ts";
import { versionOf } from "../cache/version.ts";
import { serve, type ZodPlugin } from "../http/serve.ts";
import { type SentFile, serveFile } from "../http/serve-file.ts";
import type { GraphStore } from "../store/store.ts";
import { patternLines } from "../tables/pattern-lines.ts";
import { inTurns } from "../turns/in-turns.ts";
import { citedAs, title } from "./cited-result.ts";
import { onlyIn, type Result, resultOf } from "./result.ts";
import { type Cited, citation } from "./styles.ts";

const tag = "Cite";

type Asked = z.output<typeof PatternRequest>;

interface CiteOptions {
  readonly store: GraphStore;
  /** Gives the rows of an answer in one piece as they are found, whole lines in each piece. */
  readonly rowsOf: (request: Asked, signal: AbortSignal) => Promise<AsyncIterable<Uint8Array>>;
  readonly basePath: string;
}

/** How to cite the data and what was found in them. */
export const citeApi: ZodPlugin<CiteOptions> = async (app, { store, rowsOf, basePath }) => {
  const run = async (asked: Asked, signal: AbortSignal): Promise<Result> =>
    inTurns(resultOf(await patternLines(await rowsOf(asked, signal))), signal);
  serveFile(app, citeRoute, tag, async ({ params: { style }, origin }) => {
    const version = await versionOf(store);
    const note = `Dataset version ${version}.`;
    const url = `${origin}${basePath}/api/export/json`;
    return sent({ key: `overlap-${version}`, title, version, url, accessed: new Date(), note, shortNote: note }, style);
  });
  serveFile(app, citePatternRoute, tag, async ({ params: { style }, body, origin, signal }) => {
    const { cited } = citedAs(body, await run(body, signal), new Date(), origin + basePath);
    return sent(cited, style);
  });
  serve(app, resultRoute, tag, async ({ body, origin, signal }) => {
    const result = await run(body, signal);
    const { cited, date } = citedAs(body, result, new Date(), origin + basePath);
    const citations = citationStyleNames.map((style) => [style, citation(cited, style)] as const);
    return {
      ...found(result),
      date,
      address: cited.url,
      citations: Object.fromEntries(citations) as Record<CitationStyle, string>,
    };
  });
  serve(app, compareResultsRoute, tag, async ({ body, signal }) => {
    const cited = await run(body, signal);
    const present =
      cited.datasetVersion === (await versionOf(store)) ? cited : await run({ ...body, version: undefined }, signal);
    return {
      columns: [...cited.columns],
      cited: { ...found(cited), first: some(cited.lines).rows },
      present: found(present),
      isSame: cited.hash === present.hash,
      gone: some(onlyIn(cited, present)),
      added: some(onlyIn(present, cited)),
    };
  });
};

/** Rows of a result, or of a difference, that are told. */
const mostTold = 100;

const some = (lines: readonly string[]): SomeRows => ({
  count: lines.length,
  rows: lines.slice(0, mostTold).map((line) => JSON.parse(line) as unknown[]),
});

const found = ({ datasetVersion, engine, rows, truncated, hash }: Result) => ({ datasetVersion, engine, rows, truncated, hash });

function sent(cited: Cited, style: CitationStyle): SentFile {
  const { media, ending } = citationStyles[style];
  const bytes = Readable.from([citation(cited, style)], { objectMode: false });
  return { name: `${cited.key}.${ending}`, media, bytes, headers: { "cache-control": "no-store" } };
}
