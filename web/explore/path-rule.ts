import { NodeId } from "../../model/graph.ts";
import { type NodeKind, nodeKindNames } from "../../model/kinds.ts";
import type { Address } from "../app/address.ts";

type Query = Address["query"];

/** Between which two items ways are looked for, and through what they may not lead. */
export interface PathRule {
  readonly from: NodeId | undefined;
  readonly to: NodeId | undefined;
  /** Ways of one step more than the shortest, too. */
  readonly longer: boolean;
  /** Ways through what very much is linked to, too. */
  readonly hubs: boolean;
  readonly without: readonly NodeId[];
  readonly withoutKinds: readonly NodeKind[];
}

/** The parts of an address that are about ways: they stay when the view changes. */
const parts = ["van", "naar", "mijd", "mijdsoort", "lang", "knoop"] as const;

export const pathQueryIn = (query: Query): Query =>
  Object.fromEntries(parts.flatMap((part) => (query[part] ? [[part, query[part]]] : [])));

/** What of it holds no item or kind is passed over. */
export function pathRuleIn(query: Query): PathRule {
  const ids = (text = "") => text.split(",").flatMap((id) => NodeId.safeParse(id).data ?? []);
  const kinds = (query.mijdsoort ?? "").split(",");
  return {
    from: ids(query.van)[0],
    to: ids(query.naar)[0],
    longer: query.lang === "1",
    hubs: query.knoop === "1",
    without: ids(query.mijd),
    withoutKinds: nodeKindNames.filter((kind) => kinds.includes(kind)),
  };
}

/** What it is in an address; empty where it is not asked for, so that it goes from there. */
export const pathQuery = ({ from, to, longer, hubs, without, withoutKinds }: Partial<PathRule>): Query => ({
  van: from ?? "",
  naar: to ?? "",
  lang: longer ? "1" : "",
  knoop: hubs ? "1" : "",
  mijd: (without ?? []).join(","),
  mijdsoort: (withoutKinds ?? []).join(","),
});
