/** Works out where nodes go, beside the page, so that the page stays quick. The same question gets the same answer. */

import type { NodeId } from "../../model/graph.ts";
import { inBlocks, inColumns, type Point } from "./columns.ts";
import type { LayoutAnswer, LayoutFailure, LayoutRequest } from "./layout-message.ts";
import { spread } from "./spread.ts";
import { amongFixed, byStructure, inCircle } from "./structure.ts";

/** Pixels that a node and its name take at zoom 1; in a large drawing fewer, since its names are read from nearby. */
function roomFor(nodes: number): { width: number; height: number } {
  if (nodes <= 80) return { width: 132, height: 92 };
  return nodes <= 200 ? { width: 104, height: 78 } : { width: 72, height: 64 };
}

function place({ id, layout, nodes, links, sections }: LayoutRequest): LayoutAnswer {
  const room = roomFor(nodes.length);
  const laid = laidOut();
  const spots = nodes.map((node) => ({ ...node, ...(node.fixed ? {} : laid.get(node.id)) }));
  return { id, spots: spread(spots, layout === "structure" || layout === "beside" ? room : { width: 44, height: 44 }) };

  function laidOut(): ReadonlyMap<NodeId, Point> {
    if (layout === "columns" || layout === "layers") return inColumns(sections, links);
    if (layout === "themes" || layout === "grid") return inBlocks(sections);
    if (layout === "circle") return inCircle(nodes, links);
    const size = Math.hypot(room.width, room.height) * 0.78;
    if (layout === "beside") return amongFixed(nodes, links, size);
    return layout === "structure" ? byStructure(nodes, links, size) : new Map();
  }
}

addEventListener("message", ({ data }: MessageEvent<LayoutRequest>) => {
  let answer: LayoutAnswer | LayoutFailure;
  try {
    answer = place(data);
  } catch (error) {
    answer = { id: data.id, failed: String(error) };
  }
  postMessage(answer);
});
