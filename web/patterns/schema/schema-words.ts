import type { Language } from "../../../model/graph.ts";
import { type PropertyName, propertySpecs } from "../../../model/kinds.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

export type SchemaWords = typeof nl;

const tables: Readonly<Record<Language, SchemaWords>> = { nl, en };

export const schemaWords = (language: Language): SchemaWords => tables[language];

/** What a property is called in words, where that says more than its name. */
export function propertyWord(name: string, language: Language): string | undefined {
  const word = Object.hasOwn(propertySpecs, name) ? propertySpecs[name as PropertyName][language] : undefined;
  return word === name ? undefined : word;
}
