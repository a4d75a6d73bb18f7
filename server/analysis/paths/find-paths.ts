import { CompressedRows } from "../graph/compressed-rows.ts";
import type { NodeIndex } from "../graph/indices.ts";
import type { Steps } from "../graph/steps.ts";

/** Which nodes stand beside which, over links in either direction. */
export interface Beside {
  /** How many links each node has. */
  degreeOf(node: NodeIndex): number;
  /** The other ends of a node's links; twice where there are two links. */
  of(node: NodeIndex): Iterable<NodeIndex>;
  readonly nodes: number;
}

/** @param from where each link begins, as `to` says where it ends: two lists of equal length */
export function besideOf(nodes: number, from: Int32Array, to: Int32Array): Beside {
  const ends = new Int32Array(2 * from.length);
  ends.set(from);
  ends.set(to, from.length);
  const rows = CompressedRows.byRow<NodeIndex, number>(ends, nodes);
  const otherEnd = (entry: number) => (entry < from.length ? to[entry] : from[entry - from.length]) as NodeIndex;
  return {
    nodes,
    degreeOf: (node) => rows.ranges.sizeOf(node),
    *of(node) {
      for (const entry of rows.rowOf(node)) yield otherEnd(entry);
    },
  };
}

/** Which paths are asked for. */
export interface PathRule {
  readonly from: NodeIndex;
  readonly to: NodeIndex;
  /** The most steps of a path. */
  readonly longest: number;
  /** By how many steps a path may be longer than the shortest. */
  readonly longer: number;
  /** Whether a path may lead through a node; its ends are never asked about. */
  readonly mayPass: (node: NodeIndex) => boolean;
}

/** A hub has more links than this share of all nodes, and at least so many. */
const [hubShare, leastOfHub] = [0.98, 25];

/** How many links make a node a hub: so many have the best connected two in a hundred at least. */
export function hubDegree(beside: Beside): number {
  const degrees = Int32Array.from({ length: beside.nodes }, (_, node) => beside.degreeOf(node as NodeIndex)).sort();
  return Math.max(leastOfHub, degrees[Math.floor(degrees.length * hubShare)] ?? leastOfHub);
}

/** Nodes that are looked at before the next may have a turn. */
const perTurn = 2_000;
/** Steps that are tried before what was found is enough: a large graph has more paths than anybody can count. */
const mostTried = 300_000;
/** So many paths are compared with each other. */
const mostPaths = 10_000;

/**
 * Paths without detours from one node to another: all of the shortest length before all that are one step longer, and so on, each
 * as the nodes on it from end to end. Where there are very many, those over the least connected nodes are among the ones found.
 */
export function* findPaths(beside: Beside, rule: PathRule): Steps<NodeIndex[][]> {
  const { from, to, longest, longer, mayPass } = rule;
  const away = yield* stepsTo(beside, to, longest, (node) => node === from || mayPass(node));
  const shortest = away[from] ?? unreached;
  if (shortest === unreached) return [];
  const found: NodeIndex[][] = [];
  let tried = 0;
  for (let length = shortest; length <= Math.min(longest, shortest + longer) && found.length < mostPaths; length += 1) {
    const path: NodeIndex[] = [from];
    const open = [nextOf(beside, path, length, away, rule)];
    while (open.length > 0 && tried < mostTried && found.length < mostPaths) {
      tried += 1;
      if (tried % perTurn === 0) yield;
      const next = open.at(-1)?.next();
      if (!next || next.done) {
        open.pop();
        path.pop();
        continue;
      }
      const node = next.value;
      if (node === to) found.push([...path, node]);
      else {
        path.push(node);
        open.push(nextOf(beside, path, length, away, rule));
      }
    }
  }
  return found;
}

/** The nodes that may come next on a path of a length, the least connected first. */
function nextOf(beside: Beside, path: readonly NodeIndex[], length: number, away: Int8Array, { to, mayPass }: PathRule) {
  const left = length - path.length;
  const last = path.at(-1) as NodeIndex;
  const fits = (node: NodeIndex) => {
    const steps = away[node] ?? unreached;
    if (node === to) return left === 0;
    return left > 0 && steps !== unreached && steps <= left && mayPass(node) && !path.includes(node);
  };
  const nodes = [...new Set(beside.of(last))].filter(fits);
  return nodes.sort((one, other) => beside.degreeOf(one) - beside.degreeOf(other) || one - other).values();
}

const unreached = -1;

/** How many steps each node is away from `to`, up to `longest`. */
function* stepsTo(beside: Beside, to: NodeIndex, longest: number, mayPass: (node: NodeIndex) => boolean): Steps<Int8Array> {
  const away = new Int8Array(beside.nodes).fill(unreached);
  away[to] = 0;
  let [edge, seen]: [NodeIndex[], number] = [[to], 0];
  for (let steps = 1; steps <= longest && edge.length > 0; steps += 1) {
    const next: NodeIndex[] = [];
    for (const node of edge) {
      for (const other of beside.of(node)) {
        if (away[other] !== unreached || !mayPass(other)) continue;
        away[other] = steps;
        next.push(other);
      }
      seen += 1;
      if (seen % perTurn === 0) yield;
    }
    edge = next;
  }
  return away;
}
