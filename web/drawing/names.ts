import type { Language, NodeId } from "../../model/graph.ts";
import { nameOf } from "../ui/format.ts";
import { type Named, namesThatFit } from "./labels.ts";
import { sizeOf } from "./sizes.ts";
import { sharers, shown, type View } from "./view.ts";

/** Pixels from the middle of a sign to its edge, plain and with a ring around it. */
const plain = 19;
const ringed = 27;
/** How many links an institution that shares something counts for, and how much more a link of an institution itself. */
const perSharer = 5;
const institutions = 3;
/** Before all others come the names of what the chosen item has a link with. */
const besideChosen = 1_000_000;

/** Puts the names of a view beside their signs in `world`, and leaves out those that would lie over others. */
export function placeNames(
  world: SVGGElement,
  view: View,
  selected: NodeId | undefined,
  letters: number,
  language: Language,
): void {
  const named = namesOf(view, selected, language);
  const spots = new Map(named.map((node) => [node.id, node]));
  const lines = shown(view).links.flatMap(({ from, to }) => {
    const [one, other] = [spots.get(from), spots.get(to)];
    return one && other ? [[one, other] as const] : [];
  });
  const places = namesThatFit(named, letters, lines);
  for (const { id } of named) {
    const text = world.querySelector<SVGTextElement>(`[data-name="${id}"]`);
    const place = places.get(id) ?? { anchor: "middle", x: 0, y: 28 };
    text?.classList.toggle("quiet", !places.has(id));
    text?.setAttribute("text-anchor", place.anchor);
    text?.setAttribute("transform", `translate(${place.x} ${place.y})`);
  }
}

function namesOf(view: View, selected: NodeId | undefined, language: Language): Named[] {
  const { nodes, links, faint } = shown(view);
  const shared = sharers({ nodes, links });
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
      radius: (by > 1 ? ringed : plain) * sizeOf(node),
      weight: node.id === selected ? Number.MAX_VALUE : telling + (near.has(node.id) ? besideChosen : 0),
    };
  });
}
