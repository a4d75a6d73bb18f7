import type { Link, NodeId } from "../../model/graph.ts";
import type { LayoutAnswer, LayoutFailure, LayoutNode, LayoutRequest } from "./layout-message.ts";
import type { Spot } from "./view.ts";

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, { done: (spots: ReadonlyMap<NodeId, Spot>) => void; failed: (error: unknown) => void }>();

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

/**
 * Where the nodes in `free` go, among those in `fixed`, which stay. A free node begins near a neighbour that is fixed,
 * or else around `near`.
 */
export function placeFree(
  free: readonly NodeId[],
  fixed: ReadonlyMap<NodeId, Spot>,
  links: readonly Pick<Link, "from" | "to">[],
  near: Spot = { x: 0, y: 0 },
): Promise<ReadonlyMap<NodeId, Spot>> {
  if (free.length === 0) return Promise.resolve(new Map());
  const fresh = new Set(free);
  const ends = links.filter(({ from, to }) => (fresh.has(from) || fixed.has(from)) && (fresh.has(to) || fixed.has(to)));
  const begin = (id: NodeId, index: number): Spot => {
    const link = ends.find(({ from, to }) => (from === id && fixed.has(to)) || (to === id && fixed.has(from)));
    const parent = (link && fixed.get(link.from === id ? link.to : link.from)) ?? near;
    const [angle, away] = [index * 2.4, 90 + 12 * Math.sqrt(index)];
    return { x: parent.x + away * Math.cos(angle), y: parent.y + away * Math.sin(angle) };
  };
  const nodes: LayoutNode[] = [
    ...[...fixed].map(([id, { x, y }]) => ({ id, x, y, fixed: true })),
    ...free.map((id, index) => ({ id, ...begin(id, index), fixed: false })),
  ];
  worker ??= open();
  const request: LayoutRequest = { id: ++asked, nodes, links: ends.map(({ from, to }) => ({ from, to })) };
  return new Promise((done, failed) => {
    waiting.set(request.id, { done, failed });
    worker?.postMessage(request);
  });
}
