import type { z } from "zod";
import type { ListedPeer, Peer, PeerInShort, PeersAnswer, peersRoute, ScoringQuery } from "../../model/discovery.ts";
import type { NodeId } from "../../model/graph.ts";
import { nodesOn, summaryOf } from "../analysis/graph/graph-index.ts";
import type { InstitutionIndex, LinkIndex } from "../analysis/graph/indices.ts";
import { firstReasons, type PeerReason, reasonsFor } from "../analysis/peers/reasons.ts";
import { rankPeers, type ScoredInstitution } from "../analysis/peers/score.ts";
import { isThin, knowledgeOf } from "../analysis/profile/certainty.ts";
import { toldCertainty } from "../analysis/wording/certainty.ts";
import { peerSentence } from "../analysis/wording/peers.ts";
import { toldInShort, toldReason } from "../analysis/wording/reasons.ts";
import type { GraphStore } from "../store/store.ts";
import { addressOf, institutionAddress, longer, scoringParts } from "./addresses.ts";
import { institutionAt, type Snapshot, snapshotOf, sourcesFor } from "./snapshot.ts";

/** In a list, each peer has at most so many reasons, each with so many links beside those that carry it; by itself it has them all. */
const inList = { reasons: 12, backup: 2 } as const;
/** So many reasons of each are told unless all of them are asked for. */
const first = 3;
/** A list holds at most so many. */
const mostPeers = 100;

/** An institution in a list of peers. */
interface Listed {
  readonly start: InstitutionIndex;
  readonly scored: ScoredInstitution;
  readonly scoring: ScoringQuery;
}

/** Some peers with their reasons and all that these rest on; each has as many as a list holds, or all of them. */
export async function peersInFull(snapshot: Snapshot, listed: readonly Listed[], most?: typeof inList): Promise<Peer[]> {
  const { profiles } = snapshot;
  const found = listed.map(({ start, scored, scoring }) => {
    const context = { profiles, scoring, rarity: profiles.rarity, ...(most && { backup: most.backup }) };
    return reasonsFor(context, start, scored.institution, most?.reasons);
  });
  const linkOf = await snapshot.linksInFull(found.flat().flatMap(linksBehind));
  return listed.map((one, at) => {
    const reasons = found[at] ?? [];
    return { ...headOf(snapshot, one, reasons), reasons: reasons.map((reason) => toldReason({ profiles, linkOf }, reason)) };
  });
}

const linksBehind = ({ links }: PeerReason): LinkIndex[] => links.map(({ link }) => link);

function headOf(
  { profiles, graph }: Snapshot,
  { start, scored }: Listed,
  reasons: readonly Pick<PeerReason, "aspect" | "node">[],
) {
  const { institution, score } = scored;
  const confidence = toldCertainty(profiles, start, institution);
  const thin = isThin(knowledgeOf(profiles, institution));
  return {
    institution: summaryOf(graph, profiles.institutions.at(institution)),
    score,
    certainty: confidence.value,
    confidence,
    thin,
    sentence: peerSentence(profiles, institution, { score, reasons, thin }),
  };
}

function peerInShort(snapshot: Snapshot, listed: Listed): PeerInShort {
  const { profiles, graph } = snapshot;
  const { start, scored, scoring } = listed;
  const context = { profiles, scoring, rarity: profiles.rarity };
  const found = firstReasons(context, start, scored.institution, { most: inList.reasons, first });
  const links = found.first.flatMap(({ subject }) => subject.pair.flatMap((chain) => chain.links));
  const [one, other] = [start, scored.institution].map((institution) => graph.node(profiles.institutions.at(institution)).id);
  return {
    ...headOf(snapshot, listed, found.about),
    reasons: found.first.map((reason) => toldInShort(profiles, reason)),
    rest: found.rest,
    on: nodesOn(graph, links).map(({ id }) => id),
    more: addressOf(institutionAddress(one as NodeId, `peers/${other}`), scoringParts(scoring)),
  };
}

/** Every link that some peers' reasons rest on. */
export const linksOf = (peers: readonly Peer[]) =>
  peers.flatMap(({ reasons }) => reasons.flatMap(({ facts }) => facts.map(({ link }) => link)));

/** Institutions whose work overlaps most with one, best first. @throws AppError NODE_NOT_FOUND, INVALID_REQUEST */
export async function peers(store: GraphStore, id: NodeId, query: z.output<typeof peersRoute.query>): Promise<PeersAnswer> {
  const snapshot = await snapshotOf(store);
  const { graph, profiles, datasetVersion } = snapshot;
  const start = institutionAt(snapshot, id, "params/id");
  const ranked = rankPeers(profiles, start, query);
  const listed = ranked.slice(0, query.limit).map((scored) => ({ start, scored, scoring: query }));
  const left = ranked.length - listed.length;
  const limit = longer(query.limit, left, mostPeers);
  const answer = (shown: ListedPeer[], sources: PeersAnswer["sources"]): PeersAnswer => ({
    institution: summaryOf(graph, profiles.institutions.at(start)),
    peers: shown,
    left,
    ...(limit && {
      more: addressOf(institutionAddress(id, "peers"), {
        ...scoringParts(query),
        limit,
        ...(query.reasons === "all" && { reasons: "all" }),
      }),
    }),
    sources,
    datasetVersion,
  });
  if (query.reasons === "first")
    return answer(
      listed.map((one) => peerInShort(snapshot, one)),
      [],
    );
  const shown = await peersInFull(snapshot, listed, inList);
  return answer(shown, sourcesFor(snapshot, linksOf(shown)));
}
