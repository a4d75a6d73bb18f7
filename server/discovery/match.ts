import type { z } from "zod";
import type { MatchAnswer, matchRoute } from "../../model/discovery.ts";
import { summaryOf } from "../analysis/graph/graph-index.ts";
import type { NodeIndex } from "../analysis/graph/indices.ts";
import { matchQuestions, readQuestions } from "../analysis/text/match-questions.ts";
import { analyseQuery } from "../analysis/text/query.ts";
import { toldMatchReason } from "../analysis/wording/match.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { vocabulary } from "../dataset/vocabulary.ts";
import { matchedDescriptions } from "../queries/profiles.ts";
import type { GraphStore } from "../store/store.ts";
import { nodeOf, snapshotOf } from "./snapshot.ts";

/** Every question with its words and those of its themes, read once for each state of the graph. */
const questions = cachedPerVersion(async (store) => {
  const [{ graph, profiles }, words, descriptions] = await Promise.all([
    snapshotOf(store),
    vocabulary(store),
    store.read(matchedDescriptions, {}),
  ]);
  const described = new Map(descriptions.map(({ id, nl, en }) => [id, { nl, en }]));
  const textsOf = (node: NodeIndex) => {
    const { id, name, nameEn } = graph.node(node);
    return { name: { nl: name, en: nameEn }, description: described.get(id) ?? { nl: "", en: "" } };
  };
  const ownThemes = (node: NodeIndex) => {
    const direct = profiles.themes(node).filter(({ links }) => links.length === 1);
    return [...new Set(direct.map(({ theme }) => theme))];
  };
  const texts = graph
    .nodesOf("question")
    .map((node) => ({ id: graph.node(node).id, ...textsOf(node), themes: ownThemes(node).map(textsOf) }));
  return readQuestions(texts, words);
});

/** The questions most like one in a person's own words, why, who asks them and what addresses them. */
export async function match(
  store: GraphStore,
  { text, language, limit }: z.output<typeof matchRoute.body>,
): Promise<MatchAnswer> {
  const [snapshot, words, read] = await Promise.all([snapshotOf(store), vocabulary(store), questions(store)]);
  const { graph, datasetVersion } = snapshot;
  const matches = matchQuestions(analyseQuery(text, words), read, language, limit).map(({ id, score, reasons }) => {
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
