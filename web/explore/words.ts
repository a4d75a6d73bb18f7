import type { Language } from "../../model/graph.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/** The words of exploring that no drawing outside of it needs. */
export type ExploreWords = typeof nl;

const tables: Readonly<Record<Language, ExploreWords>> = { nl, en };

export const exploreWordsIn = (language: Language): ExploreWords => tables[language];
