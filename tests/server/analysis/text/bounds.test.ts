import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DatasetNode, Synonyms } from "../../../../model/dataset.ts";
import { kindOf, type NodeId } from "../../../../model/graph.ts";
import { allAtOnce } from "../../../../server/analysis/graph/steps.ts";
import { type Known, longestPart, partsOf } from "../../../../server/analysis/text/compounds.ts";
import {
  correctionBudget,
  correctionsInSteps,
  mostLetters,
  stepsPerLetter,
  stepsPerPiece,
} from "../../../../server/analysis/text/corrections.ts";
import { analyseQueryInSteps } from "../../../../server/analysis/text/query.ts";
import { type NodeTexts, type Vocabulary, vocabularyOf, wordOf } from "../../../../server/analysis/text/vocabulary.ts";
import { everyWordOf } from "../../../../server/analysis/text/words.ts";

// No clock: what is counted is what the work is made of, pieces looked up and steps spent.

const seed = new URL("../../../../seed/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, seed), "utf8"));
const nodes: NodeTexts[] = readdirSync(new URL("nodes/", seed)).flatMap((file) =>
  (read(`nodes/${file}`) as { id: NodeId }[]).map((row) => {
    const node = DatasetNode(kindOf(row.id)).parse(row);
    return { ...node, otherNames: node.otherNames ?? [] };
  }),
);
const vocabulary = vocabularyOf(nodes, Synonyms.parse(read("synonyms.json")));

/** Words as Dutch makes them, out of known words, syllables and single letters: known, misspelt, and nothing at all. */
const dutchLike = (maxLength: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...vocabulary.sorted.filter((word) => /^[a-z]{3,}$/.test(word))) },
        {
          weight: 4,
          arbitrary: fc.constantFrom(
            ..."ba be ver ont ge te schap heid werk leer ruimte stuk s en onder wijs praktijk".split(" "),
          ),
        },
        { weight: 1, arbitrary: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz") },
      ),
      { minLength: 1, maxLength: maxLength / 2, size: "max" },
    )
    .map((pieces) => pieces.join("").slice(0, maxLength));

/** A vocabulary that counts how often a piece is looked up in it. */
function counted(): { vocabulary: Vocabulary; count: () => number } {
  let count = 0;
  const known: Known = (piece) => {
    count++;
    return vocabulary.known(piece);
  };
  return { vocabulary: { ...vocabulary, known }, count: () => count };
}

test("a compound looks up at most 35 pieces for each letter, and none longer than the longest part", () => {
  fc.assert(
    fc.property(dutchLike(200), (word) => {
      let pieces = 0;
      partsOf(word, (piece) => {
        pieces++;
        expect(piece.length).toBeLessThanOrEqual(longestPart);
        return vocabulary.known(piece);
      });
      expect(pieces).toBeLessThanOrEqual(35 * word.length);
    }),
  );
});

test("a word all of whose pieces are known is split within the same bound", () => {
  for (const length of [14, 60, 128, 200, 5_000]) {
    let pieces = 0;
    partsOf("ab".repeat(length / 2), () => ++pieces);
    expect(pieces).toBeLessThanOrEqual(35 * Math.min(length, 4 * longestPart + 3));
  }
});

test("a correction takes at most so many steps for each letter, and looks up no more pieces than that", () => {
  fc.assert(
    fc.property(dutchLike(200), (word) => {
      const { vocabulary: counting, count } = counted();
      const budget = correctionBudget(word);
      allAtOnce(correctionsInSteps(word, counting, budget));
      const most = stepsPerLetter * Math.min(word.length, mostLetters);
      expect(budget.spent).toBeLessThanOrEqual(most);
      expect(stepsPerPiece * count()).toBeLessThanOrEqual(most);
    }),
  );
});

test("a query is analysed a word at a time, and no word looks up more than its letters allow", () => {
  const words = fc.array(dutchLike(60), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, (typed) => {
      const { vocabulary: counting, count } = counted();
      const longest = Math.max(...typed.map((word) => word.length));
      // Of a word: itself, and its neighbours joined to it, each split; its corrections, of which three at most are split.
      const allowed = (stepsPerLetter / stepsPerPiece) * mostLetters + 6 * 35 * 2 * longest;
      const steps = analyseQueryInSteps(typed.join(" "), counting);
      let before = 0;
      for (let done = false; !done; ) {
        done = steps.next().done === true;
        expect(count() - before).toBeLessThanOrEqual(allowed);
        before = count();
      }
    }),
    { numRuns: 40 },
  );
});

test("a name of thousands of letters without a break is indexed by itself, and by its last part", () => {
  fc.assert(
    fc.property(dutchLike(5_000), (name) => {
      const long = name.padEnd(5_000, name).slice(0, 5_000);
      const node: NodeTexts = {
        id: "theme:lang" as NodeId,
        name: long,
        nameEn: "",
        otherNames: [],
        description: "",
        descriptionEn: "",
      };
      let pieces = 0;
      const known: Known = (piece) => {
        pieces++;
        return vocabulary.known(piece);
      };
      for (const word of everyWordOf(node.name)) expect(wordOf(word, { ...vocabulary, known }).stem.nl).not.toBe("");
      expect(pieces).toBeLessThanOrEqual(4 * longestPart);
    }),
    { numRuns: 20 },
  );
});
