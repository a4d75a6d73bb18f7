import type { Language } from "../../model/graph.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

const tables: Readonly<Record<Language, typeof nl>> = { nl, en };

/** The words of the drawing itself. */
export const drawingWords = (language: Language): typeof nl => tables[language];
