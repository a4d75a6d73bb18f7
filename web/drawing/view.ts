import type { Link, LinkId, NodeId, NodeSummary, Subgraph } from "../../model/graph.ts";
import type { NodeKind } from "../../model/kinds.ts";

/** What part of the drawing is looked at: the middle in its own pixels, and how large a pixel is. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Where a node is drawn, in pixels at zoom 1. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Put there by the user: tidying up leaves it. */
  readonly pinned?: boolean;
}

export interface Filters {
  /** Kinds that are not shown. */
  readonly without: ReadonlySet<NodeKind>;
  /** Only links that a source states, and the nodes that they join. */
  readonly stated: boolean;
  readonly contested: "all" | "only" | "without";
  /** What the filters leave out is drawn faintly instead of not at all. */
  readonly fade: boolean;
}

/** The ways in which a drawing can be laid out. */
export const layoutNames = ["structure", "columns", "themes", "layers", "circle", "grid"] as const;
export type LayoutName = (typeof layoutNames)[number];

export interface Layout {
  readonly name: LayoutName;
  /** Where layers begin. */
  readonly from?: NodeId;
}

/** What the size of a sign tells: nothing, links on the canvas, links in all data, or another number of each node, from 0 up. */
export type Sizing =
  | { readonly by: "none" | "shown" | "all" }
  | { readonly by: "measure"; readonly name: string; readonly values: ReadonlyMap<NodeId, number> };

/** What is on the canvas, and how it is looked at. Never changed, always replaced. */
export interface View {
  readonly nodes: ReadonlyMap<NodeId, NodeSummary>;
  /** Every link there is among the nodes. */
  readonly links: ReadonlyMap<LinkId, Link>;
  readonly spots: ReadonlyMap<NodeId, Spot>;
  /** Hidden one by one. */
  readonly hidden: ReadonlySet<NodeId>;
  readonly filters: Filters;
  readonly layout: Layout;
  readonly sizing: Sizing;
}

const noFilters: Filters = { without: new Set(), stated: false, contested: "all", fade: false };
export const emptyView: View = {
  nodes: new Map(),
  links: new Map(),
  spots: new Map(),
  hidden: new Set(),
  filters: noFilters,
  layout: { name: "structure" },
  sizing: { by: "all" },
};

/** How a view follows from the one before it. */
export type ViewUpdate = (view: View) => View;

/** Puts nodes on the canvas, at their spots; what was there keeps its own. */
export const addToView =
  ({ nodes, links }: Subgraph, spots: ReadonlyMap<NodeId, Spot>): ViewUpdate =>
  (view) => ({
    ...view,
    nodes: new Map([...view.nodes, ...nodes.map((node) => [node.id, node] as const)]),
    links: new Map([...view.links, ...links.map((link) => [link.id, link] as const)]),
    spots: new Map([...spots, ...view.spots]),
  });

/** Takes nodes off the canvas, with their links. */
export const removeFromView =
  (ids: ReadonlySet<NodeId>): ViewUpdate =>
  (view) => ({
    ...view,
    nodes: keep(view.nodes, (id) => !ids.has(id)),
    links: keep(view.links, (_, { from, to }) => !ids.has(from) && !ids.has(to)),
    spots: keep(view.spots, (id) => !ids.has(id)),
    hidden: without(view.hidden, [...ids]),
  });

export const hideNode =
  (id: NodeId): ViewUpdate =>
  (view) => ({ ...view, hidden: new Set([...view.hidden, id]) });

/** Shows what was hidden one by one. */
export const unhide =
  (ids: readonly NodeId[]): ViewUpdate =>
  (view) => ({ ...view, hidden: without(view.hidden, ids) });

export const moveNode =
  (id: NodeId, spot: Spot): ViewUpdate =>
  (view) => ({ ...view, spots: new Map([...view.spots, [id, spot]]) });

/** Puts every node that is not pinned somewhere else. */
export const placeNodes =
  (spots: ReadonlyMap<NodeId, Spot>): ViewUpdate =>
  (view) => ({
    ...view,
    spots: new Map(
      [...view.nodes.keys()].flatMap((id) => {
        const [old, spot] = [view.spots.get(id), spots.get(id)];
        const there = old?.pinned ? old : (spot ?? old);
        return there ? [[id, there] as const] : [];
      }),
    ),
  });

/** Says how it is laid out; where everything goes then is another step. */
export const setLayout =
  (layout: Layout): ViewUpdate =>
  (view) => ({ ...view, layout });

export const setSizing =
  (sizing: Sizing): ViewUpdate =>
  (view) => ({ ...view, sizing });

export const setFilters =
  (filters: Partial<Filters>): ViewUpdate =>
  (view) => ({ ...view, filters: { ...view.filters, ...filters } });

/** Nothing is hidden any more. */
export const showAll: ViewUpdate = (view) => ({ ...view, hidden: new Set(), filters: { ...noFilters, fade: view.filters.fade } });

/** Why a node is not shown: hidden by the user, or left out by a filter. */
export type HiddenBy = "user" | "kind" | "contested" | "basis";

/** Each node that is not shown, with the one reason that counts: shown plus these is all. */
export function hiddenNodes({ nodes, links, hidden, filters }: View): ReadonlyMap<NodeId, HiddenBy> {
  const { stated, inDispute, joined } = endsOf(links.values());
  const reason = ({ id, kind, contested }: NodeSummary): HiddenBy | undefined => {
    if (hidden.has(id)) return "user";
    if (filters.without.has(kind)) return "kind";
    if (filters.contested === "without" && contested) return "contested";
    if (filters.contested === "only" && !contested && !inDispute.has(id)) return "contested";
    if (filters.stated && joined.has(id) && !stated.has(id)) return "basis";
    return undefined;
  };
  return new Map(
    [...nodes.values()].flatMap((node) => {
      const why = reason(node);
      return why ? [[node.id, why] as const] : [];
    }),
  );
}

/** The ends of stated links, of contested ones, and of any. */
function endsOf(links: Iterable<Link>) {
  const ends = { stated: new Set<NodeId>(), inDispute: new Set<NodeId>(), joined: new Set<NodeId>() };
  for (const { from, to, basis, contested } of links)
    for (const id of [from, to]) {
      ends.joined.add(id);
      if (basis === "stated") ends.stated.add(id);
      if (contested) ends.inDispute.add(id);
    }
  return ends;
}

/** What is drawn: nodes and links that nothing hides. */
export interface Shown {
  readonly nodes: readonly NodeSummary[];
  readonly links: readonly Link[];
  readonly hidden: ReadonlyMap<NodeId, HiddenBy>;
  /** What the filters hide, where they fade instead: nodes, and links among what is drawn. */
  readonly faint: { readonly nodes: readonly NodeSummary[]; readonly links: readonly Link[] };
}

const shownOf = new WeakMap<View, Shown>();

/** What of a view is shown; kept for as long as the view is. */
export function shown(view: View): Shown {
  const known = shownOf.get(view) ?? whatIsShown(view);
  shownOf.set(view, known);
  return known;
}

function whatIsShown(view: View): Shown {
  const hidden = hiddenNodes(view);
  const isDrawn = (id: NodeId) => !hidden.has(id) || (view.filters.fade && hidden.get(id) !== "user");
  const drawn = [...view.links.values()].filter(({ from, to }) => isDrawn(from) && isDrawn(to));
  const isShown = (link: Link) => !hidden.has(link.from) && !hidden.has(link.to) && passes(link, view);
  return {
    nodes: [...view.nodes.values()].filter(({ id }) => !hidden.has(id)),
    links: drawn.filter(isShown),
    hidden,
    faint: {
      nodes: [...view.nodes.values()].filter(({ id }) => hidden.has(id) && isDrawn(id)),
      links: view.filters.fade ? drawn.filter((link) => !isShown(link)) : [],
    },
  };
}

function passes(link: Link, { nodes, filters: { stated, contested } }: View): boolean {
  if (stated && link.basis !== "stated") return false;
  if (contested === "without") return !link.contested;
  return contested === "all" || link.contested || [link.from, link.to].some((id) => nodes.get(id)?.contested);
}

type Linked = Pick<Shown, "nodes" | "links">;
type Counts = ReadonlyMap<NodeId, number>;

/** A count of the same nodes and links is asked for by several, again and again. */
function countedOnce<Nodes extends object, Links extends object>(count: (of: { nodes: Nodes; links: Links }) => Counts) {
  const known = new WeakMap<Links, { readonly nodes: Nodes; readonly counts: Counts }>();
  return ({ nodes, links }: { readonly nodes: Nodes; readonly links: Links }): Counts => {
    const found = known.get(links);
    if (found?.nodes === nodes) return found.counts;
    const counts = count({ nodes, links });
    known.set(links, { nodes, counts });
    return counts;
  };
}

/** How many institutions on the canvas each node is linked to; institutions themselves are left out. */
export const sharers = countedOnce(countedSharers);

function countedSharers({ nodes, links }: Linked): Counts {
  const institutions = new Set(nodes.filter(({ kind }) => kind === "institution").map(({ id }) => id));
  const by = new Map<NodeId, Set<NodeId>>();
  for (const { from, to } of links)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const)
      if (institutions.has(one) && !institutions.has(other)) by.set(other, (by.get(other) ?? new Set()).add(one));
  return new Map([...by].map(([id, who]) => [id, who.size]));
}

/** How many links of each node are not on the canvas. */
export const linksLeft = countedOnce(countedLeft);

function countedLeft({ nodes, links }: Pick<View, "nodes" | "links">): Counts {
  const there = new Map<NodeId, number>();
  for (const { from, to } of links.values()) {
    there.set(from, (there.get(from) ?? 0) + 1);
    if (to !== from) there.set(to, (there.get(to) ?? 0) + 1);
  }
  return new Map([...nodes.values()].map(({ id, degree }) => [id, Math.max(0, degree - (there.get(id) ?? 0))]));
}

const keep = <Key, Value>(map: ReadonlyMap<Key, Value>, holds: (key: Key, value: Value) => boolean) =>
  new Map([...map].filter(([key, value]) => holds(key, value)));

const without = <Item>(set: ReadonlySet<Item>, gone: readonly Item[]): ReadonlySet<Item> => {
  const rest = new Set(set);
  for (const item of gone) rest.delete(item);
  return rest;
};
