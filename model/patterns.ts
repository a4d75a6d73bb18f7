import { z } from "zod";
import { DatasetVersion } from "./explore.ts";
import { LinkKindName, NodeId, NodeKindName } from "./graph.ts";
import { route } from "./route.ts";

/** Values for a query: plain JSON. Whole numbers go in as integers. */
export type Params = Readonly<Record<string, unknown>>;

/** What a pattern may cost. The server refuses more. */
export const patternLimits = {
  /** Milliseconds. */
  timeout: { standard: 5_000, most: 30_000 },
  rows: { standard: 1_000, most: 10_000 },
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

/** Any JSON value. It has a name of its own because it holds itself. */
const Json = z.json().meta({ id: "Json" });

export const PatternRequest = z.strictObject({
  cypher: z.string().trim().min(1).max(10_000),
  params: z.record(z.string().regex(/^[A-Za-z_]\w{0,63}$/), Json).default({}),
  limits: z
    .strictObject({
      /** Milliseconds. */
      timeout: z.number().int().min(100).max(patternLimits.timeout.most).default(patternLimits.timeout.standard),
      rows: z.number().int().min(1).max(patternLimits.rows.most).default(patternLimits.rows.standard),
    })
    .prefault({}),
});

export const PatternAnswer = z.object({
  columns: z.array(z.string()),
  /** Plain JSON; nodes, links and paths carry `$type`. Whole numbers beyond 2^53 are strings, so that none is wrong in silence. */
  rows: z.array(z.array(z.unknown())),
  /** There were more rows than asked for. */
  truncated: z.boolean(),
  milliseconds: z.number(),
  datasetVersion: DatasetVersion,
});
export type PatternAnswer = z.infer<typeof PatternAnswer>;

export const patternsRoute = route({
  method: "POST",
  url: "/api/patterns",
  summary: "Runs a read-only Cypher pattern within limits. Closing the connection stops it in the database.",
  body: PatternRequest,
  response: PatternAnswer,
});
