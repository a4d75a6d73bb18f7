import type { Link, LinkId, NodeId } from "../../model/graph.ts";
import type { Standing } from "./link-layer.ts";
import type { LinkPath } from "./link-paths.ts";
import { shown, type View } from "./view.ts";

/** Words beside more links than this hide each other; the details have them. */
const mostTold = 8;

/** What of a view stands out, and what steps back, while a node is selected. */
export interface Focus {
  readonly links: ReadonlyMap<LinkId, Standing>;
  /** What is not dimmed; absent when nothing is. */
  readonly nodes: ReadonlySet<NodeId> | undefined;
}

/** What stands out: a path, its items and the links along it; or else the selected node with what it is linked to. */
export function focusOf(view: View, selected: NodeId | undefined, path: readonly NodeId[] = []): Focus {
  const { links, faint } = shown(view);
  const next = new Map(path.map((id, index) => [id, index] as const));
  const isAlong = ({ from, to }: Link) => Math.abs((next.get(from) ?? Number.NaN) - (next.get(to) ?? Number.NaN)) === 1;
  const mine = links.filter(path.length > 1 ? isAlong : ({ from, to }) => from === selected || to === selected);
  const standing: Standing = mine.length > mostTold ? "chosen" : "told";
  const lit = path.length > 1 ? path : mine.flatMap(({ from, to }) => [from, to]);
  return {
    nodes: lit.length > 0 ? new Set(lit) : undefined,
    links: new Map([
      ...faint.links.map(({ id }) => [id, "faint"] as const),
      ...(lit.length > 0 ? links.map(({ id }) => [id, "away"] as const) : []),
      ...mine.map(({ id }) => [id, standing] as const),
    ]),
  };
}

/** The same, with what is pointed at: the links of a node, where they can be told apart, or one link. */
export function pointedOut(
  { links }: Focus,
  paths: readonly LinkPath[],
  node: NodeId | undefined,
  link: LinkId | undefined,
): (id: LinkId) => Standing {
  const ends = paths.filter((path) => path.link.from === node || path.link.to === node).map((path) => path.link.id);
  const told = new Set([...(ends.length <= mostTold ? ends : []), ...(link ? [link] : [])]);
  return (id) => (told.has(id) ? "told" : (links.get(id) ?? "plain"));
}
