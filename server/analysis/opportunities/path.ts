import type { GraphIndex } from "../graph/graph-index.ts";
import type { LinkIndex, NodeIndex } from "../graph/indices.ts";
import type { ExplainedFit } from "./types.ts";

/** A walk along links, each in either direction. */
export interface Walk {
  readonly links: readonly LinkIndex[];
  /** The nodes that it passes, from `start`, one more than the links. */
  readonly nodes: (start: NodeIndex) => NodeIndex[];
}

/** The evidence of an opportunity: from the asker over the question and what it is about to the offer and who has it. */
export function pathOf(graph: GraphIndex, { pair: [asks, has], offer }: Pick<ExplainedFit, "pair" | "offer">): Walk {
  const tie = has.links.findIndex((link) => graph.from.at(link) === offer || graph.to.at(link) === offer) + 1;
  const links = [...asks.links, ...has.links.slice(tie).reverse(), ...has.links.slice(0, tie).reverse()];
  return { links, nodes: (start) => nodesAlong(graph, links, start) };
}

function nodesAlong(graph: GraphIndex, links: readonly LinkIndex[], start: NodeIndex): NodeIndex[] {
  let here = start;
  return [
    start,
    ...links.map((link) => {
      here = graph.otherEnd(link, here);
      return here;
    }),
  ];
}
