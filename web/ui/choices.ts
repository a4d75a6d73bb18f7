import { nodesRoute } from "../../model/explore.ts";
import type { NodeSummary } from "../../model/graph.ts";
import type { NodeKind } from "../../model/kinds.ts";
import { call } from "../app/api.ts";

const cached = new Map<NodeKind, Promise<NodeSummary[]>>();

/** Every node of a kind, to choose from; read once for as long as the page is open, again after a failure. */
export function choicesOf(kind: NodeKind): Promise<NodeSummary[]> {
  const before = cached.get(kind);
  if (before) return before;
  const read = call(nodesRoute, { query: { kinds: [kind] } }).then(({ nodes }) => nodes);
  read.catch(() => cached.delete(kind));
  cached.set(kind, read);
  return read;
}
