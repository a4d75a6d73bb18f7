import type { z } from "zod";
import type { MatchAnswer, matchRoute } from "../../model/discovery.ts";
import { nodeAt, summaryOf } from "../analysis/graph/graph-index.ts";
import { matchQuestions, readQuestions } from "../analysis/text/match-questions.ts";
import { analyseQuery } from "../analysis/text/query.ts";
import { cachedPerVersion } from "../cache/per-version.ts";
import { vocabulary } from "../dataset/vocabulary.ts";
import { matchedDescriptions } from "../queries/profiles.ts";
import type { GraphStore } from "../store/store.ts";
import { factsOf } from "./snapshot.ts";

/** Every question with its words and those of its themes, read once for each state of the graph. */
const questions = cachedPerVersion(async (store) => {
  const [{ graph, profiles }, words, descriptions] = await Promise.all([
    factsOf(store),
    vocabulary(store),
    store.read(matchedDescriptions, {}),
  ]);
  const described = new Map(descriptions.map(({ id, nl, en }) => [id, { nl, en }]));
  const wordsAt = (place: number) => {
    const { id, name, nameEn } = nodeAt(graph, place);
    return { name: { nl: name, en: nameEn }, description: described.get(id) ?? { nl: "", en: "" } };
  };
  const themesAt = (place: number) =>
    profiles
      .themes(place)
      .filter(({ links }) => links.length === 1)
      .map(({ theme }) => theme);
  const texts = [...graph.nodes.keys()]
    .filter((place) => nodeAt(graph, place).kind === "question")
    .map((place) => ({ id: nodeAt(graph, place).id, ...wordsAt(place), themes: [...new Set(themesAt(place))].map(wordsAt) }));
  return readQuestions(texts, words);
});

/** The questions most like one in a person's own words, why, who asks them and what addresses them. */
export async function match(
  store: GraphStore,
  { text, language, limit }: z.output<typeof matchRoute.body>,
): Promise<MatchAnswer> {
  const [{ graph, datasetVersion }, words, read] = await Promise.all([factsOf(store), vocabulary(store), questions(store)]);
  const matches = matchQuestions(analyseQuery(text, words), read, language, limit).map(({ id, score, reasons }) => {
    const place = graph.placeOf.get(id) ?? 0;
    const ends = (kind: "ASKS" | "ADDRESSES") =>
      [...graph.into(place, kind)].map((link) => summaryOf(graph, graph.from[link] ?? 0));
    return { question: summaryOf(graph, place), score, reasons, askedBy: ends("ASKS"), addressedBy: ends("ADDRESSES") };
  });
  return { matches, datasetVersion };
}
