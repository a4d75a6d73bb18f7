import type { Peer, PeersAnswer, ScoringQuery } from "../../model/discovery.ts";
import type { NodeId } from "../../model/graph.ts";
import { summaryOf } from "../analysis/graph/graph-index.ts";
import type { InstitutionIndex } from "../analysis/graph/indices.ts";
import { reasonsFor } from "../analysis/peers/reasons.ts";
import { rankPeers, type ScoredInstitution } from "../analysis/peers/score.ts";
import { isThin, knowledgeOf } from "../analysis/profile/certainty.ts";
import { toldCertainty } from "../analysis/wording/certainty.ts";
import { peerSentence } from "../analysis/wording/peers.ts";
import { toldReason } from "../analysis/wording/reasons.ts";
import type { GraphStore } from "../store/store.ts";
import { institutionAt, type Snapshot, snapshotOf, sourcesFor } from "./snapshot.ts";

/** In a list, each peer has at most so many reasons; asked for by itself, it has them all. */
const inList = { reasons: 12, backup: 2 } as const;

/** A peer with its reasons: all of them, or as many as a list holds. */
export function peerOf(
  snapshot: Snapshot,
  start: InstitutionIndex,
  { institution, score }: ScoredInstitution,
  scoring: ScoringQuery,
  most?: typeof inList,
): Peer {
  const { profiles, graph } = snapshot;
  const context = { profiles, scoring, rarity: profiles.rarity, ...(most && { backup: most.backup }) };
  const reasons = reasonsFor(context, start, institution, most?.reasons);
  const confidence = toldCertainty(profiles, start, institution);
  const thin = isThin(knowledgeOf(profiles, institution));
  return {
    institution: summaryOf(graph, profiles.institutions.at(institution)),
    score,
    certainty: confidence.value,
    confidence,
    thin,
    sentence: peerSentence(profiles, institution, { score, reasons, thin }),
    reasons: reasons.map((reason) => toldReason(snapshot, reason)),
  };
}

/** Every link that some peers' reasons rest on. */
export const linksOf = (peers: readonly Peer[]) =>
  peers.flatMap(({ reasons }) => reasons.flatMap(({ facts }) => facts.map(({ link }) => link)));

/** Institutions whose work overlaps most with one, best first. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function peers(store: GraphStore, id: NodeId, query: ScoringQuery & { limit: number }): Promise<PeersAnswer> {
  const snapshot = await snapshotOf(store);
  const { graph, profiles, datasetVersion } = snapshot;
  const start = institutionAt(snapshot, id, "params/id");
  const ranked = rankPeers(profiles, start, query);
  const shown = ranked.slice(0, query.limit).map((scored) => peerOf(snapshot, start, scored, query, inList));
  return {
    institution: summaryOf(graph, profiles.institutions.at(start)),
    peers: shown,
    left: ranked.length - shown.length,
    sources: sourcesFor(snapshot, linksOf(shown)),
    datasetVersion,
  };
}
