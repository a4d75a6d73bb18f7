import type { Pivots } from "./centrality.ts";

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

/** Numbers from 0 up to 1, the same ones for the same seed: Marsaglia's xorshift of 32 bits (doi:10.18637/jss.v008.i14). */
function uniform(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state / 2 ** 32;
  };
}
