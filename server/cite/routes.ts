import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { z } from "zod";
import { type CitationStyle, citationStyles, citePatternRoute, citeRoute } from "../../model/cite.ts";
import type { PatternAnswer, PatternRequest } from "../../model/patterns.ts";
import type { Steps } from "../analysis/graph/steps.ts";
import { versionOf } from "../cache/version.ts";
import type { ZodPlugin } from "../http/serve.ts";
import { type SentFile, serveFile } from "../http/serve-file.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { type Cited, citation } from "./styles.ts";

const tag = "Cite";
const title = "Overlap";

type Asked = z.output<typeof PatternRequest>;

interface CiteOptions {
  readonly store: GraphStore;
  /** Gives a `PatternAnswer` as JSON. */
  readonly runPattern: (request: Asked, signal: AbortSignal) => Promise<Buffer>;
  readonly basePath: string;
}

/** How to cite the data and what was found in them. */
export const citeApi: ZodPlugin<CiteOptions> = async (app, { store, runPattern, basePath }) => {
  serveFile(app, citeRoute, tag, async ({ params: { style }, origin }) => {
    const version = await versionOf(store);
    const note = `Dataset version ${version}.`;
    const url = `${origin}${basePath}/api/export/json`;
    return sent({ key: `overlap-${version}`, title, version, url, accessed: new Date(), note, shortNote: note }, style);
  });
  serveFile(app, citePatternRoute, tag, async ({ params: { style }, body, origin, signal }) => {
    const answer = JSON.parse((await runPattern(body, signal)).toString()) as PatternAnswer;
    const hash = await inTurns(resultHash(answer), signal);
    return sent(citedPattern(body, answer, hash, origin + basePath), style);
  });
};

function citedPattern({ cypher, params, limits }: Asked, answer: PatternAnswer, hash: string, base: string): Cited {
  const { datasetVersion: version, engine, rows, truncated } = answer;
  const query = new URLSearchParams({ cypher, params: JSON.stringify(params), rijen: String(limits.rows) });
  const found = `${truncated ? "The first " : ""}${rows.length} rows on dataset version ${version}, engine ${engine}, SHA-256 of the result ${hash}.`;
  return {
    key: `overlap-${version}-${hash.slice(0, 12)}`,
    title: `${title}: the result of a pattern`,
    version,
    url: `${base}/patronen?${query}`,
    accessed: new Date(),
    note: `Pattern: ${cypher} Parameters: ${JSON.stringify(params)} ${found}`,
    shortNote: found,
  };
}

/**
 * Of columns and rows, whatever the order of the rows: a pattern without ORDER BY may give another one each time, and the order of the
 * properties of an item is the engine's own.
 */
function* resultHash({ columns, rows }: PatternAnswer): Steps<string> {
  const lines: string[] = [];
  for (const row of rows) {
    lines.push(JSON.stringify(row, sorted));
    yield;
  }
  const hash = createHash("sha256").update(JSON.stringify(columns));
  for (const line of lines.sort()) {
    hash.update("\n").update(line);
    yield;
  }
  return hash.digest("hex");
}

/** A map by the names in it. */
const sorted = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

function sent(cited: Cited, style: CitationStyle): SentFile {
  const { media, ending } = citationStyles[style];
  const bytes = Readable.from([citation(cited, style)], { objectMode: false });
  return { name: `${cited.key}.${ending}`, media, bytes, headers: { "cache-control": "no-store" } };
}
