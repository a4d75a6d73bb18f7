import type { MetricGraph } from "./metric-graph.ts";

/**
 * Whether links join like with like, from -1 to 1: Newman's coefficient for kinds (2003, doi:10.1103/PhysRevE.67.026126). Undefined
 * where there are no links, or all nodes on them are of one kind.
 */
export function assortativity({ size, out: { starts, ids } }: MetricGraph, kindOf: ArrayLike<number>): number | undefined {
  const [from, to] = [new Map<number, number>(), new Map<number, number>()];
  let alike = 0;
  for (let node = 0; node < size; node++)
    for (let place = starts[node]!; place < starts[node + 1]!; place++) {
      const [one, other] = [kindOf[node]!, kindOf[ids[place]!]!];
      from.set(one, (from.get(one) ?? 0) + 1);
      to.set(other, (to.get(other) ?? 0) + 1);
      if (one === other) alike++;
    }
  const links = ids.length;
  let expected = 0;
  for (const [kind, count] of from) expected += (count * (to.get(kind) ?? 0)) / links ** 2;
  return links === 0 || expected === 1 ? undefined : (alike / links - expected) / (1 - expected);
}
