import fc from "fast-check";
import { expect, test } from "vitest";
import { MatchReason } from "../../../../model/match.ts";
import { toldMatchReason } from "../../../../server/analysis/wording/match.ts";
import { expectSentences } from "./texts.ts";

test.each([
  ["word", "Het woord “les” staat er ook in.", "The word “les” is in it too."],
  ["stem", "“les” lijkt op “lessen”.", "“les” is a form of “lessen”."],
  ["part", "“les” hangt samen met “lessen”.", "“les” and “lessen” share a part."],
  ["synonym", "“les” betekent ongeveer hetzelfde als “lessen”.", "“les” means much the same as “lessen”."],
  ["spelling", "We lazen “les” als “lessen”.", "We read “les” as “lessen”."],
  ["theme", "“les” past bij het thema: “lessen”.", "“les” fits the theme: “lessen”."],
] as const)("that a question was found by a %s is told", (how, nl, en) => {
  const reason = { how, said: "les", found: "lessen", amount: 12 };
  expect(MatchReason.parse(toldMatchReason(reason))).toStrictEqual({ ...reason, sentence: { nl, en } });
});

test("every way in which a word can be found is told in whole sentences", () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(fc.constantFrom(...MatchReason.shape.how.options), word, word, (how, said, found) => {
      expectSentences(toldMatchReason({ how, said, found, amount: 1 }).sentence);
    }),
  );
});
