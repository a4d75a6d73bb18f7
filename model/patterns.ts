import { z } from "zod";
import { Problem } from "./errors.ts";
import { DatasetVersion } from "./explore.ts";
import { LinkKindName, NodeId, NodeKindName } from "./graph.ts";
import { fileRoute, route } from "./route.ts";
import { VersionRef } from "./versions.ts";

/** Values for a query: plain JSON. Whole numbers go in as integers. */
export type Params = Readonly<Record<string, unknown>>;

/** The databases that a pattern can run on: the embedded one, and Neo4j. */
export const EngineName = z.enum(["grafeo", "neo4j"]);
export type EngineName = z.infer<typeof EngineName>;

/** What a pattern may cost. The server refuses more. */
export const patternLimits = {
  /** Milliseconds. */
  timeout: { standard: 5_000, most: 30_000 },
  rows: { standard: 1_000, most: 10_000 },
  /** As they are found, one after the other. */
  streamedRows: { standard: 100_000, most: 1_000_000 },
} as const;

/** A node in a pattern's row: told from a map by `$type`. */
export const PatternNode = z.object({
  $type: z.literal("node"),
  id: z.union([NodeId, z.string()]),
  kind: z.union([NodeKindName, z.string()]),
  labels: z.array(z.string()),
  properties: z.record(z.string(), z.unknown()),
});
export type PatternNode = z.infer<typeof PatternNode>;

/** A link in a pattern's row; `from` and `to` are the ids of its ends. */
export const PatternLink = z.object({
  $type: z.literal("link"),
  id: z.string(),
  kind: z.union([LinkKindName, z.string()]),
  from: z.string(),
  to: z.string(),
  properties: z.record(z.string(), z.unknown()),
});
export type PatternLink = z.infer<typeof PatternLink>;

export const PatternPath = z.object({ $type: z.literal("path"), nodes: z.array(PatternNode), links: z.array(PatternLink) });
export type PatternPath = z.infer<typeof PatternPath>;

/** A decimal number without a fraction, where JSON alone would not show that it is one. */
export const PatternFloat = z.object({ $type: z.literal("float"), value: z.number() });
export type PatternFloat = z.infer<typeof PatternFloat>;

/** Any JSON value. It has a name of its own because it holds itself. */
const Json = z.json().meta({ id: "Json" });

const requestWith = (rows: { readonly standard: number; readonly most: number }) =>
  z.strictObject({
    cypher: z.string().trim().min(1).max(10_000),
    params: z.record(z.string().regex(/^\w{1,64}$/), Json).default({}),
    limits: z
      .strictObject({
        /** Milliseconds. */
        timeout: z.number().int().min(100).max(patternLimits.timeout.most).default(patternLimits.timeout.standard),
        rows: z.number().int().min(1).max(rows.most).default(rows.standard),
      })
      .prefault({}),
    /** The dataset version that it is to run on, out of those that the server has kept; left out, the data as they are now. */
    version: VersionRef.optional(),
  });

export const PatternRequest = requestWith(patternLimits.rows);

/** A name in a pattern that the data do not have, and the one that may have been meant. */
export const UnknownName = z.object({
  is: z.enum(["node", "link", "property"]),
  name: z.string(),
  meant: z.string().optional(),
});
export type UnknownName = z.infer<typeof UnknownName>;

/** A property that a function of moments is given, and that holds texts which the function cannot read. */
export const FreeText = z.object({
  name: z.string(),
  kind: z.enum(["date", "datetime", "localdatetime", "time", "localtime"]),
  example: z.string(),
});
export type FreeText = z.infer<typeof FreeText>;

export const PatternAnswer = z.object({
  columns: z.array(z.string()),
  /**
   * What each column holds: `null`, `boolean`, `integer`, `float`, `string`, `list`, `map`, `node`, `link`, `path`, `date`, `time`,
   * `localtime`, `datetime`, `localdatetime`, `duration`; `list<integer>` where the items are alike; `float | string` where values are not.
   * In a `float` column 1 is 1.0, and "NaN" and "Infinity" are no texts; elsewhere a whole decimal is `{"$type": "float", "value": 1}`.
   */
  kinds: z.array(z.string()),
  /** Plain JSON; nodes, links and paths carry `$type`. Whole numbers beyond 2^53 are strings, so that none is wrong in silence. */
  rows: z.array(z.array(z.unknown())),
  /** There were more rows than asked for. */
  truncated: z.boolean(),
  milliseconds: z.number(),
  /** The engine that it ran on, and whether the other one would give the same; if not, why. */
  engine: EngineName,
  otherEngine: z.object({ name: EngineName, alike: z.boolean(), why: z.string().optional() }),
  /** Kinds of items and links, and properties, that the pattern names and the data do not have; none are looked for in an earlier version. */
  unknownNames: z.array(UnknownName),
  /** Properties that the pattern takes for moments, although they hold free text as well; none are looked for in an earlier version. */
  freeText: z.array(FreeText),
  datasetVersion: DatasetVersion,
});
export type PatternAnswer = z.infer<typeof PatternAnswer>;

export const patternsRoute = route({
  method: "POST",
  url: "/api/patterns",
  table: "rows",
  summary: "Runs a read-only Cypher pattern within limits. Closing the connection stops it in the database.",
  body: PatternRequest,
  response: PatternAnswer,
});

/** The first line of rows that come as they are found. */
export const PatternRowsHead = PatternAnswer.pick({
  columns: true,
  engine: true,
  otherEngine: true,
  unknownNames: true,
  freeText: true,
  datasetVersion: true,
});
export type PatternRowsHead = z.infer<typeof PatternRowsHead>;

/** Their last line. Kinds are known by then only; a whole decimal number says in its row that it is one. */
export const PatternRowsEnd = z.object({
  end: PatternAnswer.pick({ kinds: true, truncated: true, milliseconds: true }).extend({ rows: z.number().int() }),
});
export type PatternRowsEnd = z.infer<typeof PatternRowsEnd>;

/** Their last line when something went wrong after the first. */
export const PatternRowsFailed = z.object({ failed: z.object({ code: Problem.shape.code, detail: z.string() }) });
export type PatternRowsFailed = z.infer<typeof PatternRowsFailed>;

export const patternRowsRoute = fileRoute({
  method: "POST",
  url: "/api/patterns/rows",
  summary:
    "Runs a pattern and gives its rows as they are found: a line of JSON about them, a line for each row, and a line with what there was. Closing the connection stops it.",
  media: ["application/x-ndjson"],
  body: requestWith(patternLimits.streamedRows),
});
