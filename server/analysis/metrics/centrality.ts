import type { Steps } from "../graph/steps.ts";
import type { MetricGraph, Neighbours } from "./metric-graph.ts";

/** The nodes that a measure of paths sets out from. */
export type Pivots = Int32Array;

/** How many links a node has, in both directions. */
export function degree({ rule, size, out, into }: MetricGraph): Float64Array {
  const degrees = new Float64Array(size);
  const countOf = ({ starts }: Neighbours, node: number) => starts[node + 1]! - starts[node]!;
  for (let node = 0; node < size; node++)
    degrees[node] = countOf(out, node) + (rule.direction === "directed" ? countOf(into, node) : 0);
  return degrees;
}

/** The distances from one node, in the order in which they are found. */
class Walk {
  readonly order: Int32Array;
  readonly distance: Int32Array;
  /** How many nodes were reached, the first one included. */
  reached = 0;

  constructor(size: number) {
    this.order = new Int32Array(size);
    this.distance = new Int32Array(size).fill(-1);
  }

  from(node: number, { starts, ids }: Neighbours): void {
    const { order, distance } = this;
    for (let place = 0; place < this.reached; place++) distance[order[place]!] = -1;
    distance[node] = 0;
    order[0] = node;
    this.reached = 1;
    for (let place = 0; place < this.reached; place++) {
      const at = order[place]!;
      for (let next = starts[at]!; next < starts[at + 1]!; next++) {
        const other = ids[next]!;
        if (distance[other] !== -1) continue;
        distance[other] = distance[at]! + 1;
        order[this.reached++] = other;
      }
    }
  }
}

/**
 * How close a node is to those that reach it, 0 to 1: the inverse of the mean distance, times the share of all nodes that reach it
 * (Wasserman & Faust 1994), so that nodes of a small component are not the closest of all.
 *
 * @param pivots only distances from these nodes are measured, and the result is an estimate (Eppstein & Wang 2004, doi:10.7155/jgaa.00081)
 */
export function* closeness({ size, out }: MetricGraph, pivots: Pivots): Steps<Float64Array> {
  const [found, walk] = [new Float64Array(size), new Walk(size)];
  const [reachedBy, total, isPivot] = [new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
  for (const pivot of pivots) {
    isPivot[pivot] = 1;
    walk.from(pivot, out);
    for (let place = 1; place < walk.reached; place++) {
      const node = walk.order[place]!;
      reachedBy[node]!++;
      total[node]! += walk.distance[node]!;
    }
    yield;
  }
  for (let node = 0; node < size; node++) {
    const others = pivots.length - isPivot[node]!;
    if (total[node]! > 0) found[node] = (reachedBy[node]! / total[node]!) * (reachedBy[node]! / others);
  }
  return found;
}

/**
 * The share of shortest paths between all other pairs that lead through a node, 0 to 1 (Brandes 2001, doi:10.1080/0022250X.2001.9990249).
 * Parallel links count as paths of their own when the graph has them.
 *
 * @param pivots only paths from these nodes are followed: from all of them, or the result is an estimate (Brandes & Pich 2007, doi:10.1142/S0218127407018403)
 */
export function* betweenness({ size, out, into }: MetricGraph, pivots: Pivots): Steps<Float64Array> {
  const [found, walk] = [new Float64Array(size), new Walk(size)];
  const [paths, share] = [new Float64Array(size), new Float64Array(size)];
  for (const source of pivots) {
    walk.from(source, out);
    const { order, distance, reached } = walk;
    for (let place = 0; place < reached; place++) {
      paths[order[place]!] = 0;
      share[order[place]!] = 0;
    }
    paths[source] = 1;
    for (let place = 0; place < reached; place++) {
      const at = order[place]!;
      for (let next = out.starts[at]!; next < out.starts[at + 1]!; next++) {
        const other = out.ids[next]!;
        if (distance[other] === distance[at]! + 1) paths[other]! += paths[at]!;
      }
    }
    for (let place = reached - 1; place > 0; place--) {
      const at = order[place]!;
      const each = (1 + share[at]!) / paths[at]!;
      for (let next = into.starts[at]!; next < into.starts[at + 1]!; next++) {
        const before = into.ids[next]!;
        if (distance[before] === distance[at]! - 1 && distance[before] >= 0) share[before]! += paths[before]! * each;
      }
      found[at]! += share[at]!;
    }
    yield;
  }
  // Undirected, each pair is seen from both of its ends, and there are half as many pairs.
  const pairs = (size - 1) * (size - 2);
  const scale = pairs > 0 ? size / pivots.length / pairs : 0;
  for (let node = 0; node < size; node++) found[node]! *= scale;
  return found;
}

/**
 * PageRank (Brin & Page 1998) with damping 0.85; what arrives at a node without links onwards goes to all alike. It ends when all
 * changes together are below 1e-12.
 */
export function* pageRank({ size, out, into }: MetricGraph): Steps<Float64Array> {
  const [damping, tolerance, mostRounds] = [0.85, 1e-12, 1_000];
  let ranks = new Float64Array(size).fill(size > 0 ? 1 / size : 0);
  const onwards = (node: number) => out.starts[node + 1]! - out.starts[node]!;
  for (let round = 0; round < mostRounds; round++) {
    let stranded = 0;
    for (let node = 0; node < size; node++) if (onwards(node) === 0) stranded += ranks[node]!;
    const next = new Float64Array(size).fill((1 - damping + damping * stranded) / size);
    let change = 0;
    for (let node = 0; node < size; node++) {
      for (let place = into.starts[node]!; place < into.starts[node + 1]!; place++) {
        const before = into.ids[place]!;
        next[node]! += (damping * ranks[before]!) / onwards(before);
      }
      change += Math.abs(next[node]! - ranks[node]!);
    }
    ranks = next;
    yield;
    if (change < tolerance) break;
  }
  return ranks;
}
