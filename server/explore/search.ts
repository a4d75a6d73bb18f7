import type { z } from "zod";
import type { SearchAnswer, searchRoute } from "../../model/explore.ts";
import { bestNodes } from "../analysis/text/best-nodes.ts";
import { analyseQueryInSteps } from "../analysis/text/query.ts";
import { snippetOf } from "../analysis/text/snippet.ts";
import { graphWords } from "../dataset/graph-words.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";

/**
 * Nodes that fit some words, best first, out of the graph's own words: no engine has a say in it, so that both answer alike.
 * The snippet is Dutch.
 */
export async function search(
  store: GraphStore,
  { q, kinds, limit }: z.output<typeof searchRoute.query>,
  signal?: AbortSignal,
): Promise<SearchAnswer> {
  const { vocabulary, index, nodeAt, kindAt } = await graphWords(store);
  const query = await inTurns(analyseQueryInSteps(q, vocabulary), signal);
  if (query.terms.length === 0) return { results: [] };
  const asked = kinds && new Set(kinds);
  const counts = asked ? (node: number) => asked.has(kindAt(node) as (typeof kinds)[number]) : undefined;
  const { nodes, wordIn } = await inTurns(bestNodes(query, index, limit, counts), signal);
  const results = nodes.map(({ node: position, score }) => {
    const { description, ...node } = nodeAt(position);
    return { node, score, snippet: snippetOf(description, wordIn(position)) };
  });
  return { results, ...(query.correctedTo !== undefined && { correctedTo: query.correctedTo }) };
}
