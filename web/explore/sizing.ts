import type { NodeId } from "../../model/graph.ts";
import { numbersRoute } from "../../model/numbers.ts";
import { call } from "../app/api.ts";
import type { Sizing } from "../drawing/view.ts";

/** What the size of a sign can tell. */
export const sizeNames = ["all", "shown", "none", "betweenness", "pagerank"] as const;
export type SizeName = (typeof sizeNames)[number];

/** The most items of which a number is asked: those with the highest; the rest are as small as can be. */
const most = 10_000;

/** The sizing of a name, with the numbers that it takes. */
export async function sizingBy(name: SizeName, signal: AbortSignal): Promise<Sizing> {
  if (name === "all" || name === "shown" || name === "none") return { by: name };
  const { rows } = await call(numbersRoute, { params: { measure: name }, query: { limit: most } }, signal);
  return { by: "measure", name, values: new Map(rows.map(({ node, value }): [NodeId, number] => [node.id, value])) };
}

export const sizeNameOf = (sizing: Sizing): SizeName =>
  sizing.by === "measure" ? (sizeNames.find((name) => name === sizing.name) ?? "all") : sizing.by;
