import type { Language, Text } from "../../../model/graph.ts";
import { en } from "./en.ts";
import { nl } from "./nl.ts";

/** Every word of the analyses. English has the same shape as Dutch, which the compiler checks. */
type Words = typeof nl;

const tables: Readonly<Record<Language, Words>> = { nl, en };

export const wordsIn = (language: Language): Words => tables[language];

/** The same text in both languages, made from a function of the language. */
export const inBoth = (make: (language: Language) => string): Text => ({ nl: make("nl"), en: make("en") });
