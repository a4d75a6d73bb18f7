import type { LinkId, NodeId } from "../../model/graph.ts";
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

export function focusOf(view: View, selected: NodeId | undefined): Focus {
  const { links, faint } = shown(view);
  const mine = links.filter(({ from, to }) => from === selected || to === selected);
  const standing: Standing = mine.length > mostTold ? "chosen" : "told";
  return {
    nodes: mine.length > 0 ? new Set(mine.flatMap(({ from, to }) => [from, to])) : undefined,
    links: new Map([
      ...faint.links.map(({ id }) => [id, "faint"] as const),
      ...(mine.length > 0 ? links.map(({ id }) => [id, "away"] as const) : []),
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
