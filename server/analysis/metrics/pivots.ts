import type { Pivots } from "./centrality.ts";
import { uniform } from "./random.ts";

/** All nodes, or `most` of them when there are more: chosen by a seed, so that the same graph gives the same estimate. */
export function pivotsOf(size: number, most: number, seed: number): Pivots {
  const nodes = Int32Array.from({ length: size }, (_, node) => node);
  if (size <= most) return nodes;
  const random = uniform(seed);
  for (let place = 0; place < most; place++) {
    const other = place + Math.floor(random() * (size - place));
    [nodes[place], nodes[other]] = [nodes[other]!, nodes[place]!];
  }
  return nodes.slice(0, most).sort();
}
