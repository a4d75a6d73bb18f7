import type { z } from "zod";

import type { NodeId } from "../../model/graph.ts";
import type { MatchAnswer, matchRoute } from "../../model/match.ts";

import { summaryOf } from "../analysis/graph/graph-index.ts";
import { matchQuestionsInSteps } from "../analysis/text/match-questions.ts";
import { analyseQueryInSteps } from "../analysis/text/query.ts";
import { toldMatchReason } from "../analysis/wording/match.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { graphWords } from "../dataset/graph-words.ts";
import type { GraphStore } from "../store/store.ts";
import { inTurns } from "../turns/in-turns.ts";
import { nodeOf, snapshotOf } from "./snapshot.ts";

/** Every question and its own themes, as the words of the graph know them, gathered once for each state of the graph. */
const questions = cachedPerVersion(async (store) => {
  const [{ graph, profiles }, { positionOf }] = await Promise.all([snapshotOf(store), graphWords(store)]);
  const position = (id: NodeId) => positionOf(id) ?? [];
  return graph.nodesOf("question").flatMap((question) => {
    const { id } = graph.node(question);
    const direct = profiles.themes(question).filter(({ links }) => links.length === 1);
    const themes = [...new Set(direct.map(({ theme }) => graph.node(theme).id))].flatMap(position);
    return [position(id)].flat().map((node) => ({ id, node, themes }));
  });
});

/**
 * The questions most like one in a person's own words, why, who asks them and what addresses them.
 *
 * @param signal ends it when nobody waits for it any more
 */
export async function match(
  store: GraphStore,
  { text, language, limit }: z.output<typeof matchRoute.body>,
  signal: AbortSignal,
): Promise<MatchAnswer> {
  const [snapshot, { vocabulary, index }, asked] = await Promise.all([snapshotOf(store), graphWords(store), questions(store)]);
  const { graph, datasetVersion } = snapshot;
  const query = await inTurns(analyseQueryInSteps(text, vocabulary), signal);
  const found = await inTurns(matchQuestionsInSteps(query, asked, index, language, limit), signal);
  const matches = found.map(({ id, score, reasons }) => {
    const question = nodeOf(snapshot, id);
    const origins = (kind: "ASKS" | "ADDRESSES") => graph.origins(question, kind).map((node) => summaryOf(graph, node));
    return {
      question: summaryOf(graph, question),
      score,
      reasons: reasons.map(toldMatchReason),
      askedBy: origins("ASKS"),
      addressedBy: origins("ADDRESSES"),
    };
  });
  return { matches, datasetVersion };
}
