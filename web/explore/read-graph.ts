import type { z } from "zod";
import {
  mostNodesInPart,
  mostNodesInView,
  type Neighbours,
  neighboursBesideRoute,
  neighboursRoute,
  subgraphPartRoute,
  subgraphRoute,
} from "../../model/explore.ts";
import type { NodeId } from "../../model/graph.ts";
import type { LinkKind, NodeKind } from "../../model/kinds.ts";
import { call } from "../app/api.ts";

type Found = z.output<typeof subgraphRoute.response>;

/** Characters of ids that go into an address: not every server on the way lets longer ones through. */
const mostInAddress = 4_000;

const fitInAddress = (ids: readonly NodeId[]) => ids.join().length <= mostInAddress;

/** Nodes with every link among them: of a large view a part at a time, so that the page answers meanwhile. */
export async function readNodes(ids: readonly NodeId[], signal: AbortSignal): Promise<Found> {
  const asked = ids.slice(0, mostNodesInView);
  if (asked.length <= mostNodesInPart && fitInAddress(asked)) return call(subgraphRoute, { query: { ids: asked } }, signal);
  const found: Found = { nodes: [], links: [], missing: [] };
  for (let first = 0; first < asked.length; first += mostNodesInPart) {
    const body = { ids: asked, part: asked.slice(first, first + mostNodesInPart) };
    const part = await call(subgraphPartRoute, { body }, signal);
    found.nodes.push(...part.nodes);
    found.links.push(...part.links);
    found.missing.push(...part.missing);
  }
  return found;
}

/** What of the neighbours of a node is wanted, and how many of them. */
interface Wanted {
  readonly limit: number;
  readonly kinds?: readonly NodeKind[];
  readonly linkKinds?: readonly LinkKind[];
  readonly order?: "most" | "least";
}

/** The next neighbours of a node that are not among what was seen. */
export const readNeighbours = (id: NodeId, query: Wanted, seen: readonly NodeId[], signal: AbortSignal): Promise<Neighbours> =>
  fitInAddress(seen)
    ? call(neighboursRoute, { params: { id }, query: { ...query, seen } }, signal)
    : call(neighboursBesideRoute, { params: { id }, query, body: { seen: [...seen] } }, signal);
