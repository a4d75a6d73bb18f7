import { kindOf, type Link, linkId, type NodeId, type NodeSummary } from "../../model/graph.ts";
import type { LinkKind } from "../../model/kinds.ts";

export const idOf = (text: string): NodeId => text as NodeId;

/** A node with nothing special about it but what is given. */
export function node(text: string, more: Partial<NodeSummary> = {}): NodeSummary {
  const id = idOf(text);
  return { id, kind: kindOf(id), name: text, nameEn: text, contested: false, degree: 3, ...more };
}

/** A stated link but for what is given. */
export function link(from: string, kind: LinkKind, to: string, more: Partial<Link> = {}): Link {
  const ends = { from: idOf(from), to: idOf(to) };
  return {
    id: linkId(ends.from, kind, ends.to),
    kind,
    ...ends,
    basis: "stated",
    contested: false,
    properties: {},
    evidence: [],
    ...more,
  };
}
