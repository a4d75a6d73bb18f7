import type { Synonyms } from "../../../model/dataset.ts";
import { type Language, languages } from "../../../model/graph.ts";
import type { Steps } from "../graph/steps.ts";
import { type Field, fieldOf } from "./find.ts";
import { type NodeTexts, type Vocabulary, vocabularyFrom, type Word } from "./vocabulary.ts";
import { isCommon, readWords } from "./words.ts";

/** Which text of a node a field is. */
export type Part = "name" | "otherName" | "description";

/** The texts of a node as fields, in this order; other names stand behind them, and count for both languages. */
const firstFields: readonly { readonly part: Part; readonly language: Language; readonly textOf: (node: NodeTexts) => string }[] =
  [
    { part: "name", language: "nl", textOf: ({ name }) => name },
    { part: "description", language: "nl", textOf: ({ description }) => description },
    { part: "name", language: "en", textOf: ({ nameEn }) => nameEn },
    { part: "description", language: "en", textOf: ({ descriptionEn }) => descriptionEn },
  ];

/** Lengths of names that are told apart; a longer one counts as this long. */
const longestLength = 31;
/** How a word stands in a node, as one number: in which part, and in how long a name. */
export const occurrenceCodes = 2 * (longestLength + 1) + 1;
const codeOf = (part: Part, length: number): number =>
  part === "description" ? occurrenceCodes - 1 : Math.min(length, longestLength) + (part === "name" ? 0 : longestLength + 1);
/** Whether an occurrence is worth no more than another of the same node, whatever is asked: then it need not be known. */
function isCoveredBy(code: number, other: number): boolean {
  const [one, another] = [occurrenceOf(code), occurrenceOf(other)];
  return one.part === "description" || (one.part === another.part && one.length >= another.length);
}
export function occurrenceOf(code: number): { part: Part; length: number } {
  if (code === occurrenceCodes - 1) return { part: "description", length: 0 };
  return code > longestLength ? { part: "otherName", length: code - longestLength - 1 } : { part: "name", length: code };
}

/** The words of one field, each once, and how many it has that are not too common. */
export interface IndexedField {
  readonly part: Part;
  readonly languages: readonly Language[];
  readonly words: Int32Array;
  readonly length: number;
}

interface Columns {
  readonly fieldsOfNode: Int32Array;
  readonly wordsOfField: Int32Array;
  readonly fieldWords: Int32Array;
  readonly fieldLengths: Int32Array;
  readonly occurrencesOfWord: Int32Array;
  readonly occurrenceNodes: Int32Array;
  readonly occurrences: Uint8Array;
}

/**
 * Which words stand in which nodes, and where, in arrays of numbers: a node is its position in the order in which nodes were added,
 * a word its position among the sorted words of the vocabulary.
 */
export class WordIndex {
  readonly nodes: number;
  readonly words: readonly Word[];
  readonly #columns: Columns;
  readonly #numberOf = new Map<string, number>();
  readonly #byStem: Record<Language, Map<string, number[]>> = { nl: new Map(), en: new Map() };
  readonly #byPart: Record<Language, Map<string, number[]>> = { nl: new Map(), en: new Map() };

  private constructor(vocabulary: Vocabulary, columns: Columns) {
    this.words = [...vocabulary.words.values()];
    this.nodes = columns.fieldsOfNode.length - 1;
    this.#columns = columns;
  }

  static *madeInSteps(vocabulary: Vocabulary, columns: Columns): Steps<WordIndex> {
    const index = new WordIndex(vocabulary, columns);
    for (const [number, { word, stem, parts }] of index.words.entries()) {
      if (number % stepSize === 0) yield;
      index.#numberOf.set(word, number);
      for (const language of languages) {
        addTo(index.#byStem[language], stem[language], number);
        for (const part of parts) addTo(index.#byPart[language], part.stem[language], number);
      }
    }
    return index;
  }

  numberOf(word: string): number | undefined {
    return this.#numberOf.get(word);
  }

  /** The words that have a stem of `word`. */
  *withStemOf({ stem }: Word): Generator<number> {
    for (const language of languages) yield* this.#byStem[language].get(stem[language]) ?? [];
  }

  /** The words that have a part with a stem of `word`. */
  *withPartOf({ stem }: Word): Generator<number> {
    for (const language of languages) yield* this.#byPart[language].get(stem[language]) ?? [];
  }

  /** Every occurrence of a word: the nodes, and how it stands in each, see `occurrenceOf`. A node has one for each field with the word. */
  occurrencesOf(word: number): { nodes: Int32Array; codes: Uint8Array } {
    const { occurrencesOfWord, occurrenceNodes, occurrences } = this.#columns;
    const [first, end] = [occurrencesOfWord[word], occurrencesOfWord[word + 1]];
    return { nodes: occurrenceNodes.subarray(first, end), codes: occurrences.subarray(first, end) };
  }

  /** The fields of a node. */
  *fieldsOf(node: number): Generator<IndexedField> {
    const { fieldsOfNode } = this.#columns;
    const first = fieldsOfNode[node]!;
    for (let field = first; field < fieldsOfNode[node + 1]!; field++) yield this.#field(field, field - first);
  }

  /** The name or the description of a node in one language. */
  textOf(node: number, part: "name" | "description", language: Language): IndexedField {
    const position = firstFields.findIndex((field) => field.part === part && field.language === language);
    return this.#field(this.#columns.fieldsOfNode[node]! + position, position);
  }

  #field(field: number, position: number): IndexedField {
    const { wordsOfField, fieldWords, fieldLengths } = this.#columns;
    const first = firstFields[position];
    return {
      part: first?.part ?? "otherName",
      languages: first ? [first.language] : languages,
      words: fieldWords.subarray(wordsOfField[field], wordsOfField[field + 1]),
      length: fieldLengths[field]!,
    };
  }

  /** A field with only those of its words that `isWanted`, which is all that a query can find in it; undefined when there are none. */
  fieldWith({ words, length }: IndexedField, language: Language, isWanted: Uint8Array): Field | undefined {
    const wanted: Word[] = [];
    for (const word of words) if (isWanted[word] === 1) wanted.push(this.words[word]!);
    return wanted.length === 0 ? undefined : fieldOf(wanted, language, length);
  }
}

function addTo(lists: Map<string, number[]>, key: string, number: number): void {
  const known = lists.get(key);
  if (known) known.push(number);
  else lists.set(key, [number]);
}

/** Nodes, or words, that are read in one step. */
const stepSize = 200;

/** Reads the words of nodes, one node after the other, and makes of them a vocabulary and an index at the end. */
export class WordIndexBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #nodesWith: number[] = [];
  /** The node in which a word was read last, so that each counts once. */
  readonly #lastNode: number[] = [];
  readonly #fieldsOfNode: number[] = [0];
  readonly #wordsOfField: number[] = [0];
  readonly #fieldWords: number[] = [];
  readonly #fieldLengths: number[] = [];

  add(node: NodeTexts): void {
    for (const { textOf } of firstFields) this.#addField(textOf(node));
    for (const name of node.otherNames) this.#addField(name);
    this.#fieldsOfNode.push(this.#fieldLengths.length);
  }

  #addField(text: string): void {
    const { words, joined } = readWords(text);
    for (const word of new Set([...words, ...joined])) this.#fieldWords.push(this.#numberOf(word));
    this.#wordsOfField.push(this.#fieldWords.length);
    this.#fieldLengths.push(words.reduce((length, word) => length + (isCommon(word) ? 0 : 1), 0));
  }

  #numberOf(word: string): number {
    const node = this.#fieldsOfNode.length;
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#nodesWith.length;
      this.#numbers.set(word, number);
      this.#nodesWith.push(0);
      this.#lastNode.push(0);
    }
    if (this.#lastNode[number] !== node) this.#nodesWith[number]! += 1;
    this.#lastNode[number] = node;
    return number;
  }

  /** No node can be added afterwards. */
  *finishInSteps(synonyms: Synonyms): Steps<{ vocabulary: Vocabulary; index: WordIndex }> {
    const nodesWith = new Map<string, number>();
    for (const [word, number] of this.#numbers) nodesWith.set(word, this.#nodesWith[number]!);
    const vocabulary = yield* vocabularyFrom(nodesWith, this.#fieldsOfNode.length - 1, synonyms);
    const sorted = new Int32Array(this.#nodesWith.length);
    for (const [number, word] of vocabulary.sorted.entries()) {
      const read = this.#numbers.get(word); // a synonym stands in no node
      if (read !== undefined) sorted[read] = number;
    }
    const columns = {
      fieldsOfNode: yield* typed(this.#fieldsOfNode),
      wordsOfField: yield* typed(this.#wordsOfField),
      fieldLengths: yield* typed(this.#fieldLengths),
      fieldWords: yield* typed(this.#fieldWords, sorted),
    };
    const occurrences = yield* occurrencesIn(columns, vocabulary.sorted.length);
    return { vocabulary, index: yield* WordIndex.madeInSteps(vocabulary, { ...columns, ...occurrences }) };
  }
}

/** Numbers that are copied or counted in one step. */
const numbersInStep = 50_000;

/** Numbers as they are, or each as `renamed` says. */
function* typed(numbers: readonly number[], renamed?: Int32Array): Steps<Int32Array> {
  const all = new Int32Array(numbers.length);
  for (let at = 0; at < all.length; at++) {
    if (at % numbersInStep === 0) yield;
    all[at] = renamed ? renamed[numbers[at]!]! : numbers[at]!;
  }
  return all;
}

/** The same words the other way round, by a counting sort. */
function* occurrencesIn(
  {
    fieldsOfNode,
    wordsOfField,
    fieldWords,
    fieldLengths,
  }: Omit<Columns, "occurrencesOfWord" | "occurrenceNodes" | "occurrences">,
  words: number,
): Steps<Pick<Columns, "occurrencesOfWord" | "occurrenceNodes" | "occurrences">> {
  const starts = new Int32Array(words + 1);
  for (let at = 0; at < fieldWords.length; at++) {
    if (at % numbersInStep === 0) yield;
    starts[fieldWords[at]! + 1]! += 1;
  }
  for (let word = 0; word < words; word++) starts[word + 1]! += starts[word]!;
  const ends = starts.slice(0, words);
  const occurrenceNodes = new Int32Array(fieldWords.length);
  const occurrences = new Uint8Array(fieldWords.length);
  for (let node = 0; node < fieldsOfNode.length - 1; node++) {
    if (node % stepSize === 0) yield;
    const first = fieldsOfNode[node]!;
    for (let field = first; field < fieldsOfNode[node + 1]!; field++) {
      const code = codeOf(firstFields[field - first]?.part ?? "otherName", fieldLengths[field]!);
      for (let at = wordsOfField[field]!; at < wordsOfField[field + 1]!; at++) {
        const word = fieldWords[at]!;
        const last = ends[word]! - 1;
        const again = last >= starts[word]! && occurrenceNodes[last] === node;
        if (again && isCoveredBy(code, occurrences[last]!)) continue;
        const occurrence = again && isCoveredBy(occurrences[last]!, code) ? last : ends[word]!++;
        occurrenceNodes[occurrence] = node;
        occurrences[occurrence] = code;
      }
    }
  }
  yield;
  return withoutGaps(starts, ends, occurrenceNodes, occurrences);
}

/** Rows that end before the next one starts, moved up to each other. */
function withoutGaps(starts: Int32Array, ends: Int32Array, occurrenceNodes: Int32Array, occurrences: Uint8Array) {
  const occurrencesOfWord = new Int32Array(starts.length);
  let size = 0;
  for (let word = 0; word < ends.length; word++) {
    occurrenceNodes.copyWithin(size, starts[word]!, ends[word]!);
    occurrences.copyWithin(size, starts[word]!, ends[word]!);
    size += ends[word]! - starts[word]!;
    occurrencesOfWord[word + 1] = size;
  }
  return { occurrencesOfWord, occurrenceNodes: occurrenceNodes.slice(0, size), occurrences: occurrences.slice(0, size) };
}
