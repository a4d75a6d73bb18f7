import type { z } from "zod";
import { type Beside, mostResults, type SearchAnswer, type SearchResult, type searchRoute } from "../../model/explore.ts";
import type { NodeId } from "../../model/graph.ts";
import { type NodeKind, nodeKindNames } from "../../model/kinds.ts";
import { type BestNodes, bestNodes } from "../analysis/text/best-nodes.ts";
import { kindsMeant, type MeantKind } from "../analysis/text/kinds-meant.ts";
import { nearestWordsInSteps } from "../analysis/text/nearest-words.ts";
import { analyseQueryInSteps } from "../analysis/text/query.ts";
import { snippetOf } from "../analysis/text/snippet.ts";
import { byScore, type ScoredNode } from "../analysis/text/top-nodes.ts";
import { type GraphWords, graphWords } from "../dataset/graph-words.ts";
import { institutionsBeside } from "../queries/beside.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";

/** Institutions that are named beside a result. */
const mostBeside = 4;
const mostNearest = 6;
/** So many are ranked before a word for a kind counts too. */
const rankedBeforeKinds = 300;
/** What it adds to be of the kind that the query names, where a name that is the whole query is worth 1. */
const kindWorth = 0.6;

/**
 * Nodes that fit some words, best first, out of the graph's own words: no engine has a say in it, so that both answer alike.
 * The snippet is Dutch.
 */
export async function search(
  store: GraphStore,
  { q, kinds, limit, offset, detail }: z.output<typeof searchRoute.query>,
  signal?: AbortSignal,
): Promise<SearchAnswer> {
  const words = await graphWords(store);
  const { vocabulary, index, kindAt } = words;
  const query = await inTurns(analyseQueryInSteps(q, vocabulary), signal);
  const isFull = detail === "full";
  const meant = kindsMeant(query);
  const asked = kinds && new Set<NodeKind | undefined>(kinds);
  const counts = (node: number) => !asked || asked.has(kindAt(node));
  const most = isFull ? mostResults : Math.max(offset + limit, meant.length > 0 ? rankedBeforeKinds : 0);
  const best = await inTurns(bestNodes(query, index, most, isFull ? undefined : counts), signal);
  const ranked = meant.length > 0 ? withKinds(best.nodes, meant, words) : best.nodes;
  const page = ranked.filter(({ node }) => counts(node)).slice(offset, offset + limit);
  const results = page.map(({ node: position, score }): SearchResult => {
    const { description, ...node } = words.nodeAt(position);
    return { node, score, snippet: snippetOf(description, best.wordIn(position)) };
  });
  const answer = { results, ...(query.correctedTo !== undefined && { correctedTo: query.correctedTo }) };
  if (!isFull) return answer;
  const beside = await besideOf(
    store,
    results.map(({ node }) => node.id),
  );
  return {
    ...answer,
    results: results.map((result, at) => ({
      ...result,
      why: whyOf(page[at]!.node, best, meant, result.node.kind),
      ...(result.node.kind !== "institution" && { beside: beside.get(result.node.id) ?? { institutions: [], count: 0 } }),
    })),
    perKind: perKind(ranked, kindAt),
    ...(ranked.length === 0 && { nearestWords: await inTurns(nearestWordsInSteps(q, vocabulary, mostNearest), signal) }),
  };
}

/** A node of a kind that the query names counts for more, and is found where the query says nothing else. */
function withKinds(found: readonly ScoredNode[], meant: readonly MeantKind[], { index, kindAt }: GraphWords): ScoredNode[] {
  const shares = new Map<NodeKind | undefined, number>(meant.map(({ kind, share }) => [kind, share]));
  const whole = meant.length === 1 && meant[0]?.share === 1 ? meant[0].kind : undefined;
  const known = new Set(found.map(({ node }) => node));
  const others: ScoredNode[] = [];
  for (let node = 0; whole && node < index.nodes; node++)
    if (kindAt(node) === whole && !known.has(node)) others.push({ node, score: 0 });
  return [...found, ...others]
    .map(({ node, score }) => ({ node, score: score + kindWorth * (shares.get(kindAt(node)) ?? 0) }))
    .sort(byScore)
    .slice(0, mostResults);
}

/** Why a node was found; what sort of item it is counts where a word says only that of it. */
function whyOf(
  position: number,
  { whyIn }: BestNodes,
  meant: readonly MeantKind[],
  kind: NodeKind,
): NonNullable<SearchResult["why"]> {
  const found = whyIn(position).map(({ said, found: as, how, part }) => ({ said, found: as, how, where: part }));
  const itself = meant.filter((one) => one.kind === kind).flatMap(({ words }) => words);
  const isSaid = (said: string) => found.some((one) => one.said === said);
  return [...found, ...itself.filter(({ said }) => !isSaid(said)).map((word) => ({ ...word, where: "kind" as const }))];
}

async function besideOf(store: GraphStore, ids: readonly NodeId[]): Promise<Map<NodeId, Beside>> {
  const beside = new Map<NodeId, Beside>();
  if (ids.length === 0) return beside;
  for (const { of, count, institution } of await store.read(institutionsBeside, { ids, most: mostBeside })) {
    const others = beside.get(of)?.institutions ?? [];
    beside.set(of, { institutions: [...others, institution], count });
  }
  return beside;
}

function perKind(ranked: readonly ScoredNode[], kindAt: GraphWords["kindAt"]): { kind: NodeKind; count: number }[] {
  const counts = new Map<NodeKind | undefined, number>();
  for (const { node } of ranked) counts.set(kindAt(node), (counts.get(kindAt(node)) ?? 0) + 1);
  return nodeKindNames
    .flatMap((kind) => (counts.has(kind) ? [{ kind, count: counts.get(kind) ?? 0 }] : []))
    .sort((one, other) => other.count - one.count);
}
