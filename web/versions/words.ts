import type { Language } from "../../model/graph.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

const words = { nl, en } as const;

export const versionWords = (language: Language): typeof nl => words[language];
