import type { NodeId } from "../../model/graph.ts";
import { shown, type View } from "./view.ts";

/** The least and the most that a sign is drawn at, beside its plain size. */
const least = 0.8;
const most = 1.7;
/** An institution is larger than anything else of the same number. */
const institution = 1.2;

const sizesByView = new WeakMap<View, ReadonlyMap<NodeId, number>>();

/**
 * How large each node of a view is drawn, beside the plain size of a sign, as its sizing says. By links in all data nothing
 * changes its size while the drawing grows. Links count with their logarithm: a hub of a hundred is twice a node of one.
 */
export function sizesOf(view: View): ReadonlyMap<NodeId, number> {
  const known = sizesByView.get(view) ?? new Map(computed(view));
  sizesByView.set(view, known);
  return known;
}

function* computed(view: View): Generator<[NodeId, number]> {
  const sizeOf = sizing(view);
  for (const [id, { kind }] of view.nodes)
    yield [id, Math.min(most * institution, sizeOf(id) * (kind === "institution" ? institution : 1))];
}

function sizing(view: View): (id: NodeId) => number {
  const byLinks = (count: number) => Math.min(most, least + 0.125 * Math.log2(1 + count));
  const { sizing } = view;
  if (sizing.by === "none") return () => 1;
  if (sizing.by === "all") return (id) => byLinks(view.nodes.get(id)?.degree ?? 0);
  if (sizing.by === "measure") {
    const highest = [...sizing.values.values()].reduce((high, value) => Math.max(high, value), 0) || 1;
    return (id) => least + (most - least) * Math.sqrt(Math.max(0, sizing.values.get(id) ?? 0) / highest);
  }
  const counts = new Map<NodeId, number>();
  for (const { from, to } of shown(view).links) for (const id of new Set([from, to])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return (id) => byLinks(counts.get(id) ?? 0);
}
