import type { ScoringQuery, WhyNotAnswer } from "../../model/discovery.ts";
import type { NodeId } from "../../model/graph.ts";
import { between } from "../analysis/comparison/between.ts";
import { rankPeers, sharedFeatures, whyNotCompared } from "../analysis/peers/score.ts";
import { whyRanked } from "../analysis/peers/why-not.ts";
import { betweenSentences } from "../analysis/wording/between.ts";
import { toldWhyNot } from "../analysis/wording/why-not.ts";
import type { GraphStore } from "../store/store.ts";
import { linksOf, peersInFull } from "./peers.ts";
import { institutionAt, snapshotOf, sourcesFor } from "./snapshot.ts";

/** Why another institution is, or is not, among the peers shown. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function whyNot(
  store: GraphStore,
  id: NodeId,
  otherId: NodeId,
  query: ScoringQuery & { limit: number },
): Promise<WhyNotAnswer> {
  const snapshot = await snapshotOf(store);
  const { profiles } = snapshot;
  const [start, other] = [institutionAt(snapshot, id, "params/id"), institutionAt(snapshot, otherId, "params/other")];
  const notCompared = whyNotCompared(profiles, start, other);
  if (notCompared) return { because: notCompared, ...toldWhyNot(profiles, { because: notCompared, start, other }), sources: [] };
  const ranked = rankPeers(profiles, start, query);
  const shares = sharedFeatures(profiles, start, other).length > 0;
  const why = whyRanked(profiles, { start, other, ranked, limit: query.limit, shares });
  const position = ranked.findIndex(({ institution }) => institution === other);
  const scored = ranked[position];
  const [peer] = scored ? await peersInFull(snapshot, [{ start, scored, scoring: query }]) : [];
  return {
    because: why.because,
    ...toldWhyNot(profiles, why),
    ...(peer && { rank: position + 1, peer, between: betweenSentences(profiles, between(profiles, start, other)) }),
    sources: sourcesFor(snapshot, peer ? linksOf([peer]) : []),
  };
}
