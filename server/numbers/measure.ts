import { groupMeasures, type MeasureName, type NumbersRule, topOfSamples } from "../../model/numbers.ts";
import type { Steps } from "../analysis/graph/steps.ts";
import { assortativity } from "../analysis/metrics/assortativity.ts";
import { betweenness, closeness, degree, type Pivots, pageRank } from "../analysis/metrics/centrality.ts";
import { communities, components, coreNumbers } from "../analysis/metrics/groups.ts";
import { type Ends, type MetricGraph, metricGraph } from "../analysis/metrics/metric-graph.ts";
import { pivotsOf } from "../analysis/metrics/pivots.ts";
import { type Robustness, resampled } from "../analysis/metrics/robustness.ts";
import { kindIndexOf, type LinkArrays } from "../dataset/link-arrays.ts";

/** What the process that measures is asked. */
export interface Question {
  readonly measure: MeasureName;
  readonly rule: NumbersRule;
  readonly graph: LinkArrays;
  /** 1 for each node that is wanted; all of them when left out. */
  readonly wanted: Uint8Array | undefined;
  readonly seed: number;
  readonly limit: number;
  readonly samples: number;
  readonly dropped: number;
}

/** And what it gives; nodes are known by their place in the whole graph. */
export interface Measured {
  readonly nodes: number;
  /** How many links count, and how many do not. */
  readonly links: number;
  readonly leftOut: number;
  readonly setOutFrom: number;
  readonly assortativity: number | undefined;
  /** The first nodes in order, with their values. */
  readonly order: Int32Array;
  readonly values: Float64Array;
  /** Of the same nodes, where it was asked for. */
  readonly robustness: Robustness | undefined;
  /** The largest groups. */
  readonly groups: readonly { readonly group: number; readonly size: number; readonly named: readonly number[] }[] | undefined;
}

/** Steps over links that may be taken: with more, the ways of some nodes alone are followed. About ten seconds. */
const mostSteps = 400_000_000;
/** Fewer nodes than these would tell nothing. */
const fewestPivots = 100;
/** Groups that are told of, and what each is called by. */
const [mostGroups, mostNames] = [100, 3];

/** Milliseconds between two words on how far it is. */
const wordEvery = 200;
/** A share of the steps that are due, told from time to time. */
export interface Progress {
  readonly done: number;
}

const measures: Readonly<Record<MeasureName, (graph: MetricGraph, pivots: Pivots) => Steps<Float64Array>>> = {
  degree: (graph) => atOnce(() => degree(graph)),
  betweenness: (graph, pivots) => betweenness(graph, pivots),
  closeness: (graph, pivots) => closeness(graph, pivots),
  pagerank: (graph) => pageRank(graph),
  core: (graph) => atOnce(() => coreNumbers(graph)),
  component: (graph) => atOnce(() => components(graph)),
  community: (graph) => atOnce(() => communities(graph)),
};

/** Those that follow ways from nodes, a step for each. */
const ofWays: readonly MeasureName[] = ["betweenness", "closeness"];

// biome-ignore lint/correctness/useYield: it is done in one step
function* atOnce(work: () => Float64Array): Steps<Float64Array> {
  return work();
}

/** Everything that takes long is done here: whoever asks answers others meanwhile. */
export function* measuring(question: Question): Generator<Progress, Measured, undefined> {
  const { measure: name, rule, graph: whole, wanted, seed, limit, samples, dropped } = question;
  const { places, kinds, from, to } = partOf(whole, wanted, rule.links === "stated");
  const links = { nodes: places.length, from, to };
  const graph = metricGraph(links, rule);
  const arcs = graph.out.ids.length;
  const most = Math.max(fewestPivots, Math.floor(mostSteps / (samples + 1) / Math.max(1, arcs + graph.size)));
  const pivots = ofWays.includes(name) ? pivotsOf(graph.size, most, seed) : allOf(graph.size);
  const due = (samples + 1) * (ofWays.includes(name) ? pivots.length : 1) + samples;
  const told = teller(due);
  const values = yield* told(measures[name](graph, pivots));
  const isGroup = groupMeasures.includes(name);
  const order = orderOf(values, isGroup).slice(0, limit);
  const valuesOf = (some: Ends) => measures[name](metricGraph(some, rule), pivots);
  const resampling = { samples, dropped, seed, top: topOfSamples };
  const robustness = samples > 0 ? yield* told(resampled(links, valuesOf, values, [...order], resampling)) : undefined;
  const counted = rule.direction === "directed" ? arcs : arcs / 2;
  return {
    nodes: graph.size,
    links: counted,
    leftOut: from.length - counted,
    setOutFrom: pivots.length,
    assortativity: assortativity(graph, kinds),
    order: order.map((node) => places[node]!),
    values: Float64Array.from(order, (node) => values[node]!),
    robustness,
    groups: isGroup
      ? groupsIn(values, { kinds, from, to }).map((group) => ({ ...group, named: group.named.map((node) => places[node]!) }))
      : undefined,
  };
}

const allOf = (size: number): Pivots => pivotsOf(size, size, 0);

/** Does steps, and tells from time to time how many of those that are due are done. */
function teller(due: number) {
  let [done, last] = [0, performance.now()];
  return function* <Result>(steps: Steps<Result>): Generator<Progress, Result, undefined> {
    for (;;) {
      const next = steps.next();
      if (next.done) return next.value;
      done++;
      if (performance.now() - last < wordEvery) continue;
      last = performance.now();
      yield { done: Math.min(1, done / due) };
    }
  };
}

/** The part of a graph that is wanted, with the places that its nodes have in the whole. */
export function partOf({ kinds, from, to, derived }: LinkArrays, wanted: Uint8Array | undefined, isStatedOnly: boolean) {
  const [numbers, places]: [Int32Array, number[]] = [new Int32Array(kinds.length).fill(-1), []];
  for (let node = 0; node < kinds.length; node++)
    if (wanted === undefined || wanted[node] === 1) numbers[node] = places.push(node) - 1;
  const links: number[] = [];
  for (let link = 0; link < from.length; link++)
    if (numbers[from[link]!] !== -1 && numbers[to[link]!] !== -1 && !(isStatedOnly && derived[link] === 1)) links.push(link);
  return {
    places,
    kinds: Uint8Array.from(places, (node) => kinds[node]!),
    from: Int32Array.from(links, (link) => numbers[from[link]!]!),
    to: Int32Array.from(links, (link) => numbers[to[link]!]!),
  };
}

/** Nodes by their value, the highest first, or groups by their number; equals by id. */
function orderOf(values: Float64Array, isGroup: boolean): Int32Array {
  const nodes = Int32Array.from(values.keys());
  return nodes.sort((one, other) => (isGroup ? values[one]! - values[other]! : values[other]! - values[one]!) || one - other);
}

/** The largest groups, each with the themes in it that have most links inside it, or else its items. */
function groupsIn(values: Float64Array, { kinds, from, to }: Pick<LinkArrays, "kinds" | "from" | "to">) {
  const inside = new Int32Array(values.length);
  for (let link = 0; link < from.length; link++)
    if (values[from[link]!] === values[to[link]!]) for (const node of [from[link]!, to[link]!]) inside[node]!++;
  const groups: number[][] = [];
  for (const [node, group] of values.entries()) {
    if (group >= mostGroups) continue;
    groups[group] ??= [];
    groups[group].push(node);
  }
  const byLinks = (one: number, other: number) => inside[other]! - inside[one]! || one - other;
  return groups.map((nodes, group) => {
    const themes = nodes.filter((node) => kinds[node] === kindIndexOf("theme"));
    const named = (themes.length > 0 ? themes : nodes).sort(byLinks).slice(0, mostNames);
    return { group, size: nodes.length, named };
  });
}
