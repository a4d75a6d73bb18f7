import type { MatchReason } from "../../../model/match.ts";
import type { QuestionMatchReason } from "../text/match-questions.ts";
import { inBoth, wordsIn } from "./words.ts";

/** A reason why a question matches, with its sentence. */
export const toldMatchReason = ({ how, said, found, amount }: QuestionMatchReason): MatchReason => ({
  how,
  said,
  found,
  amount,
  sentence: inBoth((language) => wordsIn(language).match[how](said, found)),
});
