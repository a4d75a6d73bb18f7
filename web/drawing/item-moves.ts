import type { NodeId } from "../../model/graph.ts";
import { placeOf } from "./graph-items.ts";
import { sizesOf } from "./sizes.ts";
import type { Spot, View } from "./view.ts";

type Spots = ReadonlyMap<NodeId, Pick<Spot, "x" | "y">>;

/** Puts items elsewhere while they move, without drawing them anew; where they come to rest is drawn from the view. */
export function moveItems(world: SVGGElement, view: View, ids: Iterable<NodeId>, spots: Spots): void {
  const items = new Map([...world.querySelectorAll<SVGGElement>(".item")].map((item) => [item.dataset.id, item]));
  const sizes = sizesOf(view);
  for (const id of ids) {
    const spot = spots.get(id);
    if (spot) items.get(id)?.setAttribute("transform", placeOf(spot, sizes.get(id)));
  }
}

/** Takes the name of an item along. */
export function moveName(world: SVGGElement, id: NodeId, by: Pick<Spot, "x" | "y">): void {
  const place = world.querySelector<SVGTextElement>(`[data-name="${id}"]`)?.transform.baseVal.getItem(0);
  place?.setTranslate(place.matrix.e + by.x, place.matrix.f + by.y);
}

/** What is to go elsewhere by more than a pixel. */
export const movedOf = (before: Spots, after: Spots): NodeId[] =>
  [...after].flatMap(([id, { x, y }]) => {
    const old = before.get(id);
    return old && (Math.abs(old.x - x) > 1 || Math.abs(old.y - y) > 1) ? [id] : [];
  });
