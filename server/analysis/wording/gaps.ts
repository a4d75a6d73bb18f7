import type { Gap } from "../../../model/gaps.ts";
import type { Gaps } from "../comparison/gaps.ts";
import { summaryOf } from "../graph/graph-index.ts";
import type { NodeIndex } from "../graph/indices.ts";
import type { Steps } from "../graph/steps.ts";
import type { Profiles } from "../profile/types.ts";
import { listed, named } from "./names.ts";
import { inBoth, wordsIn } from "./words.ts";

type Words = ReturnType<typeof wordsIn>["comparison"]["gaps"];

/** Nodes listed by name in one language. */
type NamesOf = (nodes: readonly NodeIndex[]) => string;

/** So many items are told in one step. */
const itemsInStep = 200;

/** What is missing in the graph, as columns with a title and an explanation, and a sentence for each item. */
export function* toldGapsInSteps(profiles: Profiles, gaps: Gaps): Steps<Gap[]> {
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
      items: yield* each(gaps.unansweredQuestions, ({ question, askers }) =>
        item(question, ({ unansweredQuestions: words }, namesOf) =>
          askers.length > 0 ? words.askedBy(namesOf(askers)) : words.askersUnknown,
        ),
      ),
    },
    {
      name: "unused-products",
      ...heading("unusedProducts"),
      items: yield* each(gaps.unusedProducts, ({ product, makers }) =>
        item(product, ({ unusedProducts: words }, namesOf) =>
          makers.length > 0 ? words.madeBy(namesOf(makers)) : words.makersUnknown,
        ),
      ),
    },
    {
      name: "themes-at-one",
      ...heading("themesAtOne"),
      items: yield* each(gaps.themesAtOne, ({ theme, institution }) =>
        item(theme, ({ themesAtOne: words }, namesOf) => words.onlyAt(namesOf([institutions.at(institution)]))),
      ),
    },
    {
      name: "without-peers",
      ...heading("withoutPeers"),
      items: yield* each(gaps.withoutPeers, ({ institution, isKnown }) =>
        item(institutions.at(institution), ({ withoutPeers: words }) => (isKnown ? words.nothingShared : words.nothingKnown)),
      ),
    },
  ];
}

function* each<From, To>(all: readonly From[], make: (one: From) => To): Steps<To[]> {
  const made: To[] = [];
  for (const [position, one] of all.entries()) {
    if (position % itemsInStep === 0) yield;
    made.push(make(one));
  }
  return made;
}
