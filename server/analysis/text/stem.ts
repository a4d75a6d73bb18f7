import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as english } from "@orama/stemmers/english";
import type { Language } from "../../../model/graph.ts";

/** A plural in -s after a vowel (`ruimtes`, `competenties`, `foto’s`), which the Dutch algorithm leaves alone. */
const pluralAfterVowel = /(?<=.{2}(?:[bdfgklmnptvw]e|ie|[auoy]))s$/;

/** What Dutch spelling does at the end of a stem, undone: `effectiev`–`effectief`, `less`–`les`. */
const spelledAlike = (stemmed: string) =>
  stemmed
    .replace(/v$/, "f")
    .replace(/z$/, "s")
    .replace(/([bfglmnprs])\1$/, "$1");

/**
 * The stem of a folded word by Porter's Snowball algorithm for the language. For Dutch, plurals such as `ruimtes` are made singular
 * first, and the end is respelled after. A word with a digit, or of two letters, is its own stem.
 */
export function stem(word: string, language: Language): string {
  if (word.length < 3 || /\d/.test(word)) return word;
  if (language === "en") return english(word);
  return spelledAlike(dutch(word.replace(pluralAfterVowel, "")));
}
