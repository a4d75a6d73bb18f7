import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Synonyms } from "../../../../model/dataset.ts";
import type { NodeId } from "../../../../model/graph.ts";
import { allAtOnce } from "../../../../server/analysis/graph/steps.ts";
import { bestNodes } from "../../../../server/analysis/text/best-nodes.ts";
import { matchQuestionsInSteps } from "../../../../server/analysis/text/match-questions.ts";
import { analyseQuery } from "../../../../server/analysis/text/query.ts";
import { byScore, TopNodes } from "../../../../server/analysis/text/top-nodes.ts";
import { type NodeTexts, vocabularyOf } from "../../../../server/analysis/text/vocabulary.ts";
import { WordIndexBuilder } from "../../../../server/analysis/text/word-index.ts";
import { rankAll } from "./rank-all.ts";

const synonyms: Synonyms = [
  { language: "nl", words: ["docent", "leraar"] },
  { language: "nl", words: ["leren op maat", "maatwerk"] },
];
/** Few words, so that texts share them: as they are, in other forms, in compounds, in phrases. */
const word = fc.constantFrom(
  ..."leren leerruimte ruimtes ruimte lab leerlab docent leraren maatwerk op maat de het ict-lab reflectie reflecteren toets toetsen digitoets".split(
    " ",
  ),
);
const phrase = (minLength: number, maxLength: number) => fc.array(word, { minLength, maxLength }).map((words) => words.join(" "));
const graph = fc
  .array(
    fc.record({
      name: phrase(1, 4),
      nameEn: phrase(0, 3),
      otherNames: fc.array(phrase(1, 2), { maxLength: 2 }),
      description: phrase(0, 8),
      descriptionEn: phrase(0, 4),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((texts) => texts.map((node, at): NodeTexts => ({ id: `theme:${String(at).padStart(3, "0")}` as NodeId, ...node })));

function indexed(nodes: readonly NodeTexts[]) {
  const builder = new WordIndexBuilder();
  for (const node of nodes) builder.add(node);
  return allAtOnce(builder.finishInSteps(synonyms));
}

/** What people type: known words, some of them half or misspelt. */
const typed = fc
  .array(fc.tuple(word, fc.constantFrom("", "", "", "half", "slip")), { minLength: 1, maxLength: 4 })
  .map((words) =>
    words.map(([one, how]) => (how === "half" ? one.slice(0, 4) : how === "slip" ? one.replace(/(.)e/, "$1ee") : one)).join(" "),
  );

describe("the index of words", () => {
  test("finds what reading every text finds, in the same order and with the same scores, however few are asked for", () => {
    fc.assert(
      fc.property(graph, typed, fc.integer({ min: 1, max: 12 }), (nodes, text, limit) => {
        const { vocabulary, index } = indexed(nodes);
        const query = analyseQuery(text, vocabulary);
        const best = allAtOnce(bestNodes(query, index, limit)).nodes.map(({ node, score }) => ({ id: nodes[node]?.id, score }));
        expect(best).toStrictEqual(rankAll(query, nodes, vocabulary).slice(0, limit));
      }),
      { numRuns: 300 },
    );
  });

  test("knows the words that reading all texts knows", () => {
    fc.assert(
      fc.property(graph, (nodes) => {
        const { known: _, ...read } = vocabularyOf(nodes, synonyms);
        const { known: __, ...built } = indexed(nodes).vocabulary;
        expect(built).toStrictEqual(read);
      }),
    );
  });

  test("is not disturbed by a search that was left half way", () => {
    fc.assert(
      fc.property(graph, typed, typed, fc.integer({ min: 1, max: 4 }), (nodes, text, left, steps) => {
        const { vocabulary, index } = indexed(nodes);
        const search = () => allAtOnce(bestNodes(analyseQuery(text, vocabulary), index, 10)).nodes;
        const before = search();
        const leaving = bestNodes(analyseQuery(left, vocabulary), index, 10);
        for (let step = 0; step < steps; step++) leaving.next();
        expect(search()).toStrictEqual(before);
        leaving.return({ nodes: [], wordIn: () => undefined, whyIn: () => [] });
        expect(search()).toStrictEqual(before);
      }),
    );
  });

  test("keeps to the nodes that may be among them", () => {
    const nodes = ["a", "b", "c"].map(
      (id): NodeTexts => ({
        id: `theme:${id}` as NodeId,
        name: "Leren",
        nameEn: "",
        otherNames: [],
        description: "",
        descriptionEn: "",
      }),
    );
    const { vocabulary, index } = indexed(nodes);
    const { nodes: found } = allAtOnce(bestNodes(analyseQuery("leren", vocabulary), index, 2, (node) => node !== 0));
    expect(found.map(({ node }) => node)).toStrictEqual([1, 2]);
  });
});

describe("matching", () => {
  test("gives the first of what it gives when more are asked for, with reasons that add up", () => {
    fc.assert(
      fc.property(graph, phrase(1, 8), fc.integer({ min: 1, max: 8 }), (nodes, text, limit) => {
        const { vocabulary, index } = indexed(nodes);
        const questions = nodes.map(({ id }, node) => ({ id, node, themes: [(node * 7) % nodes.length] }));
        const match = (most: number) =>
          allAtOnce(matchQuestionsInSteps(analyseQuery(text, vocabulary), questions, index, "nl", most));
        const all = match(nodes.length);
        expect(match(limit)).toStrictEqual(all.slice(0, limit));
        for (const { score, reasons } of all) expect(reasons.reduce((sum, { amount }) => sum + amount, 0)).toBe(score);
      }),
    );
  });
});

test("the best of many are those that sorting all gives", () => {
  const scores = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 20 }), (all, most) => {
      const top = new TopNodes(most);
      for (const [node, score] of all.entries()) top.offer(node, score);
      const sorted = all.map((score, node) => ({ node, score })).sort(byScore);
      expect(top.sorted()).toStrictEqual(sorted.slice(0, most));
    }),
  );
});
