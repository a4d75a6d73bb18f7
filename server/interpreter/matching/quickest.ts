/** What all searches for shortest paths have in common: their ends, and the search by breadth between two of them. */
import type { Machine, Row } from "../machine.ts";
import type { NodePattern } from "../plan.ts";
import type { Conditions } from "./conditions.ts";
import type { LinkStep } from "./steps.ts";
import { PathWalk } from "./walk.ts";

export interface Way {
  readonly links: readonly number[];
  readonly nodes: readonly number[];
}

/** Every two nodes at which a path can begin and end, each looked for by itself: as two patterns of one node. */
export function* pairsOf([start, end]: readonly [NodePattern, NodePattern], row: Row, conditions: Conditions, machine: Machine) {
  for (const begun of nodesFor(start, row, conditions, machine))
    for (const ended of nodesFor(end, begun.row, conditions, machine)) yield { from: begun.node, to: ended.node, row: ended.row };
}

function* nodesFor(node: NodePattern, row: Row, conditions: Conditions, machine: Machine) {
  const walk = new PathWalk({ nodes: [node], links: [], at: { line: 1, column: 1 } }, conditions, machine);
  for (const found of walk.from(row, new Set())) {
    const [only] = found.path().nodes;
    if (only) yield { node: only.node, row: found.row };
  }
}

export interface Search {
  readonly step: LinkStep;
  readonly from: number;
  readonly to: number;
  readonly row: Row;
  /** Links, at most. */
  readonly most: number;
  /** A link that may not be taken. */
  readonly without?: number;
}

/** All shortest ways, by breadth: each node is reached once, over every link that leads to it from the breadth before. */
export function* quickestWays({ step, from, to, row, most, without }: Search): Iterable<Way> {
  const depth = new Map([[from, 0]]);
  const cameFrom = new Map<number, [link: number, node: number][]>();
  let breadth = [from];
  for (let length = 0; breadth.length > 0 && !depth.has(to) && length < most; length++) {
    const next: number[] = [];
    for (const node of breadth)
      for (const [link, other] of step.from(node, row, false)) {
        if (link === without) continue;
        const known = depth.get(other);
        if (known === undefined) {
          depth.set(other, length + 1);
          cameFrom.set(other, [[link, node]]);
          next.push(other);
        } else if (known === length + 1) cameFrom.get(other)?.push([link, node]);
      }
    breadth = next;
  }
  if (depth.has(to)) yield* back(to, from, cameFrom, { links: [], nodes: [to] });
}

function* back(at: number, from: number, cameFrom: Map<number, [number, number][]>, way: Way): Iterable<Way> {
  if (at === from) yield way;
  else
    for (const [link, node] of cameFrom.get(at) ?? [])
      yield* back(node, from, cameFrom, { links: [link, ...way.links], nodes: [node, ...way.nodes] });
}

/** All shortest ways from a node back to itself over one link at least: what follows the first link does not take it again. */
export function* quickestRounds({ step, from, row, most }: Omit<Search, "to" | "without">): Iterable<Way> {
  let shortest = most;
  let found: Way[] = [];
  for (const [link, node] of step.from(from, row, false))
    for (const rest of quickestWays({ step, from: node, to: from, row, most: shortest - 1, without: link })) {
      if (rest.links.length + 1 < shortest) found = [];
      shortest = rest.links.length + 1;
      found.push({ links: [link, ...rest.links], nodes: [from, ...rest.nodes] });
    }
  yield* found;
}
