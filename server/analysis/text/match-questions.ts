import type { MatchReason } from "../../../model/discovery.ts";
import { type Language, languages, type NodeId, type Text } from "../../../model/graph.ts";
import { type Field, type Found, findIn, type How, readField } from "./find.ts";
import type { AnalysedQuery } from "./query.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { isCommon } from "./words.ts";

/** The words of a question, in both languages. */
export interface QuestionTexts {
  readonly id: NodeId;
  readonly name: Text;
  readonly description: Text;
  readonly themes: readonly { readonly name: Text; readonly description: Text }[];
}

/** A question read once, to be matched with many texts. */
export interface ReadQuestion {
  readonly id: NodeId;
  /** How many words its Dutch name has. */
  readonly length: number;
  readonly fields: readonly { readonly worth: number; readonly isTheme: boolean; readonly field: Field }[];
}

/** What a word of a text adds to the score of a question; wording/ has a sentence for each `how`. */
export type QuestionMatchReason = Readonly<Omit<MatchReason, "sentence">>;

/** A question that is like a text. */
export interface QuestionMatch {
  readonly id: NodeId;
  /** In whole points: the sum of the reasons' amounts. */
  readonly score: number;
  /** Largest first, then by what was said. */
  readonly reasons: readonly QuestionMatchReason[];
}

/** What it is worth to stand in the question, in a theme of it, in its description; and in the language that was not asked in. */
const fieldWorth = { name: 1, theme: 0.5, themeDescription: 0.3, description: 0.35, otherLanguage: 0.85 } as const;
/** BM25's b for the question's name: how much a short question gains on a long one (Robertson & Zaragoza 2009). */
const lengthMatters = 0.3;
/** Points for each unit of inverse document frequency. */
const pointsPerWord = 10;

/** Reads questions once. */
export function readQuestions(questions: readonly QuestionTexts[], vocabulary: Vocabulary): ReadQuestion[] {
  return questions.map(({ id, name, description, themes }) => ({
    id,
    length: readField(name.nl, "nl", vocabulary).length,
    fields: languages.flatMap((language) => [
      { worth: fieldWorth.name, isTheme: false, field: readField(name[language], language, vocabulary) },
      { worth: fieldWorth.description, isTheme: false, field: readField(description[language], language, vocabulary) },
      ...themes.flatMap((theme) => [
        { worth: fieldWorth.theme, isTheme: true, field: readField(theme.name[language], language, vocabulary) },
        {
          worth: fieldWorth.themeDescription,
          isTheme: true,
          field: readField(theme.description[language], language, vocabulary),
        },
      ]),
    ]),
  }));
}

/**
 * The questions most like a text, best first, ties by id. A word adds its inverse document frequency times what it is worth where and
 * how it stands at best, as BM25 with weighted fields does. Every amount is whole points, so that they add up to the score.
 */
export function matchQuestions(
  query: AnalysedQuery,
  questions: readonly ReadQuestion[],
  language: Language,
  limit: number,
): QuestionMatch[] {
  const mean = questions.reduce((total, { length }) => total + length, 0) / Math.max(1, questions.length);
  return questions
    .map((question) => {
      const shorter = 1 / (1 - lengthMatters + (lengthMatters * question.length) / Math.max(1, mean));
      const reasons = reasonsIn(query, question, language, shorter);
      return { id: question.id, score: sum(reasons), reasons };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

const sum = (reasons: readonly QuestionMatchReason[]) => reasons.reduce((total, { amount }) => total + amount, 0);

function reasonsIn(query: AnalysedQuery, { fields }: ReadQuestion, language: Language, shorter: number): QuestionMatchReason[] {
  const found = query.words.flatMap((word, position) => {
    let best: { hit: Found; worth: number; isTheme: boolean } | undefined;
    for (const { worth, isTheme, field } of fields) {
      const hit = findIn(field, query, position);
      const here = (hit?.worth ?? 0) * worth * (field.language === language ? 1 : fieldWorth.otherLanguage);
      if (hit && here > (best?.worth ?? 0)) best = { hit, worth: here, isTheme };
    }
    if (!best || isCommon(word.word.word)) return [];
    const amount = Math.round(word.weight * best.worth * shorter * pointsPerWord);
    return amount > 0 ? [{ ...best.hit, amount, isTheme: best.isTheme }] : [];
  });
  return merged(found).sort((a, b) => b.amount - a.amount || (a.said < b.said ? -1 : 1));
}

/** Words that were found together as one synonym make one reason, and so does a word that was said twice. */
function merged(found: readonly (Found & { amount: number; isTheme: boolean })[]): QuestionMatchReason[] {
  const groups = new Map<string, { how: MatchReason["how"]; said: string[]; found: string; amount: number }>();
  for (const { how, said, found: as, amount, isTheme } of found) {
    const named = isTheme ? "theme" : howNames[how];
    const key = how === "synonym" ? `${named} ${as}` : `${named} ${said} ${as}`;
    const known = groups.get(key);
    if (!known) groups.set(key, { how: named, said: [said], found: as, amount });
    else {
      if (!known.said.includes(said)) known.said.push(said);
      if (how === "synonym") known.amount += amount;
    }
  }
  return [...groups.values()].map(({ said, ...group }) => ({ ...group, said: said.join(" ") }));
}

const howNames: Readonly<Record<How, MatchReason["how"]>> = {
  word: "word",
  stem: "stem",
  part: "part",
  family: "stem",
  synonym: "synonym",
  prefix: "part",
  spelling: "spelling",
};
