import type { z } from "zod";
import type { Peer, PeersAnswer, ScoringQuery, whyNotRoute } from "../model/discovery.ts";
import type { NodeId } from "../model/graph.ts";
import { isThin, knownOf } from "./analysis/certainty.ts";
import { summaryOf } from "./analysis/facts.ts";
import { apartFrom, rankPeers, type Scored, sharedItems } from "./analysis/peers.ts";
import { reasonsFor } from "./analysis/reasons.ts";
import { namesOf, peerSentence } from "./analysis/sentences.ts";
import { whyApart, whyRanked } from "./analysis/why-not.ts";
import { certaintyBetween, type Facts, factsOf, institutionAt, sourcesFor } from "./facts.ts";
import type { GraphStore } from "./graph/store.ts";

/** In a list, each peer has at most so many reasons; asked for by itself, it has them all. */
const inList = { reasons: 12, backup: 2 } as const;

function peerOf(facts: Facts, start: number, { institution, score }: Scored, scoring: ScoringQuery, most?: typeof inList): Peer {
  const { profiles, linkOf, graph } = facts;
  const place = profiles.institutions[institution] ?? 0;
  const context = { profiles, scoring, rarity: profiles.rarity, linkOf, ...(most && { backup: most.backup }) };
  const reasons = reasonsFor(context, start, institution, most?.reasons);
  const confidence = certaintyBetween(facts, start, institution);
  const thin = isThin(knownOf(profiles, institution));
  const sentence = peerSentence(score, reasons, thin, namesOf(profiles, place));
  return { institution: summaryOf(graph, place), score, certainty: confidence.value, confidence, thin, sentence, reasons };
}

const linksOf = (peers: readonly Peer[]) =>
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
