/** Works out where nodes go, beside the page, so that the page stays quick. The same question gets the same answer. */
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import type { LayoutAnswer, LayoutFailure, LayoutRequest } from "./layout-message.ts";
import { spread } from "./spread.ts";

cytoscape.use(fcose);

/** Pixels that a node and its name take at zoom 1. */
const room = { width: 132, height: 92 };
/** Beyond so many nodes the fine rounds take four times as long (401 nodes: 4.3 s, not 1.2 s) and the links come out equally long. */
const fineUpTo = 150;

/** Numbers as if by chance, always the same ones: mulberry32 (Tommy Ettinger, 2017). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function place({ id, nodes, links }: LayoutRequest): Promise<LayoutAnswer> {
  Math.random = chance(1);
  const graph = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: "node", style: room }],
    elements: [
      ...nodes.map((node) => ({ data: { id: node.id }, position: { x: node.x, y: node.y } })),
      ...links.map(({ from, to }) => ({ data: { source: from, target: to } })),
    ],
  });
  const fixed = nodes.filter((node) => node.fixed);
  const options = {
    name: "fcose",
    animate: false,
    fit: false,
    quality: nodes.length > fineUpTo ? "default" : "proof",
    randomize: fixed.length === 0,
    packComponents: fixed.length === 0,
    nodeRepulsion: () => 12_000,
    idealEdgeLength: () => 130,
    gravity: 0.15,
    fixedNodeConstraint: fixed.map((node) => ({ nodeId: node.id, position: { x: node.x, y: node.y } })),
  };
  const layout = graph.layout(options as cytoscape.LayoutOptions);
  const stopped = layout.promiseOn("layoutstop");
  layout.run();
  await stopped;
  const laid = nodes.map((node) => ({ ...node, ...(node.fixed ? {} : graph.$id(node.id).position()) }));
  graph.destroy();
  return { id, spots: spread(laid, room) };
}

addEventListener("message", ({ data }: MessageEvent<LayoutRequest>) => {
  const failed = (error: unknown): LayoutFailure => ({ id: data.id, failed: String(error) });
  // What a promise of a worker rejects with reaches nobody by itself.
  void place(data)
    .catch(failed)
    .then((answer) => postMessage(answer));
});
