import type { Language, NodeId } from "../../model/graph.ts";
import { nameOf } from "../ui/format.ts";
import { allSides, type Named, type NamePlace, placingNames, sidesUnderHeading } from "./labels.ts";
import { sectionsOf } from "./sections.ts";
import { sizesOf } from "./sizes.ts";
import { sharers, shown, type View } from "./view.ts";

/** Pixels from the middle of a sign to its edge, plain and with a ring around it. */
const plain = 19;
const ringed = 27;
/** How many links an institution that shares something counts for, and how much more a link of an institution itself. */
const perSharer = 5;
const institutions = 3;
/** Before all others come the names of what the chosen item has a link with. */
const besideChosen = 1_000_000;

/** Milliseconds that names are placed in one go, before the page may do something else. */
const slice = 8;

/** Where the names of a view stand that can be read; nothing when `signal` aborts meanwhile. */
export async function namePlaces(
  view: View,
  selected: NodeId | undefined,
  path: readonly NodeId[],
  letters: number,
  language: Language,
  signal: AbortSignal,
): Promise<ReadonlyMap<NodeId, NamePlace> | undefined> {
  const named = namesOf(view, selected, new Set(path), language);
  const spots = new Map(named.map((node) => [node.id, node]));
  const lines = shown(view).links.flatMap(({ from, to }) => {
    const [one, other] = [spots.get(from), spots.get(to)];
    return one && other ? [[one, other] as const] : [];
  });
  const placing = placingNames(named, letters, lines, sectionsOf(view).length > 0 ? sidesUnderHeading : allSides);
  let until = performance.now() + slice;
  for (;;) {
    const { done, value } = placing.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await new Promise((rested) => setTimeout(rested));
    if (signal.aborted) return undefined;
    until = performance.now() + slice;
  }
}

function namesOf(view: View, selected: NodeId | undefined, path: ReadonlySet<NodeId>, language: Language): Named[] {
  const { nodes, links, faint } = shown(view);
  const shared = sharers({ nodes, links });
  const sizes = sizesOf(view);
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const near = new Set(links.flatMap(({ from, to }) => (from === selected ? [to] : to === selected ? [from] : [])));
  return [...faint.nodes, ...nodes].map((node) => {
    const { x, y } = view.spots.get(node.id) ?? { x: 0, y: 0 };
    const by = shared.get(node.id) ?? 0;
    const telling = node.kind === "institution" ? institutions * node.degree : (by > 1 ? by * perSharer : 0) + node.degree;
    return {
      id: node.id,
      name: nameOf(node, language),
      x,
      y,
      isBold: node.kind === "institution" || node.id === selected,
      radius: (by > 1 ? ringed : plain) * (sizes.get(node.id) ?? 1),
      isAlone: !linked.has(node.id),
      weight: node.id === selected || path.has(node.id) ? Number.MAX_VALUE : telling + (near.has(node.id) ? besideChosen : 0),
    };
  });
}
