import type { z } from "zod";
import type { SearchAnswer, searchRoute } from "../../model/explore.ts";
import { kindOf } from "../../model/graph.ts";
import { analyseQuery } from "../analysis/text/query.ts";
import { rankHits, snippetOf } from "../analysis/text/rank.ts";
import { vocabulary } from "../dataset/vocabulary.ts";
import { textsById } from "../queries/explore.ts";
import type { GraphStore } from "../store/store.ts";

/** How many hits of the engine are ranked by ourselves, and how many it is asked for when only some kinds count. */
const mostRanked = 300;
const mostHits = 3_000;

/**
 * Nodes that fit some words, best first. The engine finds, our own ranking orders, so that both engines answer alike.
 * The snippet is Dutch.
 */
export async function search(store: GraphStore, { q, kinds, limit }: z.output<typeof searchRoute.query>): Promise<SearchAnswer> {
  const words = await vocabulary(store);
  const query = analyseQuery(q, words);
  if (query.terms.length === 0) return { results: [] };
  const hits = await store.search(query.terms, kinds ? mostHits : mostRanked);
  const ids = hits.map(({ id }) => id).filter((id) => !kinds || kinds.includes(kindOf(id)));
  const rows = await store.read(textsById, { ids: ids.slice(0, mostRanked) });
  const found = new Map(rows.map((row) => [row.node.id, row]));
  const texts = rows.map((row) => ({ ...row, ...row.node }));
  const results = rankHits(query, texts, words)
    .slice(0, limit)
    .flatMap(({ id, score }) => {
      const row = found.get(id);
      return row ? [{ node: row.node, score, snippet: snippetOf(query, row.description, "nl", words) }] : [];
    });
  return { results, ...(query.correctedTo !== undefined && { correctedTo: query.correctedTo }) };
}
