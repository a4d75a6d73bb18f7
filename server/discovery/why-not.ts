import type { z } from "zod";
import type { ScoringQuery, whyNotRoute } from "../../model/discovery.ts";
import type { NodeId } from "../../model/graph.ts";
import { apartFrom, rankPeers, sharedItems } from "../analysis/peers/score.ts";
import { whyApart, whyRanked } from "../analysis/peers/why-not.ts";
import type { GraphStore } from "../store/store.ts";
import { linksOf, peerOf } from "./peers.ts";
import { factsOf, institutionAt, sourcesFor } from "./snapshot.ts";

type WhyNot = z.output<typeof whyNotRoute.response>;

/** Why another institution is, or is not, among the peers shown. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function whyNot(
  store: GraphStore,
  id: NodeId,
  otherId: NodeId,
  query: ScoringQuery & { limit: number },
): Promise<WhyNot> {
  const facts = await factsOf(store);
  const { profiles } = facts;
  const [start, other] = [institutionAt(facts, id, "params/id"), institutionAt(facts, otherId, "params/other")];
  const apart = apartFrom(profiles, start, other);
  if (apart) return { because: apart, ...whyApart(profiles, start, other, apart), sources: [] };
  const ranked = rankPeers(profiles, start, query);
  const rank = ranked.findIndex(({ institution }) => institution === other);
  const scored = ranked[rank];
  const peer = scored && peerOf(facts, start, scored, query);
  const shares = sharedItems(profiles, start, other).length > 0;
  const why = whyRanked(profiles, {
    start,
    other,
    rank,
    limit: query.limit,
    shares,
    score: scored?.score ?? 0,
    last: ranked[query.limit - 1]?.score ?? 0,
  });
  return {
    ...why,
    ...(scored && { rank: rank + 1 }),
    ...(peer && { peer }),
    sources: sourcesFor(facts, peer ? linksOf([peer]) : []),
  };
}
