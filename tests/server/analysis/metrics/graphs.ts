import { attendance } from "../../../../bench/evaluate/southern-women.ts";
import type { Ends } from "../../../../server/analysis/metrics/metric-graph.ts";

/** A graph to measure, with the kind of each node as a number. */
export interface Measured extends Ends {
  readonly kinds: readonly number[];
}

const fromPairs = (nodes: number, pairs: readonly (readonly [number, number])[], kinds: readonly number[]): Measured => ({
  nodes,
  from: Int32Array.from(pairs, ([from]) => from),
  to: Int32Array.from(pairs, ([, to]) => to),
  kinds,
});

export const southernWomen = fromPairs(
  32,
  attendance.flatMap((events, woman) => events.map((event) => [woman, 17 + event] as const)),
  Array.from({ length: 32 }, (_, node) => (node < 18 ? 0 : 1)),
);

/** Parallel links, one back, loops, a node that nothing leads on from, two that stand alone, and a part of its own. */
export const made = fromPairs(
  12,
  [
    [0, 1],
    [0, 1],
    [0, 1],
    [1, 0],
    [1, 2],
    [2, 3],
    [3, 1],
    [2, 2],
    [3, 4],
    [3, 4],
    [4, 5],
    [6, 4],
    [6, 6],
    [5, 7],
    [2, 7],
    [8, 9],
    [9, 8],
  ],
  [0, 0, 1, 1, 2, 2, 0, 1, 0, 2, 1, 2],
);
