import { UndirectedGraph } from "graphology";
import communitiesLouvain from "graphology-communities-louvain";
import type { MetricGraph } from "./metric-graph.ts";

// Its types tell of a module in another form than the one that Node loads.
const louvain = communitiesLouvain as unknown as typeof communitiesLouvain.default;

/** The core number of each node: the largest k for which it stands in a part where all have k links or more (Batagelj & Zaveršnik 2003, arXiv:cs/0310049). */
export function coreNumbers({ size, out: { starts, ids } }: MetricGraph): Float64Array {
  const left = Int32Array.from({ length: size }, (_, node) => starts[node + 1]! - starts[node]!);
  const order = Int32Array.from({ length: size }, (_, node) => node).sort((one, other) => left[one]! - left[other]!);
  const place = new Int32Array(size);
  for (let at = 0; at < size; at++) place[order[at]!] = at;
  // Where the nodes with so many links begin in the order.
  const begins = new Int32Array(left.reduce((most, count) => Math.max(most, count), 0) + 2);
  for (const count of left) begins[count + 1]!++;
  for (let count = 1; count < begins.length; count++) begins[count]! += begins[count - 1]!;
  for (let at = 0; at < size; at++) {
    const node = order[at]!;
    for (let next = starts[node]!; next < starts[node + 1]!; next++) {
      const other = ids[next]!;
      if (left[other]! <= left[node]!) continue;
      // To the front of those with as many, which then begin one further.
      const front = Math.max(begins[left[other]!]!, at + 1);
      const first = order[front]!;
      [order[front], order[place[other]!]] = [other, first];
      [place[first], place[other]] = [place[other]!, front];
      begins[left[other]!] = front + 1;
      left[other]!--;
    }
  }
  return Float64Array.from(left);
}

/** The component that each node stands in, whatever the direction of links: 0 for the largest, and of equals the one with the first node. */
export function components({ size, out, into }: MetricGraph): Float64Array {
  const part = new Int32Array(size).fill(-1);
  let parts = 0;
  for (let first = 0; first < size; first++) {
    if (part[first] !== -1) continue;
    const waiting = [first];
    part[first] = parts;
    while (waiting.length > 0) {
      const node = waiting.pop()!;
      for (const { starts, ids } of [out, into])
        for (let place = starts[node]!; place < starts[node + 1]!; place++) {
          const other = ids[place]!;
          if (part[other] !== -1) continue;
          part[other] = parts;
          waiting.push(other);
        }
    }
    parts++;
  }
  return bySize(part);
}

/**
 * Communities by the Louvain method (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008), resolution 1, on a graph without
 * directions. Nothing in it is left to chance: the same graph gives the same communities.
 */
export function communities({ size, out: { starts, ids } }: MetricGraph): Float64Array {
  const graph = new UndirectedGraph({ allowSelfLoops: false });
  for (let node = 0; node < size; node++) graph.addNode(node);
  for (let node = 0; node < size; node++)
    for (let next = starts[node]!; next < starts[node + 1]!; next++)
      if (ids[next]! > node) graph.updateEdge(node, ids[next]!, ({ weight = 0 }) => ({ weight: weight + 1 }));
  const found = graph.size === 0 ? {} : louvain(graph, { randomWalk: false, getEdgeWeight: "weight" });
  return bySize(Int32Array.from({ length: size }, (_, node) => found[node] ?? size + node));
}

/** The same groups, numbered by their size, the largest first, and equals by their first node. */
function bySize(groups: Int32Array): Float64Array {
  const [sizes, firsts] = [new Map<number, number>(), new Map<number, number>()];
  for (const [node, group] of groups.entries()) {
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
    if (!firsts.has(group)) firsts.set(group, node);
  }
  const order = [...sizes.keys()].sort(
    (one, other) => sizes.get(other)! - sizes.get(one)! || firsts.get(one)! - firsts.get(other)!,
  );
  const number = new Map(order.map((group, index) => [group, index]));
  return Float64Array.from(groups, (group) => number.get(group)!);
}
