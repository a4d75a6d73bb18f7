import type { Gap } from "../../../model/discovery.ts";
import type { Gaps } from "../comparison/gaps.ts";
import { summaryOf } from "../graph/graph-index.ts";
import type { NodeIndex } from "../graph/indices.ts";
import type { Profiles } from "../profile/types.ts";
import { listed, named } from "./names.ts";
import { inBoth, wordsIn } from "./words.ts";

type Words = ReturnType<typeof wordsIn>["comparison"]["gaps"];

/** Nodes listed by name in one language. */
type NamesOf = (nodes: readonly NodeIndex[]) => string;

/** What is missing in the graph, as columns with a title and an explanation, and a sentence for each item. */
export function toldGaps(profiles: Profiles, gaps: Gaps): Gap[] {
  const { graph, institutions } = profiles;
  const heading = (column: keyof Words) => ({
    title: inBoth((language) => wordsIn(language).comparison.gaps[column].title),
    explanation: inBoth((language) => wordsIn(language).comparison.gaps[column].explanation),
  });
  const item = (node: NodeIndex, sentence: (words: Words, namesOf: NamesOf) => string) => ({
    node: summaryOf(graph, node),
    sentence: inBoth((language) => {
      const names = (nodes: readonly NodeIndex[]) => nodes.map((one) => named(graph, one, language));
      return sentence(wordsIn(language).comparison.gaps, (nodes) => listed(names(nodes), language));
    }),
  });
  return [
    {
      name: "unanswered-questions",
      ...heading("unansweredQuestions"),
      items: gaps.unansweredQuestions.map(({ question, askers }) =>
        item(question, ({ unansweredQuestions: words }, namesOf) =>
          askers.length > 0 ? words.askedBy(namesOf(askers)) : words.askersUnknown,
        ),
      ),
    },
    {
      name: "unused-products",
      ...heading("unusedProducts"),
      items: gaps.unusedProducts.map(({ product, makers }) =>
        item(product, ({ unusedProducts: words }, namesOf) =>
          makers.length > 0 ? words.madeBy(namesOf(makers)) : words.makersUnknown,
        ),
      ),
    },
    {
      name: "themes-at-one",
      ...heading("themesAtOne"),
      items: gaps.themesAtOne.map(({ theme, institution }) =>
        item(theme, ({ themesAtOne: words }, namesOf) => words.onlyAt(namesOf([institutions.at(institution)]))),
      ),
    },
    {
      name: "without-peers",
      ...heading("withoutPeers"),
      items: gaps.withoutPeers.map(({ institution, isKnown }) =>
        item(institutions.at(institution), ({ withoutPeers: words }) => (isKnown ? words.nothingShared : words.nothingKnown)),
      ),
    },
  ];
}
