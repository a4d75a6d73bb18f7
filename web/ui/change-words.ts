import type { Language } from "../../model/graph.ts";
import { propertySpecs } from "../../model/kinds.ts";
import { en } from "./change-words.en.ts";
import { nl } from "./change-words.nl.ts";

const words = { nl, en } as const;

export const changeWords = (language: Language): typeof nl => words[language];

/** What a property is called, by its name in a data file. */
export function fieldName(field: string, language: Language): string {
  const own: Readonly<Record<string, string>> = words[language].fields;
  const spec = Object.entries(propertySpecs).find(([name]) => name === field)?.[1];
  return own[field] ?? spec?.[language] ?? field;
}
