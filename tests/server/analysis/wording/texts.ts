import { expect } from "vitest";
import { languages, type Text } from "../../../../model/graph.ts";

/** Checks that a text is whole sentences in both languages, with nothing left to fill in. */
export function expectSentences(text: Text): void {
  for (const language of languages) {
    expectWords(text[language]);
    expect(text[language]).toMatch(/[.?!]”?$/);
  }
}

/** Checks that something is said in both languages, with nothing left to fill in. */
export function expectText(text: Text): void {
  for (const language of languages) expectWords(text[language]);
}

function expectWords(said: string): void {
  expect(said.trim()).not.toBe("");
  expect(said).not.toMatch(/undefined|null|NaN|\[object|[{}]| {2}/);
}
