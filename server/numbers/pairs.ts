import type { projectionWeightNames, similarityNames } from "../../model/numbers.ts";
import { allAtOnce } from "../analysis/graph/steps.ts";
import { type MetricGraph, metricGraph } from "../analysis/metrics/metric-graph.ts";
import { likenessWith, type Pair, projected } from "../analysis/metrics/similarity.ts";
import type { LinkArrays } from "../dataset/link-arrays.ts";

interface PairsOf {
  readonly graph: LinkArrays;
  readonly isStatedOnly: boolean;
  readonly limit: number;
}

/** Which nodes are most like one of them. */
export interface SimilarQuestion extends PairsOf {
  readonly similarTo: number;
  readonly by: (typeof similarityNames)[number];
  /** Kinds of the nodes that are wanted; all when left out. */
  readonly kinds: readonly number[] | undefined;
}

/** Which nodes of a kind share nodes of another. */
export interface ProjectionQuestion extends PairsOf {
  readonly of: number;
  readonly over: number;
  readonly by: (typeof projectionWeightNames)[number];
}

export interface PairsFound {
  readonly pairs: readonly Pair[];
  /** Pairs that share anything, told or not. */
  readonly all: number;
}

export function similarNodes({ graph, isStatedOnly, similarTo, by, kinds, limit }: SimilarQuestion): PairsFound {
  const { values, shared } = likenessWith(simpleGraph(graph, isStatedOnly), similarTo, by);
  const alike = [...values.keys()].filter((node) => shared[node]! > 0 && (kinds?.includes(graph.kinds[node]!) ?? true));
  const order = alike.sort((one, other) => values[other]! - values[one]! || one - other).slice(0, limit);
  return {
    pairs: order.map((other) => ({ one: similarTo, other, value: values[other]!, shared: shared[other]! })),
    all: alike.length,
  };
}

export function projectedPairs({ graph, isStatedOnly, of, over, by, limit }: ProjectionQuestion): PairsFound {
  const side = Uint8Array.from(graph.kinds, (kind) => (kind === of ? 1 : kind === over ? 2 : 0));
  return allAtOnce(projected(simpleGraph(graph, isStatedOnly), side, by, limit));
}

/** Without directions, and with one link at most between two nodes. */
function simpleGraph({ kinds, from, to, derived }: LinkArrays, isStatedOnly: boolean): MetricGraph {
  const counts = (_: number, link: number) => !isStatedOnly || derived[link] === 0;
  const links = { nodes: kinds.length, from: from.filter(counts), to: to.filter(counts) };
  return metricGraph(links, { direction: "undirected", parallel: "once" });
}
