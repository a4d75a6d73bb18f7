import type { Synonyms } from "../../../model/dataset.ts";
import { type Language, languages, type NodeId } from "../../../model/graph.ts";
import { allAtOnce, type Steps } from "../graph/steps.ts";
import { type Known, partsOf } from "./compounds.ts";
import { familyOf } from "./family.ts";
import { type Trigrams, trigramsIn } from "./look-alikes.ts";
import { stem } from "./stem.ts";
import { everyWordOf, isCommon, tellingOf, wordsOf } from "./words.ts";

/** The words of a node that search looks at. */
export interface NodeTexts {
  readonly id: NodeId;
  readonly name: string;
  readonly nameEn: string;
  readonly otherNames: readonly string[];
  readonly description: string;
  readonly descriptionEn: string;
}

/** What is known of one word: its stems, and the words that it is made of, with theirs. */
export interface Word {
  readonly word: string;
  readonly stem: Readonly<Record<Language, string>>;
  /** Empty when it is no compound. */
  readonly parts: readonly Word[];
}

/** Words that mean the same as other words, each a phrase of one or more words. */
export type SynonymGroup = readonly (readonly Word[])[];

/** Every word of the graph and of its synonyms: what a query is corrected, completed and split against. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, Word>;
  /** In how many nodes a word stands. */
  readonly nodesWith: ReadonlyMap<string, number>;
  /** In how many nodes a stem of a language stands, as a word or as a part. */
  readonly nodesWithStem: ReadonlyMap<string, number>;
  readonly nodes: number;
  /** Sorted, for half words. */
  readonly sorted: readonly string[];
  /** The same without those that nobody can have meant instead of another: the very short and the common ones. */
  readonly correctable: readonly string[];
  readonly trigrams: Trigrams;
  /** The words of each family, for words that are told in another form: *reflecteren*, *reflectie*. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  readonly synonyms: readonly SynonymGroup[];
  /** The groups in which a phrase starts with a word of this Dutch or English stem. */
  readonly synonymsByStem: ReadonlyMap<string, readonly number[]>;
  readonly known: Known;
}

/** The texts of a node in each language; other names count for both. */
export const textsIn = (node: NodeTexts, language: Language): string =>
  [...(language === "nl" ? [node.name, node.description] : [node.nameEn, node.descriptionEn]), ...node.otherNames].join("\n");

const count = (counts: Map<string, number>, keys: Iterable<string>) => {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** A word as `vocabulary` knows it, or worked out now. */
export function wordOf(word: string, vocabulary: Pick<Vocabulary, "words" | "known">): Word {
  return vocabulary.words.get(word) ?? makeWord(word, vocabulary.known);
}

function makeWord(word: string, known: Known): Word {
  const parts = isCommon(word) ? [] : partsOf(word, known).map((part) => ({ word: part, stem: stemsOf(part), parts: [] }));
  return { word, stem: stemsOf(word), parts };
}

const stemsOf = (word: string) => ({ nl: stem(word, "nl"), en: stem(word, "en") });

/** Words that are read in one step. */
const stepSize = 20;
/** A word that is shorter is never what another was meant to be. */
const shortestCorrectable = 3;

/** Reads every word once. The result depends on the texts alone, not on their order. */
export function vocabularyOf(nodes: Iterable<NodeTexts>, synonyms: Synonyms): Vocabulary {
  const nodesWith = new Map<string, number>();
  let total = 0;
  for (const node of nodes) {
    total++;
    count(nodesWith, everyWordOf(languages.map((language) => textsIn(node, language)).join("\n")));
  }
  return allAtOnce(vocabularyFrom(nodesWith, total, synonyms));
}

/** The vocabulary of nodes whose words were read before. @param counts in how many of them each word stands */
export function* vocabularyFrom(counts: ReadonlyMap<string, number>, nodes: number, synonyms: Synonyms): Steps<Vocabulary> {
  const nodesWith = new Map(counts);
  const stemsStanding = new Set<string>();
  for (const word of synonyms.flatMap(({ words }) => words.flatMap(wordsOf))) if (!nodesWith.has(word)) nodesWith.set(word, 0);
  let read = 0;
  for (const word of nodesWith.keys()) {
    if (++read % stepSize === 0) yield;
    if (!isCommon(word) && word.length > 3) stemsStanding.add(stem(word, "nl"));
  }
  const known: Known = (piece) => {
    if (isCommon(piece)) return 0;
    if (piece.length === 3) return (nodesWith.get(piece) ?? 0) > 1 ? 1 : 0;
    return nodesWith.has(piece) || stemsStanding.has(stem(piece, "nl")) ? 1 : 0;
  };
  const words = new Map<string, Word>();
  const nodesWithStem = new Map<string, number>();
  for (const word of [...nodesWith.keys()].sort()) {
    if (words.size % stepSize === 0) yield;
    const made = makeWord(word, known);
    words.set(word, made);
    for (const key of stemKeys(made)) nodesWithStem.set(key, (nodesWithStem.get(key) ?? 0) + (nodesWith.get(word) ?? 0));
  }
  const groups = synonyms.map((group) =>
    group.words.map((phrase) => tellingOf(wordsOf(phrase)).map((word) => wordOf(word, { words, known }))),
  );
  const sorted = [...words.keys()];
  const correctable = sorted.filter((word) => word.length >= shortestCorrectable && !isCommon(word));
  yield;
  return {
    words,
    nodesWith,
    nodesWithStem,
    nodes,
    sorted,
    correctable,
    trigrams: yield* trigramsIn(sorted),
    families: yield* byFamily(sorted),
    synonyms: groups,
    synonymsByStem: byFirstStem(groups),
    known,
  };
}

/** Every stem of a word and of its parts, in both languages, each once. */
export const stemKeys = ({ stem: own, parts }: Word): Set<string> =>
  new Set([own.nl, own.en, ...parts.flatMap((part) => [part.stem.nl, part.stem.en])]);

function* byFamily(words: readonly string[]): Steps<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const [position, word] of words.entries()) {
    if (position % stepSize === 0) yield;
    if (isCommon(word)) continue;
    const family = familyOf(word);
    const known = found.get(family);
    if (known) known.push(word);
    else found.set(family, [word]);
  }
  return found;
}

function byFirstStem(groups: readonly SynonymGroup[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, group] of groups.entries()) {
    const firsts = new Set(group.flatMap(([first]) => (first ? [first.stem.nl, first.stem.en] : [])));
    for (const first of firsts) found.set(first, [...(found.get(first) ?? []), index]);
  }
  return found;
}
