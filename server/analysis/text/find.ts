import type { FoundHow } from "../../../model/explore.ts";
import type { Language } from "../../../model/graph.ts";
import type { AnalysedQuery, QueryWord } from "./query.ts";
import type { Word } from "./vocabulary.ts";

/** How a word was found, best first. */
export type How = FoundHow;

/** What a word found in each way is worth. */
export const worth: Readonly<Record<How, number>> = {
  word: 1,
  stem: 0.9,
  part: 0.6,
  family: 0.55,
  synonym: 0.5,
  prefix: 0.45,
  spelling: 0.4,
};

/** A piece of text in one language, ready to be searched. Each map leads to the word as it stands in the text. */
export interface Field {
  readonly language: Language;
  readonly words: ReadonlyMap<string, string>;
  readonly stems: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, string>;
  /** How many words it has that are not too common. */
  readonly length: number;
}

/** Words of a text in one language, in order, as a field. @param length how many words the text has that are not too common */
export function fieldOf(every: readonly Word[], language: Language, length: number): Field {
  const words = new Map<string, string>();
  const stems = new Map<string, string>();
  const parts = new Map<string, string>();
  for (const { word, stem, parts: its } of every) {
    words.set(word, word);
    if (!stems.has(stem[language])) stems.set(stem[language], word);
    for (const part of its) if (!parts.has(part.stem[language])) parts.set(part.stem[language], word);
  }
  return { language, words, stems, parts, length };
}

/** Where and how a word of a query stands in a text. */
export interface Found {
  readonly how: How;
  /** As it was said. */
  readonly said: string;
  /** As it stands in the text. */
  readonly found: string;
  /** In (0, 1]: what it is worth. */
  readonly worth: number;
}

/** How `query`’s word at `position` stands in the field at best. */
export function findIn(field: Field, query: AnalysedQuery, position: number): Found | undefined {
  const asked = query.words[position];
  if (!asked) return undefined;
  const typed = asTyped(field, asked);
  if (typed) return typed;
  // A part may say less than what means the same: *leerlab* is more than a *lab* in it where *experimenteerplek* stands too.
  return best([inParts(field, asked), byFamily(field, asked), bySynonym(field, query, position)]) ?? otherwise(field, asked);
}

/** What is worth most, of those that are alike the first. */
const best = (all: readonly (Found | undefined)[]): Found | undefined =>
  all.reduce((most, one) => (one && one.worth > (most?.worth ?? 0) ? one : most), undefined);

const found = (how: How, said: string, as: string | undefined, share = 1): Found | undefined =>
  as === undefined ? undefined : { how, said, found: as, worth: worth[how] * share };

function asTyped({ words, stems, language }: Field, { word }: QueryWord): Found | undefined {
  return found("word", word.word, words.get(word.word)) ?? found("stem", word.word, stems.get(word.stem[language]));
}

/** The word is a part of one in the text, or one in the text is a part of it. */
function inParts(field: Field, { word, joined }: QueryWord): Found | undefined {
  const whole =
    field.parts.get(word.stem[field.language]) ?? joined.map((one) => standing(field, one)).find((one) => one !== undefined);
  if (whole !== undefined) return found("part", word.word, whole);
  const last = word.parts.length - 1;
  // The last part of a Dutch compound is what it is about; the others only say which sort.
  const shares = word.parts.map((part, at) => ({
    as: standing(field, part) ?? field.parts.get(part.stem[field.language]),
    share: at === last ? 0.6 : 0.4 / last,
  }));
  const there = shares.filter(({ as }) => as !== undefined);
  return found(
    "part",
    word.word,
    there.at(-1)?.as,
    there.reduce((sum, { share }) => sum + share, 0),
  );
}

const standing = (field: Field, word: Word) => field.words.get(word.word) ?? field.stems.get(word.stem[field.language]);

function byFamily(field: Field, { word, relatives }: QueryWord): Found | undefined {
  for (const one of relatives) {
    const there = standing(field, one) ?? field.parts.get(one.stem[field.language]);
    if (there !== undefined) return found("family", word.word, there);
  }
  return undefined;
}

function bySynonym(field: Field, { synonyms, words }: AnalysedQuery, position: number): Found | undefined {
  for (const { from, to, said, phrases } of synonyms) {
    if (position < from || position > to) continue;
    for (const phrase of phrases) {
      const there = phrase.map((word) => standing(field, word) ?? field.parts.get(word.stem[field.language]));
      if (phrase.length > 0 && there.every((one) => one !== undefined))
        return found("synonym", from === to ? said : (words[position]?.word.word ?? said), there.join(" "));
    }
  }
  return undefined;
}

/** By a word that it starts, or by what it was meant to be. */
function otherwise(field: Field, asked: QueryWord): Found | undefined {
  for (const { word } of asked.completions) {
    if (field.words.has(word)) return found("prefix", asked.word.word, field.words.get(word));
  }
  for (const word of asked.corrections) {
    const meant = { ...asked, word, joined: [] };
    const there = asTyped(field, meant) ?? inParts(field, meant);
    if (there) return found("spelling", asked.word.word, there.found, there.worth);
  }
  return undefined;
}
