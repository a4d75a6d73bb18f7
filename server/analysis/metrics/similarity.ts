import type { Steps } from "../graph/steps.ts";
import type { MetricGraph, Neighbours } from "./metric-graph.ts";

/** How alike two nodes are by their neighbours, on a graph without directions and parallel links. */
export const similarities = ["jaccard", "dice", "adamic-adar"] as const;
export type Similarity = (typeof similarities)[number];

/** How alike one node is with each node, and how many neighbours they share; 0 with itself and where they share none. */
export interface Likeness {
  readonly values: Float64Array;
  readonly shared: Int32Array;
}

/**
 * How alike `node` is with all others: of the neighbours of either, the share that both have (Jaccard 1901); twice what both have among
 * what each has (Dice 1945); or each neighbour that both have, the rarer the more: 1 / ln of its links (Adamic & Adar 2003).
 */
export function likenessWith({ size, out }: MetricGraph, node: number, similarity: Similarity): Likeness {
  const [shared, rare] = [new Int32Array(size), new Float64Array(size)];
  for (const via of neighboursOf(out, node))
    for (const other of neighboursOf(out, via)) {
      if (other === node) continue;
      shared[other]!++;
      rare[other]! += 1 / Math.log(countOf(out, via));
    }
  const own = countOf(out, node);
  const values = Float64Array.from(shared, (both, other) => {
    if (both === 0) return 0;
    if (similarity === "adamic-adar") return rare[other]!;
    const all = own + countOf(out, other);
    return similarity === "jaccard" ? both / (all - both) : (2 * both) / all;
  });
  return { values, shared };
}

/** What a tie between two nodes of a projection counts. */
export const projectionWeights = ["count", "jaccard", "newman"] as const;
export type ProjectionWeight = (typeof projectionWeights)[number];

/** Two nodes that share something, the one with the lower number first. */
export interface Pair {
  readonly one: number;
  readonly other: number;
  readonly value: number;
  readonly shared: number;
}

/**
 * Nodes of one sort by what they share of another: two that are linked with the same node get a tie. It counts what they share; or the
 * share of what either has (Jaccard); or each thing that they share by 1 / (those who have it − 1), so that what everybody has ties little
 * (Newman 2001).
 *
 * @param graph without directions and parallel links
 * @param side 1 for the nodes that are tied, 2 for what they share, 0 for others
 * @param most pairs that are told, the strongest first
 */
export function* projected(
  { size, out }: MetricGraph,
  side: Uint8Array,
  weight: ProjectionWeight,
  most: number,
): Steps<{ readonly pairs: readonly Pair[]; readonly all: number }> {
  const [shared, newman] = [new Int32Array(size), new Float64Array(size)];
  const between = Int32Array.from({ length: size }, (_, node) => {
    const others = side[node] === 1 ? 2 : side[node] === 2 ? 1 : 0;
    let count = 0;
    if (others > 0) for (const other of neighboursOf(out, node)) if (side[other] === others) count++;
    return count;
  });
  let [pairs, all]: [Pair[], number] = [[], 0];
  for (let one = 0; one < size; one++) {
    if (side[one] !== 1) continue;
    const met: number[] = [];
    for (const via of neighboursOf(out, one)) {
      if (side[via] !== 2) continue;
      for (const other of neighboursOf(out, via)) {
        if (side[other] !== 1 || other <= one) continue;
        if (shared[other] === 0) met.push(other);
        shared[other]!++;
        newman[other]! += 1 / (between[via]! - 1);
      }
      yield;
    }
    for (const other of met) {
      const both = shared[other]!;
      const value =
        weight === "count" ? both : weight === "newman" ? newman[other]! : both / (between[one]! + between[other]! - both);
      pairs.push({ one, other, value, shared: both });
      [shared[other], newman[other]] = [0, 0];
    }
    all += met.length;
    // All pairs of a large graph would not fit into memory.
    if (pairs.length > 4 * most + 1_000) pairs = strongest(pairs, most);
  }
  return { pairs: strongest(pairs, most), all };
}

const strongest = (pairs: readonly Pair[], most: number): Pair[] =>
  [...pairs].sort((a, b) => b.value - a.value || a.one - b.one || a.other - b.other).slice(0, most);

const countOf = ({ starts }: Neighbours, node: number): number => starts[node + 1]! - starts[node]!;
const neighboursOf = ({ starts, ids }: Neighbours, node: number): Int32Array => ids.subarray(starts[node]!, starts[node + 1]!);
