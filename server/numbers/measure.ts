import { groupMeasures, type MeasureName, type NumbersRule } from "../../model/numbers.ts";
import { allAtOnce } from "../analysis/graph/steps.ts";
import { assortativity } from "../analysis/metrics/assortativity.ts";
import { betweenness, closeness, degree, type Pivots, pageRank } from "../analysis/metrics/centrality.ts";
import { communities, components, coreNumbers } from "../analysis/metrics/groups.ts";
import { type MetricGraph, metricGraph } from "../analysis/metrics/metric-graph.ts";
import { pivotsOf } from "../analysis/metrics/pivots.ts";

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
  /** The largest groups. */
  readonly groups: readonly { readonly group: number; readonly size: number; readonly named: readonly number[] }[] | undefined;
}

/** Steps over links that may be taken: with more, the ways of some nodes alone are followed. About ten seconds. */
const mostSteps = 400_000_000;
/** Fewer nodes than these would tell nothing. */
const fewestPivots = 100;
/** Groups that are told of, and what each is called by. */
const [mostGroups, mostNames] = [100, 3];

const measures: Readonly<Record<MeasureName, (graph: MetricGraph, pivots: () => Pivots) => Float64Array>> = {
  degree: (graph) => degree(graph),
  betweenness: (graph, pivots) => allAtOnce(betweenness(graph, pivots())),
  closeness: (graph, pivots) => allAtOnce(closeness(graph, pivots())),
  pagerank: (graph) => allAtOnce(pageRank(graph)),
  core: (graph) => coreNumbers(graph),
  component: (graph) => components(graph),
  community: (graph) => communities(graph),
};

/** Everything that takes long is done here: whoever asks answers others meanwhile. */
export function measure({ measure: name, rule, graph: whole, wanted, seed, limit }: Question): Measured {
  const { places, kinds, from, to } = partOf(whole, wanted, rule.links === "stated");
  const graph = metricGraph({ nodes: places.length, from, to }, rule);
  const arcs = graph.out.ids.length;
  let setOutFrom = graph.size;
  const values = measures[name](graph, () => {
    const most = Math.max(fewestPivots, Math.floor(mostSteps / Math.max(1, arcs + graph.size)));
    const pivots = pivotsOf(graph.size, most, seed);
    setOutFrom = pivots.length;
    return pivots;
  });
  const isGroup = groupMeasures.includes(name);
  const order = orderOf(values, isGroup).slice(0, limit);
  const links = rule.direction === "directed" ? arcs : arcs / 2;
  return {
    nodes: graph.size,
    links,
    leftOut: from.length - links,
    setOutFrom,
    assortativity: assortativity(graph, kinds),
    order: order.map((node) => places[node]!),
    values: Float64Array.from(order, (node) => values[node]!),
    groups: isGroup
      ? groupsIn(values, { kinds, from, to }).map((group) => ({ ...group, named: group.named.map((node) => places[node]!) }))
      : undefined,
  };
}

/** The part of a graph that is wanted, with the places that its nodes have in the whole. */
function partOf({ kinds, from, to, derived }: LinkArrays, wanted: Uint8Array | undefined, isStatedOnly: boolean) {
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
