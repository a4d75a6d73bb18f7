import type { Link, NodeId, NodeSummary } from "../../../model/graph.ts";
import { type LinkKind, linkKindNames } from "../../../model/kinds.ts";

/** A node as the analyses need it. */
export interface FactNode extends Omit<NodeSummary, "degree"> {
  /** The last year it is known to have lasted, or the year that it is from. */
  readonly lastYear?: number;
  readonly sector?: string;
  readonly website?: string;
  /** What sort of product it is, say. */
  readonly type?: string;
  readonly city?: string;
}

/** A link as the analyses need it. */
export interface FactLink {
  readonly from: NodeId;
  readonly kind: LinkKind;
  readonly to: NodeId;
  readonly derived: boolean;
  readonly contested: boolean;
  readonly lastYear?: number;
}

/**
 * The graph as arrays of whole numbers: nodes and links are known by their place, in the order of their ids, so that nothing
 * depends on the order in which they came. Holds 400,000 links in about 15 MB.
 */
export interface FactGraph {
  readonly nodes: readonly FactNode[];
  readonly placeOf: ReadonlyMap<NodeId, number>;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 when no source states it. */
  readonly derived: Uint8Array;
  readonly contested: Uint8Array;
  /** 0 when unknown. */
  readonly lastYear: Int16Array;
  /** The newest year that any node or link has: what "old" is measured from. */
  readonly newestYear: number;
  /** The links of a kind that lead from a node, by the place of their other end. */
  out(node: number, kind: LinkKind): Int32Array;
  /** The links of a kind that lead to a node. */
  into(node: number, kind: LinkKind): Int32Array;
  /** How many links a node has, of any kind. */
  degree(node: number): number;
  /** The place among the links that `factGraph` was given. */
  given(link: number): number;
  kindOf(link: number): LinkKind;
}

const kinds = linkKindNames.length;
const kindPlace = new Map(linkKindNames.map((kind, place) => [kind, place]));

/** Where each row of a table starts when `keys` are sorted, and which entry stands where. */
function grouped(keys: Float64Array, groups: number): { starts: Int32Array; entries: Int32Array } {
  const starts = new Int32Array(groups + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let group = 0; group < groups; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  const entries = new Int32Array(keys.length);
  for (const [entry, key] of keys.entries()) {
    entries[next[key] ?? 0] = entry;
    next[key] = (next[key] ?? 0) + 1;
  }
  return { starts, entries };
}

/** Puts nodes and links in order. Links to nodes that are not there are left out. */
export function factGraph(nodesGiven: readonly FactNode[], linksGiven: readonly FactLink[]): FactGraph {
  const nodes = [...nodesGiven].sort((a, b) => (a.id < b.id ? -1 : 1));
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]));
  const at = (id: NodeId) => placeOf.get(id) ?? -1;
  const whole = [...linksGiven.keys()].filter((place) => {
    const link = linksGiven[place];
    return link !== undefined && placeOf.has(link.from) && placeOf.has(link.to);
  });
  const rank = (place: number) => {
    const link = linksGiven[place];
    return link ? (at(link.from) * kinds + (kindPlace.get(link.kind) ?? 0)) * nodes.length + at(link.to) : 0;
  };
  const ranks = new Map(whole.map((place) => [place, rank(place)]));
  const order = Int32Array.from(whole.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)));
  const column = (value: (link: FactLink) => number) => Array.from(order, (place) => value(linksGiven[place] as FactLink));
  const kind = Uint8Array.from(column((link) => kindPlace.get(link.kind) ?? 0));
  const from = Int32Array.from(column((link) => at(link.from)));
  const to = Int32Array.from(column((link) => at(link.to)));
  const lastYear = Int16Array.from(column((link) => link.lastYear ?? 0));
  const key = (ends: Int32Array) => Float64Array.from(ends, (end, link) => end * kinds + (kind[link] ?? 0));
  const outgoing = grouped(key(from), nodes.length * kinds);
  const incoming = grouped(key(to), nodes.length * kinds);
  const slice = ({ starts, entries }: typeof outgoing, node: number, of: LinkKind) => {
    const row = node * kinds + (kindPlace.get(of) ?? 0);
    return entries.subarray(starts[row], starts[row + 1]);
  };
  const size = ({ starts }: typeof outgoing, node: number) => (starts[(node + 1) * kinds] ?? 0) - (starts[node * kinds] ?? 0);
  const years = [...nodes.map((node) => node.lastYear ?? 0), ...new Set(lastYear)];
  return {
    nodes,
    placeOf,
    from,
    to,
    derived: Uint8Array.from(column((link) => (link.derived ? 1 : 0))),
    contested: Uint8Array.from(column((link) => (link.contested ? 1 : 0))),
    lastYear,
    newestYear: years.reduce((newest, year) => Math.max(newest, year), 0),
    out: (node, of) => slice(outgoing, node, of),
    into: (node, of) => slice(incoming, node, of),
    degree: (node) => size(outgoing, node) + size(incoming, node),
    given: (link) => order[link] ?? -1,
    kindOf: (link) => linkKindNames[kind[link] ?? 0] as LinkKind,
  };
}

const summaries = new WeakMap<FactGraph, NodeSummary[]>();

/** As much of a node as an answer holds; made once, since an answer of peers names its nodes a thousand times. */
export function summaryOf(graph: FactGraph, place: number): NodeSummary {
  const made = summaries.get(graph) ?? [];
  const known = made[place];
  if (known) return known;
  const { id, kind, name, nameEn, contested } = nodeAt(graph, place);
  const summary = { id, kind, name, nameEn, contested, degree: graph.degree(place) };
  made[place] = summary;
  summaries.set(graph, made);
  return summary;
}

/** The node at a place that is known to exist. */
export function nodeAt(graph: FactGraph, place: number): FactNode {
  const node = graph.nodes[place];
  if (!node) throw new RangeError(`No node at place ${place}`);
  return node;
}

/** How the whole link at a place is found: its properties and evidence are kept outside the arrays. */
export type LinkOf = (link: number) => Link;
