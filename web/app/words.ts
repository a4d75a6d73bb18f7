import type { Language } from "../../model/graph.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/** Every word on the screen, by page. English has the same shape as Dutch, which the compiler checks. */
export type Words = typeof nl;

const tables: Readonly<Record<Language, Words>> = { nl, en };

export const wordsIn = (language: Language): Words => tables[language];
