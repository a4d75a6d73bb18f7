import type { NodeId } from "../../model/graph.ts";
import type { LayoutAnswer, LayoutFailure, LayoutNode, LayoutRequest } from "./layout-message.ts";
import { sectionsOf } from "./sections.ts";
import { type Spot, shown, type View } from "./view.ts";

type Spots = ReadonlyMap<NodeId, Spot>;

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, { done: (spots: Spots) => void; failed: (error: unknown) => void }>();

function open(): Worker {
  const opened = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
  opened.addEventListener("message", ({ data }: MessageEvent<LayoutAnswer | LayoutFailure>) => {
    const round = ({ x, y }: Spot): Spot => ({ x: Math.round(x), y: Math.round(y) });
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if ("failed" in data) asker?.failed(new Error(data.failed));
    else asker?.done(new Map(data.spots.map((spot) => [spot.id, round(spot)])));
  });
  opened.addEventListener("error", (event) => {
    for (const { failed } of waiting.values()) failed(new Error(event.message || "The layout worker failed"));
    waiting.clear();
    opened.terminate();
    worker = undefined;
  });
  return opened;
}

function ask(request: Omit<LayoutRequest, "id">): Promise<Spots> {
  if (request.nodes.every(({ fixed }) => fixed)) return Promise.resolve(new Map());
  worker ??= open();
  const id = ++asked;
  return new Promise((done, failed) => {
    waiting.set(id, { done, failed });
    worker?.postMessage({ ...request, id });
  });
}

const endsOf = ({ links }: Pick<View, "links">) => [...links.values()].map(({ from, to }) => ({ from, to }));

/** Where everything goes in the layout of a view, but for what is pinned or hidden: that stays. */
export function arranged(view: View): Promise<Spots> {
  const { nodes, faint } = shown(view);
  const drawn = new Set([...nodes, ...faint.nodes].map(({ id }) => id));
  return ask({
    layout: view.layout.name,
    nodes: [...view.nodes.keys()].flatMap((id): LayoutNode[] => {
      const { x, y, pinned } = view.spots.get(id) ?? { x: 0, y: 0 };
      return drawn.has(id) || pinned ? [{ id, x, y, fixed: pinned === true }] : [];
    }),
    links: endsOf(view).filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
    sections: sectionsOf(view).map(({ ids }) => ids),
  });
}

/**
 * Where the nodes of a view go that have no spot yet, among those that have one, which stay: in their column or block,
 * where the layout has such; else near a neighbour that has a spot, or else around `near`.
 */
export function placedAmong(view: View, near: Spot = { x: 0, y: 0 }): Promise<Spots> {
  const { nodes, spots, links } = view;
  const sections = sectionsOf(view);
  const home = sections.length > 0 ? homesIn(view) : undefined;
  const neighbour = new Map<NodeId, Spot>();
  for (const { from, to } of links.values()) {
    const [one, other] = [spots.get(from), spots.get(to)];
    if (one && !other && !neighbour.has(to)) neighbour.set(to, one);
    if (other && !one && !neighbour.has(from)) neighbour.set(from, other);
  }
  let fresh = 0;
  const begin = (id: NodeId): Spot => {
    const parent = neighbour.get(id) ?? near;
    const [angle, away] = [fresh * 2.4, 90 + 12 * Math.sqrt(fresh)];
    fresh += 1;
    return { x: parent.x + away * Math.cos(angle), y: parent.y + away * Math.sin(angle) };
  };
  return ask({
    layout: home ? "there" : "beside",
    nodes: [...nodes.keys()].map((id) => {
      const spot = spots.get(id);
      return { id, ...(spot ?? home?.(id) ?? begin(id)), fixed: spot !== undefined };
    }),
    links: endsOf(view),
    sections: [],
  });
}

/** Beneath the last item of its section, or to the right of everything in a section that is new. */
function homesIn(view: View): (id: NodeId) => Spot {
  const placed = (ids: readonly NodeId[]) => ids.flatMap((id) => view.spots.get(id) ?? []);
  const right = [...view.spots.values()].reduce((most, { x }) => Math.max(most, x), -200);
  const homes = new Map<NodeId, Spot>();
  for (const { ids } of sectionsOf(view)) {
    const there = placed(ids);
    const left = there.length > 0 ? Math.min(...there.map(({ x }) => x)) : right + 200;
    const bottom = there.length > 0 ? Math.max(...there.map(({ y }) => y)) : -60;
    for (const [index, id] of ids.filter((one) => !view.spots.has(one)).entries())
      homes.set(id, { x: left, y: bottom + 66 * (index + 1) });
  }
  return (id) => homes.get(id) ?? { x: right, y: 0 };
}
