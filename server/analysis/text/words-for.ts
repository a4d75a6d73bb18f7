import { worth } from "./find.ts";
import type { AnalysedQuery } from "./query.ts";
import type { Word } from "./vocabulary.ts";
import type { WordIndex } from "./word-index.ts";

/** The words of the index that a word of a query may be found in, each with what it is worth there at best. */
export function wordsFor(query: AnalysedQuery, position: number, index: WordIndex): Map<number, number> {
  const found = new Map<number, number>();
  const add = (words: Iterable<number>, most: number) => {
    for (const word of words) if ((found.get(word) ?? 0) < most) found.set(word, most);
  };
  const itself = ({ word }: Word) => {
    const number = index.numberOf(word);
    return number === undefined ? [] : [number];
  };
  const standing = (word: Word, most: number) => {
    add(itself(word), most);
    add(index.withStemOf(word), most);
  };
  const anywhere = (word: Word, most: number) => {
    standing(word, most);
    add(index.withPartOf(word), most);
  };
  const asTypedOrInParts = (word: Word, share: number) => {
    add(itself(word), worth.word * share);
    add(index.withStemOf(word), worth.stem * share);
    add(index.withPartOf(word), worth.part * share);
    for (const part of word.parts) anywhere(part, worth.part * share);
  };
  const asked = query.words[position]!;
  asTypedOrInParts(asked.word, 1);
  for (const word of asked.joined) standing(word, worth.part);
  for (const word of asked.relatives) anywhere(word, worth.family);
  for (const { from, to, phrases } of query.synonyms)
    if (position >= from && position <= to) for (const word of phrases.flat()) anywhere(word, worth.synonym);
  for (const word of asked.completions) add(itself(word), worth.prefix);
  for (const word of asked.corrections) asTypedOrInParts(word, worth.spelling);
  return found;
}
