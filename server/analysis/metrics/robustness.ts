import type { Steps } from "../graph/steps.ts";
import type { Ends } from "./metric-graph.ts";
import { uniform } from "./random.ts";

/** What becomes of a measure when links are left out by chance. */
export interface Robustness {
  /** Spearman's correlation of the order of all nodes with that of the whole graph: of all samples on average, and of the worst. */
  readonly meanCorrelation: number;
  readonly leastCorrelation: number;
  /** Of the nodes that were asked after, in their order. */
  readonly nodes: readonly NodeRange[];
}

export interface NodeRange {
  /** The values that the middle nine tenths of the samples give. */
  readonly low: number;
  readonly high: number;
  /** The share of samples in which it stands among the first `top`. */
  readonly topShare: number;
}

export interface Resampling {
  readonly samples: number;
  /** The share of links that each sample leaves out, each link by itself. */
  readonly dropped: number;
  readonly seed: number;
  readonly top: number;
}

/**
 * Measures a graph again and again, each time without some links that chance picks: what is known of a network is never all of it, and a
 * number that hangs on single links says little (Costenbader & Valente 2003, doi:10.1016/S0378-8733(03)00012-1).
 *
 * @param measure gives a number for each node
 * @param whole what the measure gives for all links
 * @param asked nodes whose values are told
 */
export function* resampled(
  links: Ends,
  measure: (links: Ends) => Steps<Float64Array>,
  whole: Float64Array,
  asked: readonly number[],
  { samples, dropped, seed, top }: Resampling,
): Steps<Robustness> {
  const random = uniform(seed);
  const ranks = ranksOf(whole);
  const found = asked.map(() => new Float64Array(samples));
  const inTop = new Int32Array(asked.length);
  let [sum, least] = [0, 1];
  for (let sample = 0; sample < samples; sample++) {
    const left: number[] = [];
    for (let link = 0; link < links.from.length; link++) if (random() >= dropped) left.push(link);
    const values = yield* measure({
      nodes: links.nodes,
      from: Int32Array.from(left, (link) => links.from[link]!),
      to: Int32Array.from(left, (link) => links.to[link]!),
    });
    const correlation = pearson(ranks, ranksOf(values));
    sum += correlation;
    least = Math.min(least, correlation);
    const border = [...values].sort((one, other) => other - one)[Math.min(top, values.length) - 1] ?? 0;
    for (const [index, node] of asked.entries()) {
      found[index]![sample] = values[node]!;
      if (values[node]! >= border) inTop[index]!++;
    }
    yield;
  }
  const nodes = found.map((values, index): NodeRange => {
    values.sort();
    return { low: quantile(values, 0.05), high: quantile(values, 0.95), topShare: inTop[index]! / samples };
  });
  return { meanCorrelation: sum / samples, leastCorrelation: least, nodes };
}

/** Between two values where the share falls between them. */
function quantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!];
  return below + (above - below) * (position - Math.floor(position));
}

/** Spearman's correlation of two lists of values: that of their ranks, where equals have the mean of theirs. 1 when neither tells anything apart. */
export const spearman = (one: Float64Array, other: Float64Array): number => pearson(ranksOf(one), ranksOf(other));

function ranksOf(values: Float64Array): Float64Array {
  const order = Int32Array.from(values.keys()).sort((one, other) => values[one]! - values[other]!);
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let next = first + 1;
    while (next < order.length && values[order[next]!] === values[order[first]!]) next++;
    for (let position = first; position < next; position++) ranks[order[position]!] = (first + next - 1) / 2;
    first = next;
  }
  return ranks;
}

function pearson(one: Float64Array, other: Float64Array): number {
  const mean = (one.length - 1) / 2;
  let [product, squares, otherSquares] = [0, 0, 0];
  for (let index = 0; index < one.length; index++) {
    const [a, b] = [one[index]! - mean, other[index]! - mean];
    product += a * b;
    squares += a * a;
    otherSquares += b * b;
  }
  if (squares === 0 || otherSquares === 0) return squares === otherSquares ? 1 : 0;
  return product / Math.sqrt(squares * otherSquares);
}
