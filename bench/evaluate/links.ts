import { aspectNames } from "../../model/discovery.ts";
import { kindOf, type NodeId } from "../../model/graph.ts";
import type { LinkKind } from "../../model/kinds.ts";
import { indexGraph } from "../../server/analysis/graph/graph-builder.ts";
import type { IndexedLink, IndexedNode } from "../../server/analysis/graph/graph-index.ts";
import { allAtOnce } from "../../server/analysis/graph/steps.ts";
import { offersInSteps } from "../../server/analysis/opportunities/offers.ts";
import { scoresFor } from "../../server/analysis/peers/score.ts";
import { holdingsOf } from "../../server/analysis/profile/chains.ts";
import { profilesInSteps } from "../../server/analysis/profile/profiles.ts";
import type { Scoring } from "../../server/analysis/profile/scoring.ts";
import type { Profiles } from "../../server/analysis/profile/types.ts";

/** A measure that ranks where a hidden link may lead: higher is likelier. */
export type Measure = (
  links: readonly IndexedLink[],
  hidden: IndexedLink,
  candidates: readonly NodeId[],
) => ReadonlyMap<NodeId, number>;

const scoring: Scoring = { ...(Object.fromEntries(aspectNames.map((aspect) => [aspect, 1])) as Omit<Scoring, "off">), off: [] };

type Neighbours = ReadonlyMap<NodeId, ReadonlySet<NodeId>>;

function neighboursIn(links: readonly IndexedLink[]): Neighbours {
  const found = new Map<NodeId, Set<NodeId>>();
  const add = (one: NodeId, other: NodeId) => found.set(one, (found.get(one) ?? new Set<NodeId>()).add(other));
  for (const { from, to } of links) {
    add(from, to);
    add(to, from);
  }
  return found;
}

const shared = (one: ReadonlySet<NodeId>, other: ReadonlySet<NodeId>) => [...one].filter((id) => other.has(id));
const none: ReadonlySet<NodeId> = new Set();

type Similarity = (one: NodeId, other: NodeId, near: Neighbours) => number;

/** Measures of how alike two nodes of one kind are by what they are both linked to. */
export const similarities: Readonly<Record<string, Similarity>> = {
  "common neighbours": (one, other, near) => shared(near.get(one) ?? none, near.get(other) ?? none).length,
  Jaccard: (one, other, near) => {
    const [a, b] = [near.get(one) ?? none, near.get(other) ?? none];
    const both = shared(a, b).length;
    return both === 0 ? 0 : both / (a.size + b.size - both);
  },
  "Adamic–Adar": (one, other, near) =>
    shared(near.get(one) ?? none, near.get(other) ?? none).reduce(
      (sum, id) => sum + 1 / Math.log(Math.max(2, near.get(id)?.size ?? 2)),
      0,
    ),
};

/** A link is likely when those who are like its start have it: the usual way to use a similarity in a two-mode graph. */
export function byLikeness(similarity: Similarity): Measure {
  return (links, hidden, candidates) => {
    const near = neighboursIn(links);
    const having = links.filter(({ kind, to }) => kind === hidden.kind && to !== hidden.from);
    const likeness = new Map([...new Set(having.map(({ from }) => from))].map((id) => [id, similarity(hidden.from, id, near)]));
    const score = (candidate: NodeId) =>
      having.reduce((sum, { from, to }) => sum + (to === candidate && from !== hidden.from ? (likeness.get(from) ?? 0) : 0), 0);
    return new Map(candidates.map((candidate) => [candidate, score(candidate)]));
  };
}

/** Reads profiles from the links that are left. */
const profilesFrom = (nodes: readonly IndexedNode[], links: readonly IndexedLink[]) =>
  allAtOnce(profilesInSteps(indexGraph(nodes, links)));

/** Our own, for what an institution asks or joins: what its peers have, weighed by the peer score. */
export function byPeers(nodes: readonly IndexedNode[]): Measure {
  return (links, hidden, candidates) => {
    const profiles = profilesFrom(nodes, links);
    const { graph, institutions } = profiles;
    const node = graph.indexOf(hidden.from);
    const start = node === undefined ? undefined : institutions.rowOf(node);
    const score = new Map<NodeId, number>(candidates.map((candidate) => [candidate, 0]));
    if (start === undefined) return score;
    for (const peer of scoresFor(profiles, start, scoring)) {
      const holdings = holdingsOf(graph, institutions.at(peer.institution));
      const things = new Set(holdings.map((chain) => graph.node(chain.node).id));
      for (const id of things) if (score.has(id)) score.set(id, (score.get(id) ?? 0) + peer.score);
    }
    return score;
  };
}

/** What the teams and networks ask that an institution has or takes part in, small ones for more. */
export const byCompany: Measure = (links, hidden, candidates) => {
  const near = neighboursIn(links);
  const score = new Map<NodeId, number>(candidates.map((candidate) => [candidate, 0]));
  for (const company of near.get(hidden.from) ?? none) {
    const asked = links.filter(({ from, kind }) => from === company && kind === hidden.kind);
    const worth = 1 / Math.log(1 + (near.get(company)?.size ?? 1));
    for (const { to } of asked) if (score.has(to)) score.set(to, (score.get(to) ?? 0) + worth);
  }
  return score;
};

/** Our own, for what a thing addresses: how much the themes tell that it shares with the question. */
export function byThemes(nodes: readonly IndexedNode[]): Measure {
  return (links, hidden, candidates) => {
    const profiles = profilesFrom(nodes, links);
    const { tells } = allAtOnce(offersInSteps(profiles));
    const own = themesAt(profiles, hidden.from);
    const score = (candidate: NodeId) =>
      [...themesAt(profiles, candidate)].reduce((sum, theme) => sum + (own.has(theme) ? tells(theme) : 0), 0);
    return new Map(candidates.map((candidate) => [candidate, score(candidate)]));
  };
}

function themesAt({ graph, themes }: Profiles, id: NodeId) {
  const node = graph.indexOf(id);
  return new Set((node === undefined ? [] : themes(node)).map(({ theme }) => theme));
}

/** Adds measures up, each scaled to its own highest score. */
export function together(...measures: readonly Measure[]): Measure {
  return (links, hidden, candidates) => {
    const scaled = measures.map((measure) => {
      const scores = measure(links, hidden, candidates);
      const most = Math.max(...scores.values(), 0);
      return new Map([...scores].map(([id, score]) => [id, most === 0 ? 0 : score / most]));
    });
    return new Map(candidates.map((id) => [id, scaled.reduce((sum, scores) => sum + (scores.get(id) ?? 0), 0)]));
  };
}

export interface Outcome {
  /** Mean of 1 / rank. */
  readonly mrr: number;
  /** Share of the hidden links that came back among the first ten. */
  readonly hits: number;
  readonly links: number;
}

/** Hides each link of a kind in turn and sees at which rank it comes back among all nodes that it could lead to. */
export function heldOut(
  nodes: readonly IndexedNode[],
  links: readonly IndexedLink[],
  hide: readonly IndexedLink[],
  measure: Measure,
  first = 10,
): Outcome {
  const ranks = hide.map((hidden) => {
    const left = links.filter((link) => link !== hidden);
    const linked = new Set(left.filter(({ from, kind }) => from === hidden.from && kind === hidden.kind).map(({ to }) => to));
    const candidates = nodes.map(({ id }) => id).filter((id) => kindOf(id) === kindOf(hidden.to) && !linked.has(id));
    return rankOf(measure(left, hidden, candidates), hidden.to);
  });
  return {
    mrr: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length,
    hits: ranks.filter((rank) => rank <= first).length / ranks.length,
    links: ranks.length,
  };
}

/** The rank of one among scores; those with the same score share the middle of their ranks, so that chance gains nothing. */
function rankOf(scores: ReadonlyMap<NodeId, number>, id: NodeId): number {
  const own = scores.get(id) ?? 0;
  const better = [...scores.values()].filter((score) => score > own).length;
  const same = [...scores.values()].filter((score) => score === own).length;
  return better + (same + 1) / 2;
}

/** Links that can be hidden: of a kind, and from a kind of node when it is named. */
export const linksOfKind = (links: readonly IndexedLink[], kind: LinkKind, from?: string): IndexedLink[] =>
  links.filter((link) => link.kind === kind && (from === undefined || kindOf(link.from) === from));
