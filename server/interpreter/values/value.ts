/** The values of Cypher. A whole number is a bigint and any other number a number, so that 1 and 1.0 stay two things. */
import type { Duration } from "../moments/duration.ts";
import type { Moment } from "../moments/moment.ts";

export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | readonly Value[]
  | ValueMap
  | GraphNode
  | GraphLink
  | GraphPath
  | Moment
  | Duration;

export type ValueMap = ReadonlyMap<string, Value>;

/** A node, by its number in the graph that is asked. */
export class GraphNode {
  readonly node: number;
  constructor(node: number) {
    this.node = node;
  }
}

/** A link, by its number in the graph that is asked. */
export class GraphLink {
  readonly link: number;
  constructor(link: number) {
    this.link = link;
  }
}

export class GraphPath {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  constructor(nodes: readonly GraphNode[], links: readonly GraphLink[]) {
    this.nodes = nodes;
    this.links = links;
  }

  /** Nodes and links in turn. */
  get items(): readonly (GraphNode | GraphLink)[] {
    return this.nodes.flatMap((node, index) => {
      const link = this.links[index];
      return link ? [node, link] : [node];
    });
  }
}

/** What the values of a query are looked up in. */
export interface Graph {
  readonly nodeCount: number;
  nodesWith(label: string): Iterable<number>;
  countWith(label: string): number;
  /** The nodes whose `property` is this text; undefined when that is not quicker than to look at them all. */
  nodesWhere(property: string, value: string): readonly number[] | undefined;
  labelsOf(node: number): readonly string[];
  hasLabel(node: number, label: string): boolean;
  nodeProperty(node: number, key: string): Value;
  nodeProperties(node: number): ValueMap;
  outgoing(node: number): readonly number[];
  incoming(node: number): readonly number[];
  kindOf(link: number): string;
  from(link: number): number;
  to(link: number): number;
  linkProperty(link: number, key: string): Value;
  linkProperties(link: number): ValueMap;
}

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
export const isMap = (value: Value): value is ValueMap => value instanceof Map;
export const isNumber = (value: Value): value is number | bigint => typeof value === "number" || typeof value === "bigint";
