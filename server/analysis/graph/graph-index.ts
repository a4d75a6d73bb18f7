import { type Link, type LinkId, linkId, type NodeId, type NodeSummary } from "../../../model/graph.ts";
import { type LinkKind, linkKindNames, type NodeKind } from "../../../model/kinds.ts";
import { oncePer, oncePerKey } from "../../cache/once-per.ts";
import type { CompressedRows } from "./compressed-rows.ts";
import { Column, type IndexList, indicesUpTo, type LinkIndex, type NodeIndex, outOfRange } from "./indices.ts";

/** A node as the analyses need it. */
export interface IndexedNode extends Omit<NodeSummary, "degree"> {
  /** The last year it is known to have lasted, or the year that it is from. */
  readonly lastYear?: number | undefined;
  readonly sector?: string | undefined;
  readonly website?: string | undefined;
  /** What sort of product it is, say. */
  readonly type?: string | undefined;
  readonly city?: string | undefined;
}

/** A link as the analyses need it. */
export interface IndexedLink {
  readonly from: NodeId;
  readonly kind: LinkKind;
  readonly to: NodeId;
  readonly derived: boolean;
  readonly contested: boolean;
  readonly lastYear?: number;
}

/** How the whole link at an index is found: its properties and evidence are in the store, and read when a link is shown. */
export type LinkOf = (link: LinkIndex) => Link;

/** A row for each node and kind of link. */
export type NodeAndKind = number & { readonly row: "node and kind" };

export const kindCount = linkKindNames.length;
const numberOf = Object.fromEntries(linkKindNames.map((kind, number) => [kind, number])) as Readonly<Record<LinkKind, number>>;

/** The number of a kind of link; undefined for what is none. */
export const kindNumber = (kind: string): number | undefined => (numberOf as Readonly<Record<string, number>>)[kind];

const rowFor = (node: NodeIndex, kind: LinkKind) => (node * kindCount + numberOf[kind]) as NodeAndKind;

/** What `GraphIndex` is made from; one entry of a column for each link, in the order of the links' indices. See graph-builder.ts. */
interface IndexedParts {
  readonly nodes: readonly IndexedNode[];
  readonly indexOf: ReadonlyMap<NodeId, NodeIndex>;
  readonly links: LinkColumns;
  readonly outgoing: CompressedRows<NodeAndKind, LinkIndex>;
  readonly incoming: CompressedRows<NodeAndKind, LinkIndex>;
  readonly newestYear: number;
}

export interface LinkColumns {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly kind: Uint8Array;
  readonly derived: Uint8Array;
  readonly contested: Uint8Array;
  /** 0 when unknown. */
  readonly lastYear: Int32Array;
}

/**
 * The graph as arrays of whole numbers: nodes and links are known by their index, in the order of their ids, so that nothing
 * depends on the order in which they came. Holds 400,000 links in about 15 MB. Every method throws a RangeError for an index that is
 * out of range.
 */
export class GraphIndex {
  /** The newest year that any node or link has: what "old" is measured from; 0 when none has a year. */
  readonly newestYear: number;
  readonly from: Column<LinkIndex, NodeIndex>;
  readonly to: Column<LinkIndex, NodeIndex>;
  readonly #nodes: readonly IndexedNode[];
  readonly #indexOf: ReadonlyMap<NodeId, NodeIndex>;
  readonly #outgoing: CompressedRows<NodeAndKind, LinkIndex>;
  readonly #incoming: CompressedRows<NodeAndKind, LinkIndex>;
  readonly #kind: Column<LinkIndex>;
  readonly #derived: Column<LinkIndex>;
  readonly #contested: Column<LinkIndex>;
  readonly #lastYear: Column<LinkIndex>;

  constructor({ nodes, indexOf, links, outgoing, incoming, newestYear }: IndexedParts) {
    this.#nodes = nodes;
    this.#indexOf = indexOf;
    this.#outgoing = outgoing;
    this.#incoming = incoming;
    this.from = new Column(links.from);
    this.to = new Column(links.to);
    this.#kind = new Column(links.kind);
    this.#derived = new Column(links.derived);
    this.#contested = new Column(links.contested);
    this.#lastYear = new Column(links.lastYear);
    this.newestYear = newestYear;
  }

  get nodeCount(): number {
    return this.#nodes.length;
  }

  /** Every node, by id. */
  nodes(): Iterable<NodeIndex> {
    return indicesUpTo<NodeIndex>(this.#nodes.length);
  }

  /** The nodes of a kind, by id. */
  nodesOf(kind: NodeKind): NodeIndex[] {
    return [...this.nodes()].filter((node) => this.node(node).kind === kind);
  }

  node(node: NodeIndex): IndexedNode {
    return this.#nodes[node] ?? outOfRange(node, this.#nodes.length);
  }

  indexOf(id: NodeId): NodeIndex | undefined {
    return this.#indexOf.get(id);
  }

  /** The links of a kind that lead from a node, by the index of their other end. */
  out(node: NodeIndex, kind: LinkKind): IndexList<LinkIndex> {
    return this.#outgoing.rowOf(rowFor(node, kind));
  }

  /** The links of a kind that lead to a node. */
  into(node: NodeIndex, kind: LinkKind): IndexList<LinkIndex> {
    return this.#incoming.rowOf(rowFor(node, kind));
  }

  /** The nodes that links of a kind lead to from a node, in the order of `out`. */
  targets(node: NodeIndex, kind: LinkKind): NodeIndex[] {
    return Array.from(this.out(node, kind), (link) => this.to.at(link));
  }

  /** The nodes that links of a kind come from to a node, in the order of `into`. */
  origins(node: NodeIndex, kind: LinkKind): NodeIndex[] {
    return Array.from(this.into(node, kind), (link) => this.from.at(link));
  }

  /** How many links a node has, of any kind. */
  degree(node: NodeIndex): number {
    const [first, last] = [node * kindCount, (node + 1) * kindCount - 1] as [NodeAndKind, NodeAndKind];
    return this.#outgoing.sizeOfRows(first, last) + this.#incoming.sizeOfRows(first, last);
  }

  kindOf(link: LinkIndex): LinkKind {
    return linkKindNames[this.#kind.at(link)]!;
  }

  /** Whether no source states it. */
  isDerived(link: LinkIndex): boolean {
    return this.#derived.at(link) === 1;
  }

  isContested(link: LinkIndex): boolean {
    return this.#contested.at(link) === 1;
  }

  /** The last year that a link is known to have lasted; undefined when unknown. */
  lastYear(link: LinkIndex): number | undefined {
    return this.#lastYear.at(link) || undefined;
  }

  /** The end of a link that is not `node`. */
  otherEnd(link: LinkIndex, node: NodeIndex): NodeIndex {
    const from = this.from.at(link);
    return from === node ? this.to.at(link) : from;
  }

  /** The id of a link, which says what it joins. */
  idOf(link: LinkIndex): LinkId {
    return linkId(this.node(this.from.at(link)).id, this.kindOf(link), this.node(this.to.at(link)).id);
  }
}

const summariesIn = oncePer((graph: GraphIndex) =>
  oncePerKey((node: NodeIndex): NodeSummary => {
    const { id, kind, name, nameEn, contested } = graph.node(node);
    return { id, kind, name, nameEn, contested, degree: graph.degree(node) };
  }),
);

/** As much of a node as an answer holds; made once, since an answer of peers names its nodes a thousand times. */
export const summaryOf = (graph: GraphIndex, node: NodeIndex): NodeSummary => summariesIn(graph)(node);

/** Every node on some links, by id. */
export function nodesOn(graph: GraphIndex, links: readonly LinkIndex[]): NodeSummary[] {
  const nodes = new Set(links.flatMap((link) => [graph.from.at(link), graph.to.at(link)]));
  return [...nodes].sort((a, b) => a - b).map((node) => summaryOf(graph, node));
}
