import { type Language, languages, type NodeId } from "../../../../model/graph.ts";
import { fieldOf } from "../../../../server/analysis/text/find.ts";
import type { AnalysedQuery } from "../../../../server/analysis/text/query.ts";
import { bestWorths, type RankedField, scoreOf } from "../../../../server/analysis/text/rank.ts";
import { type NodeTexts, type Vocabulary, wordOf } from "../../../../server/analysis/text/vocabulary.ts";
import type { Part } from "../../../../server/analysis/text/word-index.ts";
import { everyWordOf, isCommon, wordsOf } from "../../../../server/analysis/text/words.ts";

/** The slow way to rank: every text of every node is read anew, and scored. What the index gives must be the same. */
export function rankAll(
  query: AnalysedQuery,
  nodes: readonly NodeTexts[],
  vocabulary: Vocabulary,
): { id: NodeId; score: number }[] {
  return nodes
    .map((node) => ({ id: node.id, score: scoreOf(query, bestWorths(query, fieldsOf(node, vocabulary))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

const fieldsOf = (node: NodeTexts, vocabulary: Vocabulary): RankedField[] =>
  languages.flatMap((language) => {
    const read = (part: Part, text: string) => ({ part, field: readField(text, language, vocabulary) });
    return [
      read("name", language === "nl" ? node.name : node.nameEn),
      ...node.otherNames.map((other) => read("otherName", other)),
      read("description", language === "nl" ? node.description : node.descriptionEn),
    ];
  });

function readField(text: string, language: Language, vocabulary: Vocabulary) {
  const words = Array.from(everyWordOf(text), (word) => wordOf(word, vocabulary));
  return fieldOf(words, language, wordsOf(text).filter((word) => !isCommon(word)).length);
}
