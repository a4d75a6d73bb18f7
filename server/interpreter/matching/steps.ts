/** One node or link of a pattern against one of the graph. */
import { fits } from "../expressions/labels.ts";
import type { Machine, Row } from "../machine.ts";
import type { LinkPattern, NodePattern } from "../plan.ts";
import { named } from "../values/operators.ts";
import { GraphLink, GraphNode, isList, type Value } from "../values/value.ts";
import { WrongValue } from "../values/wrong-value.ts";
import { ownTest } from "./conditions.ts";

/** Whether a node can stand where a pattern has one. */
export type NodeTest = (node: number, row: Row) => boolean;

export function nodeTest(pattern: NodePattern, machine: Machine): NodeTest {
  const { graph } = machine;
  const { labels, name } = pattern;
  const own = name === undefined ? ownTest(pattern, machine) : undefined;
  return (node, row) => {
    if (labels && !fits(labels, (label) => graph.hasLabel(node, label), graph.labelsOf(node).length > 0)) return false;
    if (name !== undefined && row.has(name)) return nodeIn(row.get(name) ?? null) === node;
    return !own || own(new GraphNode(node), row);
  };
}

/** A node that a name already stands for; undefined for null. @throws WrongValue when it is something else */
export function nodeIn(value: Value): number | undefined {
  if (value === null) return undefined;
  if (value instanceof GraphNode) return value.node;
  throw new WrongValue(`A node is needed here, and this is ${named(value)}`);
}

export interface LinkStep {
  /** The links that may be followed from a node, each with the node at its other end. */
  from(node: number, row: Row, backwards: boolean): Iterable<readonly [link: number, node: number]>;
}

export function linkStep(pattern: LinkPattern, machine: Machine): LinkStep {
  const { graph } = machine;
  const { labels, name, direction, length } = pattern;
  const own = name === undefined || length ? ownTest(pattern, machine) : undefined;
  const may = (link: number, row: Row): boolean => {
    if (labels && !fits(labels, (kind) => graph.kindOf(link) === kind, true)) return false;
    if (!length && name !== undefined && row.has(name)) return linkIn(row.get(name) ?? null) === link;
    return !own || own(new GraphLink(link), row);
  };
  return {
    *from(node, row, backwards) {
      const outwards = direction === "both" || (direction === "out") !== backwards;
      const inwards = direction === "both" || (direction === "in") !== backwards;
      if (outwards) for (const link of graph.outgoing(node)) if (may(link, row)) yield [link, graph.to(link)];
      if (inwards)
        for (const link of graph.incoming(node)) {
          const isLoop = graph.from(link) === graph.to(link);
          if (!(outwards && isLoop) && may(link, row)) yield [link, graph.from(link)];
        }
    },
  };
}

export function linkIn(value: Value): number | undefined {
  if (value === null) return undefined;
  if (value instanceof GraphLink) return value.link;
  throw new WrongValue(`A link is needed here, and this is ${named(value)}`);
}

export function linksIn(value: Value): readonly number[] | undefined {
  if (value === null) return undefined;
  if (!isList(value)) throw new WrongValue(`A list of links is needed here, and this is ${named(value)}`);
  return value.map((one) => linkIn(one) ?? -1);
}
