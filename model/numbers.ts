import { z } from "zod";
import { Problem } from "./errors.ts";
import { DatasetVersion, mostIdsInAddress } from "./explore.ts";
import { NodeId, NodeKindName, NodeSummary } from "./graph.ts";
import { commaList, fileRoute, limitOf, route } from "./route.ts";

/** What can be measured of each node; docs/methods.md says how. */
export const measureNames = ["degree", "betweenness", "closeness", "pagerank", "core", "component", "community"] as const;
export const MeasureName = z.enum(measureNames);
export type MeasureName = z.infer<typeof MeasureName>;

/** Measures that put nodes into groups, rather than in an order. */
export const groupMeasures: readonly MeasureName[] = ["component", "community"];

const Rule = z.object({
  direction: z.enum(["directed", "undirected"]),
  /** Several links between two nodes count as one, or each. */
  parallel: z.enum(["once", "each"]),
  /** All links, or those alone that a source states. */
  links: z.enum(["all", "stated"]),
});
export type NumbersRule = z.infer<typeof Rule>;

/** Whoever stands among the first of so many in a sample counts as one of the top. */
export const topOfSamples = 10;

const NumbersQuery = z.object({
  direction: Rule.shape.direction.default("undirected"),
  parallel: Rule.shape.parallel.default("once"),
  links: Rule.shape.links.default("all"),
  /** Nodes of these kinds alone, and the links among them. */
  kinds: commaList(NodeKindName, 11).optional(),
  /** These nodes alone, and the links among them: what is shown, say. */
  ids: commaList(NodeId, mostIdsInAddress).optional(),
  /** Chooses the nodes that an estimate sets out from. */
  seed: z.coerce.number().int().min(0).max(2_147_483_647).default(1),
  limit: limitOf(10_000, 100),
  /** Measures so many times more, each time without some links that chance picks: how much the numbers hang on single links. */
  samples: z.coerce.number().int().min(0).max(200).default(0),
  /** The share of links that each of these leaves out. */
  dropped: z.coerce.number().min(0.01).max(0.5).default(0.1),
});
export type NumbersQuery = z.output<typeof NumbersQuery>;

const Group = z.object({
  group: z.number().int().min(0),
  size: z.number().int().min(1),
  /** What it is called by: the themes in it with most links inside it, or else the items. */
  sharedBy: z.array(NodeSummary),
});

export const NumbersAnswer = z.object({
  measure: MeasureName,
  /** What counted as a link. Loops never count. */
  rule: Rule,
  /** What was measured: everything, some kinds, or the nodes that were named. */
  of: z.enum(["everything", "kinds", "ids"]),
  nodes: z.number().int().min(0),
  links: z.number().int().min(0),
  /** Links that lead from an item to itself, or stand beside another one, and do not count. */
  leftOut: z.number().int().min(0),
  /** Of so many nodes the ways were followed; all of them give the exact number, fewer an estimate. */
  setOutFrom: z.number().int().min(0),
  exact: z.boolean(),
  seed: z.number().int(),
  /** Whether links join items of one kind more than chance would, from -1 to 1; absent where that means nothing. */
  assortativityByKind: z.number().optional(),
  /** The highest first; in groups, the largest group first. */
  rows: z.array(
    z.object({
      node: NodeSummary,
      value: z.number(),
      /** With `samples`: between which values the middle nine tenths of the samples lie, and in which share of them it is one of the top. */
      range: z.object({ low: z.number(), high: z.number(), topShare: z.number().min(0).max(1) }).optional(),
    }),
  ),
  /** With `samples`. */
  robustness: z
    .object({
      samples: z.number().int().min(1),
      dropped: z.number(),
      top: z.number().int(),
      /** Spearman's correlation of the order of all items with the order in a sample: on average, and in the worst one. */
      meanCorrelation: z.number().min(-1).max(1),
      leastCorrelation: z.number().min(-1).max(1),
    })
    .optional(),
  groups: z.array(Group).optional(),
  datasetVersion: DatasetVersion,
});
export type NumbersAnswer = z.infer<typeof NumbersAnswer>;

export const numbersRoute = route({
  method: "GET",
  url: "/api/numbers/:measure",
  table: "rows",
  summary:
    "A number for each item by how it is linked: its links, how much it bridges, how close it is to all others, its group.",
  params: z.object({ measure: MeasureName }),
  query: NumbersQuery,
  response: NumbersAnswer,
});

export const numbersProgressRoute = fileRoute({
  method: "GET",
  url: "/api/numbers/:measure/progress",
  summary:
    "The same with its progress, for a large graph: lines of JSON with the share that is done, and the answer on the last. Closing the connection ends the work.",
  params: z.object({ measure: MeasureName }),
  query: NumbersQuery,
  media: ["application/x-ndjson"],
});

/** A line of it; `failed` is the last one when something went wrong. */
export const NumbersLine = z.union([
  z.object({ done: z.number().min(0).max(1) }),
  z.object({ answer: NumbersAnswer }),
  z.object({ failed: z.object({ code: Problem.shape.code, detail: z.string() }) }),
]);
export type NumbersLine = z.infer<typeof NumbersLine>;

/** How alike two items are by what they are linked with; docs/methods.md says how. */
export const similarityNames = ["jaccard", "dice", "adamic-adar"] as const;

export const similarRoute = route({
  method: "GET",
  url: "/api/similar/:id",
  table: "rows",
  summary: "Items that are linked with the same items as this one, the most alike first.",
  params: z.object({ id: NodeId }),
  query: z.object({
    by: z.enum(similarityNames).default("jaccard"),
    links: Rule.shape.links.default("all"),
    /** Items of these kinds alone are listed; what they share may be of any kind. */
    kinds: commaList(NodeKindName, 11).optional(),
    limit: limitOf(1_000, 20),
  }),
  response: z.object({
    node: NodeSummary,
    by: z.enum(similarityNames),
    links: Rule.shape.links,
    rows: z.array(
      z.object({
        node: NodeSummary,
        value: z.number(),
        /** So many items are linked with both. */
        shared: z.number().int().min(1),
      }),
    ),
    datasetVersion: DatasetVersion,
  }),
});

export type SimilarQuery = z.output<typeof similarRoute.query>;
export type SimilarAnswer = z.output<typeof similarRoute.response>;

/** What a tie between two items of a projection counts; docs/methods.md says how. */
export const projectionWeightNames = ["count", "jaccard", "newman"] as const;

export const projectionRoute = route({
  method: "GET",
  url: "/api/projection",
  table: "rows",
  summary:
    "Items of one kind in pairs, by the items of another kind that both are linked with: institutions by shared questions, say.",
  query: z.object({
    of: NodeKindName,
    over: NodeKindName,
    by: z.enum(projectionWeightNames).default("count"),
    links: Rule.shape.links.default("all"),
    limit: limitOf(10_000, 100),
  }),
  response: z.object({
    of: NodeKindName,
    over: NodeKindName,
    by: z.enum(projectionWeightNames),
    links: Rule.shape.links,
    /** Pairs that share anything. */
    pairs: z.number().int().min(0),
    rows: z.array(z.object({ one: NodeSummary, other: NodeSummary, value: z.number(), shared: z.number().int().min(1) })),
    datasetVersion: DatasetVersion,
  }),
});
export type ProjectionQuery = z.output<typeof projectionRoute.query>;
export type ProjectionAnswer = z.output<typeof projectionRoute.response>;
