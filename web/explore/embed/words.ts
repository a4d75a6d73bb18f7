import type { Language } from "../../../model/graph.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

/** The words of embedding. */
export const embedWords = (language: Language): typeof nl => ({ nl, en })[language];
