import type { FactGraph } from "../graph/graph-index.ts";
import type { Fit } from "./types.ts";

/** A walk along links, each in either direction. */
export interface Walk {
  readonly links: readonly number[];
  /** The nodes that it passes, from `start`, one more than the links. */
  readonly nodes: (start: number) => number[];
}

/** The evidence of an opportunity: from the asker over the question and what it is about to the offer and who has it. */
export function pathOf(graph: FactGraph, { pair: [asks, has], offer }: Pick<Fit, "pair" | "offer">): Walk {
  const tie = has.links.findIndex((link) => graph.from[link] === offer || graph.to[link] === offer) + 1;
  const links = [...asks.links, ...has.links.slice(tie).reverse(), ...has.links.slice(0, tie).reverse()];
  return { links, nodes: (start) => nodesAlong(graph, links, start) };
}

function nodesAlong(graph: FactGraph, links: readonly number[], start: number): number[] {
  const nodes = [start];
  for (const link of links) {
    const here = nodes.at(-1);
    nodes.push(graph.from[link] === here ? (graph.to[link] ?? 0) : (graph.from[link] ?? 0));
  }
  return nodes;
}
