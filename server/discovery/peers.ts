import type { Peer, PeersAnswer, ScoringQuery } from "../../model/discovery.ts";
import type { NodeId } from "../../model/graph.ts";
import { summaryOf } from "../analysis/graph/graph-index.ts";
import { reasonsFor } from "../analysis/peers/reasons.ts";
import { rankPeers, type Scored } from "../analysis/peers/score.ts";
import { isThin, knownOf } from "../analysis/profile/certainty.ts";
import { namesOf, peerSentence } from "../analysis/wording/sentences.ts";
import type { GraphStore } from "../store/store.ts";
import { certaintyBetween, type Facts, factsOf, institutionAt, sourcesFor } from "./snapshot.ts";

/** In a list, each peer has at most so many reasons; asked for by itself, it has them all. */
const inList = { reasons: 12, backup: 2 } as const;

/** A peer with its reasons: all of them, or as many as a list holds. */
export function peerOf(
  facts: Facts,
  start: number,
  { institution, score }: Scored,
  scoring: ScoringQuery,
  most?: typeof inList,
): Peer {
  const { profiles, linkOf, graph } = facts;
  const place = profiles.institutions[institution] ?? 0;
  const context = { profiles, scoring, rarity: profiles.rarity, linkOf, ...(most && { backup: most.backup }) };
  const reasons = reasonsFor(context, start, institution, most?.reasons);
  const confidence = certaintyBetween(facts, start, institution);
  const thin = isThin(knownOf(profiles, institution));
  const sentence = peerSentence(score, reasons, thin, namesOf(profiles, place));
  return { institution: summaryOf(graph, place), score, certainty: confidence.value, confidence, thin, sentence, reasons };
}

/** Every link that some peers' reasons rest on. */
export const linksOf = (peers: readonly Peer[]) =>
  peers.flatMap(({ reasons }) => reasons.flatMap(({ facts }) => facts.map(({ link }) => link)));

/** Institutions whose work overlaps most with one, best first. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function peers(store: GraphStore, id: NodeId, query: ScoringQuery & { limit: number }): Promise<PeersAnswer> {
  const facts = await factsOf(store);
  const start = institutionAt(facts, id, "params/id");
  const ranked = rankPeers(facts.profiles, start, query);
  const shown = ranked.slice(0, query.limit).map((scored) => peerOf(facts, start, scored, query, inList));
  return {
    institution: summaryOf(facts.graph, facts.profiles.institutions[start] ?? 0),
    peers: shown,
    left: ranked.length - shown.length,
    sources: sourcesFor(facts, linksOf(shown)),
    datasetVersion: facts.datasetVersion,
  };
}
