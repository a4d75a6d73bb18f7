import { z } from "zod";
import { DatasetVersion, mostIdsInAddress } from "./explore.ts";
import { NodeId, NodeKindName, NodeSummary } from "./graph.ts";
import { commaList, limitOf, route } from "./route.ts";

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
  rows: z.array(z.object({ node: NodeSummary, value: z.number() })),
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
